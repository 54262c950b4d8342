/** tests/analysis/test_panel_math.c: whole panels against the everyday forms. */
#include <gsl/gsl_fit.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/panel_math.h"
#include "analysis/panel_rows.h"
#include "analysis/rank.h"
#include "check.h"

/* Figures as hostile as a panel may hold: missing, zero, -0, below zero, tiny, huge. */
static double hostile(uint64_t *state)
{
    static const double odd[] = {NAN, NAN, 0.0, -0.0, -3.0, 5e-324, 1e-310, 1e308, 1.0};
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    const unsigned pick = (unsigned)(*state >> 33) % 64;
    if (pick < sizeof odd / sizeof *odd)
        return odd[pick];
    return (double)(*state >> 40 & 0xffff) / 100.0 + 0.01; // cents: there are ties
}

static double tame(uint64_t *state)
{
    const double x = hostile(state);
    return x > 1e-3 && x < 1e4 ? x : NAN;
}

static double *panel_of(size_t n, size_t years, double (*figure)(uint64_t *))
{
    uint64_t state = 42;
    double *x = calloc(n * years, sizeof *x);
    assert_non_null(x);
    for (size_t i = 0; i < n * years; i++)
        x[i] = figure(&state);
    return x;
}

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

/* Runs every kernel of one build over two rows; room for 12 rows of n. */
static void run_rows(double *out, const struct armex_row_kernels *rows, const double *x,
                     size_t n)
{
    const double *years[5] = {x, x + n, x, x + n, x};
    const struct armex_row_fit fit = {out + 4 * n, out + 5 * n, out + 6 * n,
                                      out + 7 * n, out + 8 * n};
    rows->growth(out, x, x + n, x, n);
    rows->logarithm(out + n, x, x, n);
    rows->difference(out + 2 * n, x, x + n, n);
    rows->mean(out + 3 * n, years, x, n);
    for (size_t i = 4 * n; i < 9 * n; i++)
        out[i] = 0.0;
    rows->fit(&fit, (const double *[]){out + n, out + 2 * n}, 2, -3.5, n);
    rows->fit(&fit, (const double *[]){out + n}, 1, 4.5, n);
    rows->slope(out + 9 * n, &fit, n);
    const struct armex_row_sum sum = rows->sum(x, n);
    const double squares = rows->share(out + 10 * n, x, x, sum.sum, n);
    for (size_t i = 0; i < n; i++)
        out[11 * n + i] = i % 3 ? squares : sum.negative ? -sum.sum : sum.squares;
}

static void wide_registers_change_no_bit(void **state)
{
    (void)state;
    const struct armex_row_kernels *builds[] = {armex_rows_avx2(), armex_rows_avx512()};
    for (size_t i = 0; i < 2 * (size_t)SIZES; i++) {
        const struct armex_row_kernels *build = builds[i % 2];
        if (!build) // what this processor cannot run, it will not be given
            continue;
        const size_t n = sizes[i / 2];
        double *x = panel_of(n, 2, hostile);
        double *plain = calloc(12 * n, sizeof *plain),
               *wide = calloc(12 * n, sizeof *x);
        run_rows(plain, &armex_rows_plain, x, n);
        run_rows(wide, build, x, n);
        for (size_t k = 0; k < 12 * n; k++)
            assert_same_value(wide[k], plain[k]);
        free(wide);
        free(plain);
        free(x);
    }
}

static double ulp(double x)
{
    return nextafter(fabs(x), INFINITY) - fabs(x);
}

static void check_logarithms(const struct armex_row_kernels *rows)
{
    uint64_t bits = 1;
    for (int i = 0; i < 300000; i++) {
        double x, y;
        bits = bits * 6364136223846793005U + 1442695040888963407U;
        const uint64_t finite = (bits >> 1) % 0x7ff0000000000000;
        memcpy(&x, &finite, sizeof x);
        x = i % 2 ? x : 1.0 + (double)(int64_t)bits * 0x1p-64; // near 1 cancels most
        rows->logarithm(&y, &x, &x, 1);
        const long double exact = logl((long double)x);
        if (x > 0.0 && !(fabsl(y - exact) <= ulp((double)exact)))
            fail_msg("%s: ln %a is %a", rows->name, x, y);
    }
}

static void the_logarithm_is_within_one_ulp(void **state)
{
    (void)state;
    check_logarithms(&armex_rows_plain);
    if (armex_rows_avx2())
        check_logarithms(armex_rows_avx2());
    check_logarithms(armex_row_kernels());
}

static void the_logarithm_of_what_has_none_is_missing(void **state)
{
    (void)state;
    const double x[] = {0.0, -0.0, -1.0, NAN, INFINITY, -INFINITY, 1.0};
    double y[7];
    armex_row_kernels()->logarithm(y, x, x, 7);
    for (int i = 0; i < 6; i++)
        assert_missing(y[i]);
    assert_same_value(y[6], 0.0);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operation_equals_its_everyday_form),
        cmocka_unit_test(hostile_figures_give_what_the_everyday_form_gives),
        cmocka_unit_test(threads_change_no_bit),
        cmocka_unit_test(wide_registers_change_no_bit),
        cmocka_unit_test(the_logarithm_is_within_one_ulp),
        cmocka_unit_test(the_logarithm_of_what_has_none_is_missing),
        cmocka_unit_test(nothing_wanted_and_nothing_there_are_no_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
