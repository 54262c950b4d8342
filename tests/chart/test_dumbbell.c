/** tests/chart/test_dumbbell.c: two windows, sorted by what lies between them. */
#include "blocks.h"

/* Shares of the 2014-18 and 2019-23 windows as SIPRI printed them. */
static const struct place shares[] = {
    {1, "USA", "United States", 2023, NAN, 0.42, 1, 0.34, NAN, 5},
    {2, "FRA", "France", 2023, NAN, 0.11, 3, 0.072, NAN, 5},
    {2, "RUS", "Russia", 2023, NAN, 0.11, 2, 0.21, NAN, 5},
    {4, "ESP", "Spain", 2023, NAN, 0.027, 4, 0.027, NAN, 5},
    {5, "KOR", "South Korea", 2023, NAN, 0.02, NAN, NAN, NAN, 5},
};

static void rows_are_sorted_by_change_and_those_without_one_come_last(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("dumbbell", table);
    chart.highlight = "ESP";
    expect_words(&chart, "names", "United States|France|Russia|South Korea");
    expect_words(&chart, "up", "+8.0|+3.8"); // 42 - 34, 11 - 7.2
    expect_words(&chart, "down", "\u221210.0");
    expect_words(&chart, "level", "0|\u2013");
    armex_table_free(table);
}

static void the_lesser_figure_stands_left_and_the_greater_right(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    const struct armex_chart chart = chart_of("dumbbell", table);
    expect_words(&chart, "before_left", "34.0|7.2|2.7");
    expect_words(&chart, "now_right", "42.0|11.0|2.7|2.0"); // Korea has no partner
    expect_words(&chart, "now_left", "11.0");
    expect_words(&chart, "before_right", "21.0");
    armex_table_free(table);
}

static void the_title_says_from_what_to_what(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(shares, 5, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("dumbbell", table);
    expect_title(&chart,
                 "The United States\u2019 share of deliveries of major arms rose from "
                 "34.0% to 42.0%",
                 "Sorted by change");
    chart.highlight = "RUS";
    expect_title(&chart,
                 "Russia\u2019s share of deliveries of major arms fell from 21.0% to "
                 "11.0%",
                 "");
    chart.highlight = "ESP";
    expect_title(&chart,
                 "Spain\u2019s share of deliveries of major arms stayed at 2.7%", "");
    chart.highlight = "KOR"; // nothing to compare with: no finding
    expect_title(&chart, "Deliveries of major arms, 2019\u201323 and before", "");
    armex_table_free(table);
}

static void figures_before_follow_from_the_change(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "FRA", "France", 2025, 15e9, NAN, 2, NAN, 0.5, 1},
        {2, "ISR", "Israel", 2025, 9.6e9, NAN, 1, NAN, -0.25, 1},
        {3, "KOR", "South Korea", 2025, 0.0, NAN, 3, NAN, -1.0, 1}};
    struct armex_table *table = rank_of(rows, 3, "usd", "orders");
    const struct armex_chart chart = chart_of("dumbbell", table);
    expect_words(&chart, "before_left", "10.0");  // 15 / 1.5
    expect_words(&chart, "before_right", "12.8"); // 9.6 / 0.75
    expect_words(&chart, "up", "+5.0");
    expect_words(&chart, "down", "\u22123.2");
    expect_words(&chart, "level", "\u2013"); // from what to nothing is not known
    expect_title(&chart,
                 "France\u2019s arms export orders rose from $10.0 billion to $15.0 "
                 "billion",
                 "");
    armex_table_free(table);
}

static void only_twenty_are_shown_and_always_the_subject(void **state)
{
    (void)state;
    struct armex_table *table = crowd_of(40);
    struct armex_chart chart = chart_of("dumbbell", table);
    chart.highlight = "X39";
    expect_words(&chart, "subject_name", "X39");
    expect_words(&chart, "names",
                 "X00|X01|X02|X03|X04|X05|X06|X07|X08|X09|X10|X11|X12|X13|X14|X15|X16|"
                 "X17|X18");
    expect_title(&chart,
                 "X39\u2019s arms export orders rose from $800 million to $1.0 billion",
                 "20 more ranked are not shown.");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_sorted_by_change_and_those_without_one_come_last),
        cmocka_unit_test(the_lesser_figure_stands_left_and_the_greater_right),
        cmocka_unit_test(the_title_says_from_what_to_what),
        cmocka_unit_test(figures_before_follow_from_the_change),
        cmocka_unit_test(only_twenty_are_shown_and_always_the_subject),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
