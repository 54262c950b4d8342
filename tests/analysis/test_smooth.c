/** Smoothing, by R: matrices, smooth.spline, and the local trend as one big normal. */
#include "analysis/kalman.h"
#include "analysis/smooth.h"
#include "reference/reference.h"

#include <gsl/gsl_errno.h>

static size_t series(double *out, const char *name, bool logs)
{
    static struct numbers found;
    reference(&found, "series", name);
    for (size_t i = 0; i < found.n; i++)
        out[i] = logs ? log(found.at[i]) : found.at[i];
    return found.n;
}

static void the_hodrick_prescott_trend_solves_its_equations(void **state)
{
    (void)state;
    double y[100], trend[100];
    size_t n = series(y, "miles", true);
    assert_int_equal(armex_hodrick_prescott(trend, y, n, ARMEX_HP_LAMBDA_YEARLY, NULL),
                     ARMEX_OK);
    check_reference(trend, n, "smooth", "hp", 1e-13);
    n = series(y, "nile", false);
    armex_hodrick_prescott(trend, y, n, ARMEX_HP_LAMBDA_YEARLY, NULL);
    check_reference(trend, n, "smooth", "hp_nile", 1e-13);
    const double line[] = {3, 5, 7};
    armex_hodrick_prescott(trend, line, 3, 1e6, NULL);
    for (int i = 0; i < 3; i++)
        assert_close(trend[i], line[i], 1e-9); // a line is its own trend
    assert_int_equal(armex_hodrick_prescott(trend, line, 2, 1, NULL), ARMEX_TOO_FEW);
}

static void the_hodrick_prescott_trend_leads_across_missing_years(void **state)
{
    (void)state;
    double y[100], trend[100];
    static struct numbers kept;
    const size_t n = series(y, "miles", true);
    size_t k = 0;

    reference(&kept, "series", "gappy");
    for (size_t i = 0; i < n; i++)
        if (k < kept.n && kept.at[k] == (double)i + 1)
            k++;
        else
            y[i] = NAN;
    assert_int_equal(armex_hodrick_prescott(trend, y, n, ARMEX_HP_LAMBDA_YEARLY, NULL),
                     ARMEX_OK);
    check_reference(trend, n, "smooth", "hp_gap", 1e-13);
    const double line[] = {3, NAN, NAN, 9, 11, NAN, 15}, two[] = {1, NAN, 2};
    armex_hodrick_prescott(trend, line, 7, 1e6, NULL);
    for (int i = 0; i < 7; i++)
        assert_close(trend[i], 3.0 + 2.0 * i, 1e-8); // a line leads on as it was
    assert_int_equal(armex_hodrick_prescott(trend, two, 3, 1, NULL), ARMEX_TOO_FEW);
}

static void the_spline_is_the_one_r_finds_by_cross_validation(void **state)
{
    (void)state;
    double y[100], x[100], fitted[100], errors[100];
    struct armex_spline spline;
    static struct numbers leverage;
    size_t n = series(y, "nile", false);

    for (size_t i = 0; i < n; i++)
        x[i] = (double)i + 1872;
    assert_int_equal(armex_smoothing_spline(&spline, fitted, errors, x, y, n, NULL),
                     ARMEX_OK);
    check_reference(fitted, n, "smooth", "spline", 1e-5);
    assert_close_relative(spline.freedom, reference_number("smooth", "spline_df"),
                          1e-4);
    reference(&leverage, "smooth", "spline_leverage");
    for (size_t i = 0; i < n; i++)
        assert_close_relative(errors[i], spline.deviation * sqrt(leverage.at[i]), 1e-4);
}

static void the_spline_takes_years_apart_as_they_are(void **state)
{
    (void)state;
    double y[100], x[100], kept[100], fitted[100], errors[100];
    struct armex_spline spline;

    series(y, "nile", false);
    const size_t n = series(x, "gappy", false);
    for (size_t i = 0; i < n; i++)
        kept[i] = y[(size_t)x[i] - 1];
    assert_int_equal(armex_smoothing_spline(&spline, fitted, errors, x, kept, n, NULL),
                     ARMEX_OK);
    check_reference(fitted, n, "smooth", "spline_gap", 1e-5);
    assert_close_relative(spline.freedom, reference_number("smooth", "spline_gap_df"),
                          1e-4);
    assert_int_equal(armex_smoothing_spline(&spline, fitted, errors, x, kept, 4, NULL),
                     ARMEX_TOO_FEW);
}

static void a_median_moves_and_is_missing_where_years_are(void **state)
{
    (void)state;
    double y[100], median[100];
    const size_t n = series(y, "miles", false);
    assert_int_equal(armex_moving_median(median, y, n, 5, 5, NULL), ARMEX_OK);
    check_reference(median, n, "smooth", "median", 0);
    const double gap[] = {1, 9, NAN, 4, 2, 7};
    armex_moving_median(median, gap, 6, 3, 3, NULL);
    for (int i = 0; i < 5; i++)
        assert_missing(median[i]);
    assert_close(median[5], 4, 0);
    armex_moving_median(median, gap, 6, 3, 2, NULL);
    assert_missing(median[0]);
    assert_close(median[1], 5, 0);   // of 1 and 9
    assert_close(median[3], 6.5, 0); // of 9 and 4
}

