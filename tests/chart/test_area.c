/** tests/chart/test_area.c: parts of a whole over years, stacked. */
#include "blocks.h"

static const struct observation parts[] = {
    {"AAA", "Alpha", 2020, 1e9, NULL}, {"AAA", "Alpha", 2021, 3e9, NULL},
    {"BBB", "Beta", 2020, 3e9, NULL},  {"BBB", "Beta", 2021, 5e9, NULL},
    {"WLD", "World", 2020, 9e9, NULL}, {"WLD", "World", 2021, 9e9, NULL},
};

static void the_greatest_lies_lowest_and_the_world_is_no_part(void **state)
{
    (void)state;
    struct armex_table *table = show_of(parts, 6, "usd");
    struct armex_chart chart = chart_of("area", table);
    expect_words(&chart, "subject_label", "Beta\u00a0\u00a05.0");
    expect_words(&chart, "labels", "Alpha\u00a0\u00a03.0");
    expect_title(&chart, "Arms export orders, 2020\u20132021",
                 "Sums of many, like the world, are not stacked.");
    chart.highlight = "AAA";
    expect_words(&chart, "subject_label", "Alpha\u00a0\u00a03.0");
    armex_table_free(table);
}

static void shares_are_of_each_years_whole(void **state)
{
    (void)state;
    struct armex_table *table = show_of(parts, 4, "usd");
    struct armex_chart chart = chart_of("area", table);
    chart.share = true;
    expect_words(&chart, "subject_label", "Beta\u00a0\u00a062.5"); // 5 of 8
    expect_words(&chart, "labels", "Alpha\u00a0\u00a037.5");
    expect_title(&chart,
                 "Beta\u2019s share of arms export orders fell from 75.0% in 2020 to "
                 "62.5% in 2021",
                 "");
    armex_table_free(table);
    table = show_of(parts, 3, "usd"); // in 2021 Beta does not report
    chart = chart_of("area", table);
    chart.share = true;
    chart.highlight = "AAA";
    expect_title(&chart, "Arms export orders, 2020\u20132021",
                 "A year has figures of 1 to 2: the whole changes with who reports.");
    armex_table_free(table);
}

static void published_shares_are_filled_up_to_a_hundred(void **state)
{
    (void)state;
    const struct observation shares[] = {{"AAA", "Alpha", 2020, 34.0, NULL},
                                         {"AAA", "Alpha", 2021, 42.0, NULL},
                                         {"BBB", "Beta", 2020, 21.0, NULL},
                                         {"BBB", "Beta", 2021, 11.0, NULL}};
    struct armex_table *table = show_of(shares, 4, "percent");
    const struct armex_chart chart = chart_of("area", table);
    expect_words(&chart, "labels", "All others\u00a0\u00a047.0|Beta\u00a0\u00a011.0");
    expect_title(&chart,
                 "Alpha\u2019s share of arms export orders rose from 34.0% in 2020 to "
                 "42.0% in 2021",
                 "All others are what is missing to 100%.");
    armex_table_free(table);
}

/** How many stretches a block of bands has. */
static size_t stretches(const struct armex_chart *chart, const char *name)
{
    struct armex_text script = {0};
    size_t n = 0;
    assert_int_equal(armex_chart_script(&script, chart, &tools, NULL), ARMEX_OK);
    char *block = block_of(script.data, name);
    for (const char *at = block; (at = strstr(at, "NaN\tNaN\tNaN\n")); at++)
        n++;
    free(block);
    armex_text_free(&script);
    return n;
}

static void a_missing_year_and_a_break_are_gaps(void **state)
{
    (void)state;
    const struct observation rows[] = {{"AAA", "Alpha", 2018, 1e9, NULL},
                                       {"AAA", "Alpha", 2019, 1e9, NULL},
                                       {"AAA", "Alpha", 2021, 1e9, NULL},
                                       {"AAA", "Alpha", 2022, 1e9, NULL}};
    struct armex_table *table = show_of(rows, 4, "usd");
    const struct armex_chart chart = chart_of("area", table);
    assert_int_equal(stretches(&chart, "accent_bands"), 2);
    expect_title(&chart, "Arms export orders, 2018\u20132022",
                 "Nothing is drawn of 1 year without a figure of Alpha.");
    armex_table_free(table);
}

