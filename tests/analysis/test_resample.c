/** tests/analysis/test_resample.c: rank intervals against every outcome counted out. */
#include <string.h>

#include "analysis/resample.h"
#include "check.h"

static struct armex_resample_options usual = {
    .resamples = 100000, .seed = 1, .top = 1, .threads = 2};

static void resample(struct armex_rank_interval *out, const double *values, size_t n,
                     size_t years, struct armex_resample_options options)
{
    assert_int_equal(armex_rank_resample(out, values, n, years, &options, NULL),
                     ARMEX_OK);
}

/* A draws 2, 4, 4 or 6, B always 4: each is first, or beside, in three of four. */
static void probabilities_are_those_worked_out_by_hand(void **state)
{
    (void)state;
    const double values[] = {1, 3, 2, 2};
    struct armex_rank_interval out[2];

    resample(out, values, 2, 2, usual);
    for (int i = 0; i < 2; i++) {
        assert_close(out[i].top, 0.75, 0.007); // five standard errors
        assert_close(out[i].low, 1, 0);
        assert_close(out[i].high, 2, 0);
    }
}

enum { N = 3, YEARS = 3, OUTCOMES = 27 };
static const double three[N * YEARS] = {5, 1, 9, 4, 6, 4, 8, 2, 3};

static double sum_of(const double *values, int outcome)
{
    double sum = 0.0;
    for (int i = 0; i < YEARS; i++, outcome /= YEARS)
        sum += values[outcome % YEARS];
    return sum;
}

static void count_out(double share[N][N])
{
    for (int all = 0; all < OUTCOMES * OUTCOMES * OUTCOMES; all++) {
        double sums[N];
        int outcome = all;
        for (int i = 0; i < N; i++, outcome /= OUTCOMES)
            sums[i] = sum_of(three + YEARS * i, outcome % OUTCOMES);
        for (int i = 0; i < N; i++) {
            int above = 0;
            for (int k = 0; k < N; k++)
                above += sums[k] > sums[i];
            share[i][above] += 1.0 / (OUTCOMES * OUTCOMES * OUTCOMES);
        }
    }
}

static void all_outcomes_are_equally_likely(void **state)
{
    (void)state;
    double share[N][N] = {{0}};
    struct armex_rank_interval out[N];

    count_out(share);
    for (int top = 1; top <= N; top++) {
        struct armex_resample_options options = usual;
        options.top = top;
        resample(out, three, N, YEARS, options);
        for (int i = 0; i < N; i++) {
            double expected = 0.0;
            for (int r = 0; r < top; r++)
                expected += share[i][r];
            assert_close(out[i].top, expected, 0.008); // five standard errors
        }
    }
}

static void those_who_never_meet_keep_their_ranks(void **state)
{
    (void)state;
    const double values[] = {3, 2, 1, 2, 30, 20, 10, 20, 7, 7, 7, 7};
    const double expected[] = {3, 1, 2};
    struct armex_rank_interval out[3];

    resample(out, values, 3, 4, usual);
    for (int i = 0; i < 3; i++) {
        assert_close(out[i].low, expected[i], 0);
        assert_close(out[i].high, expected[i], 0);
        assert_close(out[i].top, expected[i] == 1.0, 0);
    }
}

static void equals_share_a_rank_in_whatever_order_their_years_stand(void **state)
{
    (void)state;
    const double values[] = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
    struct armex_rank_interval out[2];
    resample(out, values, 2, 5, usual);
    for (int i = 0; i < 2; i++)
        assert_close(out[i].high, 1, 0);
}

static void a_missing_year_is_not_drawn_and_no_year_is_no_rank(void **state)
{
    (void)state;
    const double values[] = {NAN, 5, NAN, NAN, NAN, NAN, 4, 1, NAN};
    struct armex_rank_interval out[3];

    resample(out, values, 3, 3, usual);
    assert_close(out[0].top, 0.75, 0.007); // 5 against 2, 5, 5 or 8
    assert_missing(out[1].low);
    assert_missing(out[1].high);
    assert_missing(out[1].top);
    assert_close(out[2].high, 2, 0);
}

enum { MANY = 201 };

static void make_many(double values[MANY * 5])
{
    uint64_t state = 7;
    for (int i = 0; i < MANY * 5; i++) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        values[i] = (double)(state >> 44) / 100.0 * (1 + i / 50);
        values[i] = state >> 60 == 3 ? NAN : values[i];
    }
}

