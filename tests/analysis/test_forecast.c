/** Forecasts, by R's forecast and by hand. */
#include "analysis/backtest.h"
#include "analysis/forecast.h"
#include "reference/reference.h"

#include <gsl/gsl_errno.h>

static size_t series(double *y, const char *name, bool logs)
{
    static struct numbers found;
    reference(&found, "series", name);
    for (size_t i = 0; i < found.n; i++)
        y[i] = logs ? log(found.at[i]) : found.at[i];
    return found.n;
}

static const char *key_of(enum armex_forecast_model model, const char *what)
{
    static char key[40];
    snprintf(key, sizeof key, "%s_%s", armex_forecast_name(model), what);
    return key;
}

static void with_its_parameters_a_model_says_what_ets_says(void **state)
{
    (void)state;
    double y[100], errors[100], mean[5], width[5];
    const size_t n = series(y, "miles", true);
    static struct numbers given;

    for (int m = ARMEX_FORECAST_LEVEL; m <= ARMEX_FORECAST_DAMPED; m++) {
        const enum armex_forecast_model model = (enum armex_forecast_model)m;
        reference(&given, "forecast", key_of(model, "parameters"));
        struct armex_ets ets = {.model = model,
                                .alpha = given.at[0],
                                .beta = given.at[1],
                                .damping = given.at[2],
                                .first_level = given.at[3],
                                .first_slope = given.at[4]};
        armex_ets_run(&ets, errors, y, n);
        check_reference(errors, n, "forecast", key_of(model, "errors"), 1e-11);
        check_reference(&ets.aicc, 1, "forecast", key_of(model, "aicc"), 1e-11);
        check_reference(&ets.variance, 1, "forecast", key_of(model, "variance"), 1e-11);
        for (int h = 1; h <= 5; h++) {
            double variance;
            mean[h - 1] = armex_ets_forecast(&ets, h, &variance);
            width[h - 1] = 2 * 1.959963984540054 * sqrt(variance / ets.variance);
        }
        check_reference(mean, 5, "forecast", key_of(model, "mean"), 1e-11);
        check_reference(width, 5, "forecast", key_of(model, "width"), 1e-11);
    }
}

static void the_fit_is_never_worse_than_that_of_ets(void **state)
{
    (void)state;
    double y[100];
    const size_t n = series(y, "miles", true);
    struct armex_ets best;

    for (int m = ARMEX_FORECAST_LEVEL; m <= ARMEX_FORECAST_DAMPED; m++) {
        const enum armex_forecast_model model = (enum armex_forecast_model)m;
        struct armex_ets ets;
        assert_int_equal(armex_ets_fit(&ets, model, y, n, NULL), ARMEX_OK);
        const double theirs = reference_number("forecast", key_of(model, "squares"));
        assert_true(ets.squares <= theirs * (1 + 1e-6));
        assert_true(ets.squares >= theirs * 0.85); // ets stops at a local minimum
        assert_true(ets.alpha >= 1e-4 && ets.alpha <= 0.9999 && ets.beta <= ets.alpha);
    }
    assert_int_equal(armex_ets_choose(&best, y, n, NULL), ARMEX_OK);
    assert_int_equal(best.model, ARMEX_FORECAST_DAMPED); // as the AICc of ets has it
}

static void seldom_exporters_are_forecast_as_croston_and_tsb_say(void **state)
{
    (void)state;
    double y[100], chance;
    const size_t n = series(y, "seldom", false);
    const double croston = armex_forecast_croston(y, n, &chance);
    check_reference(&croston, 1, "forecast", "croston", 1e-13);
    const double tsb = armex_forecast_tsb(y, n, &chance);
    check_reference(&tsb, 1, "forecast", "tsb", 1e-13);
    assert_close(armex_forecast_tsb((const double[]){0, 0}, 2, &chance), 0, 0);
    assert_close(armex_forecast_croston((const double[]){0, 0}, 2, &chance), 0, 0);
}

static void bounds_of_a_seldom_exporter_are_quantiles_of_what_was_seen(void **state)
{
    (void)state;
    const double y[] = {0, 4, 0, 4, 0, 4, 0, 4};
    struct armex_forecast forecast;

    assert_int_equal(armex_forecast(&forecast, y, 8, 2, ARMEX_FORECAST_CROSTON, NULL),
                     ARMEX_OK);
    assert_int_equal(forecast.model, ARMEX_FORECAST_CROSTON);
    for (int h = 0; h < 2; h++) {
        assert_close(forecast.year[h].value, 2, 1e-14); // 4 every second year
        assert_close(forecast.year[h].lower, 0, 0);
        assert_close(forecast.year[h].upper, 4, 1e-14);
        assert_close(forecast.year[h].lower_80, 0, 0);
        assert_close(forecast.year[h].upper_80, 4, 1e-14);
    }
}

