/** tests/store/test_listing.c: many remarks make one note. */
#include "check.h"

#include "store/listing.h"

static void twelve_stand_and_the_rest_are_counted(void **state)
{
    (void)state;
    struct armex_listing listing = {0};
    struct armex_arena *arena = armex_arena_create();
    struct armex_notes notes = {0};

    for (int i = 1; i <= 14; i++)
        armex_listing_add(&listing, ", ", "%d", i);
    assert_int_equal(armex_listing_note(&listing, &notes, arena, "years: ", ".", NULL),
                     ARMEX_OK);
    assert_int_equal(notes.n_notes, 1);
    assert_string_equal(notes.notes[0],
                        "years: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more.");
    assert_int_equal(listing.n, 0);
    armex_arena_free(arena);
}

static void no_remark_makes_no_note(void **state)
{
    (void)state;
    struct armex_listing listing = {0};
    struct armex_arena *arena = armex_arena_create();
    struct armex_notes notes = {0};

    assert_string_equal(armex_listing_words(&listing), "");
    assert_int_equal(armex_listing_note(&listing, &notes, arena, "years: ", "", NULL),
                     ARMEX_OK);
    assert_int_equal(notes.n_notes, 0);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(twelve_stand_and_the_rest_are_counted),
        cmocka_unit_test(no_remark_makes_no_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
