/** tests/analysis/test_trend.c: trends as tables: what stands where, and what is
 * refused. */
#include "analysis/trend.h"
#include "by_hand.h"
#include "reference/reference.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

static struct armex_table *trend(int first_year, const struct by_hand *series, size_t n,
                                 struct armex_trend_options options)
{
    struct armex_panel *panel = panel_by_hand(first_year, series, n);
    struct armex_table *table;
    struct armex_error error = {.message = ""};
    if (armex_trend(&table, panel, &options, &error))
        fail_msg("%s", error.message);
    armex_panel_free(panel);
    return table;
}

/* R's airline miles, 1937 to 1960, as if they were orders; `marks` NULL: all
 * final. */
static struct armex_table *marked_miles(const char *marks,
                                        struct armex_trend_options options)
{
    static struct numbers found;
    reference(&found, "series", "miles");
    return trend(1937,
                 &(struct by_hand){.marks = marks ? marks : "FFFFFFFFFFFFFFFFFFFFFFFF",
                                   .values = found.at},
                 1, options);
}

static struct armex_table *miles(struct armex_trend_options options)
{
    return marked_miles(NULL, options);
}

static void a_line_is_a_rate_with_two_errors_and_a_robust_rate(void **state)
{
    (void)state;
    struct armex_table *table = miles((struct armex_trend_options){0});
    static struct numbers b, se, hac, hc3, robust;
    reference(&b, "trend", "coefficients");
    reference(&se, "trend", "errors");
    reference(&hac, "trend", "hac2");
    reference(&hc3, "trend", "hc3");
    reference(&robust, "trend", "theil_sen");
    const double reach = gsl_cdf_tdist_Pinv(0.975, 22) * hac.at[1];

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "from"), 1937, 0);
    assert_close(cell(table, 0, "to"), 1960, 0);
    assert_close(cell(table, 0, "observations"), 24, 0);
    assert_close(cell(table, 0, "growth"), expm1(b.at[1]), 1e-13);
    assert_close(cell(table, 0, "lower"), expm1(b.at[1] - reach), 1e-13);
    assert_close(cell(table, 0, "upper"), expm1(b.at[1] + reach), 1e-13);
    assert_close(cell(table, 0, "standard_error"), se.at[1], 1e-14);
    assert_close(cell(table, 0, "standard_error_hac"), hac.at[1], 1e-14);
    assert_close(cell(table, 0, "standard_error_hc3"), hc3.at[1], 1e-14);
    assert_close(cell(table, 0, "lag"), 2, 0);
    assert_close(cell(table, 0, "theil_sen"), expm1(robust.at[0]), 1e-13);
    assert_close(cell(table, 0, "theil_sen_lower"), expm1(robust.at[2]), 1e-13);
    assert_close(cell(table, 0, "p_value"), robust.at[4], 1e-15);
    assert_string_equal(word(table, 0, "reason"), "");
    armex_table_free(table);
}

static void steady_growth_is_exact_across_a_missing_year_and_a_zero(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "F.FPF<",
                                 .values = (double[]){100, 0, 121, 133.1, 146.41, 0}};
    struct armex_table *table = trend(2019, &hand, 1, (struct armex_trend_options){0});
    assert_close(cell(table, 0, "growth"), 0.1, 1e-14);
    assert_close(cell(table, 0, "theil_sen"), 0.1, 1e-14);
    assert_close(cell(table, 0, "observations"), 4, 0);
    assert_close(cell(table, 0, "to"), 2023, 0);
    assert_missing(cell(table, 0, "autocorrelation")); // a gap has no neighbours
    assert_note(table->notes, "not final: South Korea 2022 (preliminary)");
    armex_table_free(table);
}

static void expect_reason(const char *marks, const double *values,
                          struct armex_trend_options options, const char *reason)
{
    const struct by_hand hand = {.marks = marks, .values = values};
    struct armex_table *table = trend(2000, &hand, 1, options);
    assert_int_equal(table->n_rows, 1);
    assert_string_equal(word(table, 0, "reason"), reason);
    for (size_t c = 0; c < table->n_columns; c++)
        if (table->columns[c].type != ARMEX_COLUMN_TEXT)
            assert_missing(armex_table_get_number(table, 0, c));
    armex_table_free(table);
}

