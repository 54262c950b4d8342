/** tests/chart/test_slope.c: two windows side by side, joined by lines. */
#include "blocks.h"

/* Shares of the 2014-18 and 2019-23 windows as SIPRI printed them. */
static const struct place shares[] = {
    {1, "USA", "United States", 2023, NAN, 0.42, 1, 0.34, NAN, 5},
    {2, "FRA", "France", 2023, NAN, 0.11, 3, 0.072, NAN, 5},
    {2, "RUS", "Russia", 2023, NAN, 0.11, 2, 0.21, NAN, 5},
    {4, "ESP", "Spain", 2023, NAN, 0.027, 4, 0.027, NAN, 5},
    {5, "KOR", "South Korea", 2023, NAN, 0.02, NAN, NAN, NAN, 5},
};

static void each_side_is_sorted_by_its_own_figures(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("slope", table);
    chart.highlight = "RUS";
    expect_words(&chart, "left",
                 "United States\u00a0\u00a034.0|France\u00a0\u00a07.2|Spain\u00a0\u00a0"
                 "2.7");
    expect_words(&chart, "subject_left", "Russia\u00a0\u00a021.0");
    expect_words(&chart, "right",
                 "42.0\u00a0\u00a0United States|11.0\u00a0\u00a0France|2.7\u00a0\u00a0"
                 "Spain|2.0\u00a0\u00a0South Korea");
    expect_words(&chart, "head_before", "before"); // published: not known how long
    expect_words(&chart, "head_now", "2019\u201323");
    armex_table_free(table);
}

static void who_had_no_figure_before_has_a_dot_and_no_line(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("slope", table);
    chart.highlight = "KOR";
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    char *path = block_of(script.data, "accent");
    char *dots = block_of(script.data, "accent_dots");
    assert_string_equal(path, "");
    assert_non_null(strchr(dots, '\n'));
    assert_ptr_equal(strchr(dots, '\n'), strrchr(dots, '\n')); // one, not two
    free(path);
    free(dots);
    armex_text_free(&script);
    expect_title(&chart, "Deliveries of major arms, 2019\u201323 and before",
                 "1 without a line has no figure before.");
    armex_table_free(table);
}

static void the_title_says_from_what_to_what_and_the_note_how_to_read_it(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("slope", table);
    chart.highlight = "RUS";
    expect_title(&chart,
                 "Russia\u2019s share of deliveries of major arms fell from 21.0% to "
                 "11.0%",
                 "Lines equally steep are equal changes in per cent."); // 42 > 20 x 2.0
    armex_table_free(table);
    table = rank_of(shares, 3, "percent", "deliveries-tiv");
    chart = chart_of("slope", table); // 42 < 20 x 7.2: from zero
    struct armex_arena *arena = armex_arena_create();
    struct armex_chart_words words;
    assert_int_equal(armex_chart_words(&words, arena, &chart, NULL), ARMEX_OK);
    assert_null(strstr(words.subtitle, "log scale"));
    assert_null(strstr(words.note, "steep"));
    armex_arena_free(arena);
    armex_table_free(table);
}

static void only_fourteen_are_shown_and_always_the_subject(void **state)
{
    (void)state;
    struct armex_table *table = crowd_of(30);
    struct armex_chart chart = chart_of("slope", table);
    chart.highlight = "X29";
    expect_words(&chart, "subject_right", "1.0\u00a0\u00a0X29");
    expect_title(&chart,
                 "X29\u2019s arms export orders rose from $800 million to $1.0 billion",
                 "16 more ranked are not shown.");
    armex_table_free(table);
}

static void zeros_and_losses_are_drawn_from_zero(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "FRA", "France", 2025, 0.0, NAN, 2, NAN, -1.0, 1},
        {2, "ISR", "Israel", 2025, -9.6e9, NAN, 1, NAN, -2.0, 1}};
    struct armex_table *table = rank_of(rows, 2, "usd", "orders");
    const struct armex_chart chart = chart_of("slope", table);
    expect_words(&chart, "right", "\u22129.6\u00a0\u00a0Israel");
    expect_words(&chart, "subject_right", "0\u00a0\u00a0France");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_side_is_sorted_by_its_own_figures),
        cmocka_unit_test(who_had_no_figure_before_has_a_dot_and_no_line),
        cmocka_unit_test(the_title_says_from_what_to_what_and_the_note_how_to_read_it),
        cmocka_unit_test(only_fourteen_are_shown_and_always_the_subject),
        cmocka_unit_test(zeros_and_losses_are_drawn_from_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
