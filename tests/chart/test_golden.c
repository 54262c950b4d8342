/**
 * tests/chart/test_golden.c: charts of each kind, byte for byte.
 */
#include "courses.h"
#include "fits.h"
#include "golden.h"

static const struct place standings[] = {
    {1, "USA", "United States", 2018, 45.5e9, 0.344, 1, NAN, NAN, 5},
    {2, "RUS", "Russia", 2018, 28.4e9, 0.215, 2, NAN, NAN, 5},
    {3, "FRA", "France", 2018, 9.5e9, 0.072, 3, NAN, NAN, 5},
    {4, "KOR", "South Korea", 2018, 2.3e9, 0.017, 4, NAN, NAN, 5},
    {1, "USA", "United States", 2023, 53.3e9, 0.417, 1, 0.344, 0.172, 5},
    {2, "FRA", "France", 2023, 13.9e9, 0.109, 3, 0.072, 0.473, 5},
    {3, "RUS", "Russia", 2023, 13.5e9, 0.105, 2, 0.215, -0.526, 5},
    {4, "KOR", "South Korea", 2023, 2.5e9, 0.020, 4, 0.017, 0.115, 5},
};

/** The dark one is a phone's column. */
static void expect_light_and_dark(struct armex_chart *chart, const char *name)
{
    char dark[64];
    snprintf(dark, sizeof dark, "%s_dark", name);
    expect_golden(chart, name);
    chart->dark = true;
    chart->width = 328;
    expect_golden(chart, dark);
}

static void a_line_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("line", table);
    expect_golden(&chart, "line");
    armex_table_free(table);
}

static void a_fitted_line_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = fit_of(smooth, 6, "spline", 0);
    struct armex_chart chart = chart_of("line", table);
    expect_light_and_dark(&chart, "line_fitted");
    armex_table_free(table);
}

static void a_ranking_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("rank", table);
    chart.highlight = "KOR";
    expect_golden(&chart, "rank");
    armex_table_free(table);
}

static void a_bump_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "FRA";
    chart.dark = true;
    chart.width = 328;
    expect_golden(&chart, "bump");
    armex_table_free(table);
}

/** Forty years in which the two foremost change places every third. */
static void a_long_bump_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct place rows[2 * 40];
    for (int y = 0; y < 40; y++) {
        const double first = y % 3 ? 1 : 2;
        rows[2 * y] = (struct place){
            first, "USA", "United States", 1986 + y, 9e9, NAN, NAN, NAN, NAN, 1};
        rows[2 * y + 1] = (struct place){3 - first, "RUS", "Russia", 1986 + y, 9e9,
                                         NAN,       NAN,   NAN,      NAN,      1};
    }
    struct armex_table *table = rank_of(rows, 80, "usd", "orders");
    struct armex_chart chart = chart_of("bump", table);
    chart.highlight = "RUS";
    expect_light_and_dark(&chart, "bump_long");
    armex_table_free(table);
}

static void a_dumbbell_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("dumbbell", table);
    chart.highlight = "KOR";
    expect_golden(&chart, "dumbbell");
    armex_table_free(table);
}

static void a_heat_map_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("heat", table);
    expect_golden(&chart, "heat");
    armex_table_free(table);
}

static void a_triangle_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("triangle", table);
    expect_golden(&chart, "triangle");
    armex_table_free(table);
}

static void a_multiples_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("multiples", table);
    expect_golden(&chart, "multiples");
    armex_table_free(table);
}

static void a_revisions_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("revisions", table);
    expect_golden(&chart, "revisions");
    armex_table_free(table);
}

static void an_index_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("index", table);
    expect_golden(&chart, "index");
    armex_table_free(table);
}

static void a_slope_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("slope", table);
    chart.highlight = "KOR";
    expect_light_and_dark(&chart, "slope");
    armex_table_free(table);
}

static void a_waterfall_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("waterfall", table);
    expect_light_and_dark(&chart, "waterfall");
    armex_table_free(table);
}

