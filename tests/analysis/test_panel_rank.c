/** tests/analysis/test_panel_rank.c: ranks by radix against ranks by comparison. */
#include <float.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/panel_rank.h"
#include "analysis/rank.h"
#include "check.h"

enum { MOST = 70000 }; // more than are cut flat

static double x[MOST], ranks[MOST], expected[MOST];
static size_t order[MOST];

static void check(size_t n)
{
    const size_t size = armex_panel_rank_scratch(n);
    void *scratch = aligned_alloc(64, (size + 63) / 64 * 64);
    assert_non_null(scratch);
    armex_panel_rank(ranks, x, n, scratch);
    armex_ranks(expected, order, x, n, ARMEX_TIES_COMPETITION);
    for (size_t i = 0; i < n; i++)
        assert_same_value(ranks[i], expected[i]);
    free(scratch);
}

static uint64_t random_bits(uint64_t *state)
{
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    return *state ^ *state >> 29;
}

static double any_double(uint64_t *state)
{
    double value;
    const uint64_t bits = random_bits(state);
    memcpy(&value, &bits, sizeof value);
    return value; // NAN and the infinities among them
}

static double few_values(uint64_t *state)
{
    static const double values[] = {3.0, 0.0, -0.0, -1.0, NAN, 7.5};
    return values[(random_bits(state) >> 40) % 6];
}

static double in_the_last_bits(uint64_t *state)
{
    return 1.0 + (double)(random_bits(state) >> 52) * DBL_EPSILON;
}

/* Nearly all in the fullest bucket of every level. */
static double a_crowd_in_every_crowd(uint64_t *state)
{
    const uint64_t bits = random_bits(state);
    return 1.0 + ldexp(1.0, -(int)(bits >> 58)) * (double)(bits >> 20 & 7);
}

static double ever_more_alike(uint64_t *state)
{
    uint64_t bits = random_bits(state) >> 2;
    double value;
    bits >>= (random_bits(state) >> 40) % 61;
    memcpy(&value, &bits, sizeof value);
    return value;
}

static void any_figures_get_the_ranks_of_comparison(void **state)
{
    (void)state;
    double (*const kinds[])(uint64_t *) = {any_double, few_values, in_the_last_bits,
                                           a_crowd_in_every_crowd, ever_more_alike};
    const size_t sizes[] = {0, 1, 2, 23, 24, 25, 26, 200, 4099, 32768, 32769, MOST};

    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
            uint64_t seed = s + 1;
            for (size_t i = 0; i < sizes[s]; i++)
                x[i] = kinds[k](&seed);
            check(sizes[s]);
        }
}

static void extremes_stand_at_the_ends(void **state)
{
    (void)state;
    for (size_t i = 0; i < 100; i++)
        x[i] = i % 2 ? DBL_MAX : -DBL_MAX;
    x[50] = INFINITY;
    x[51] = -INFINITY;
    x[52] = NAN;
    check(100);
}

static void equals_share_the_best_of_their_ranks(void **state)
{
    (void)state;
    // R: rank(-c(5,3,NA,3,9,1,3), ties.method = "min", na.last = "keep")
    const double by_r[] = {2, 3, NAN, 3, 1, 6, 3};
    memcpy(x, (double[]){5, 3, NAN, 3, 9, 1, 3}, 7 * sizeof *x);
    check(7);
    for (size_t i = 0; i < 7; i++)
        assert_same_value(ranks[i], by_r[i]);
}

static void what_memory_cannot_hold_has_no_scratch(void **state)
{
    (void)state;
    assert_int_equal(armex_panel_rank_scratch(UINT32_MAX), 0);
    assert_int_equal(armex_panel_rank_scratch(SIZE_MAX), 0);
    assert_true(armex_panel_rank_scratch(0) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_figures_get_the_ranks_of_comparison),
        cmocka_unit_test(extremes_stand_at_the_ends),
        cmocka_unit_test(equals_share_the_best_of_their_ranks),
        cmocka_unit_test(what_memory_cannot_hold_has_no_scratch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
