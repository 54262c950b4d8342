/** tests/chart/test_golden_extremes.c: data at their extremes, and charts for paper and
 *  for slides, byte for byte. */
#include "golden.h"

static void expect_styles(struct armex_chart *chart)
{
    char name[64];
    for (int style = ARMEX_PAPER; style <= ARMEX_SLIDE; style++) {
        chart->style = (enum armex_chart_style)style;
        snprintf(name, sizeof name, "%s_%s", chart->kind->name,
                 armex_chart_style_name(chart->style));
        expect_golden(chart, name);
    }
}

static void a_line_for_paper_and_slide_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    expect_styles(&chart);
    armex_table_free(table);
}

static void a_ranking_for_paper_and_slide_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct place places[] = {
        {1, "USA", "United States", 2023, 53.3e9, 0.417, 1, 0.344, 0.172, 5},
        {2, "FRA", "France", 2023, 13.9e9, 0.109, 3, 0.072, 0.473, 5},
        {3, "RUS", "Russia", 2023, 13.5e9, 0.105, 2, 0.215, -0.526, 5},
        {4, "KOR", "South Korea", 2023, 2.5e9, 0.020, 4, 0.017, 0.115, 5}};
    struct armex_table *table = rank_of(places, 4, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("rank", table);
    chart.highlight = "KOR";
    expect_styles(&chart);
    armex_table_free(table);
}

static void a_matrix_for_paper_and_slide_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_chart chart = chart_of("matrix", table);
    chart.highlight = "KOR";
    expect_styles(&chart);
    armex_table_free(table);
}

static void expect_line(const struct observation *rows, size_t n, const char *name)
{
    struct armex_table *table = show_of(rows, n, "usd");
    const struct armex_chart chart = chart_of("line", table);
    expect_golden(&chart, name);
    armex_table_free(table);
}

static void one_figure_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    expect_line(korea + 2, 1, "line_one_point");
}

static void one_year_of_several_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation rows[] = {{"KOR", "South Korea", 2022, 17.3e9, NULL},
                                       {"FRA", "France", 2022, 27.0e9, NULL},
                                       {"ISR", "Israel", 2022, 12.5e9, NULL}};
    expect_line(rows, 3, "line_one_year");
}

static void nothing_but_zeros_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation rows[] = {{"KOR", "South Korea", 2021, 0.0, NULL},
                                       {"KOR", "South Korea", 2022, 0.0, NULL},
                                       {"KOR", "South Korea", 2023, 0.0, NULL}};
    expect_line(rows, 3, "line_zero");
}

static void figures_below_zero_are_drawn_as_they_were(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation rows[] = {{"KOR", "South Korea", 2021, 2e9, NULL},
                                       {"KOR", "South Korea", 2022, -3.5e9, NULL},
                                       {"KOR", "South Korea", 2023, -0.4e9, NULL}};
    expect_line(rows, 3, "line_negative");
}

static void figures_far_apart_are_drawn_as_they_were(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation rows[] = {{"KOR", "South Korea", 2021, 4e3, NULL},
                                       {"KOR", "South Korea", 2022, 9e7, NULL},
                                       {"USA", "United States", 2021, 2e12, NULL},
                                       {"USA", "United States", 2022, 3e12, NULL}};
    expect_line(rows, 4, "line_huge_range");
}

/** Letters that Inter has: which other fonts there are differs from machine to machine.
 */
static void long_and_foreign_names_are_drawn_as_they_were(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    const struct observation rows[] = {
        {"BLR", "\xd0\x91\xd0\xb5\xd0\xbb\xd0\xb0\xd1\x80\xd1\x83\xd1\x81\xd1\x8c",
         2022, 17.3e9, NULL},
        {"BLR", "\xd0\x91\xd0\xb5\xd0\xbb\xd0\xb0\xd1\x80\xd1\x83\xd1\x81\xd1\x8c",
         2023, 13.0e9, NULL},
        {"GRC", "\xce\x95\xce\xbb\xce\xbb\xce\xac\xce\xb4\xce\xb1", 2022, 4.2e9, NULL},
        {"GRC", "\xce\x95\xce\xbb\xce\xbb\xce\xac\xce\xb4\xce\xb1", 2023, 6.1e9, NULL},
        {"GBR", "United Kingdom of Great Britain and Northern Ireland", 2022, 9e9,
         NULL},
        {"GBR", "United Kingdom of Great Britain and Northern Ireland", 2023, 8e9,
         NULL}};
    expect_line(rows, 6, "line_names");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_for_paper_and_slide_is_drawn_as_it_was),
        cmocka_unit_test(a_ranking_for_paper_and_slide_is_drawn_as_it_was),
        cmocka_unit_test(a_matrix_for_paper_and_slide_is_drawn_as_it_was),
        cmocka_unit_test(one_figure_is_drawn_as_it_was),
        cmocka_unit_test(one_year_of_several_is_drawn_as_it_was),
        cmocka_unit_test(nothing_but_zeros_is_drawn_as_it_was),
        cmocka_unit_test(figures_below_zero_are_drawn_as_they_were),
        cmocka_unit_test(figures_far_apart_are_drawn_as_they_were),
        cmocka_unit_test(long_and_foreign_names_are_drawn_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
