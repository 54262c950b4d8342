/** Breaks, by R's strucchange: divisions, intervals, tests, the CUSUM. */
#include "analysis/breaks.h"
#include "reference/reference.h"

static size_t series(double *y, double *x, const char *name, bool logs)
{
    static struct numbers found;
    reference(&found, "series", name);
    for (size_t i = 0; i < found.n; i++) {
        y[i] = logs ? log(found.at[i]) : found.at[i];
        x[i] = (double)i + 1;
    }
    return found.n;
}

static const char *key_of(const char *name, const char *what, size_t m)
{
    static char key[40];
    snprintf(key, sizeof key, m ? "%s_%s%zu" : "%s_%s", name, what, m);
    return key;
}

/* R tries `most` breaks at most. */
static void check_breaks_of(const char *name, const double *x, const double *y,
                            size_t n, enum armex_break_model model, size_t most)
{
    double places[3], lower[3], upper[3];
    struct armex_breaks breaks;

    assert_int_equal(armex_breaks_find(&breaks, x, y, n, model, NULL), ARMEX_OK);
    check_reference(breaks.squares, most + 1, "breaks", key_of(name, "rss", 0), 1e-12);
    check_reference(breaks.bic, most + 1, "breaks", key_of(name, "bic", 0), 1e-12);
    check_reference(breaks.sup_f, 1, "breaks", key_of(name, "sup_f", 0), 1e-10);
    for (size_t m = 1; m <= 3; m++) {
        for (size_t k = 0; k < m; k++) {
            places[k] = (double)breaks.place[m][k];
            armex_breaks_interval(&lower[k], &upper[k], &breaks, m, k, x, y);
        }
        check_reference(places, m, "breaks", key_of(name, "place", m), 0);
        check_reference(lower, m, "breaks", key_of(name, "lower", m), 0);
        check_reference(upper, m, "breaks", key_of(name, "upper", m), 0);
    }
}

static void check_breaks(const char *name, const char *data, bool logs,
                         enum armex_break_model model)
{
    double x[100], y[100];
    const size_t n = series(y, x, data, logs);
    check_breaks_of(name, x, y, n, model, 5);
}

/* Years without a figure are left out; the slope still runs by the year. */
static void a_gap_is_stepped_over_as_strucchange_does(void **state)
{
    (void)state;
    double years[100], all[100], kept[100];
    static struct numbers gappy;

    series(all, years, "miles", true);
    reference(&gappy, "series", "gappy");
    for (size_t i = 0; i < gappy.n; i++)
        kept[i] = all[(size_t)gappy.at[i] - 1];
    check_breaks_of("gap", gappy.at, kept, gappy.n, ARMEX_BREAK_LEVEL, 5);
    check_breaks_of("gap_trend", gappy.at, kept, gappy.n, ARMEX_BREAK_TREND, 3);
}

static void divisions_and_intervals_are_those_of_strucchange(void **state)
{
    (void)state;
    check_breaks("nile", "nile", false, ARMEX_BREAK_LEVEL);
    check_breaks("nile_trend", "nile", false, ARMEX_BREAK_TREND);
    check_breaks("miles", "miles", true, ARMEX_BREAK_LEVEL);
}

/** The sum of squares of y[from..to) about its mean. */
static double squares(const double *y, size_t from, size_t to)
{
    double mean = 0, sum = 0;
    for (size_t i = from; i < to; i++)
        mean += y[i] / (double)(to - from);
    for (size_t i = from; i < to; i++)
        sum += (y[i] - mean) * (y[i] - mean);
    return sum;
}

static void the_test_of_two_breaks_against_one_looks_inside_both_regimes(void **state)
{
    (void)state;
    double x[100], y[100], least = INFINITY;
    const size_t n = series(y, x, "nile", false);
    struct armex_breaks breaks;

    armex_breaks_find(&breaks, x, y, n, ARMEX_BREAK_LEVEL, NULL);
    for (size_t i = 28 + 15; i + 15 <= n;
         i++) // the first 28 have no room for two of 15
        least = fmin(least, squares(y, 0, 28) + squares(y, 28, i) + squares(y, i, n));
    const double one = squares(y, 0, 28) + squares(y, 28, n);
    assert_close_relative(breaks.sup_f[1], (one - least) / (least / (n - 3.0)), 1e-10);
    assert_close(armex_breaks_critical(ARMEX_BREAK_LEVEL, 0), 8.58, 0);
    assert_close(armex_breaks_critical(ARMEX_BREAK_TREND, 4), 15.29, 0);
    assert_missing(armex_breaks_critical(ARMEX_BREAK_LEVEL, 5));
    assert_int_equal(breaks.by_test, 1); // the Nile falls in 1899, and never again
    assert_int_equal(breaks.by_bic, 1);
}