/** Four years of three, one of which begins late. */
static const struct observation three[] = {
    {"KOR", "South Korea", 2020, 3.0e9, NULL},
    {"KOR", "South Korea", 2021, 7.25e9, NULL},
    {"KOR", "South Korea", 2022, 17.3e9, NULL},
    {"KOR", "South Korea", 2023, 13.0e9, NULL},
    {"FRA", "France", 2020, 4.9e9, NULL},
    {"FRA", "France", 2021, 11.7e9, NULL},
    {"FRA", "France", 2022, 27.0e9, NULL},
    {"FRA", "France", 2023, 8.2e9, NULL},
    {"ISR", "Israel", 2022, 12.5e9, NULL},
    {"ISR", "Israel", 2023, 13.1e9, NULL},
};

static void an_area_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(three, 10, "usd");
    struct armex_chart chart = chart_of("area", table);
    expect_light_and_dark(&chart, "area");
    armex_table_free(table);
}

static void a_fan_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = course_of(korea, 6, to_come, 2, "forecast");
    struct armex_chart chart = chart_of("fan", table);
    expect_light_and_dark(&chart, "fan");
    armex_table_free(table);
}

static void breaks_are_drawn_as_they_were(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = course_of(korea, 6, one_break, 1, "steps");
    struct armex_chart chart = chart_of("breaks", table);
    expect_light_and_dark(&chart, "breaks");
    armex_table_free(table);
}

static void a_concentration_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = shares_of(spread, 3);
    struct armex_chart chart = chart_of("concentration", table);
    expect_light_and_dark(&chart, "concentration");
    armex_table_free(table);
}

static void a_scatter_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = counts_of(volumes, 8, &volume_and_value);
    struct armex_chart chart = chart_of("scatter", table);
    chart.highlight = "KOR";
    expect_golden(&chart, "scatter");
    armex_table_free(table);
    table = counts_of(volumes, 8, &alike);
    chart.table = table;
    chart.dark = true;
    chart.width = 328;
    expect_golden(&chart, "scatter_dark");
    armex_table_free(table);
}

static void an_agreement_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = counts_of(volumes, 8, &alike);
    struct armex_chart chart = chart_of("agreement", table);
    chart.highlight = "KOR";
    expect_light_and_dark(&chart, "agreement");
    armex_table_free(table);
}

static void a_matrix_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_chart chart = chart_of("matrix", table);
    chart.highlight = "KOR";
    expect_golden(&chart, "matrix");
    armex_table_free(table);
}

static void a_flow_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = pairs_of(deliveries, 8);
    struct armex_chart chart = chart_of("flow", table);
    chart.highlight = "KOR";
    expect_light_and_dark(&chart, "flow");
    armex_table_free(table);
}

/** A phone's column alone: the outlines are many bytes. */
static void a_map_is_drawn_as_it_was(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = rank_of(standings, 8, "tiv", "deliveries-tiv");
    struct armex_chart chart = chart_of("map", table);
    chart.highlight = "KOR";
    chart.width = 328;
    expect_golden(&chart, "map");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_drawn_as_it_was),
        cmocka_unit_test(a_fitted_line_is_drawn_as_it_was),
        cmocka_unit_test(a_ranking_is_drawn_as_it_was),
        cmocka_unit_test(a_bump_is_drawn_as_it_was),
        cmocka_unit_test(a_long_bump_is_drawn_as_it_was),
        cmocka_unit_test(a_dumbbell_is_drawn_as_it_was),
        cmocka_unit_test(a_heat_map_is_drawn_as_it_was),
        cmocka_unit_test(a_triangle_is_drawn_as_it_was),
        cmocka_unit_test(a_multiples_is_drawn_as_it_was),
        cmocka_unit_test(a_revisions_is_drawn_as_it_was),
        cmocka_unit_test(an_index_is_drawn_as_it_was),
        cmocka_unit_test(a_slope_is_drawn_as_it_was),
        cmocka_unit_test(a_waterfall_is_drawn_as_it_was),
        cmocka_unit_test(an_area_is_drawn_as_it_was),
        cmocka_unit_test(a_fan_is_drawn_as_it_was),
        cmocka_unit_test(breaks_are_drawn_as_they_were),
        cmocka_unit_test(a_concentration_is_drawn_as_it_was),
        cmocka_unit_test(a_scatter_is_drawn_as_it_was),
        cmocka_unit_test(an_agreement_is_drawn_as_it_was),
        cmocka_unit_test(a_matrix_is_drawn_as_it_was),
        cmocka_unit_test(a_flow_is_drawn_as_it_was),
        cmocka_unit_test(a_map_is_drawn_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
