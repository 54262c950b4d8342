/** tests/base/test_format.c: the bytes that vsnprintf() writes, to the last. */
#include "check.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/format.h"

/* With room enough, with just enough, with one byte too few, with one and with none. */
#define assert_as_printf(...)                                                          \
    do {                                                                               \
        char own[200], printed[200];                                                   \
        const int length = snprintf(printed, sizeof printed, __VA_ARGS__);             \
        const size_t sizes[] = {200, (size_t)length + 1, (size_t)length, 1, 0};        \
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {                    \
            memset(own, '#', sizeof own);                                              \
            memset(printed, '#', sizeof printed);                                      \
            assert_int_equal(snprintf(printed, sizes[i], __VA_ARGS__), length);        \
            assert_int_equal(armex_print(own, sizes[i], __VA_ARGS__), length);         \
            assert_memory_equal(own, printed, sizeof own);                             \
        }                                                                              \
    } while (0)

static void words_and_whole_numbers_are_written_as_printf_writes_them(void **state)
{
    (void)state;
    assert_as_printf("plain");
    assert_as_printf("%s", "");
    assert_as_printf("%s, %s (%d %%)", "Türkiye", "대한민국", 12);
    assert_as_printf("%.*s|%.*s|%.*s", 2, "abc", 9, "abc", 0, "abc");
    assert_as_printf("%.*s", -1, "a precision below zero is none");
    assert_as_printf("%.3s-per-%.3s %.s|", "krwx", "us", "nothing");
    assert_as_printf("%c%c", 'x', '\0');
    assert_as_printf("%d %d %d", 0, INT_MAX, INT_MIN);
    assert_as_printf("%ld %ld", LONG_MAX, LONG_MIN);
    assert_as_printf("%u %lu %zu", UINT_MAX, ULONG_MAX, SIZE_MAX);
    assert_as_printf("#%02x%02X %x %04X", 10U, 171U, 0U, 0xabcdeU);
    assert_as_printf("%08d %010ld %03d", -42, 123456789012L, -7);
    assert_as_printf("%04d-%02d-%02d", 2026, 3, 9);
}

static void the_rest_is_left_to_printf(void **state)
{
    (void)state;
    assert_as_printf("%s %.2f", "a text, then", 2.5);
    assert_as_printf("%-8s|%5d|%+d|% d|%5s|", "left", 12, 3, 4, "abc");
    assert_as_printf("%lld %g %e %.21s", LLONG_MIN, 0.1, 1e300,
                     "a width of two digits");
    assert_as_printf("%#x %zd %hhu %i", 255U, (ssize_t)-3, (unsigned char)200, 9);
    assert_as_printf("%s %f %s", "back", 1.0, "to the first argument");
    assert_as_printf("%.3d %.0f", 5, 0.5);
}

static void a_text_that_is_none_has_printfs_own_word(void **state)
{
    (void)state;
    const char *volatile none = NULL; // volatile: the compiler would warn
    char own[32];

    armex_print(own, sizeof own, "%s %d", none, 3);
    assert_string_equal(own, "(null) 3");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_whole_numbers_are_written_as_printf_writes_them),
        cmocka_unit_test(the_rest_is_left_to_printf),
        cmocka_unit_test(a_text_that_is_none_has_printfs_own_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