static void what_has_no_answer_says_why_in_a_row_of_its_own(void **state)
{
    (void)state;
    const double v[] = {3, 4, 3, 5, 6, 5, 7, 8, 7, 9, 9, 10};
    const double none[] = {3, 4, 3, 5, 6, 0, 7, 8, 7, 9, 9, 10};
    const double line[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048};
    const struct armex_trend_options local = {.fit = ARMEX_TREND_LOCAL},
                                     steps = {.fit = ARMEX_TREND_STEPS},
                                     cusum = {.fit = ARMEX_TREND_CUSUM},
                                     three = {.forecast = 3}, fitted = {0};
    expect_reason("FF..........", v, fitted, "too_few");
    expect_reason("............", v, fitted, "missing");
    expect_reason("FFFFFUFFFFFF", v, fitted, "unit_break");
    expect_reason("FFFFFEFFFFFF", v, three, "entity_break");
    expect_reason("FFFFF.FFFFFF", v, cusum, "gap");
    expect_reason("FFFFF.FFFFFF", v, three, "gap");
    expect_reason("FFFFFFFFF...", v, three, "too_few"); // nine figures
    expect_reason("FFFFFFFFF...", v, steps, "too_few");
    expect_reason("FFFFF0FFFFFF", none, local, "zero_base");
    expect_reason("FFFFF0FFFFFF", none, steps, "zero_base");
    expect_reason("FFFFFFFFFFFF", line, local, "no_noise");
}

static void a_series_too_short_is_named_with_what_it_takes(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFFFFF",
                                 .values = (double[]){1, 2, 3, 4, 3, 5}};
    struct armex_table *table =
        trend(2018, &hand, 1, (struct armex_trend_options){.forecast = 2});
    assert_note(table->notes, "too few years with a figure that can be used: "
                              "South Korea (6 of 10)");
    armex_table_free(table);
}

static void a_gap_is_named_with_the_longest_stretch_without(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FF.FFFF.FFFF",
                                 .values =
                                     (double[]){1, 2, 0, 3, 4, 3, 5, 0, 4, 5, 4, 6}};
    struct armex_table *table =
        trend(2010, &hand, 1, (struct armex_trend_options){.fit = ARMEX_TREND_CUSUM});
    assert_note(table->notes,
                "no year may be missing here; without a gap: South Korea 2018-2021");
    armex_table_free(table);
}

static void means_and_medians_stand_at_the_end_of_whole_windows(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFFF.FFF",
                                 .values = (double[]){1, 2, 9, 4, 0, 6, 1, 2}};
    struct armex_trend_options options = {.fit = ARMEX_TREND_MEAN, .window = 3};
    struct armex_table *table = trend(2016, &hand, 1, options);
    assert_int_equal(table->n_rows, 8);
    assert_missing(cell(table, 1, "fitted"));
    assert_close(cell(table, 2, "fitted"), 4, 0);
    assert_close(cell(table, 3, "fitted"), 5, 0);
    for (size_t row = 4; row < 7; row++)
        assert_missing(cell(table, row, "fitted"));
    assert_close(cell(table, 7, "fitted"), 3, 0);
    armex_table_free(table);
    options.fit = ARMEX_TREND_MEDIAN;
    table = trend(2016, &hand, 1, options);
    assert_close(cell(table, 2, "fitted"), 2, 0);
    assert_close(cell(table, 3, "fitted"), 4, 0);
    assert_missing(cell(table, 5, "fitted"));
    armex_table_free(table);
    options.at_least = 2;
    table = trend(2016, &hand, 1, options);
    assert_close(cell(table, 4, "fitted"), 6.5, 0); // of 9 and 4
    assert_missing(cell(table, 4, "value"));
    armex_table_free(table);
}

