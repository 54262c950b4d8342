/** tests/chart/test_regimes.c: the stretches between the breaks of a series. */
#include "blocks.h"
#include "courses.h"

/* Geometric means by hand: 2 of 2 and 2, 8 of 4 and 16. */
static const struct observation steps[] = {{"KOR", "South Korea", 2020, 2e9, NULL},
                                           {"KOR", "South Korea", 2021, 2e9, NULL},
                                           {"KOR", "South Korea", 2022, 4e9, NULL},
                                           {"KOR", "South Korea", 2023, 16e9, NULL}};

static void levels_are_geometric_means_of_each_stretch(void **state)
{
    (void)state;
    struct armex_table *table = course_of(steps, 4, one_break, 1, "steps");
    const struct armex_chart chart = chart_of("breaks", table);
    expect_words(&chart, "levels", "2.0|8.0"); // sqrt(4 x 16)
    expect_words(&chart, "break_years", "2022 (2021\u20132023)");
    expect_title(&chart,
                 "South Korea\u2019s arms export orders rose in 2022 from about $2.0 "
                 "billion a year to $8.0 billion",
                 "Shaded: where a break lies with 95%.");
    armex_table_free(table);
}

static void several_breaks_are_named_by_their_years(void **state)
{
    (void)state;
    const struct course two[] = {{2021, NAN, NAN, NAN, NAN, NAN, 1, NULL},
                                 {2023, NAN, NAN, NAN, NAN, NAN, 2, NULL}};
    struct armex_table *table = course_of(steps, 4, two, 2, "breaks");
    const struct armex_chart chart = chart_of("breaks", table);
    expect_title(
        &chart, "South Korea\u2019s arms export orders changed course in 2021 and 2023",
        "Of 2 breaks no interval can be said.");
    expect_words(&chart, "levels", ""); // they slope
    armex_table_free(table);
}

static void a_series_without_a_break_says_so(void **state)
{
    (void)state;
    const struct course none = {0, NAN, NAN, NAN, NAN, NAN, 0, NULL};
    struct armex_table *table = course_of(steps, 4, &none, 1, "steps");
    const struct armex_chart chart = chart_of("breaks", table);
    expect_title(&chart,
                 "No break in South Korea\u2019s arms export orders, 2020\u20132023",
                 "");
    expect_words(&chart, "break_years", "");
    armex_table_free(table);
}

static void what_cannot_be_tested_is_refused_with_the_reason(void **state)
{
    (void)state;
    const struct course few = {0, NAN, NAN, NAN, NAN, NAN, NAN, "missing"};
    struct armex_table *table = course_of(steps, 4, &few, 1, "steps");
    const struct armex_chart chart = chart_of("breaks", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "no breaks can be sought for South Korea: fewer than ten years "
                   "have a figure");
    armex_table_free(table);
}

/** The figures climb through the place above the beginning of the second level, which
 *  is the geometric mean of 1 and 64. */
static void a_level_has_its_figure_where_nothing_runs_through_it(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e8, NULL},
                                       {"KOR", "South Korea", 2021, 1e8, NULL},
                                       {"KOR", "South Korea", 2022, 1e9, NULL},
                                       {"KOR", "South Korea", 2023, 64e9, NULL}};
    struct armex_table *table = course_of(rows, 4, one_break, 1, "steps");
    const struct armex_chart chart = chart_of("breaks", table);
    struct armex_text script = {0};
    double x, y, x0, y0, x1, y1;
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), ARMEX_OK);
    char *levels = block_of(script.data, "levels"),
         *dots = block_of(script.data, "dots");
    assert_int_equal(sscanf(levels, "%*f\t%*f\t%*s\n%lf\t%lf", &x, &y), 2);
    assert_int_equal(
        sscanf(dots, "%*f\t%*f\n%*f\t%*f\n%lf\t%lf\n%lf\t%lf", &x0, &y0, &x1, &y1), 4);
    const double half = 7.0, width = 18.0; // of "8.0"
    for (double part = 0.0; part <= 1.0; part += 0.001)
        assert_false(x0 + part * (x1 - x0) > x && x0 + part * (x1 - x0) < x + width &&
                     fabs(y0 + part * (y1 - y0) - y) < half);
    assert_true(x < x1);
    expect_words(&chart, "levels", "0.1|8.0");
    free(levels);
    free(dots);
    armex_text_free(&script);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_has_its_figure_where_nothing_runs_through_it),
        cmocka_unit_test(levels_are_geometric_means_of_each_stretch),
        cmocka_unit_test(several_breaks_are_named_by_their_years),
        cmocka_unit_test(a_series_without_a_break_says_so),
        cmocka_unit_test(what_cannot_be_tested_is_refused_with_the_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