static void threads_change_nothing_and_the_seed_does(void **state)
{
    (void)state;
    static double values[MANY * 5];
    struct armex_rank_interval one[MANY], other[MANY];
    struct armex_resample_options options = {1001, 5, 10, 1};

    make_many(values);
    resample(one, values, MANY, 5, options);
    for (int threads = 0; threads < 12; threads += 3) {
        options.threads = threads;
        resample(other, values, MANY, 5, options);
        assert_memory_equal(one, other, sizeof one);
    }
    options.seed = 6;
    resample(other, values, MANY, 5, options);
    assert_memory_not_equal(one, other, sizeof one);
}

static void one_resample_is_a_ranking(void **state)
{
    (void)state;
    static double values[MANY * 5];
    struct armex_rank_interval out[MANY];
    int first = 0;

    make_many(values);
    resample(out, values, MANY, 5, (struct armex_resample_options){1, 3, 1, 2});
    for (int i = 0; i < MANY; i++) {
        first += out[i].low == 1.0;
        assert_same_value(out[i].low, out[i].high);
        assert_close(out[i].top, out[i].low == 1.0, 0);
    }
    assert_true(first >= 1);
}

static void the_longest_window_is_drawn_and_a_longer_one_refused(void **state)
{
    (void)state;
    const double values[14] = {1, 2, 3, 4, 5, 6, 9, 9, 9, 9, 9, 9, 0, 0};
    struct armex_rank_interval out[2];
    struct armex_error error;

    resample(out, values, 2, 6, usual);
    assert_close(out[1].high, 1, 0);
    assert_int_equal(armex_rank_resample(out, values, 2, 7, &usual, &error),
                     ARMEX_USAGE);
    assert_string_equal(error.message,
                        "resampling takes 1 to 6 years and 1 resample or more");
    struct armex_resample_options none = usual;
    none.resamples = 0;
    assert_int_equal(armex_rank_resample(out, values, 2, 5, &none, NULL), ARMEX_USAGE);
}

/* A has all its years at their best in 1 of 27, 1 of 256: only the one is in 95 %. */
static void the_interval_leaves_out_less_than_a_fortieth_at_each_end(void **state)
{
    (void)state;
    const double three_years[] = {0, 0, 3, 2.5, 2.5, 2.5};
    const double four_years[] = {0, 0, 0, 4, 3.5, 3.5, 3.5, 3.5};
    struct armex_rank_interval out[2];

    resample(out, three_years, 2, 3, usual);
    for (int i = 0; i < 2; i++) {
        assert_close(out[i].low, 1, 0);
        assert_close(out[i].high, 2, 0);
    }
    resample(out, four_years, 2, 4, usual);
    assert_close(out[0].low, 2, 0);
    assert_close(out[1].high, 1, 0);
}

/* What was published with a seed can be had again: the stream of draws stays. */
static void a_seed_draws_what_it_always_drew(void **state)
{
    (void)state;
    const double first[] = {502, 477, 530, 488, 522},
                 last[] = {247, 263, 274, 302, 261};
    struct armex_rank_interval out[N];

    for (int seed = 1; seed <= 5; seed++) {
        resample(out, three, N, YEARS,
                 (struct armex_resample_options){1001, (uint64_t)seed, 1, 2});
        assert_close(out[0].top * 1001, first[seed - 1], 1e-9);
        assert_close(out[2].top * 1001, last[seed - 1], 1e-9);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(probabilities_are_those_worked_out_by_hand),
        cmocka_unit_test(all_outcomes_are_equally_likely),
        cmocka_unit_test(those_who_never_meet_keep_their_ranks),
        cmocka_unit_test(equals_share_a_rank_in_whatever_order_their_years_stand),
        cmocka_unit_test(a_missing_year_is_not_drawn_and_no_year_is_no_rank),
        cmocka_unit_test(threads_change_nothing_and_the_seed_does),
        cmocka_unit_test(one_resample_is_a_ranking),
        cmocka_unit_test(the_longest_window_is_drawn_and_a_longer_one_refused),
        cmocka_unit_test(the_interval_leaves_out_less_than_a_fortieth_at_each_end),
        cmocka_unit_test(a_seed_draws_what_it_always_drew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
