/** tests/chart/test_refusals.c: tables that cannot be drawn, and what is said then. */
#include "tables.h"

static void expect(const char *kind, const struct armex_table *table,
                   const char *highlight, armex_status status, const char *message)
{
    struct armex_chart chart = chart_of(kind, table);
    chart.highlight = highlight;
    expect_refusal(&chart, status, message);
}

static void years_without_any_figure_are_refused(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, NAN, "withheld"}};
    struct armex_table *table = show_of(rows, 1, "usd");
    expect("line", table, NULL, ARMEX_BAD_INPUT,
           "nothing to draw: no year has a figure");
    armex_table_free(table);
    table = show_of(rows, 0, "usd");
    expect("line", table, NULL, ARMEX_BAD_INPUT,
           "nothing to draw: the table has no rows");
    armex_table_free(table);
}

static void unlike_units_are_refused_with_the_way_out(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 2, "usd");
    armex_table_add(table, NULL);
    armex_table_text(table, 0, "FRA", NULL);
    armex_table_text(table, 1, "France", NULL);
    armex_table_number(table, 2, 2021, NULL);
    armex_table_number(table, 3, 1e9, NULL);
    armex_table_text(table, 4, "eur", NULL);
    expect("line", table, NULL, ARMEX_BAD_INPUT,
           "cannot draw France, counted in eur, beside South Korea, counted in usd: "
           "choose one unit with --unit, or one entity");
    armex_table_free(table);
}

static void two_figures_of_one_year_are_refused(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                       {"KOR", "South Korea", 2020, 2e9, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    expect("line", table, NULL, ARMEX_BAD_INPUT,
           "South Korea has two figures for 2020: draw one publication a year");
    armex_table_free(table);
}

static void years_that_are_none_are_refused(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                       {"KOR", "South Korea", 2000000000, 2e9, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    expect("line", table, NULL, ARMEX_BAD_INPUT,
           "cannot draw South Korea: a figure has no year");
    armex_table_free(table);
}

static void a_subject_that_is_not_there_is_refused(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2023, 5e9, 0.5, NAN, NAN, NAN, 1}};
    struct armex_table *table = show_of(korea, 2, "usd");
    expect("line", table, "FRA", ARMEX_USAGE,
           "cannot highlight FRA: it has no figure here");
    armex_table_free(table);
    table = rank_of(rows, 1, "usd", "orders");
    expect("rank", table, "FRA", ARMEX_USAGE,
           "cannot highlight FRA: it has no rank here");
    armex_table_free(table);
}

static void a_table_of_another_analysis_is_refused(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 2, "usd");
    expect("rank", table, NULL, ARMEX_BAD_INPUT,
           "a rank chart draws a table of rank, and this one has no column 'rank'");
    expect("bump", table, NULL, ARMEX_BAD_INPUT,
           "a bump chart draws a table of rank, and this one has no column 'rank'");
    expect("agreement", table, NULL, ARMEX_BAD_INPUT,
           "an agreement chart draws a table of compare --by figure, and this one has "
           "no column 'value_a'");
    armex_table_free(table);
}

static void rankings_without_ranks_or_with_two_of_one_are_refused(void **state)
{
    (void)state;
    const struct place none[] = {
        {NAN, "USA", "United States", 2023, 5e9, 0.5, NAN, NAN, NAN, 1}};
    const struct place twice[] = {
        {1, "USA", "United States", 2023, 5e9, 0.5, NAN, NAN, NAN, 1},
        {2, "USA", "United States", 2023, 5e9, 0.5, NAN, NAN, NAN, 1}};
    struct armex_table *table = rank_of(none, 1, "usd", "orders");
    expect("rank", table, NULL, ARMEX_BAD_INPUT, "nothing to draw: nobody has a rank");
    armex_table_free(table);
    table = rank_of(twice, 2, "usd", "orders");
    expect("rank", table, NULL, ARMEX_BAD_INPUT,
           "cannot draw the ranking: USA has two ranks for 2023");
    armex_table_free(table);
}

static void sizes_that_make_no_picture_are_refused(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 2, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.width = 100000;
    expect_refusal(&chart, ARMEX_USAGE,
                   "a chart is 280 to 4000 pixels wide, not 100000");
    chart.width = 0;
    chart.scale = 1e9;
    expect_refusal(&chart, ARMEX_USAGE, "a picture's scale lies between 0.5 and 4");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_without_any_figure_are_refused),
        cmocka_unit_test(unlike_units_are_refused_with_the_way_out),
        cmocka_unit_test(two_figures_of_one_year_are_refused),
        cmocka_unit_test(years_that_are_none_are_refused),
        cmocka_unit_test(a_subject_that_is_not_there_is_refused),
        cmocka_unit_test(a_table_of_another_analysis_is_refused),
        cmocka_unit_test(rankings_without_ranks_or_with_two_of_one_are_refused),
        cmocka_unit_test(sizes_that_make_no_picture_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
