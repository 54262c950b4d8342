/** tests/ingest/test_codes.c: codes to numbers, few and many. */
#include "ingest/codes.h"

#include "check.h"
#include "random_text.h"

/** Three letters, another for each number below 17576. */
static uint64_t key_of(size_t i)
{
    const char code[8] = {(char)('A' + i % 26), (char)('A' + i / 26 % 26),
                          (char)('A' + i / 676)};
    return armex_code_key(code, 3);
}

static void add(struct armex_codes *codes, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        assert_int_equal(armex_codes_add(codes, key_of(i), (uint32_t)i + 1, NULL),
                         ARMEX_OK);
}

static void assert_found(const struct armex_codes *codes, size_t n, size_t all)
{
    for (size_t i = 0; i < all; i++)
        assert_int_equal(armex_codes_find(codes, key_of(i)), i < n ? i + 1 : 0);
}

static void a_code_is_found_until_all_is_forgotten(void **state)
{
    (void)state;
    struct armex_codes codes = {0};

    assert_int_equal(armex_codes_find(&codes, key_of(1)), 0);
    for (size_t n = 0; n < 5000; n += 97) {
        add(&codes, n, n + 97);
        assert_found(&codes, n + 97, 6000);
    }
    armex_codes_free(&codes);
    assert_int_equal(armex_codes_find(&codes, key_of(1)), 0);
}

static void of_as_many_codes_as_there_are_countries_each_has_its_slot(void **state)
{
    (void)state;
    struct armex_codes codes = {0};

    for (size_t n = 0; n < 200; n++) {
        add(&codes, n, n + 1);
        for (size_t i = 0; i <= n; i++)
            assert_true(codes.slots[armex_code_slot(&codes, key_of(i))].key ==
                        key_of(i));
    }
    armex_codes_free(&codes);
}

static void a_key_is_the_text_and_back(void **state)
{
    (void)state;
    char text[ARMEX_CODE_SIZE + 1];

    armex_code_text(text, armex_code_key("FRA,DEU,", 3));
    assert_string_equal(text, "FRA");
    armex_code_text(text, armex_code_key("\"930690\",", 8));
    assert_string_equal(text, "\"930690\"");
}

static void no_text_is_no_code(void **state)
{
    (void)state;
    struct armex_codes codes = {0};

    add(&codes, 0, 3);
    const uint64_t key = armex_code_key("FRA,DEU,", 0);
    assert_int_equal(armex_codes_find(&codes, key), 0);
    assert_true(codes.slots[armex_code_slot(&codes, key)].key != key);
    armex_codes_free(&codes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_found_until_all_is_forgotten),
        cmocka_unit_test(of_as_many_codes_as_there_are_countries_each_has_its_slot),
        cmocka_unit_test(a_key_is_the_text_and_back),
        cmocka_unit_test(no_text_is_no_code),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
