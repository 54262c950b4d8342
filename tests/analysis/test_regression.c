/** Trends and their standard errors, by R: lm, sandwich, all slopes, cor.test. */
#include "analysis/regression.h"
#include "analysis/robust_fit.h"
#include "analysis/univariate.h"
#include "reference/reference.h"

enum { MILES = 24 };

struct line {
    size_t n;
    int year[MILES];
    double x[2 * MILES], t[MILES], y[MILES];
};

/** ln of R's airline miles over 1, 2, ...; `gappy`: without some years. */
static struct line miles(bool gappy)
{
    struct line out = {0};
    static struct numbers all, kept;
    reference(&all, "series", "miles");
    reference(&kept, "series", "gappy");
    out.n = gappy ? kept.n : all.n;
    for (size_t i = 0; i < out.n; i++) {
        const size_t at = gappy ? (size_t)kept.at[i] : i + 1;
        out.year[i] = (int)at;
        out.x[2 * i] = 1.0;
        out.x[2 * i + 1] = out.t[i] = (double)at;
        out.y[i] = log(all.at[at - 1]);
    }
    return out;
}

static void a_line_and_its_standard_errors_are_those_of_lm_and_sandwich(void **state)
{
    (void)state;
    const struct line line = miles(false);
    struct armex_fit fit;
    double errors[2];

    assert_int_equal(armex_regression(&fit, line.x, line.y, line.n, 2, NULL), ARMEX_OK);
    check_reference(fit.coefficient, 2, "trend", "coefficients", 1e-13);
    check_reference(fit.standard_error, 2, "trend", "errors", 1e-12);
    check_reference(&fit.r_squared, 1, "trend", "r_squared", 1e-13);
    armex_regression_hc3(errors, &fit, line.x);
    check_reference(errors, 2, "trend", "hc3", 1e-12);
    armex_regression_hac(errors, &fit, line.x, line.year, 2);
    check_reference(errors, 2, "trend", "hac2", 1e-12);
    armex_regression_hac(errors, &fit, line.x, line.year, 4);
    check_reference(errors, 2, "trend", "hac4", 1e-12);
    armex_fit_free(&fit);
}

static void years_apart_are_no_neighbours_to_newey_and_west(void **state)
{
    (void)state;
    const struct line line = miles(true);
    struct armex_fit fit;
    double errors[2];

    assert_int_equal(armex_regression(&fit, line.x, line.y, line.n, 2, NULL), ARMEX_OK);
    armex_regression_hac(errors, &fit, line.x, line.year, 2);
    check_reference(errors, 2, "trend", "hac_gap", 1e-12);
    armex_fit_free(&fit);
    assert_int_equal(armex_newey_west_lag(100), 4);
    assert_int_equal(armex_newey_west_lag(24), 2);   // 4 0.24^(2/9) = 2.91
    assert_int_equal(armex_newey_west_lag(1000), 6); // 4 10^(2/9) = 6.67
    assert_int_equal(armex_newey_west_lag(1), 0);
}

static void theil_and_sen_agree_with_all_slopes_in_order_with_ties_too(void **state)
{
    (void)state;
    const struct line line = miles(false);
    const double ties[] = {3, 3, 5, 4, 4, 8, 2, 9, 9, 12};
    struct armex_robust_fit fit;

    assert_int_equal(armex_theil_sen(&fit, line.t, line.y, line.n, NULL), ARMEX_OK);
    const double all[] = {fit.slope, fit.intercept, fit.lower, fit.upper, fit.p_value};
    check_reference(all, 5, "trend", "theil_sen", 1e-13);
    assert_int_equal(armex_theil_sen(&fit, line.t, ties, 10, NULL), ARMEX_OK);
    const double tied[] = {fit.slope, fit.intercept, fit.lower, fit.upper, fit.p_value};
    check_reference(tied, 5, "trend", "theil_sen_ties", 1e-12);
    assert_int_equal(armex_theil_sen(&fit, line.t, ties, 3, NULL), ARMEX_OK);
    assert_missing(fit.lower); // three slopes say nothing of their middle
    assert_int_equal(armex_theil_sen(&fit, line.t, ties, 2, NULL), ARMEX_TOO_FEW);
}

