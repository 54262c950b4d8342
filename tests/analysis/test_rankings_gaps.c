/** tests/analysis/test_rankings_gaps.c: years without a ranking, in few notes. */
#include "check.h"

#include <stdio.h>

#include "analysis/rankings_gaps.h"

/** The notes of these years, `step` apart, each with its message. Owner: the arena. */
static struct armex_notes notes_of(struct armex_arena *arena, const int *years,
                                   size_t n, int step, const char *const *messages)
{
    struct armex_rankings_gaps gaps = {0};
    for (size_t i = 0; i < n; i++)
        assert_int_equal(
            armex_rankings_gap(&gaps, arena, years[i], step, messages[i], NULL), 0);
    assert_int_equal(armex_rankings_gaps_end(&gaps, arena, NULL), 0);
    armex_rankings_gaps_free(&gaps);
    return gaps.notes;
}

static void years_of_one_reason_are_one_note(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const int years[] = {1985, 1986, 1987, 1990, 1992, 1993};
    const char *messages[6];
    char texts[6][64];
    for (size_t i = 0; i < 6; i++) {
        snprintf(texts[i], sizeof texts[i], "nobody has a figure for %d here",
                 years[i]);
        messages[i] = texts[i];
    }
    const struct armex_notes notes = notes_of(arena, years, 6, 1, messages);
    assert_int_equal(notes.n_notes, 1);
    assert_string_equal(notes.notes[0], "no ranking for 1985 to 1987, 1990, 1992 to "
                                        "1993: nobody has a figure here");
    armex_arena_free(arena);
}

static void another_reason_is_another_note(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    const int years[] = {2010, 2015, 2020};
    const char *const messages[] = {"nobody has a figure for 2010 here", "two units",
                                    "two units"};
    const struct armex_notes notes = notes_of(arena, years, 3, 5, messages);
    assert_int_equal(notes.n_notes, 2);
    assert_string_equal(notes.notes[0],
                        "no ranking for 2010: nobody has a figure here");
    assert_string_equal(notes.notes[1], "no ranking for 2015 to 2020: two units");
    armex_arena_free(arena);
}

static void without_gaps_there_is_no_note(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    assert_int_equal(notes_of(arena, NULL, 0, 1, NULL).n_notes, 0);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_of_one_reason_are_one_note),
        cmocka_unit_test(another_reason_is_another_note),
        cmocka_unit_test(without_gaps_there_is_no_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