static void smoothers_work_on_logarithms_and_answer_in_figures(void **state)
{
    (void)state;
    static struct numbers hp;
    struct armex_table *table =
        miles((struct armex_trend_options){.fit = ARMEX_TREND_HP});
    reference(&hp, "smooth", "hp");
    assert_int_equal(table->n_rows, 24);
    for (size_t row = 0; row < 24; row++) {
        assert_close_relative(cell(table, row, "fitted"), exp(hp.at[row]), 1e-12);
        assert_missing(cell(table, row, "lower"));
    }
    armex_table_free(table);
    for (int fit = ARMEX_TREND_SPLINE; fit <= ARMEX_TREND_LOCAL; fit += 2) {
        table = miles((struct armex_trend_options){.fit = (enum armex_trend_fit)fit});
        for (size_t row = 0; row < 24; row++) {
            assert_true(cell(table, row, "lower") < cell(table, row, "fitted"));
            assert_true(cell(table, row, "fitted") < cell(table, row, "upper"));
        }
        armex_table_free(table);
    }
}

static void the_local_trend_estimates_a_missing_year_with_a_wider_band(void **state)
{
    (void)state;
    struct armex_table *table =
        marked_miles("FFFFF..FFFFFFF..FFFFFFFF",
                     (struct armex_trend_options){.fit = ARMEX_TREND_LOCAL});
    assert_int_equal(table->n_rows, 24);
    for (size_t row = 5; row < 7; row++) {
        assert_missing(cell(table, row, "value"));
        assert_true(cell(table, row, "fitted") > cell(table, 4, "fitted"));
        assert_true(cell(table, row, "upper") / cell(table, row, "lower") >
                    1.1 * cell(table, 4, "upper") / cell(table, 4, "lower"));
    }
    armex_table_free(table);
}

static void hodrick_prescott_fits_a_missing_year_and_names_it(void **state)
{
    (void)state;
    static struct numbers gap;
    struct armex_table *table =
        marked_miles("FFFFF..FFFFFFF..FFFFFFFF",
                     (struct armex_trend_options){.fit = ARMEX_TREND_HP});

    reference(&gap, "smooth", "hp_gap");
    assert_int_equal(table->n_rows, 24);
    assert_missing(cell(table, 5, "value"));
    for (size_t row = 0; row < 24; row++)
        assert_close_relative(cell(table, row, "fitted"), exp(gap.at[row]), 1e-12);
    assert_note(table->notes, "a year without a figure weighs nothing, the trend leads "
                              "across: South Korea 1942-1943, South Korea 1951-1952");
    armex_table_free(table);
}

/* The Nile with four years of none. */
static struct armex_table *dry_nile(enum armex_trend_fit fit, bool levels)
{
    static struct numbers nile;
    char marks[101];

    reference(&nile, "series", "nile");
    memset(marks, 'F', 100);
    marks[100] = '\0';
    marks[4] = marks[39] = marks[40] = marks[41] = '0';
    nile.at[4] = nile.at[39] = nile.at[40] = nile.at[41] = 0.0;
    const struct by_hand hand = {.marks = marks, .values = nile.at};
    return trend(1871, &hand, 1,
                 (struct armex_trend_options){.fit = fit, .levels = levels});
}

static void levels_take_a_year_of_nil_as_zero_and_logarithms_refuse_it(void **state)
{
    (void)state;
    static struct numbers hp, spline;
    struct armex_table *table = dry_nile(ARMEX_TREND_HP, false);

    assert_string_equal(word(table, 0, "reason"), "zero_base");
    assert_note(table->notes,
                "figures of zero or less have no logarithm: South Korea 1875, South "
                "Korea 1910, South Korea 1911, South Korea 1912; --levels fits the "
                "figures themselves");
    armex_table_free(table);
    reference(&hp, "smooth", "hp_zero");
    reference(&spline, "smooth", "spline_zero");
    table = dry_nile(ARMEX_TREND_HP, true);
    for (size_t row = 0; row < 100; row++)
        assert_close_relative(cell(table, row, "fitted"), hp.at[row], 1e-12);
    armex_table_free(table);
    table = dry_nile(ARMEX_TREND_SPLINE, true);
    for (size_t row = 0; row < 100; row++)
        assert_close_relative(cell(table, row, "fitted"), spline.at[row], 1e-4);
    armex_table_free(table);
    table = dry_nile(ARMEX_TREND_LOCAL, true);
    assert_int_equal(table->n_rows, 100);
    assert_close(cell(table, 4, "value"), 0, 0);
    assert_close(cell(table, 50, "growth"),
                 cell(table, 51, "fitted") / cell(table, 50, "fitted") - 1, 0.05);
    armex_table_free(table);
}

