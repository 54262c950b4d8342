/** tests/analysis/test_yearly_notes.c: what holds for some years is said with them. */
#include "analysis/yearly_notes.h"
#include "by_hand.h"

/* What each year from 2014 on said, one a line; "" is a year without a note. */
static void check(const char *const *said, size_t n, int step, const char *const *want,
                  size_t n_want)
{
    struct armex_yearly_notes yearly = {.step = step};
    struct armex_arena *arena = armex_arena_create();
    struct armex_notes out = {0};

    for (size_t i = 0; i < n; i++) {
        struct armex_notes notes = {0};
        const char *line = said[i];
        while (*line) {
            const size_t length = strcspn(line, "\n");
            assert_int_equal(
                armex_notes_add(&notes, arena, NULL, "%.*s", (int)length, line),
                ARMEX_OK);
            line += length + (line[length] == '\n');
        }
        assert_int_equal(armex_yearly_notes_add(&yearly, &out, arena, &notes,
                                                2014 + (int)i * step, NULL),
                         ARMEX_OK);
    }
    assert_int_equal(armex_yearly_notes_common(&yearly, &out, arena, NULL), ARMEX_OK);
    assert_int_equal(armex_yearly_notes_others(&yearly, &out, arena, NULL), ARMEX_OK);
    assert_int_equal(out.n_notes, n_want);
    for (size_t i = 0; i < n_want; i++)
        assert_string_equal(out.notes[i], want[i]);
    armex_yearly_notes_end(&yearly);
    armex_arena_free(arena);
}

static void what_holds_for_all_years_is_said_first_and_without_them(void **state)
{
    (void)state;
    const char *said[] = {"in one\nin both", "in both"};
    const char *want[] = {"in both", "in one (2014)"};
    check(said, 2, 1, want, 2);
}

static void years_on_end_are_a_span(void **state)
{
    (void)state;
    const char *said[] = {"x: a", "", "x: a", "x: a", "x: a"};
    const char *want[] = {"x: a (2014, 2016–2018)"};
    check(said, 5, 1, want, 1);
    check(said, 5, 5, (const char *[]){"x: a (2014, 2024–2034)"}, 1);
}

static void what_notes_begin_with_is_said_once(void **state)
{
    (void)state;
    const char *said[] = {"not ranked: Chad", "else\nnot ranked: Mali, Chad",
                          "not ranked: Chad"};
    const char *want[] = {"not ranked: Chad (2014, 2016); Mali, Chad (2015)",
                          "else (2015)"};
    check(said, 3, 1, want, 2);
}

static void a_year_that_the_words_name_is_not_said_again(void **state)
{
    (void)state;
    const char *said[] = {"not final: Mali 2014 (estimate)", "",
                          "not final: Mali 2015"};
    const char *want[] = {"not final: Mali 2014 (estimate); Mali 2015 (2016)"};
    check(said, 3, 1, want, 1);
}

static void without_years_or_notes_there_is_nothing_to_say(void **state)
{
    (void)state;
    check(NULL, 0, 1, NULL, 0);
    check((const char *[]){"", ""}, 2, 1, NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_holds_for_all_years_is_said_first_and_without_them),
        cmocka_unit_test(years_on_end_are_a_span),
        cmocka_unit_test(what_notes_begin_with_is_said_once),
        cmocka_unit_test(a_year_that_the_words_name_is_not_said_again),
        cmocka_unit_test(without_years_or_notes_there_is_nothing_to_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