/** On the ground of a subject that is missing all others would fall. */
static void a_year_without_the_subject_is_left_out_whole(void **state)
{
    (void)state;
    const struct observation rows[] = {
        {"AAA", "Alpha", 2018, 3e9, NULL}, {"AAA", "Alpha", 2020, 3e9, NULL},
        {"BBB", "Beta", 2017, 2e9, NULL},  {"BBB", "Beta", 2018, 2e9, NULL},
        {"BBB", "Beta", 2019, 2e9, NULL},  {"BBB", "Beta", 2020, 2e9, NULL}};
    struct armex_table *table = show_of(rows, 6, "usd");
    struct armex_chart chart = chart_of("area", table);
    chart.highlight = "AAA";
    // 2017 stands on the ground, so it does not run on; then 2018, then 2020
    assert_int_equal(stretches(&chart, "deep_bands"), 3);
    assert_int_equal(stretches(&chart, "accent_bands"), 2);
    expect_title(&chart, "Arms export orders, 2017\u20132020",
                 "Nothing is drawn of 1 year without a figure of Alpha.");
    chart.highlight = "BBB"; // it lies on none that is missing
    assert_int_equal(stretches(&chart, "accent_bands"), 1);
    armex_table_free(table);
}

static void beyond_eight_all_others_are_one_band_but_never_the_subject(void **state)
{
    (void)state;
    struct observation rows[20];
    static char codes[20][16];
    for (int i = 0; i < 20; i++) { // 20 bn down to 1 bn: 210 in all
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct observation){codes[i], codes[i], 2025, 1e9 * (20 - i), NULL};
    }
    struct armex_table *table = show_of(rows, 20, "usd");
    struct armex_chart chart = chart_of("area", table);
    chart.highlight = "X19";
    expect_words(&chart, "subject_label", "X19\u00a0\u00a01.0");
    // 210 - (20 + 19 + 18 + 17 + 16 + 15 + 14) - 1
    expect_words(&chart, "labels",
                 "All others\u00a0\u00a090.0|X06\u00a0\u00a014.0|X05\u00a0\u00a015.0|"
                 "X04\u00a0\u00a016.0|X03\u00a0\u00a017.0|X02\u00a0\u00a018.0|"
                 "X01\u00a0\u00a019.0|X00\u00a0\u00a020.0");
    expect_title(&chart, "Arms export orders, 2025", "All others: 12.");
    armex_table_free(table);
}

static void losses_and_unlike_counts_are_refused(void **state)
{
    (void)state;
    const struct observation rows[] = {{"AAA", "Alpha", 2020, 1e9, NULL},
                                       {"AAA", "Alpha", 2021, -1e9, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    const struct armex_chart chart = chart_of("area", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "an area chart stacks parts of a whole, and Alpha has a figure "
                   "below zero in 2021: draw a 'line'");
    armex_table_free(table);
}

static void nothing_but_zeros_has_no_shares_and_is_still_drawn(void **state)
{
    (void)state;
    const struct observation rows[] = {{"AAA", "Alpha", 2020, 0.0, NULL},
                                       {"AAA", "Alpha", 2021, 0.0, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    struct armex_chart chart = chart_of("area", table);
    expect_words(&chart, "subject_label", "Alpha\u00a0\u00a00");
    chart.share = true;
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    armex_text_free(&script);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_greatest_lies_lowest_and_the_world_is_no_part),
        cmocka_unit_test(shares_are_of_each_years_whole),
        cmocka_unit_test(published_shares_are_filled_up_to_a_hundred),
        cmocka_unit_test(a_missing_year_and_a_break_are_gaps),
        cmocka_unit_test(a_year_without_the_subject_is_left_out_whole),
        cmocka_unit_test(beyond_eight_all_others_are_one_band_but_never_the_subject),
        cmocka_unit_test(losses_and_unlike_counts_are_refused),
        cmocka_unit_test(nothing_but_zeros_has_no_shares_and_is_still_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