static void check_local_trend(const char *model, const char *prefix, bool gappy,
                              double *likelihood)
{
    double y[100], level[100], slope[100], deviation[100], at[100];
    static struct numbers variances;
    char key[40];
    const size_t n = series(y, "miles", true), kept = series(at, "gappy", false);

    for (size_t i = 0, k = 0; gappy && i < n; i++)
        if (k < kept && (size_t)at[k] == i + 1)
            k++;
        else
            y[i] = NAN;
    snprintf(key, sizeof key, "model%s", model);
    reference(&variances, "kalman", key);
    const struct armex_local_trend trend = {variances.at[0], variances.at[1],
                                            variances.at[2]};
    assert_int_equal(
        armex_local_trend_smooth(level, slope, deviation, &trend, y, n, NULL),
        ARMEX_OK);
    snprintf(key, sizeof key, "%slevel%s", prefix, model);
    check_reference(level, n, "kalman", key, 1e-12);
    snprintf(key, sizeof key, "%ssd%s", prefix, model);
    check_reference(deviation, n, "kalman", key, 1e-7);
    snprintf(key, sizeof key, "%slikelihood%s", prefix, model);
    *likelihood = armex_local_trend_likelihood(&trend, y, n);
    assert_close(*likelihood, reference_number("kalman", key), 1e-9);
}

static void the_local_trend_is_the_mean_of_one_big_normal_distribution(void **state)
{
    (void)state;
    double likelihood;
    check_local_trend("1", "", false, &likelihood);
    check_local_trend("2", "", false, &likelihood);
    check_local_trend("1", "gap_", true, &likelihood);
    check_local_trend("2", "gap_", true, &likelihood);
}

static void no_variances_are_likelier_than_those_found(void **state)
{
    (void)state;
    double y[100];
    const size_t n = series(y, "nile", false);
    struct armex_local_trend best;
    static struct numbers other;

    assert_int_equal(armex_local_trend_fit(&best, y, n, NULL), ARMEX_OK);
    const double found = armex_local_trend_likelihood(&best, y, n);
    assert_true(found >= reference_number("kalman", "nile_best_lik") - 1e-6);
    reference(&other, "kalman", "nile_structts");
    const struct armex_local_trend structts = {other.at[0], other.at[1], other.at[2]};
    assert_true(found >= armex_local_trend_likelihood(&structts, y, n));
    assert_close(armex_local_trend_likelihood(&structts, y, n),
                 reference_number("kalman", "nile_structts_lik"), 1e-7);
}

static void a_straight_line_has_no_noise_to_divide(void **state)
{
    (void)state;
    const double line[] = {1, 2, NAN, 4, 5, 6}, few[] = {1, 3, 2, 5};
    struct armex_local_trend trend;
    struct armex_error error;
    assert_int_equal(armex_local_trend_fit(&trend, line, 6, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "all figures lie on one line: there is nothing to smooth");
    assert_int_equal(armex_local_trend_fit(&trend, few, 4, &error), ARMEX_TOO_FEW);
    assert_string_equal(error.message, "a local trend needs 5 figures, found 4");
    assert_missing(
        armex_local_trend_likelihood(&(struct armex_local_trend){1, 1, 1}, few, 2));
}

/* Without noise of its own, what the level gains in a year is the slope. */
static void the_slope_is_what_the_level_gains(void **state)
{
    (void)state;
    double y[100], level[100], slope[100], deviation[100];
    const size_t n = series(y, "miles", true);
    const struct armex_local_trend model = {0.01, 0, 0.003};

    y[7] = NAN;
    assert_int_equal(
        armex_local_trend_smooth(level, slope, deviation, &model, y, n, NULL),
        ARMEX_OK);
    for (size_t i = 0; i + 1 < n; i++)
        assert_close(slope[i], level[i + 1] - level[i], 1e-12);
}

/* Nothing irregular: every figure is its year's level, and the start needs no luck. */
static void without_noise_the_level_is_the_figure(void **state)
{
    (void)state;
    double y[100], level[100], slope[100], deviation[100];
    const size_t n = series(y, "miles", true);
    const struct armex_local_trend model = {0, 0.02, 0.003};

    assert_int_equal(
        armex_local_trend_smooth(level, slope, deviation, &model, y, n, NULL),
        ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        assert_close(level[i], y[i], 1e-12);
        assert_close(deviation[i], 0, 1e-7);
    }
    assert_true(isfinite(armex_local_trend_likelihood(&model, y, n)));
}

static void far_from_zero_the_likelihood_is_the_same(void **state)
{
    (void)state;
    double y[100];
    const size_t n = series(y, "nile", false); // whole numbers: nothing is rounded
    const struct armex_local_trend model = {15000, 1500, 10};
    const double here = armex_local_trend_likelihood(&model, y, n);

    for (size_t i = 0; i < n; i++)
        y[i] += 0x1p40;
    assert_close(armex_local_trend_likelihood(&model, y, n), here, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hodrick_prescott_trend_solves_its_equations),
        cmocka_unit_test(the_hodrick_prescott_trend_leads_across_missing_years),
        cmocka_unit_test(the_spline_is_the_one_r_finds_by_cross_validation),
        cmocka_unit_test(the_spline_takes_years_apart_as_they_are),
        cmocka_unit_test(a_median_moves_and_is_missing_where_years_are),
        cmocka_unit_test(the_local_trend_is_the_mean_of_one_big_normal_distribution),
        cmocka_unit_test(no_variances_are_likelier_than_those_found),
        cmocka_unit_test(a_straight_line_has_no_noise_to_divide),
        cmocka_unit_test(the_slope_is_what_the_level_gains),
        cmocka_unit_test(without_noise_the_level_is_the_figure),
        cmocka_unit_test(far_from_zero_the_likelihood_is_the_same),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
