/** tests/analysis/test_panel_math.c: whole panels against the everyday forms. */
#include <gsl/gsl_fit.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/panel_math.h"
#include "analysis/rank.h"
#include "hostile_panel.h"

struct answers {
    struct armex_panel_results out;
    double *room;
    size_t size;
};

static struct answers compute(const double *x, size_t n, size_t years, int threads)
{
    struct answers a = {.size = 5 * n * years + 2 * n + years};
    a.room = calloc(a.size, sizeof *a.room);
    assert_non_null(a.room);
    double *rows = a.room;
    a.out.growth = rows;
    a.out.log_growth = rows + n * years;
    a.out.mean = rows + 2 * n * years;
    a.out.rank = rows + 3 * n * years;
    a.out.share = rows + 4 * n * years;
    a.out.cagr = rows + 5 * n * years;
    a.out.slope = a.out.cagr + n;
    a.out.hhi = a.out.slope + n;
    assert_int_equal(armex_panel_math(&a.out, x, n, years, threads, NULL), ARMEX_OK);
    return a;
}

static double finite_or_missing(double x)
{
    return isfinite(x) ? x : NAN;
}

/* 1 ulp of each logarithm here, half of each there, half of either difference; an ulp
 * is at most 2.22e-16 of its number. */
static const double log_slack = 2.5 * 2.22e-16;

static void check_growth(const double *x, size_t n, size_t years,
                         const struct armex_panel_results *out)
{
    for (size_t i = 0; i + n < n * years; i++) {
        const double base = x[i], end = x[i + n];
        const double rate = base > 0.0 ? finite_or_missing(end / base - 1.0) : NAN;
        assert_same_value(out->growth[i], rate);
        if (base > 0.0 && end > 0.0)
            assert_close(out->log_growth[i], log(end) - log(base),
                         log_slack * (fabs(log(end)) + fabs(log(base))));
        else
            assert_missing(out->log_growth[i]);
    }
}

static void check_means(const double *x, size_t n, size_t years, const double *mean)
{
    for (size_t i = 0; i + 4 * n < n * years; i++) {
        const double sum = x[i] + x[i + n] + x[i + 2 * n] + x[i + 3 * n] + x[i + 4 * n];
        assert_same_value(mean[i], finite_or_missing(sum / 5.0));
    }
}

static void check_cagr(const double *x, size_t n, size_t years, const double *cagr)
{
    for (size_t s = 0; s < n; s++) {
        size_t first = 0, last = years - 1;
        while (first < last && isnan(x[first * n + s]))
            first++;
        while (last > first && isnan(x[last * n + s]))
            last--;
        const double base = x[first * n + s], end = x[last * n + s];
        const double rate = pow(end / base, 1.0 / (double)(last - first)) - 1.0;
        const bool defined = base > 0.0 && last > first;
        assert_same_value(cagr[s], defined ? finite_or_missing(rate) : NAN);
    }
}

static void check_slope(const double *x, size_t n, size_t years, const double *slope)
{
    double t[100], y[100], a, b, v0, v1, v2, residual;

    for (size_t s = 0; s < n; s++) {
        size_t m = 0;
        for (size_t year = 0; year < years; year++)
            if (x[year * n + s] > 0.0) {
                t[m] = (double)year;
                y[m++] = log(x[year * n + s]);
            }
        if (m < 2) {
            assert_missing(slope[s]);
            continue;
        }
        gsl_fit_linear(t, 1, y, 1, m, &a, &b, &v0, &v1, &v2, &residual);
        assert_close(slope[s], b, 1e-12 * (fabs(b) + 1e-3));
    }
}

static void check_ranks(const double *x, size_t n, size_t years, const double *rank)
{
    double *expected = calloc(n, sizeof *expected);
    size_t *order = calloc(n, sizeof *order);
    for (size_t y = 0; y < years; y++) {
        armex_ranks(expected, order, x + y * n, n, ARMEX_TIES_COMPETITION);
        for (size_t s = 0; s < n; s++)
            assert_same_value(rank[y * n + s], expected[s]);
    }
    free(order);
    free(expected);
}