static void breaks_in_levels_are_those_of_strucchange_in_their_own_unit(void **state)
{
    (void)state;
    static struct numbers nile, bic;
    char marks[101];
    reference(&nile, "series", "nile");
    reference(&bic, "breaks", "nile_bic");
    memset(marks, 'F', 100);
    marks[100] = '\0';
    const struct by_hand hand = {.marks = marks, .values = nile.at};
    struct armex_table *table =
        trend(1871, &hand, 1,
              (struct armex_trend_options){.fit = ARMEX_TREND_STEPS, .levels = true});
    double before = 0.0;

    for (size_t i = 0; i < 28; i++)
        before += nile.at[i] / 28.0;
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "year"), 1899, 0);
    assert_close_relative(cell(table, 0, "before"), before, 1e-13);
    assert_close_relative(cell(table, 0, "sup_f"),
                          reference_number("breaks", "nile_sup_f"), 1e-10);
    assert_close_relative(cell(table, 0, "bic"), bic.at[1], 1e-12);
    assert_close(cell(table, 0, "change"),
                 cell(table, 0, "after") / cell(table, 0, "before") - 1, 1e-14);
    armex_table_free(table);
}

static void levels_are_refused_where_growth_is_meant(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFF", .values = (double[]){1, 2, 3}};
    struct armex_panel *panel = panel_by_hand(2000, &hand, 1);
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_trend(&table, panel,
                                 &(struct armex_trend_options){.levels = true}, &error),
                     ARMEX_USAGE);
    assert_string_equal(error.message,
                        "--levels is of --fit spline, hp, local, breaks and steps");
    armex_panel_free(panel);
}

static void a_break_is_dated_by_the_first_year_after_it(void **state)
{
    (void)state;
    const struct by_hand hand = {
        .marks = "FFFFFFFFFFFFFF",
        .values = (double[]){10, 11, 10, 9, 10, 11, 10, 20, 21, 19, 20, 22, 20, 19}};
    struct armex_table *table =
        trend(2010, &hand, 1, (struct armex_trend_options){.fit = ARMEX_TREND_STEPS});
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "number"), 1, 0);
    assert_close(cell(table, 0, "year"), 2017, 0);
    assert_close(cell(table, 0, "before"),
                 exp((3 * log(10) + 2 * log(11) + log(10) + log(9)) / 7), 1e-12);
    assert_close(cell(table, 0, "change"),
                 cell(table, 0, "after") / cell(table, 0, "before") - 1, 1e-14);
    assert_close(cell(table, 0, "critical"), 8.58, 0);
    assert_true(cell(table, 0, "sup_f") > 100);
    assert_true(cell(table, 0, "lower") <= 2017 && cell(table, 0, "upper") >= 2017);
    armex_table_free(table);

    const struct by_hand none = {
        .marks = "FFFFFFFFFFFF",
        .values = (double[]){10, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 10}};
    table =
        trend(2010, &none, 1, (struct armex_trend_options){.fit = ARMEX_TREND_STEPS});
    assert_close(cell(table, 0, "number"), 0, 0);
    assert_missing(cell(table, 0, "year"));
    assert_string_equal(word(table, 0, "reason"), "");
    armex_table_free(table);
}

