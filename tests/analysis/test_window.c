/** tests/analysis/test_window.c: trailing sums, and what stops them. */
#include "analysis/window.h"
#include "by_hand.h"

static struct armex_panel *windows(const char *marks, const double *values,
                                   enum armex_window_kind kind, int length, int least)
{
    const struct by_hand hand = {.marks = marks, .values = values, .unit = "tiv"};
    struct armex_panel *panel = panel_by_hand(2001, &hand, 1), *made;
    assert_int_equal(armex_window(&made, panel, kind, length, least, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return made;
}

static void a_sum_needs_every_year_unless_told_otherwise(void **state)
{
    (void)state;
    const double values[] = {1, 2, 0, 4, 5, 6};
    struct armex_panel *made = windows("FF.FFF", values, ARMEX_WINDOW_SUM, 3, 0);
    assert_missing(armex_panel_value(made, 0, 2002));
    assert_missing(armex_panel_value(made, 0, 2005));
    assert_close(armex_panel_value(made, 0, 2006), 15, 0);
    assert_int_equal(made->series[0].period.years, 3);
    assert_int_equal(made->notes.n_notes, 0);
    armex_panel_free(made);

    made = windows("FF.FFF", values, ARMEX_WINDOW_SUM, 3, 2);
    assert_missing(armex_panel_value(made, 0, 2001));
    assert_close(armex_panel_value(made, 0, 2002), 3, 0);
    assert_close(armex_panel_value(made, 0, 2004), 6, 0);
    assert_note(made->notes, "some windows add up only the years present: South Korea");
    armex_panel_free(made);
}

static void windows_of_some_years_are_those_of_all(void **state)
{
    (void)state;
    const double values[] = {1, 2, 0, 4, 5, 6};
    const struct by_hand hand = {.marks = "FF.FFF", .values = values, .unit = "tiv"};
    struct armex_panel *panel = panel_by_hand(2001, &hand, 1), *some;

    assert_int_equal(
        armex_window_years(&some, panel, ARMEX_WINDOW_SUM, 2, 1, 2004, 2099, NULL),
        ARMEX_OK);
    assert_int_equal(some->first_year, 2004);
    assert_int_equal(some->n_years, 3);
    assert_close(armex_panel_value(some, 0, 2004), 4, 0);
    assert_close(armex_panel_value(some, 0, 2006), 11, 0);
    assert_note(some->notes, "some windows add up only the years present: South Korea");
    armex_panel_free(some);
    // The note is of these years.
    assert_int_equal(
        armex_window_years(&some, panel, ARMEX_WINDOW_SUM, 2, 1, 2005, 2006, NULL),
        ARMEX_OK);
    assert_int_equal(some->notes.n_notes, 0);
    armex_panel_free(some);
    assert_int_equal(
        armex_window_years(&some, panel, ARMEX_WINDOW_SUM, 2, 0, 1990, 2000, NULL),
        ARMEX_USAGE);
    assert_null(some);
    armex_panel_free(panel);
}

static void a_mean_is_over_the_years_present(void **state)
{
    (void)state;
    struct armex_panel *made =
        windows("F.F", (double[]){2, 0, 5}, ARMEX_WINDOW_MEAN, 3, 2);
    assert_close(armex_panel_value(made, 0, 2003), 3.5, 0);
    assert_int_equal(made->series[0].period.years, 1);
    armex_panel_free(made);
}

static void a_window_across_a_break_is_missing_and_one_from_it_on_is_not(void **state)
{
    (void)state;
    struct armex_panel *made =
        windows("FFUFF", (double[]){1, 2, 3, 4, 5}, ARMEX_WINDOW_SUM, 2, 0);
    assert_close(armex_panel_value(made, 0, 2002), 3, 0);
    assert_missing(armex_panel_value(made, 0, 2003));
    assert_int_equal(armex_panel_mark(made, 0, 2003), ARMEX_UNIT_BREAK);
    assert_close(armex_panel_value(made, 0, 2004), 7, 0);
    armex_panel_free(made);
}

static void of_nothing_but_none_comes_none(void **state)
{
    (void)state;
    struct armex_panel *made =
        windows("000<F", (double[]){0, 0, 0, 0, 5}, ARMEX_WINDOW_SUM, 2, 0);
    assert_int_equal(armex_panel_mark(made, 0, 2002), ARMEX_NIL);
    assert_close(armex_panel_value(made, 0, 2002), 0, 0);
    assert_int_equal(armex_panel_mark(made, 0, 2004), ARMEX_BELOW);
    assert_int_equal(armex_panel_mark(made, 0, 2005), ARMEX_FINAL);
    assert_close(armex_panel_value(made, 0, 2005), 5, 0);
    armex_panel_free(made);
}

static void a_sum_is_as_soft_as_its_softest_figure(void **state)
{
    (void)state;
    struct armex_panel *made =
        windows("FPSW", (double[]){1, 2, 3, 4}, ARMEX_WINDOW_SUM, 2, 0);
    assert_int_equal(armex_panel_mark(made, 0, 2002), ARMEX_PRELIMINARY);
    assert_int_equal(armex_panel_mark(made, 0, 2003), ARMEX_ESTIMATE);
    assert_int_equal(armex_panel_mark(made, 0, 2004), ARMEX_ESTIMATE | ARMEX_WEAK);
    armex_panel_free(made);
}

static void a_sum_beyond_a_double_is_missing(void **state)
{
    (void)state;
    struct armex_panel *made =
        windows("FF", (double[]){1.5e308, 1.5e308}, ARMEX_WINDOW_SUM, 2, 0);
    assert_missing(armex_panel_value(made, 0, 2002));
    assert_int_equal(armex_panel_mark(made, 0, 2002), ARMEX_MISSING);
    armex_panel_free(made);
}

static void refusal(struct by_hand hand, int length, int least, armex_status expected,
                    const char *message)
{
    hand.marks = "FFF";
    hand.values = (double[]){1, 2, 3};
    struct armex_panel *panel = panel_by_hand(2001, &hand, 1), *made;
    struct armex_error error;
    assert_int_equal(
        armex_window(&made, panel, ARMEX_WINDOW_SUM, length, least, &error), expected);
    assert_null(made);
    assert_string_equal(error.message, message);
    armex_panel_free(panel);
}

static void what_makes_no_window_is_refused(void **state)
{
    (void)state;
    const struct by_hand plain = {0};
    refusal(plain, 0, 0, ARMEX_USAGE, "a window of 0 years is none; give 1 to 100");
    refusal(plain, 4, 0, ARMEX_USAGE,
            "a window of 4 years is longer than the 3 years there are");
    refusal(plain, 2, 3, ARMEX_USAGE,
            "a window of 2 years cannot have at least 3 present");
    refusal((struct by_hand){.unit = "percent"}, 2, 0, ARMEX_BAD_INPUT,
            "figures of South Korea are in per cent, which do not add up over years; "
            "leave out --window");
    refusal((struct by_hand){.years = 5}, 2, 0, ARMEX_BAD_INPUT,
            "each figure of South Korea covers 5 years already; leave out --window");
}

static void coverage_counts_the_years_with_a_figure(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "F.0T<", .values = (double[]){1, 0, 0, 0, 0}};
    struct armex_panel *panel = panel_by_hand(2001, &hand, 1);
    assert_int_equal(armex_window_coverage(panel, 0, 2005, 5), 3);
    assert_int_equal(armex_window_coverage(panel, 0, 2002, 5), 1);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_needs_every_year_unless_told_otherwise),
        cmocka_unit_test(windows_of_some_years_are_those_of_all),
        cmocka_unit_test(a_mean_is_over_the_years_present),
        cmocka_unit_test(a_window_across_a_break_is_missing_and_one_from_it_on_is_not),
        cmocka_unit_test(of_nothing_but_none_comes_none),
        cmocka_unit_test(a_sum_is_as_soft_as_its_softest_figure),
        cmocka_unit_test(a_sum_beyond_a_double_is_missing),
        cmocka_unit_test(what_makes_no_window_is_refused),
        cmocka_unit_test(coverage_counts_the_years_with_a_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