static void a_constant_has_no_break_and_nine_figures_are_too_few(void **state)
{
    (void)state;
    double x[12], y[12];
    struct armex_breaks breaks;
    struct armex_error error;

    for (int i = 0; i < 12; i++) {
        x[i] = i;
        y[i] = 7;
    }
    assert_int_equal(armex_breaks_find(&breaks, x, y, 12, ARMEX_BREAK_LEVEL, NULL),
                     ARMEX_OK);
    assert_int_equal(breaks.by_test, 0);
    assert_int_equal(breaks.by_bic, 0);
    assert_missing(breaks.sup_f[0]);
    assert_int_equal(breaks.shortest, 3);
    assert_int_equal(breaks.most, 3);
    assert_int_equal(armex_breaks_find(&breaks, x, y, 9, ARMEX_BREAK_LEVEL, &error),
                     ARMEX_TOO_FEW);
    assert_string_equal(error.message, "breaks need 10 figures, found 9");
}

static void a_step_without_noise_is_found_and_has_no_interval(void **state)
{
    (void)state;
    double x[12], y[12], lower, upper;
    struct armex_breaks breaks;

    for (int i = 0; i < 12; i++) {
        x[i] = i;
        y[i] = i < 5 ? 1 : 2;
    }
    armex_breaks_find(&breaks, x, y, 12, ARMEX_BREAK_LEVEL, NULL);
    assert_int_equal(breaks.place[1][0], 5);
    assert_close(breaks.squares[1], 0, 1e-25);
    armex_breaks_interval(&lower, &upper, &breaks, 1, 0, x, y);
    assert_missing(lower);
    assert_missing(upper);
}

static void the_cusum_strays_as_far_as_strucchange_says(void **state)
{
    (void)state;
    double x[100], y[100], process[101];
    size_t n = series(y, x, "nile", false);
    double p_value = armex_cusum(process, y, n);
    check_reference(process, n + 1, "breaks", "cusum", 1e-12);
    assert_close(p_value, reference_number("breaks", "cusum_p"), 1e-14);
    n = series(y, x, "miles", true) - 1;
    for (size_t i = 0; i < n; i++)
        y[i] = y[i + 1] - y[i];
    p_value = armex_cusum(process, y, n);
    check_reference(process, n + 1, "breaks", "cusum_miles", 1e-12);
    assert_close(p_value, reference_number("breaks", "cusum_miles_p"), 1e-14);
    assert_missing(armex_cusum(process, (const double[]){2, 2, 2}, 3));
    assert_close(armex_cusum(process, (const double[]){1, -1, 1, -1, 1, -1}, 6), 0.9991,
                 1e-4); // 1/sqrt(7.2): 2 (0.75746 - 0.32919 + 0.08208 - 0.01174 + ...)
}

/** Bai & Perron's printed table: 5 %, trimming 15 %, one and two coefficients. */
static void critical_values_are_those_printed(void **state)
{
    (void)state;
    const double level[] = {8.58, 10.13, 11.14, 11.83, 12.25};
    const double trend[] = {11.47, 12.95, 14.03, 14.85, 15.29};

    for (size_t l = 0; l < 5; l++) {
        assert_close(armex_breaks_critical(ARMEX_BREAK_LEVEL, l), level[l], 0);
        assert_close(armex_breaks_critical(ARMEX_BREAK_TREND, l), trend[l], 0);
    }
}

/* There and back thrice: no one break helps, yet each after it would. */
static void the_sequence_of_tests_ends_with_the_first_that_finds_nothing(void **state)
{
    (void)state;
    double x[24], y[24];
    struct armex_breaks breaks;

    for (int i = 0; i < 24; i++) {
        x[i] = i;
        y[i] = (i / 4 % 2 ? 5 : 0) + (i % 2 ? 0.1 : -0.1);
    }
    assert_int_equal(armex_breaks_find(&breaks, x, y, 24, ARMEX_BREAK_LEVEL, NULL),
                     ARMEX_OK);
    assert_true(breaks.sup_f[0] < armex_breaks_critical(ARMEX_BREAK_LEVEL, 0));
    assert_true(breaks.sup_f[4] > armex_breaks_critical(ARMEX_BREAK_LEVEL, 4));
    assert_int_equal(breaks.by_test, 0);
    assert_int_equal(breaks.by_bic, 5);
}

/* So near to 0 a hundred terms of the series are far from its sum, which is 1. */
static void a_sum_that_hardly_strays_is_what_chance_does(void **state)
{
    (void)state;
    enum { N = 10000 };
    static double y[N], process[N + 1];

    for (int i = 0; i < N; i++)
        y[i] = i % 2 ? 1 : -1;
    assert_close(armex_cusum(process, y, N), 1.0, 0);
    assert_close(process[1], -0.01, 1e-6); // 1 / sqrt(n)
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divisions_and_intervals_are_those_of_strucchange),
        cmocka_unit_test(a_gap_is_stepped_over_as_strucchange_does),
        cmocka_unit_test(the_test_of_two_breaks_against_one_looks_inside_both_regimes),
        cmocka_unit_test(a_constant_has_no_break_and_nine_figures_are_too_few),
        cmocka_unit_test(a_step_without_noise_is_found_and_has_no_interval),
        cmocka_unit_test(the_cusum_strays_as_far_as_strucchange_says),
        cmocka_unit_test(critical_values_are_those_printed),
        cmocka_unit_test(the_sequence_of_tests_ends_with_the_first_that_finds_nothing),
        cmocka_unit_test(a_sum_that_hardly_strays_is_what_chance_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