static void columns_that_depend_on_each_other_are_refused(void **state)
{
    (void)state;
    const double x[] = {1, 2, 1, 2, 1, 2}, y[] = {1, 2, 4}, zero[] = {0, 0, 0};
    struct armex_fit fit;
    struct armex_error error;

    assert_int_equal(armex_regression(&fit, x, y, 3, 2, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "the fit has no single answer: one column depends on others");
    assert_null(fit.coefficient);
    assert_int_equal(armex_regression(&fit, zero, y, 3, 1, &error), ARMEX_BAD_INPUT);
    assert_int_equal(armex_regression(&fit, x, y, 1, 2, &error), ARMEX_TOO_FEW);
    assert_string_equal(error.message, "a fit of 2 coefficients needs as many "
                                       "observations, found 1");
}

static void the_largest_and_smallest_doubles_are_fitted_without_overflow(void **state)
{
    (void)state;
    const double x[] = {1, 2, 3, 4}, large[] = {1e308, 1.2e308, 1.3e308, 1.6e308};
    struct armex_fit fit;

    assert_int_equal(armex_regression_polynomial(&fit, x, large, 4, 1, NULL), ARMEX_OK);
    assert_close_relative(fit.coefficient[1], 1.9e307, 1e-14);
    assert_close_relative(fit.r_squared, 361.0 / 375, 1e-14); // 0.2 and 0.19 by hand
    armex_fit_free(&fit);
    const struct armex_univariate found = armex_univariate(large, 4);
    assert_close_relative(found.mean, 1.275e308, 1e-15);
    assert_true(isfinite(found.deviation));
    assert_missing(armex_univariate(large, 0).mean);
    assert_missing(armex_univariate(large, 1).deviation);
    assert_missing(armex_univariate((const double[]){2, 2}, 2).autocorrelation);
}

static void a_perfect_fit_has_no_errors_and_as_many_figures_as_coefficients_none_known(
    void **state)
{
    (void)state;
    const double x[] = {1, 2, 3}, y[] = {3, 5, 7};
    double errors[2];
    const double design[] = {1, 1, 1, 2};
    struct armex_fit fit;

    assert_int_equal(armex_regression_polynomial(&fit, x, y, 3, 1, NULL), ARMEX_OK);
    assert_close(fit.coefficient[0], 1, 0);
    assert_close(fit.coefficient[1], 2, 0);
    assert_close(fit.standard_error[1], 0, 1e-30);
    armex_fit_free(&fit);
    assert_int_equal(armex_regression(&fit, design, y, 2, 2, NULL), ARMEX_OK);
    assert_missing(fit.deviation);
    assert_missing(fit.standard_error[0]);
    armex_regression_hac(errors, &fit, design, (const int[]){1, 2}, 1);
    assert_missing(errors[1]);
    armex_regression_hc3(errors, &fit, design);
    assert_missing(errors[1]);
    armex_fit_free(&fit);
}

static void scores_single_out_the_wild_year_and_of_equals_none(void **state)
{
    (void)state;
    const double values[] = {1, 2, 3, 4, 100}, equals[] = {5, 5, 5},
                 most[] = {5, 5, 5, 9};
    double scores[5];

    assert_int_equal(armex_robust_scores(scores, values, 5, NULL), ARMEX_OK);
    assert_close(scores[4], 97 / 1.4826, 1e-13); // median 3, deviations 0 1 1 2 97
    assert_close(scores[2], 0, 0);
    assert_int_equal(armex_robust_scores(scores, equals, 3, NULL), ARMEX_OK);
    assert_close(scores[0], 0, 0);
    assert_int_equal(armex_robust_scores(scores, most, 4, NULL), ARMEX_OK);
    assert_close(scores[3], 4 / 1.2533, 1e-14); // the mean deviation is 1
}

/* The mean of 1, 2, 6 is off by -2, -1, 3: two years apart weigh 1/3, one year 2/3. */
static void the_weight_of_a_pair_is_by_years_and_not_by_place(void **state)
{
    (void)state;
    const double ones[] = {1, 1, 1}, y[] = {1, 2, 6};
    struct armex_fit fit;
    double error;

    assert_int_equal(armex_regression(&fit, ones, y, 3, 1, NULL), ARMEX_OK);
    armex_regression_hac(&error, &fit, ones, (const int[]){2001, 2003, 2004}, 2);
    assert_close(error, sqrt(3.0 / 2 * (14 + 2 * (2.0 / 3 - 3 * 2.0 / 3)) / 9), 1e-15);
    armex_fit_free(&fit);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_and_its_standard_errors_are_those_of_lm_and_sandwich),
        cmocka_unit_test(years_apart_are_no_neighbours_to_newey_and_west),
        cmocka_unit_test(theil_and_sen_agree_with_all_slopes_in_order_with_ties_too),
        cmocka_unit_test(columns_that_depend_on_each_other_are_refused),
        cmocka_unit_test(the_largest_and_smallest_doubles_are_fitted_without_overflow),
        cmocka_unit_test(
            a_perfect_fit_has_no_errors_and_as_many_figures_as_coefficients_none_known),
        cmocka_unit_test(scores_single_out_the_wild_year_and_of_equals_none),
        cmocka_unit_test(the_weight_of_a_pair_is_by_years_and_not_by_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
