/** tests/chart/test_fan.c: the years to come, and how far off they may be. */
#include "blocks.h"
#include "courses.h"

static void the_title_says_an_interval_and_the_note_what_forecasts_were_worth(
    void **state)
{
    (void)state;
    struct armex_table *table = course_of(korea, 6, to_come, 2, "forecast");
    const struct armex_chart chart = chart_of("fan", table);
    expect_title(&chart,
                 "South Korea\u2019s arms export orders in 2027: 80% likely between "
                 "$8.0 billion and $24.0 billion",
                 "Tried on 4 past years, such a forecast was off by $1.5 billion one "
                 "year ahead; the last figure alone by $1.3 billion.");
    armex_table_free(table);
}

static void the_last_year_is_labelled_at_its_end(void **state)
{
    (void)state;
    struct armex_table *table = course_of(korea, 6, to_come, 2, "forecast");
    const struct armex_chart chart = chart_of("fan", table);
    expect_words(&chart, "middle_label", "14.0\u00a0\u00a0in\u00a02027");
    expect_words(&chart, "labels",
                 "24.0\u00a0\u00a080%|8.0\u00a0\u00a080%|5.0\u00a0\u00a095%");
    armex_table_free(table);
}

static void a_band_ends_where_a_bound_is_not_known(void **state)
{
    (void)state;
    struct armex_table *table = course_of(korea, 6, to_come, 2, "forecast");
    const struct armex_chart chart = chart_of("fan", table);
    assert_int_equal(rows_of(&chart, "narrow_band"), 4); // 2025, 2026, 2027, the gap
    assert_int_equal(rows_of(&chart, "wide_band"), 3);   // 2027 has no upper bound
    assert_int_equal(rows_of(&chart, "middle"), 3);
    armex_table_free(table);
}

static void what_is_not_forecast_is_refused_with_the_reason(void **state)
{
    (void)state;
    const struct course gap = {0, NAN, NAN, NAN, NAN, NAN, NAN, "gap"};
    struct armex_table *table = course_of(korea, 6, &gap, 1, "forecast");
    struct armex_chart chart = chart_of("fan", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "no forecast for South Korea: a year is missing: choose years "
                   "that follow each other, with --years");
    armex_table_free(table);
    table = show_of(korea, 6, "usd");
    chart = chart_of("fan", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "a fan chart draws a table of trend with a forecast, and this "
                   "one has no column 'forecast'");
    armex_table_free(table);
}

static void a_forecast_that_does_not_follow_the_last_figure_is_not_drawn(void **state)
{
    (void)state;
    const struct course late = {2030, 14e9, 9e9, 21e9, 7e9, 27e9, NAN, NULL};
    struct armex_table *table = course_of(korea, 6, &late, 1, "forecast");
    const struct armex_chart chart = chart_of("fan", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "no forecast for South Korea: its figures do not allow it");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            the_title_says_an_interval_and_the_note_what_forecasts_were_worth),
        cmocka_unit_test(the_last_year_is_labelled_at_its_end),
        cmocka_unit_test(a_band_ends_where_a_bound_is_not_known),
        cmocka_unit_test(what_is_not_forecast_is_refused_with_the_reason),
        cmocka_unit_test(a_forecast_that_does_not_follow_the_last_figure_is_not_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
