/** tests/analysis/test_panel_rows.c: the arithmetic of a row, by every build of it. */
#include <string.h>

#include "analysis/panel_math.h"
#include "analysis/panel_rows.h"
#include "analysis/panel_stream.h"
#include "analysis/rank.h"
#include "hostile_panel.h"

/* A trend's sums over three rows, taken in and folded in two steps, then its slope;
 * room for 10 rows of n. */
static void run_fit(double *out, const struct armex_row_kernels *rows,
                    const double *const *years, size_t n)
{
    const size_t room = n + ARMEX_FIT_SERIES;
    uint64_t *sums = calloc(5 * room, sizeof *sums);
    double *logs = calloc(4 * room, sizeof *logs);
    const struct armex_row_fit fit = {
        sums, sums + room, sums + 2 * room, sums + 3 * room, sums + 4 * room,
        logs, logs + room, logs + 2 * room, logs + 3 * room};

    for (size_t i = 0; i < 2 * room; i++)
        logs[i] = 1.0;
    rows->fit(&fit, years, years, 2, n);
    rows->fold(&fit, 2, n);
    rows->fit(&fit, years + 2, years, 1, n);
    for (size_t i = 0; i < n; i++) {
        out[i] = fit.product[i];
        out[n + i] = fit.products[i];
    }
    rows->fold(&fit, 1, n);
    for (size_t row = 0; row < 5; row++)
        for (size_t i = 0; i < n; i++)
            out[(2 + row) * n + i] = (double)sums[row * room + i];
    memcpy(out + 7 * n, fit.log, n * sizeof *out);
    memcpy(out + 8 * n, fit.log_sum, n * sizeof *out);
    rows->slope(out + 9 * n, &fit, 3, n);
    free(logs);
    free(sums);
}

enum { ROWS_RUN = 16 };

/* Runs every kernel of one build over two rows; room for ROWS_RUN rows of n. */
static void run_rows(double *out, const struct armex_row_kernels *rows, const double *x,
                     size_t n)
{
    const double *years[5] = {x, x + n, x, x + n, x};
    rows->growth(out, x, x + n, x, n);
    rows->logarithm(out + n, x, x, n);
    rows->difference(out + 2 * n, x, x + n, n);
    rows->mean(out + 3 * n, years, x, n);
    run_fit(out + 6 * n, rows, years, n);
    const struct armex_row_sum sum = rows->sum(x, n);
    const double squares = rows->share(out + 4 * n, x, x, sum.sum, n);
    for (size_t i = 0; i < n; i++)
        out[5 * n + i] = i % 3 ? squares : sum.negative ? -sum.sum : sum.squares;
}

static const size_t sizes[] = {1, 2, 3, 7, 16, 17, 1023, 1024, 1025, 2500};
enum { SIZES = sizeof sizes / sizeof *sizes };

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
        double *plain = calloc(ROWS_RUN * n, sizeof *plain),
               *wide = calloc(ROWS_RUN * n, sizeof *x);
        run_rows(plain, &armex_rows_plain, x, n);
        run_rows(wide, build, x, n);
        for (size_t k = 0; k < ROWS_RUN * n; k++)
            assert_same_value(wide[k], plain[k]);
        free(wide);
        free(plain);
        free(x);
    }
}

static void check_ranks(const double *x, size_t n, const double *rank)
{
    double expected[18];
    size_t order[18];

    armex_ranks(expected, order, x, n, ARMEX_TIES_COMPETITION);
    for (size_t s = 0; s < n; s++)
        assert_same_value(rank[s], expected[s]);
}

/* Whether the same figures get the same ranks by `rows` as by comparison, in buckets of
 * 2^shift keys. */
static void check_rank_rows(const struct armex_row_kernels *rows, const double *x,
                            size_t n, int shift)
{
    const struct armex_rank_extent extent = rows->extent(x, n);
    uint64_t near, *keys = calloc(2 * n + ARMEX_RANK_BEYOND, sizeof *keys);
    uint32_t *ranks = calloc(n, sizeof *ranks);
    double *out = calloc(2 * n, sizeof *out);

    memcpy(&near, &extent.near, sizeof near);
    const struct armex_rank_scale scale = {near, (uint64_t)20 << shift,
                                           (uint64_t)40 << shift};
    struct armex_rank_buckets buckets = {.starts = calloc(43, sizeof(uint32_t)),
                                         .keys = keys + n,
                                         .places = calloc(n, sizeof(uint32_t)),
                                         .n = 40,
                                         .shift = shift};
    rows->keys(keys, x, n, &scale);
    buckets.crowded = rows->spread(&buckets, keys, n) > ARMEX_RANK_CROWD;
    assert_false(buckets.crowded);
    rows->count(ranks, &buckets, n);
    rows->ranks(out, ranks, n);
    check_ranks(x, n, out);
    free(buckets.places);
    free(buckets.starts);
    free(out);
    free(ranks);
    free(keys);
}

static void every_build_ranks_alike(void **state)
{
    (void)state;
    const struct armex_row_kernels *builds[] = {&armex_rows_plain, armex_rows_avx2(),
                                                armex_rows_avx512()};
    const double figures[] = {3.0,  1.0, NAN,  3.0, -0.0, 0.0, -2.0, 8.0,  1e-3,
                              -1.0, NAN, 1e-3, 2.0, 8.0,  5.0, 5.0,  -8.0, 1.5};

    for (size_t b = 0; b < 3; b++)
        for (size_t n = 1; builds[b] && n <= 18; n++)
            for (int shift = 52; shift < 58; shift++)
                check_rank_rows(builds[b], figures, n, shift);
}

static void every_build_sees_the_same_extent(void **state)
{
    (void)state;
    const struct armex_row_kernels *builds[] = {&armex_rows_plain, armex_rows_avx2(),
                                                armex_rows_avx512()};
    const double mixed[] = {NAN, 4.0, -0.25, 0.0, -9.0, 0.5, NAN};
    const double above[] = {4.0, 0.125, 7.0}, below[] = {-4.0, -0.125};

    for (size_t b = 0; b < 3; b++) {
        if (!builds[b])
            continue;
        struct armex_rank_extent extent = builds[b]->extent(mixed, 7);
        assert_true(extent.near == 0.25 && extent.least == -9.0 && extent.most == 4.0);
        extent = builds[b]->extent(above, 3);
        assert_true(extent.near == 0.125 && extent.least == 0.125);
        extent = builds[b]->extent(below, 2);
        assert_true(extent.near == 0.125 && extent.most == -0.125);
        extent = builds[b]->extent(mixed, 1);
        assert_true(extent.least > extent.most);
    }
}

static void streaming_is_copying(void **state)
{
    (void)state;
    double from[64], to[64];

    for (int i = 0; i < 64; i++)
        from[i] = i;
    for (size_t at = 0; at < 16; at++)
        for (size_t n = 0; n + at <= 40; n++) {
            memset(to, 0xff, sizeof to);
            armex_stream(to + at, from + 1, n);
            for (size_t i = 0; i < 64; i++)
                if (i < at || i >= at + n)
                    assert_missing(to[i]);
                else
                    assert_close(to[i], (double)(i - at + 1), 0);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_registers_change_no_bit),
        cmocka_unit_test(every_build_ranks_alike),
        cmocka_unit_test(every_build_sees_the_same_extent),
        cmocka_unit_test(streaming_is_copying),
        cmocka_unit_test(the_logarithm_is_within_one_ulp),
        cmocka_unit_test(the_logarithm_of_what_has_none_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