static void check_shares(const double *x, size_t n, size_t years,
                         const struct armex_panel_results *out)
{
    for (size_t y = 0; y < years; y++) {
        double sum = 0.0, hhi = 0.0;
        bool negative = false;
        for (size_t s = 0; s < n; s++) {
            sum += isnan(x[y * n + s]) ? 0.0 : x[y * n + s];
            negative |= x[y * n + s] < 0.0;
        }
        const bool defined = sum > 0.0 && isfinite(sum) && !negative;
        for (size_t s = 0; s < n; s++) {
            const double share = x[y * n + s] / sum;
            if (defined && !isnan(share))
                assert_close_relative(out->share[y * n + s], share, 1e-14);
            else
                assert_missing(out->share[y * n + s]);
            hhi += isnan(share) ? 0.0 : share * share;
        }
        if (defined)
            assert_close_relative(out->hhi[y], hhi, 1e-13);
        else
            assert_missing(out->hhi[y]);
    }
}

static void check_panel(size_t n, size_t years, double (*figure)(uint64_t *))
{
    double *x = panel_of(n, years, figure);
    struct answers a = compute(x, n, years, 1);
    check_growth(x, n, years, &a.out);
    check_means(x, n, years, a.out.mean);
    check_cagr(x, n, years, a.out.cagr);
    if (figure == tame) // the fit of 1e308 beside 5e-324 is as sure as its condition
        check_slope(x, n, years, a.out.slope);
    check_ranks(x, n, years, a.out.rank);
    check_shares(x, n, years, &a.out);
    free(a.room);
    free(x);
}

/* Figures that grow by the same factor lie on a line, whose slope is known: by a year's
 * fraction, within the normal range, below it, and so long that products are folded
 * more than once. */
static void a_steady_rate_is_the_slope(void **state)
{
    (void)state;
    enum { YEARS = 300, SERIES = 5 };
    static const double first[SERIES] = {100.0, 0x1p1000, 0x1p-800, 0x1p-1074, 3.0};
    static const double factor[SERIES] = {1.05, 0.5, 0x1p-2, 0x1p7, 0.93};
    double *x = calloc((size_t)SERIES * YEARS, sizeof *x), slope[SERIES];
    const struct armex_panel_results out = {.slope = slope};

    for (int s = 0; s < SERIES; s++)
        for (int y = 0; y < YEARS; y++) {
            const double figure = first[s] * pow(factor[s], y);
            const bool exact = s != 2 || y < 137; // below 2^-1074 there is nothing
            x[y * SERIES + s] = exact && y % 7 != 3 ? figure : y % 2 ? NAN : -1.0;
        }
    assert_int_equal(armex_panel_math(&out, x, SERIES, YEARS, 1, NULL), ARMEX_OK);
    for (int s = 0; s < SERIES; s++)
        assert_close(slope[s], log(factor[s]), 1e-15);
    free(x);
}

static const size_t sizes[] = {1, 2, 3, 7, 16, 17, 1023, 1024, 1025, 2500};
enum { SIZES = sizeof sizes / sizeof *sizes };

static void every_operation_equals_its_everyday_form(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++)
        for (size_t years = 1; years <= 31; years += 3)
            check_panel(sizes[i], years, tame);
}

static void hostile_figures_give_what_the_everyday_form_gives(void **state)
{
    (void)state;
    for (size_t i = 0; i < SIZES; i++)
        for (size_t years = 1; years <= 9; years += 2)
            check_panel(sizes[i], years, hostile);
}

static void threads_change_no_bit(void **state)
{
    (void)state;
    double *x = panel_of(5001, 12, hostile);
    struct answers one = compute(x, 5001, 12, 1);
    for (int threads = 0; threads < 5; threads++) {
        struct answers many = compute(x, 5001, 12, threads);
        assert_memory_equal(many.room, one.room, one.size * sizeof *one.room);
        free(many.room);
    }
    free(one.room);
    free(x);
}

static void threads_that_stay_change_no_bit(void **state)
{
    (void)state;
    struct armex_threads *threads;
    assert_int_equal(armex_threads_open(&threads, 3, NULL), ARMEX_OK);
    for (size_t n = 1; n < 5000; n = n * 3 + 1) {
        double *x = panel_of(n, 12, hostile);
        struct answers once = compute(x, n, 12, 1), again = compute(x, n, 12, 1);
        memset(again.room, 0, again.size * sizeof *again.room);
        assert_int_equal(armex_panel_math_by(threads, &again.out, x, n, 12, NULL),
                         ARMEX_OK);
        assert_memory_equal(again.room, once.room, once.size * sizeof *once.room);
        free(again.room);
        free(once.room);
        free(x);
    }
    armex_threads_close(threads);
}

