/** tests/chart/test_revisions.c: what was said of a year, in order of publication. */
#include "blocks.h"

#include "chart/statements.h"

struct said {
    const char *entity;
    int year;
    double value;
    const char *status, *published, *flag, *decides;
};

/** As `show --publications` makes them. Owner: the test. */
static struct armex_table *publications_of(const struct said *rows, size_t n)
{
    static const char *const names[] = {"entity", "name",      "unit", "measure",
                                        "status", "published", "flag", "decides",
                                        "year",   "value"};
    struct armex_table *table = empty_table("show", names, 8, 10);
    for (size_t i = 0; i < n; i++) {
        const char *words[] = {rows[i].entity, rows[i].entity, "usd",
                               "orders",       rows[i].status, rows[i].published,
                               rows[i].flag,   rows[i].decides};
        armex_table_add(table, NULL);
        for (size_t c = 0; c < 8; c++)
            armex_table_text(table, c, words[c], NULL);
        armex_table_number(table, 8, rows[i].year, NULL);
        armex_table_number(table, 9, rows[i].value, NULL);
    }
    add_source(table);
    return table;
}

static const struct said korea_said[] = {
    {"KOR", 2022, 17.3e9, "final", "2023-12-20", "", "yes"},
    {"KOR", 2022, 10e9, "estimate", "2022-07-24", "", "no"},
    {"KOR", 2022, 10e9, "estimate", "2022-09-11", "", "no"}, // said again
    {"KOR", 2022, 5e9, "target", "2018-03-10", "", "no"},
    {"KOR", 2022, 99e9, "final", "2022", "misdated", "no"}, // last of its year
    {"KOR", 2023, 13e9, "final", "2024-07", "", "no"},
    {"FRA", 2023, 8e9, "final", "2024-07", "", "yes"},
};

static void read_said(struct armex_statements *out, struct armex_arena *arena,
                      const struct armex_table *table)
{
    const struct armex_chart chart = chart_of("revisions", table);
    assert_int_equal(armex_statements_read(out, arena, &chart, NULL), ARMEX_OK);
}

static void statements_stand_by_day_and_a_year_is_its_last(void **state)
{
    (void)state;
    struct armex_table *table = publications_of(korea_said, 7);
    struct armex_arena *arena = armex_arena_create();
    struct armex_statements said;
    read_said(&said, arena, table);
    assert_int_equal(said.n, 5); // France is another series, and one repeats
    assert_true(said.others);
    assert_close(said.items[0].value, 5e9, 0.0);  // March 2018
    assert_close(said.items[1].value, 10e9, 0.0); // July 2022
    assert_close(said.items[2].value, 99e9, 0.0); // "2022": by 31 December
    assert_close(said.items[3].value, 17.3e9, 0.0);
    assert_true(said.items[2].aside);
    armex_arena_free(arena);
    armex_table_free(table);
}

static void what_stands_decides_or_was_said_last_but_is_no_target(void **state)
{
    (void)state;
    const struct said rows[] = {
        {"KOR", 2024, 9e9, "final", "2025-01", "", "no"},
        {"KOR", 2024, 20e9, "target", "2025-02", "", "no"},
        {"KOR", 2024, 30e9, "final", "2025-03", "misdated", "no"}};
    struct armex_table *table = publications_of(rows, 3);
    struct armex_arena *arena = armex_arena_create();
    struct armex_statements said;
    read_said(&said, arena, table);
    assert_close(armex_statements_standing(&said, 2024)->value, 9e9, 0.0);
    assert_null(armex_statements_standing(&said, 2023));
    armex_arena_free(arena);
    armex_table_free(table);
}

static void a_repeat_that_decides_keeps_its_say(void **state)
{
    (void)state;
    const struct said rows[] = {{"KOR", 2024, 9e9, "final", "2025-01", "", "no"},
                                {"KOR", 2024, 9e9, "final", "2025-02", "", "yes"},
                                {"KOR", 2024, 8e9, "final", "2025-03", "", "no"}};
    struct armex_table *table = publications_of(rows, 3);
    struct armex_arena *arena = armex_arena_create();
    struct armex_statements said;
    read_said(&said, arena, table);
    assert_int_equal(said.n, 2);
    assert_close(armex_statements_standing(&said, 2024)->value, 9e9, 0.0);
    armex_arena_free(arena);
    armex_table_free(table);
}

static void the_title_names_the_year_that_moved_most(void **state)
{
    (void)state;
    struct armex_table *table = publications_of(korea_said, 7);
    const struct armex_chart chart = chart_of("revisions", table);
    expect_title(&chart,
                 "KOR\u2019s arms export orders of 2022 were first put at $10.0 "
                 "billion, now at $17.3 billion",
                 "Other series of the table are not shown.");
    expect_words(&chart, "keys", "final|preliminary or estimate|set aside|target");
    expect_words(&chart, "values", "17.3|13.0");
    armex_table_free(table);
    table = show_of(korea, 6, "usd"); // one statement a year: nothing has moved
    const struct armex_chart still = chart_of("revisions", table);
    expect_title(&still, "South Korea\u2019s arms export orders as published", "");
    expect_words(&still, "keys", "final|preliminary or estimate");
    armex_table_free(table);
}

static void nothing_to_draw_and_a_subject_not_there_are_refused(void **state)
{
    (void)state;
    struct armex_table *table = publications_of(korea_said, 7);
    struct armex_chart chart = chart_of("revisions", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_statements said;
    struct armex_error error = {0};
    chart.highlight = "USA";
    assert_int_equal(armex_statements_read(&said, arena, &chart, &error), ARMEX_USAGE);
    assert_string_equal(error.message, "cannot highlight USA: it has no figure here");
    armex_table_free(table);
    table = publications_of(korea_said, 0);
    chart = chart_of("revisions", table);
    assert_int_equal(armex_statements_read(&said, arena, &chart, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "nothing to draw: no year has a figure");
    armex_table_free(table);
    armex_arena_free(arena);
}

/** Twenty years, each said twice and said again: more than anybody listens to. */
static void many_statements_are_heard_as_the_first_and_what_stands(void **state)
{
    (void)state;
    enum { YEARS = 20 };
    static struct said rows[3 * YEARS];
    for (size_t i = 0; i < YEARS; i++) {
        const int year = 2001 + (int)i;
        rows[3 * i] =
            (struct said){"KOR", year, 1e9, "estimate", "2021-07-24", "", "no"};
        rows[3 * i + 1] =
            (struct said){"KOR", year, 2e9, "final", "2022-07-24", "", "no"};
        rows[3 * i + 2] =
            (struct said){"KOR", year, 3e9, "final", "2023-07-24", "", "yes"};
    }
    for (size_t i = 0; i < 3; i++)
        rows[i].status = "target";
    rows[2].decides = "no";
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = publications_of(rows, 3 * YEARS);
    const struct armex_chart chart = chart_of("revisions", table);
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_non_null(strstr(
        words.description,
        " 2001: no outcome; 2002: $1.0 billion, estimate, 24 Jul 2021; 2002: $3.0 "
        "billion, final, 24 Jul 2023, stands; 1 more; 2003: "));
    armex_table_free(table);
    armex_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(many_statements_are_heard_as_the_first_and_what_stands),
        cmocka_unit_test(statements_stand_by_day_and_a_year_is_its_last),
        cmocka_unit_test(what_stands_decides_or_was_said_last_but_is_no_target),
        cmocka_unit_test(a_repeat_that_decides_keeps_its_say),
        cmocka_unit_test(the_title_names_the_year_that_moved_most),
        cmocka_unit_test(nothing_to_draw_and_a_subject_not_there_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
