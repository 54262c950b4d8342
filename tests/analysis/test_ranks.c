/** tests/analysis/test_ranks.c: ties as R's rank() has them. */
#include "analysis/rank.h"
#include "by_hand.h"

enum { N = 7 };
static const double values[N] = {5, 3, NAN, 3, 9, 1, 3};

static void check_ranks(enum armex_ties ties, const double expected[N])
{
    double ranks[N];
    size_t order[N];

    armex_ranks(ranks, order, values, N, ties);
    for (size_t i = 0; i < N; i++)
        assert_same_value(ranks[i], expected[i]);
}

/* R: rank(-c(5,3,NA,3,9,1,3), ties.method = ..., na.last = "keep") */
static void ties_agree_with_r(void **state)
{
    (void)state;
    check_ranks(ARMEX_TIES_COMPETITION, (double[]){2, 3, NAN, 3, 1, 6, 3}); // "min"
    check_ranks(ARMEX_TIES_FRACTIONAL, (double[]){2, 4, NAN, 4, 1, 6, 4});  // "average"
    check_ranks(ARMEX_TIES_ORDINAL, (double[]){2, 3, NAN, 4, 1, 6, 5});     // "first"
}

static void dense_ranks_leave_no_number_out(void **state)
{
    (void)state;
    check_ranks(ARMEX_TIES_DENSE, (double[]){2, 3, NAN, 3, 1, 4, 3});
}

static void the_order_runs_from_the_largest_to_the_missing(void **state)
{
    (void)state;
    const size_t expected[N] = {4, 0, 1, 3, 6, 5, 2};
    double ranks[N];
    size_t order[N];

    armex_ranks(ranks, order, values, N, ARMEX_TIES_COMPETITION);
    assert_memory_equal(order, expected, sizeof expected);
}

static void nothing_at_all_is_ranked_without_harm(void **state)
{
    (void)state;
    double ranks[2] = {7, 7};
    size_t order[2] = {7, 7};
    armex_ranks(ranks, order, values, 0, ARMEX_TIES_COMPETITION);
    assert_close(ranks[0], 7, 0);
    armex_ranks(ranks, order, (double[]){NAN, NAN}, 2, ARMEX_TIES_FRACTIONAL);
    assert_missing(ranks[0]);
    assert_missing(ranks[1]);
}

/* From the order of figures like these, of quite other ones and of none at all. */
static void ranks_again_are_the_ranks_whatever_the_order_was(void **state)
{
    (void)state;
    enum { MANY = 60 };
    double now[MANY], ranks[MANY], again[MANY];
    size_t order[MANY], orders[MANY];

    for (int from = 0; from < 3; from++) {
        for (size_t i = 0; i < MANY; i++) {
            now[i] = i % 7 == 3 ? NAN : (double)((i * 37 + i / 5) % 23);
            orders[i] = i;
        }
        if (from == 0)
            now[11] = 100; // since then
        if (from < 2)
            armex_ranks(ranks, orders, now, MANY, ARMEX_TIES_ORDINAL);
        for (size_t i = 0; i < MANY && from == 1; i++)
            now[i] = i % 5 == 1 ? NAN : -now[i];
        now[11] = 3;
        now[13] = NAN;
        armex_ranks(ranks, order, now, MANY, ARMEX_TIES_COMPETITION);
        armex_ranks_again(again, orders, now, MANY, ARMEX_TIES_COMPETITION);
        assert_memory_equal(order, orders, sizeof order);
        for (size_t i = 0; i < MANY; i++)
            assert_same_value(again[i], ranks[i]);
    }
}

static void names_of_ties_are_read_whole(void **state)
{
    (void)state;
    enum armex_ties ties = ARMEX_TIES_COMPETITION;
    assert_true(armex_ties_parse(&ties, "fractional", 10));
    assert_int_equal(ties, ARMEX_TIES_FRACTIONAL);
    assert_false(armex_ties_parse(&ties, "fraction", 8));
    assert_int_equal(ties, ARMEX_TIES_FRACTIONAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ties_agree_with_r),
        cmocka_unit_test(dense_ranks_leave_no_number_out),
        cmocka_unit_test(the_order_runs_from_the_largest_to_the_missing),
        cmocka_unit_test(nothing_at_all_is_ranked_without_harm),
        cmocka_unit_test(ranks_again_are_the_ranks_whatever_the_order_was),
        cmocka_unit_test(names_of_ties_are_read_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
