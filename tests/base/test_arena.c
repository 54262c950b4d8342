/** tests/base/test_arena.c: things that live and die together. */
#include "check.h"

#include <stdalign.h>
#include <string.h>

#include "base/arena.h"

static void things_are_zeroed_aligned_and_stay_where_they_are(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    double *numbers[300];
    for (size_t i = 0; i < 300; i++) {
        numbers[i] = armex_arena_new(arena, i + 1, sizeof **numbers);
        assert_int_equal((uintptr_t)numbers[i] % alignof(max_align_t), 0);
        for (size_t j = 0; j <= i; j++) {
            assert_same_value(numbers[i][j], 0.0);
            numbers[i][j] = (double)i;
        }
        armex_arena_copy(arena, "odd", i % 3);
    }
    for (size_t i = 0; i < 300; i++)
        assert_same_value(numbers[i][i], (double)i);
    armex_arena_free(arena);
}

static void room_used_before_is_zeroed_when_it_is_asked_for(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    for (size_t size = 1; size < 300000; size *= 3) {
        memset(armex_arena_room(arena, size, 1), 'x', size);
        const char *zeroed = armex_arena_new(arena, size, 1);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(zeroed[i], 0);
    }
    armex_arena_free(arena);
    arena = armex_arena_create(); // whose first block is likely that memory again
    const char *again = armex_arena_new(arena, 4000, 1);
    for (size_t i = 0; i < 4000; i++)
        assert_int_equal(again[i], 0);
    assert_string_equal(armex_arena_copy(arena, "xyz", 2), "xy");
    assert_null(armex_arena_room(arena, SIZE_MAX / 4, 8));
    armex_arena_free(arena);
}

static void what_memory_cannot_hold_is_refused(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    assert_null(armex_arena_new(arena, SIZE_MAX / 4, 8));
    assert_null(armex_arena_new(arena, SIZE_MAX, 1));
    assert_non_null(armex_arena_new(arena, 0, 8));
    assert_string_equal(armex_arena_text(arena, NULL), "");
    assert_string_equal(armex_arena_printf(arena, "%d-%s", 7, "x"), "7-x");
    armex_arena_free(arena);
    armex_arena_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(things_are_zeroed_aligned_and_stay_where_they_are),
        cmocka_unit_test(room_used_before_is_zeroed_when_it_is_asked_for),
        cmocka_unit_test(what_memory_cannot_hold_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
