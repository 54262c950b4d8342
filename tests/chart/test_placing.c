/** tests/chart/test_placing.c: axes and labels against answers worked out by hand. */
#include "check.h"

#include "chart/axis.h"
#include "chart/labels.h"

static void labels_that_have_room_stay_where_they_are(void **state)
{
    (void)state;
    double y[] = {100, 150, 200};
    assert_int_equal(armex_labels_place(y, 3, 17, 90, 400, NULL), ARMEX_OK);
    assert_close(y[0], 100, 0);
    assert_close(y[1], 150, 0);
    assert_close(y[2], 200, 0);
}

static void labels_that_collide_share_the_way_they_give(void **state)
{
    (void)state;
    // q = 100, 85, 270 with h = 17: the first two pool to 92.5
    double y[] = {100, 102, 304};
    assert_int_equal(armex_labels_place(y, 3, 17, 0, 400, NULL), ARMEX_OK);
    assert_close(y[0], 92.5, 1e-12);
    assert_close(y[1], 109.5, 1e-12);
    assert_close(y[2], 304, 1e-12);
}

static void labels_stay_within_the_plot_and_shrink_when_there_are_too_many(void **state)
{
    (void)state;
    double low[] = {395, 398, 400};
    assert_int_equal(armex_labels_place(low, 3, 17, 90, 400, NULL), ARMEX_OK);
    assert_close(low[0], 366, 1e-12);
    assert_close(low[2], 400, 1e-12);
    double many[5] = {50, 50, 50, 50, 50};
    assert_int_equal(armex_labels_place(many, 5, 17, 0, 40, NULL), ARMEX_OK);
    for (int i = 0; i < 5; i++)
        assert_close(many[i], 10.0 * i, 1e-12);
}

static void a_linear_axis_starts_at_zero_and_has_at_most_six_round_ticks(void **state)
{
    (void)state;
    const double highs[] = {0.07, 0.9, 1, 3, 7.3, 9.99, 10, 17.3, 101, 5.1e9, 1e300};
    for (size_t i = 0; i < sizeof highs / sizeof *highs; i++) {
        const struct armex_axis axis = armex_axis_linear(0.01 * highs[i], highs[i]);
        assert_close(axis.low, 0, 0);
        assert_true(axis.high >= highs[i] * (1 - 1e-9));
        assert_in_range(axis.n, 2, ARMEX_TICKS);
        assert_close(axis.ticks[0], 0, 0);
    }
    const struct armex_axis axis = armex_axis_linear(3, 19);
    assert_int_equal(axis.n, 5);
    assert_close(axis.ticks[4], 20, 1e-12);
    assert_close(axis.high, 20, 1e-12);
}

static void an_axis_of_negative_figures_keeps_zero_in_sight(void **state)
{
    (void)state;
    const struct armex_axis axis = armex_axis_linear(-4.4, 5.5);
    assert_true(axis.low <= -4.4 && axis.high >= 5.5);
    bool zero = false;
    for (size_t i = 0; i < axis.n; i++)
        zero = zero || axis.ticks[i] == 0.0;
    assert_true(zero);
}

static void an_axis_of_nothing_is_zero_to_one(void **state)
{
    (void)state;
    const struct armex_axis none = armex_axis_linear(0, 0);
    assert_close(none.high, 1, 0);
    assert_int_equal(none.n, 1);
    const struct armex_axis wild = armex_axis_linear(-1.7e308, 1.7e308);
    assert_true(isfinite(wild.low) && isfinite(wild.high) && wild.n <= ARMEX_TICKS);
}

static void a_log_axis_steps_by_ones_and_threes(void **state)
{
    (void)state;
    const struct armex_axis axis = armex_axis_log(25, 11679);
    const double expected[] = {10, 30, 100, 300, 1000, 3000, 10000, 30000};
    assert_close(axis.low, 10, 1e-9);
    assert_close(axis.high, 30000, 1e-6);
    assert_int_equal(axis.n, 4); // whole decades: eight ticks would be too many
    for (size_t i = 0; i < axis.n; i++)
        assert_close_relative(axis.ticks[i], expected[2 * i], 1e-12);
    assert_missing(armex_axis_at(&axis, 0));
    assert_close(armex_axis_at(&axis, 10), 0, 1e-12);
}

static void years_are_round_and_the_last_is_always_named(void **state)
{
    (void)state;
    const struct armex_axis axis = armex_axis_years(2003, 2025, 620, 44);
    const double expected[] = {2003, 2005, 2010, 2015, 2020, 2025};
    assert_int_equal(axis.n, 6);
    for (size_t i = 0; i < axis.n; i++)
        assert_close(axis.ticks[i], expected[i], 0);
    const struct armex_axis one = armex_axis_years(2022, 2022, 620, 44);
    assert_int_equal(one.n, 1);
    assert_close(one.ticks[0], 2022, 0);
    assert_close(armex_axis_at(&one, 2022), 0.5, 0);
    for (int first = 1; first < 9000; first += 977)
        for (int span = 0; span < 999; span += 31) {
            const struct armex_axis any =
                armex_axis_years(first, first + span, 150, 44);
            assert_in_range(any.n, 1, ARMEX_TICKS);
            assert_close(any.ticks[any.n - 1], first + span, 0);
            for (size_t i = 1; i < any.n; i++)
                assert_true(any.ticks[i] > any.ticks[i - 1]);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_that_have_room_stay_where_they_are),
        cmocka_unit_test(labels_that_collide_share_the_way_they_give),
        cmocka_unit_test(
            labels_stay_within_the_plot_and_shrink_when_there_are_too_many),
        cmocka_unit_test(a_linear_axis_starts_at_zero_and_has_at_most_six_round_ticks),
        cmocka_unit_test(an_axis_of_negative_figures_keeps_zero_in_sight),
        cmocka_unit_test(an_axis_of_nothing_is_zero_to_one),
        cmocka_unit_test(a_log_axis_steps_by_ones_and_threes),
        cmocka_unit_test(years_are_round_and_the_last_is_always_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