/* Two halves of the panel are small enough for the usual way. */
static void what_no_cache_holds_has_the_same_bits(void **state)
{
    (void)state;
    const size_t N = 141001, YEARS = 31;
    double *x = panel_of(N, YEARS, hostile), *part = calloc(N * YEARS, sizeof *part);
    double *whole = calloc(6 * N * YEARS, sizeof *whole), *half = whole + 3 * N * YEARS;
    const struct armex_panel_results all = {.growth = whole,
                                            .log_growth = whole + N * YEARS,
                                            .mean = whole + 2 * N * YEARS};
    const struct armex_panel_results some = {
        .growth = half, .log_growth = half + N * YEARS, .mean = half + 2 * N * YEARS};

    assert_int_equal(armex_panel_math(&all, x, N, YEARS, 2, NULL), ARMEX_OK);
    for (size_t first = 0; first < N; first += N / 2 + 1) {
        const size_t n = first ? N - first : N / 2 + 1;
        for (size_t y = 0; y < YEARS; y++)
            memcpy(part + y * n, x + y * N + first, n * sizeof *x);
        assert_int_equal(armex_panel_math(&some, part, n, YEARS, 1, NULL), ARMEX_OK);
        for (size_t row = 0; row + 1 < YEARS; row++) {
            const size_t size = n * sizeof *x, a = row * N + first, b = row * n;
            assert_memory_equal(all.growth + a, some.growth + b, size);
            assert_memory_equal(all.log_growth + a, some.log_growth + b, size);
            if (row + ARMEX_MEAN_YEARS <= YEARS)
                assert_memory_equal(all.mean + a, some.mean + b, size);
        }
    }
    free(whole);
    free(part);
    free(x);
}

/* A power of two changes no share, and squares its way beyond the doubles. */
static void concentration_has_no_limit_of_size(void **state)
{
    (void)state;
    const double x[] = {3.0, NAN, 1.0, 4.0}, by_hand = (9.0 + 1.0 + 16.0) / 64.0;

    for (int power = -1000; power <= 1000; power += 100) {
        double scaled[4], hhi, share[4];
        const struct armex_panel_results out = {.share = share, .hhi = &hhi};
        for (int i = 0; i < 4; i++)
            scaled[i] = ldexp(x[i], power);
        assert_int_equal(armex_panel_math(&out, scaled, 4, 1, 1, NULL), ARMEX_OK);
        assert_close(hhi, by_hand, 1e-15);
        assert_close(share[0], 0.375, 0);
        assert_missing(share[1]);
    }
}

static void nothing_wanted_and_nothing_there_are_no_error(void **state)
{
    (void)state;
    const struct armex_panel_results none = {0};
    double x = 1.0, hhi = 7.0;
    const struct armex_panel_results only = {.hhi = &hhi};
    assert_int_equal(armex_panel_math(&none, &x, 1, 1, 2, NULL), ARMEX_OK);
    assert_int_equal(armex_panel_math(&only, &x, 0, 1, 2, NULL), ARMEX_OK);
    assert_missing(hhi);
    assert_int_equal(armex_panel_math(&only, &x, 1, 1, 2, NULL), ARMEX_OK);
    assert_close(hhi, 1.0, 0);
}

static void a_million_years_are_too_many_to_be_summed(void **state)
{
    (void)state;
    const size_t years = ((size_t)1 << 20) + 1;
    double *x = calloc(years, sizeof *x), slope = 7.0;
    const struct armex_panel_results out = {.slope = &slope};
    assert_int_equal(armex_panel_math(&out, x, 1, years, 1, NULL), ARMEX_USAGE);
    for (size_t y = 0; y < years; y++)
        x[y] = y & (1 << 19) ? 8.0 : 2.0;
    assert_int_equal(armex_panel_math(&out, x, 1, years - 1, 1, NULL), ARMEX_OK);
    // a step of height h halfway through n years has slope 3 h n / (2 (n^2 - 1))
    assert_close_relative(slope, 3.0 * log(4.0) / 2.0 * 0x1p20 / (0x1p40 - 1.0), 1e-12);
    free(x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operation_equals_its_everyday_form),
        cmocka_unit_test(a_steady_rate_is_the_slope),
        cmocka_unit_test(hostile_figures_give_what_the_everyday_form_gives),
        cmocka_unit_test(threads_change_no_bit),
        cmocka_unit_test(threads_that_stay_change_no_bit),
        cmocka_unit_test(what_no_cache_holds_has_the_same_bits),
        cmocka_unit_test(concentration_has_no_limit_of_size),
        cmocka_unit_test(a_million_years_are_too_many_to_be_summed),
        cmocka_unit_test(nothing_wanted_and_nothing_there_are_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