static void the_cusum_of_growth_is_that_of_strucchange(void **state)
{
    (void)state;
    static struct numbers process;
    struct armex_table *table =
        miles((struct armex_trend_options){.fit = ARMEX_TREND_CUSUM});
    reference(&process, "breaks", "cusum_miles");
    assert_int_equal(table->n_rows, 23);
    for (size_t row = 0; row < 23; row++)
        assert_close(cell(table, row, "cusum"), process.at[row + 1], 1e-12);
    assert_close(cell(table, 0, "year"), 1938, 0);
    assert_close(cell(table, 0, "p_value"), reference_number("breaks", "cusum_miles_p"),
                 1e-12);
    armex_table_free(table);
}

static void one_wild_year_is_an_outlier_and_turns_no_robust_trend(void **state)
{
    (void)state;
    const struct by_hand hand = {
        .marks = "FFFFFFFFF",
        .values = (double[]){10, 11, 12.5, 13, 140, 16, 17.5, 20, 21}};
    struct armex_table *table = trend(
        2010, &hand, 1, (struct armex_trend_options){.fit = ARMEX_TREND_OUTLIERS});
    for (size_t row = 0; row < 9; row++)
        assert_string_equal(word(table, row, "outlier"), row == 4 ? "yes" : "no");
    assert_true(cell(table, 4, "fitted") > 13 && cell(table, 4, "fitted") < 16);
    armex_table_free(table);
}

static void a_forecast_stands_beside_the_error_of_its_backtest(void **state)
{
    (void)state;
    struct armex_table *table = miles((struct armex_trend_options){.forecast = 2});
    assert_int_equal(table->n_rows, 2);
    for (size_t row = 0; row < 2; row++) {
        assert_close(cell(table, row, "year"), 1961 + (double)row, 0);
        assert_true(cell(table, row, "lower") < cell(table, row, "lower_80"));
        assert_true(cell(table, row, "lower_80") < cell(table, row, "forecast"));
        assert_true(cell(table, row, "upper_80") < cell(table, row, "upper"));
        assert_close(cell(table, row, "origins"), 16 - (double)row, 0);
        assert_true(cell(table, row, "error") > 0);
    }
    assert_string_equal(word(table, 0, "model"), "damped");
    // naive: mean of |y(t+1) - y(t)| over 1945 to 1960, which all but twice grew
    assert_close(cell(table, 0, "naive_error"),
                 (30514 - 2178 + 2 * (6109 - 5981)) / 16.0, 1e-9);
    armex_table_free(table);
}

static void a_seldom_exporter_is_forecast_from_its_first_export_on(void **state)
{
    (void)state;
    const struct by_hand hand = {
        .marks = "000F0F00F0F0F00F",
        .values = (double[]){0, 0, 0, 4, 0, 4, 0, 0, 4, 0, 4, 0, 4, 0, 0, 4}};
    struct armex_table *table =
        trend(2005, &hand, 1, (struct armex_trend_options){.forecast = 1});
    assert_close(cell(table, 0, "year"), 2021, 0);
    const char *model = word(table, 0, "model");
    assert_true(strcmp(model, "croston") == 0 || strcmp(model, "tsb") == 0);
    assert_true(cell(table, 0, "forecast") > 1 && cell(table, 0, "forecast") < 3);
    assert_close(cell(table, 0, "lower"), 0, 0);
    assert_close(cell(table, 0, "upper"), 4, 1e-14);
    assert_close(cell(table, 0, "origins"), 5, 0); // 13 figures, the first eight seen
    armex_table_free(table);
}