static void steady_growth_goes_on_and_a_constant_stays(void **state)
{
    (void)state;
    double growth[12], constant[12];
    struct armex_forecast forecast;

    for (int i = 0; i < 12; i++) {
        growth[i] = 100 * pow(1.1, i);
        constant[i] = 5;
    }
    assert_int_equal(armex_forecast(&forecast, growth, 12, 3, ARMEX_FORECAST_TSB, NULL),
                     ARMEX_OK);
    for (int h = 0; h < 3; h++)
        assert_close_relative(forecast.year[h].value, 100 * pow(1.1, 12 + h), 1e-5);
    assert_int_equal(
        armex_forecast(&forecast, constant, 12, 3, ARMEX_FORECAST_TSB, NULL), ARMEX_OK);
    assert_close(forecast.year[2].value, 5, 1e-9);
    assert_close(forecast.year[2].upper, 5, 1e-9);
}

static void what_cannot_be_forecast_is_refused_in_words(void **state)
{
    (void)state;
    const double negative[] = {1, 2, -1, 2, 3, 4}, zeros[] = {0, 0, 0, 5, 0, 0};
    struct armex_forecast forecast;
    struct armex_error error;
    assert_int_equal(
        armex_forecast(&forecast, negative, 6, 1, ARMEX_FORECAST_TSB, &error),
        ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "a figure below zero has no forecast");
    assert_int_equal(armex_forecast(&forecast, zeros, 6, 1, ARMEX_FORECAST_TSB, &error),
                     ARMEX_TOO_FEW);
    assert_string_equal(error.message, "a forecast needs 2 years above zero, found 1");
    assert_int_equal(
        armex_forecast(&forecast, negative, 5, 1, ARMEX_FORECAST_TSB, &error),
        ARMEX_TOO_FEW);
    assert_string_equal(error.message, "a forecast needs 6 figures, found 5");
}

static void the_backtest_compares_with_naive_and_drift_worked_out_by_hand(void **state)
{
    (void)state;
    const double y[] = {1, 2, 1, 2, 1, 2, 1, 8, 9, 4};
    struct armex_backtest test;

    assert_int_equal(armex_backtest(&test, y, 10, 3, ARMEX_FORECAST_TSB, 1, NULL),
                     ARMEX_OK);
    assert_int_equal(test.origins[0], 2);
    assert_int_equal(test.origins[1], 1);
    assert_int_equal(test.origins[2], 0);
    assert_close(test.naive_error[0], (1 + 5) / 2.0, 1e-15); // 8 then 9, 9 then 4
    assert_close(test.naive_error[1], 4, 1e-15);
    assert_close(test.drift_error[0], (0 + 6) / 2.0, 1e-14); // slopes 7/7 and 8/8
    assert_close(test.drift_error[1], 6, 1e-14);             // 8 + 2 against 4
    assert_missing(test.error[2]);
    assert_missing(test.naive_error[2]);
    // the first origin sees eight figures and nothing after
    struct armex_forecast first, second;
    armex_forecast(&first, y, 8, 2, ARMEX_FORECAST_TSB, NULL);
    armex_forecast(&second, y, 9, 1, ARMEX_FORECAST_TSB, NULL);
    assert_close(test.error[0],
                 (fabs(9 - first.year[0].value) + fabs(4 - second.year[0].value)) / 2,
                 0);
    assert_close(test.error[1], fabs(4 - first.year[1].value), 0);
}

static void a_backtest_is_the_same_to_the_bit_for_any_number_of_threads(void **state)
{
    (void)state;
    static struct numbers nile;
    struct armex_backtest one, several;

    reference(&nile, "series", "nile");
    assert_int_equal(armex_backtest(&one, nile.at, 60, 5, ARMEX_FORECAST_TSB, 1, NULL),
                     ARMEX_OK);
    assert_int_equal(one.origins[0], ARMEX_BACKTEST_MOST);
    for (int threads = 2; threads <= 7; threads += 5) {
        assert_int_equal(
            armex_backtest(&several, nile.at, 60, 5, ARMEX_FORECAST_TSB, threads, NULL),
            ARMEX_OK);
        for (int h = 0; h < 5; h++) {
            assert_close(several.error[h], one.error[h], 0);
            assert_close(several.drift_error[h], one.drift_error[h], 0);
            assert_int_equal(several.origins[h], one.origins[h]);
        }
    }
}

