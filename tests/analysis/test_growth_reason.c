/** tests/analysis/test_growth_reason.c: every rate that is undefined has its reason. */
#include "analysis/growth.h"
#include "by_hand.h"

/* The reason for growth from year `from` to year `to` (0 is the first) of one series.
 */
static const char *reason(const char *marks, const double *values, int from, int to,
                          enum armex_growth_method method)
{
    const struct by_hand hand = {.marks = marks, .values = values};
    struct armex_panel *panel = panel_by_hand(2000, &hand, 1);
    const enum armex_growth_reason found =
        armex_growth_check(panel, 0, 2000 + from, 2000 + to, method);
    armex_panel_free(panel);
    return armex_growth_reason_name(found);
}

#define YOY ARMEX_GROWTH_YOY
#define LOG ARMEX_GROWTH_LOG
#define SYMMETRIC ARMEX_GROWTH_SYMMETRIC

static void two_figures_that_follow_have_a_rate(void **state)
{
    (void)state;
    const double values[] = {2.0, 3.0};
    assert_string_equal(reason("FF", values, 0, 1, YOY), "");
    assert_string_equal(reason("PS", values, 0, 1, LOG), "");
}

static void no_figure_at_an_end_is_missing(void **state)
{
    (void)state;
    const double values[] = {2.0, 3.0, 4.0};
    assert_string_equal(reason("F.F", values, 0, 1, YOY), "missing");
    assert_string_equal(reason(".FF", values, 0, 1, YOY), "missing");
    assert_string_equal(reason("TFF", values, 0, 1, YOY), "missing");
    assert_string_equal(reason("FFF", values, -1, 0, YOY), "missing");
    assert_string_equal(reason("FFF", values, 2, 3, YOY), "missing");
}

static void a_step_that_would_bridge_a_missing_year_is_a_gap(void **state)
{
    (void)state;
    const double values[] = {2.0, 3.0, 4.0};
    assert_string_equal(reason("F.F", values, 1, 2, YOY), "gap");
    assert_string_equal(reason("<.F", values, 1, 2, YOY), "gap");
    // of a longer span the base is simply missing
    assert_string_equal(reason("F.FF", (double[]){1, 0, 2, 3}, 1, 3, ARMEX_GROWTH_CAGR),
                        "missing");
    // none identified before is no figure that a step could start from
    assert_string_equal(reason("0.F", values, 1, 2, YOY), "missing");
}

static void a_first_figure_after_none_identified_is_new(void **state)
{
    (void)state;
    const double values[] = {0.0, 0.0, 4.0};
    assert_string_equal(reason("00F", values, 1, 2, YOY), "new");
    assert_string_equal(reason(".0F", values, 1, 2, LOG), "new");
    assert_string_equal(reason(".0<", (double[]){0, 0, 0}, 1, 2, YOY), "new");
}

static void a_figure_after_an_idle_year_has_a_zero_base(void **state)
{
    (void)state;
    assert_string_equal(reason("F0F", (double[]){3, 0, 4}, 1, 2, YOY), "zero_base");
    assert_string_equal(reason("FF", (double[]){0, 4}, 0, 1, YOY), "zero_base");
    assert_string_equal(reason("00", (double[]){0, 0}, 0, 1, YOY), "zero_base");
    assert_string_equal(reason("FF", (double[]){-1, 4}, 0, 1, YOY), "zero_base");
}

static void a_printed_zero_is_below_resolution_at_either_end(void **state)
{
    (void)state;
    assert_string_equal(reason("<F", (double[]){0, 4}, 0, 1, YOY), "below_resolution");
    assert_string_equal(reason("F<", (double[]){4, 0}, 0, 1, YOY), "below_resolution");
    assert_string_equal(reason("F0<", (double[]){4, 0, 0}, 1, 2, YOY),
                        "below_resolution");
}

static void an_end_of_none_is_minus_one_but_has_no_logarithm(void **state)
{
    (void)state;
    assert_string_equal(reason("F0", (double[]){4, 0}, 0, 1, YOY), "");
    assert_string_equal(reason("F0", (double[]){4, 0}, 0, 1, SYMMETRIC), "");
    assert_string_equal(reason("F00.", (double[]){4, 0, 0, 0}, 0, 1, LOG), "ceased");
    assert_string_equal(reason("F0F", (double[]){4, 0, 5}, 0, 1, LOG), "zero_base");
    assert_string_equal(reason("FF", (double[]){4, 0}, 0, 1, LOG), "zero_base");
}

static void the_symmetric_rate_needs_one_end_above_zero(void **state)
{
    (void)state;
    assert_string_equal(reason("0F", (double[]){0, 4}, 0, 1, SYMMETRIC), "");
    assert_string_equal(reason("00", (double[]){0, 0}, 0, 1, SYMMETRIC), "zero_base");
    assert_string_equal(reason("FF", (double[]){-1, 4}, 0, 1, SYMMETRIC), "zero_base");
}

static void a_break_comes_before_all_other_reasons(void **state)
{
    (void)state;
    const double values[] = {2.0, 3.0, 4.0};
    assert_string_equal(reason("FUF", values, 0, 1, YOY), "unit_break");
    assert_string_equal(reason("FEF", values, 0, 2, YOY), "entity_break");
    assert_string_equal(reason(".UF", values, 0, 1, YOY), "unit_break");
    assert_string_equal(reason("FUE", values, 0, 2, YOY), "entity_break");
    assert_string_equal(reason("FUF", values, 0, 2, ARMEX_GROWTH_TREND), "unit_break");
    // both ends after the break: comparable again
    assert_string_equal(reason("FUF", values, 1, 2, YOY), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_figures_that_follow_have_a_rate),
        cmocka_unit_test(no_figure_at_an_end_is_missing),
        cmocka_unit_test(a_step_that_would_bridge_a_missing_year_is_a_gap),
        cmocka_unit_test(a_first_figure_after_none_identified_is_new),
        cmocka_unit_test(a_figure_after_an_idle_year_has_a_zero_base),
        cmocka_unit_test(a_printed_zero_is_below_resolution_at_either_end),
        cmocka_unit_test(an_end_of_none_is_minus_one_but_has_no_logarithm),
        cmocka_unit_test(the_symmetric_rate_needs_one_end_above_zero),
        cmocka_unit_test(a_break_comes_before_all_other_reasons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