static void no_figure_however_wild_makes_a_table_infinite(void **state)
{
    (void)state;
    const double wild[] = {1e308, 5e-324, 1e308, 1e-300, 1e308, 2,
                           1e308, 5e-324, 1e308, 1e-300, 1e308, 1e308};
    const struct by_hand hand = {.marks = "FFFFFFFFFFFF", .values = wild};
    for (int fit = 0; fit < ARMEX_TREND_FITS; fit++)
        armex_table_free(
            trend(2000, &hand, 1,
                  (struct armex_trend_options){.fit = (enum armex_trend_fit)fit}));
    armex_table_free(
        trend(2000, &hand, 1, (struct armex_trend_options){.forecast = 25}));
    for (int fit = ARMEX_TREND_SPLINE; fit <= ARMEX_TREND_STEPS; fit++)
        armex_table_free(trend(2000, &hand, 1,
                               (struct armex_trend_options){
                                   .fit = (enum armex_trend_fit)fit, .levels = true}));
    const double below[] = {1, -1e308, 3, 1e308, 5, -6, 7, 8, 9, 10, 11, 12};
    const struct by_hand negative = {.marks = "FFFFFFFFFFFF", .values = below};
    for (int fit = 0; fit < ARMEX_TREND_FITS; fit++)
        armex_table_free(
            trend(2000, &negative, 1,
                  (struct armex_trend_options){.fit = (enum armex_trend_fit)fit}));
    for (int fit = ARMEX_TREND_SPLINE; fit <= ARMEX_TREND_STEPS; fit++)
        armex_table_free(trend(2000, &negative, 1,
                               (struct armex_trend_options){
                                   .fit = (enum armex_trend_fit)fit, .levels = true}));
    armex_table_free(
        trend(2000, &negative, 1, (struct armex_trend_options){.forecast = 2}));
}

static void windows_that_overlap_and_per_cents_are_said_to_be_such(void **state)
{
    (void)state;
    const struct by_hand hand = {.unit = "percent",
                                 .scope = "share",
                                 .years = 5,
                                 .marks = "FFF",
                                 .values = (double[]){2, 3, 4}};
    struct armex_table *table = trend(2020, &hand, 1, (struct armex_trend_options){0});
    assert_note(table->notes,
                "a trend of a percentage is of the percentage itself, not "
                "of the volume behind it");
    assert_note(table->notes, "each figure covers several years, so figures of years "
                              "close to each other overlap: errors and intervals are "
                              "too small");
    armex_table_free(table);
}

static void too_long_a_forecast_is_refused(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FF", .values = (double[]){1, 2}};
    struct armex_panel *panel = panel_by_hand(2000, &hand, 1);
    const struct armex_trend_options options = {.forecast = 26};
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(armex_trend(&table, panel, &options, &error), ARMEX_USAGE);
    assert_string_equal(error.message,
                        "a forecast of 26 years is not to be had; ask for 1 to 25");
    assert_null(table);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_a_rate_with_two_errors_and_a_robust_rate),
        cmocka_unit_test(steady_growth_is_exact_across_a_missing_year_and_a_zero),
        cmocka_unit_test(what_has_no_answer_says_why_in_a_row_of_its_own),
        cmocka_unit_test(a_series_too_short_is_named_with_what_it_takes),
        cmocka_unit_test(a_gap_is_named_with_the_longest_stretch_without),
        cmocka_unit_test(means_and_medians_stand_at_the_end_of_whole_windows),
        cmocka_unit_test(smoothers_work_on_logarithms_and_answer_in_figures),
        cmocka_unit_test(the_local_trend_estimates_a_missing_year_with_a_wider_band),
        cmocka_unit_test(hodrick_prescott_fits_a_missing_year_and_names_it),
        cmocka_unit_test(levels_take_a_year_of_nil_as_zero_and_logarithms_refuse_it),
        cmocka_unit_test(breaks_in_levels_are_those_of_strucchange_in_their_own_unit),
        cmocka_unit_test(levels_are_refused_where_growth_is_meant),
        cmocka_unit_test(a_break_is_dated_by_the_first_year_after_it),
        cmocka_unit_test(the_cusum_of_growth_is_that_of_strucchange),
        cmocka_unit_test(one_wild_year_is_an_outlier_and_turns_no_robust_trend),
        cmocka_unit_test(a_forecast_stands_beside_the_error_of_its_backtest),
        cmocka_unit_test(a_seldom_exporter_is_forecast_from_its_first_export_on),
        cmocka_unit_test(no_figure_however_wild_makes_a_table_infinite),
        cmocka_unit_test(windows_that_overlap_and_per_cents_are_said_to_be_such),
        cmocka_unit_test(too_long_a_forecast_is_refused),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