static void bounds_of_a_steady_exporter_are_normal_quantiles_of_the_logarithm(
    void **state)
{
    (void)state;
    double y[100], logs[100], variance;
    const size_t n = series(y, "miles", false);
    struct armex_forecast forecast;
    struct armex_ets ets;

    series(logs, "miles", true);
    assert_int_equal(armex_forecast(&forecast, y, n, 3, ARMEX_FORECAST_TSB, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_ets_choose(&ets, logs, n, NULL), ARMEX_OK);
    for (int h = 0; h < 3; h++) {
        const struct armex_forecast_year *year = &forecast.year[h];
        assert_close(log(year->value), armex_ets_forecast(&ets, h + 1, &variance),
                     1e-13);
        const double sd = sqrt(variance);
        assert_close(log(year->upper / year->value), 1.959963984540054 * sd, 1e-13);
        assert_close(log(year->value / year->lower), 1.959963984540054 * sd, 1e-13);
        assert_close(log(year->upper_80 / year->value), 1.2815515655446 * sd, 1e-13);
        assert_close(log(year->value / year->lower_80), 1.2815515655446 * sd, 1e-13);
    }
}

/* Every fourth year 1, 3, 2, 10, 4: Croston's size goes 1, 1.2, 1.28, 2.152, 2.3368;
 * what was seen, 4 on average, is scaled to it. */
static void bounds_of_unequal_deliveries_are_scaled_to_the_size_expected(void **state)
{
    (void)state;
    const double sizes[] = {1, 3, 2, 10, 4}, scale = 2.3368 / 4;
    double y[20] = {0};
    struct armex_forecast forecast;

    for (int i = 0; i < 5; i++)
        y[4 * i + 3] = sizes[i];
    assert_int_equal(armex_forecast(&forecast, y, 20, 1, ARMEX_FORECAST_CROSTON, NULL),
                     ARMEX_OK);
    assert_close(forecast.year[0].value, 2.3368 / 4, 1e-14);
    assert_close(forecast.year[0].upper_80, scale * 3, 1e-14); // 0.75 + 3/5 0.25 = 0.9
    assert_close(forecast.year[0].upper, scale * 10, 1e-14);   // beyond 0.75 + 4/5 0.25
    assert_close(forecast.year[0].lower, 0, 0);
}

/* Growth that halves each year wants less damping than is allowed. */
static void damping_stays_within_its_bounds(void **state)
{
    (void)state;
    double y[20];
    struct armex_ets ets;

    for (int i = 0; i < 20; i++)
        y[i] = 2 - pow(0.5, i) + (i % 3 ? 0.001 : -0.002);
    assert_int_equal(armex_ets_fit(&ets, ARMEX_FORECAST_DAMPED, y, 20, NULL), ARMEX_OK);
    assert_true(ets.damping >= 0.8 && ets.damping <= 0.98);
}

/* A wave that wobbles from year to year is fitted best by a level that stands still and
 * a slope that learns much, which is no exponential smoothing. */
static void the_slope_learns_no_more_than_the_level(void **state)
{
    (void)state;
    double y[30];
    struct armex_ets ets;

    for (int i = 0; i < 30; i++)
        y[i] = 3 * sin(i / 4.0) + (i % 2 ? 0.5 : -0.5);
    for (int m = ARMEX_FORECAST_TREND; m <= ARMEX_FORECAST_DAMPED; m++) {
        assert_int_equal(armex_ets_fit(&ets, (enum armex_forecast_model)m, y, 30, NULL),
                         ARMEX_OK);
        assert_true(ets.beta <= ets.alpha);
    }
}

/* Level and slope that learn all leave the second differences, 0.2448 sin at most:
 * about 0.84 in squares. A search from one start ends where the slope learns nothing,
 * at 3.4. */
static void the_search_is_not_caught_in_the_nearest_hollow(void **state)
{
    (void)state;
    double y[30];
    struct armex_ets ets;

    for (int i = 0; i < 30; i++)
        y[i] = sin(i / 2.0);
    assert_int_equal(armex_ets_fit(&ets, ARMEX_FORECAST_TREND, y, 30, NULL), ARMEX_OK);
    assert_true(ets.squares < 0.9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(with_its_parameters_a_model_says_what_ets_says),
        cmocka_unit_test(the_fit_is_never_worse_than_that_of_ets),
        cmocka_unit_test(seldom_exporters_are_forecast_as_croston_and_tsb_say),
        cmocka_unit_test(bounds_of_a_seldom_exporter_are_quantiles_of_what_was_seen),
        cmocka_unit_test(steady_growth_goes_on_and_a_constant_stays),
        cmocka_unit_test(what_cannot_be_forecast_is_refused_in_words),
        cmocka_unit_test(the_backtest_compares_with_naive_and_drift_worked_out_by_hand),
        cmocka_unit_test(a_backtest_is_the_same_to_the_bit_for_any_number_of_threads),
        cmocka_unit_test(
            bounds_of_a_steady_exporter_are_normal_quantiles_of_the_logarithm),
        cmocka_unit_test(bounds_of_unequal_deliveries_are_scaled_to_the_size_expected),
        cmocka_unit_test(damping_stays_within_its_bounds),
        cmocka_unit_test(the_slope_learns_no_more_than_the_level),
        cmocka_unit_test(the_search_is_not_caught_in_the_nearest_hollow),
    };
    gsl_set_error_handler_off();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
