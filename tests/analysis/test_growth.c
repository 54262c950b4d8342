/** tests/analysis/test_growth.c: growth against answers worked out by hand. */
#include "analysis/growth.h"
#include "by_hand.h"

static struct armex_table *grow(int first_year, const struct by_hand *series, size_t n,
                                struct armex_growth_options options)
{
    struct armex_panel *panel = panel_by_hand(first_year, series, n);
    struct armex_table *table;
    assert_int_equal(armex_growth(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return table;
}

/* South Korea's contracts in dollars, as its ministry counted them by January 2026. */
static const double korea[] = {7.25e9, 17.3e9, 13.0e9, 9.6e9};

static void cagr_takes_the_two_ends_and_tells_of_the_peak_between(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFFF", .values = korea};
    struct armex_table *table =
        grow(2021, &hand, 1,
             (struct armex_growth_options){
                 .method = ARMEX_GROWTH_CAGR, .from = 2021, .to = 2023});

    assert_int_equal(table->n_rows, 1);
    assert_string_equal(word(table, 0, "entity"), "KOR");
    assert_string_equal(word(table, 0, "name"), "South Korea");
    assert_close(cell(table, 0, "from"), 2021, 0);
    assert_close(cell(table, 0, "to"), 2023, 0);
    assert_close(cell(table, 0, "first"), 7.25e9, 0);
    assert_close(cell(table, 0, "last"), 13.0e9, 0);
    // 13/7.25 = 1.7931034482758621; its square root 1.3390681267..., by bc
    assert_close(cell(table, 0, "growth"), 0.7931034482758621, 1e-15);
    assert_close(cell(table, 0, "cagr"), 0.33906812691, 1e-10);
    assert_string_equal(word(table, 0, "reason"), "");
    assert_string_equal(word(table, 0, "unit"), "usd");
    assert_string_equal(word(table, 0, "measure"), "orders");
    assert_string_equal(word(table, 0, "scope"), "national");
    assert_note(table->notes,
                "South Korea: 2022's 17.3 billion USD, inside the span, is "
                "above both ends");
    armex_table_free(table);
}

static void a_trough_between_the_ends_is_told_too(void **state)
{
    (void)state;
    const double values[] = {5e6, 1.25e6, 6e6};
    const struct by_hand hand = {.marks = "FFF", .values = values, .unit = "tiv"};
    struct armex_table *table = grow(
        2001, &hand, 1, (struct armex_growth_options){.method = ARMEX_GROWTH_CAGR});
    assert_note(table->notes,
                "South Korea: 2002's 1.25 million TIV, inside the span, is "
                "below both ends");
    armex_table_free(table);
}

static void figures_between_the_ends_that_lie_between_them_call_for_no_note(
    void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFF", .values = (double[]){1, 2, 3}};
    struct armex_table *table = grow(
        2001, &hand, 1, (struct armex_growth_options){.method = ARMEX_GROWTH_CAGR});
    assert_int_equal(table->notes.n_notes, 0);
    armex_table_free(table);
}

static void soft_ends_and_fiscal_years_are_told(void **state)
{
    (void)state;
    const struct by_hand hand = {
        .marks = "WFP", .values = (double[]){1, 2, 3}, .first_month = 10};
    struct armex_table *table =
        grow(2021, &hand, 1, (struct armex_growth_options){.method = ARMEX_GROWTH_YOY});
    assert_note(table->notes,
                "not final: South Korea 2021 (doubtful or rounded), South "
                "Korea 2023 (preliminary)");
    assert_note(table->notes, "fiscal years, numbered by the year in which they end: "
                              "South Korea (from October)");
    armex_table_free(table);
}

static void a_state_with_several_series_is_told_of_its_fiscal_years_once(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.marks = "FF", .values = (double[]){1, 2}, .first_month = 10},
        {.marks = "FF",
         .values = (double[]){1, 2},
         .first_month = 10,
         .scope = "notified"},
    };
    struct armex_table *table =
        grow(2021, hands, 2, (struct armex_growth_options){.method = ARMEX_GROWTH_YOY});
    assert_note(table->notes, "fiscal years, numbered by the year in which they end: "
                              "South Korea (from October)");
    for (size_t i = 0; i < table->notes.n_notes; i++)
        assert_null(strstr(table->notes.notes[i], "October), South Korea"));
    armex_table_free(table);
}

static void yoy_has_a_row_for_every_two_years_asked_for(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "F.FF", .values = (double[]){4, 0, 5, 6}};
    struct armex_table *table =
        grow(2001, &hand, 1, (struct armex_growth_options){.from = 2000, .to = 2005});
    const char *reasons[] = {"missing", "missing", "gap", "", "missing"};

    assert_int_equal(table->n_rows, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_close(cell(table, i, "from"), 2000.0 + (double)i, 0);
        assert_close(cell(table, i, "to"), 2001.0 + (double)i, 0);
        assert_string_equal(word(table, i, "reason"), reasons[i]);
        assert_int_equal(isnan(cell(table, i, "growth")), *reasons[i] != '\0');
    }
    assert_close(cell(table, 3, "growth"), 0.2, 1e-15);
    assert_close(cell(table, 3, "cagr"), 0.2, 1e-15);
    armex_table_free(table);
}

static void without_years_each_series_has_its_own_life(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.marks = "000FF00", .values = (double[]){0, 0, 0, 4, 5, 0, 0}},
        {.entity = "FRA",
         .name = "France",
         .marks = ".FFF...",
         .values = (double[]){0, 1, 2, 3}},
        {.entity = "JPN",
         .name = "Japan",
         .marks = "....F..",
         .values = (double[]){0, 0, 0, 0, 4}},
    };
    struct armex_table *table = grow(2001, hands, 3, (struct armex_growth_options){0});

    assert_int_equal(table->n_rows, 5);
    assert_close(cell(table, 0, "from"), 2003, 0);
    assert_string_equal(word(table, 0, "reason"), "new");
    assert_close(cell(table, 1, "growth"), 0.25, 0);
    assert_close(cell(table, 2, "to"), 2006, 0);
    assert_close(cell(table, 2, "growth"), -1, 0);
    assert_string_equal(word(table, 3, "entity"), "FRA");
    assert_close(cell(table, 3, "from"), 2002, 0);
    assert_close(cell(table, 4, "to"), 2004, 0);
    assert_note(table->notes, "no two years with figures: Japan");
    armex_table_free(table);

    table = grow(2001, hands, 1,
                 (struct armex_growth_options){.method = ARMEX_GROWTH_CAGR});
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "from"), 2004, 0);
    assert_close(cell(table, 0, "to"), 2005, 0);
    armex_table_free(table);
}

static void growth_of_a_share_is_told_from_growth_of_volume(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FF",
                                 .values = (double[]){1, 2},
                                 .unit = "percent",
                                 .scope = "share",
                                 .years = 5};
    struct armex_table *table = grow(2022, &hand, 1, (struct armex_growth_options){0});
    assert_close(cell(table, 0, "growth"), 1, 0);
    assert_note(table->notes, "growth of a percentage is of the percentage itself, not "
                              "of the volume behind it");
    assert_note(table->notes, "each figure covers several years, so figures of years "
                              "close to each other overlap");
    armex_table_free(table);
}

static void log_and_symmetric_rates_follow_their_formulas(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FF0F", .values = (double[]){2, 3, 0, 5}};
    struct armex_table *table =
        grow(2001, &hand, 1, (struct armex_growth_options){.method = ARMEX_GROWTH_LOG});
    assert_close(cell(table, 0, "growth"), 0.4054651081081644, 1e-15); // ln 1.5
    assert_close(cell(table, 0, "cagr"), 0.5, 1e-15);
    assert_string_equal(word(table, 1, "reason"), "zero_base");
    assert_close(cell(table, 1, "cagr"), -1, 0); // last/first is defined all the same
    armex_table_free(table);

    table = grow(2001, &hand, 1,
                 (struct armex_growth_options){.method = ARMEX_GROWTH_SYMMETRIC});
    assert_close(cell(table, 0, "growth"), 0.4, 1e-15); // 2 (3 - 2) / (3 + 2)
    assert_close(cell(table, 1, "growth"), -2, 0);
    assert_close(cell(table, 2, "growth"), 2, 0);
    assert_missing(cell(table, 2, "cagr"));
    armex_table_free(table);
}

static void a_trend_agrees_with_r_and_says_how_many_years_it_rests_on(void **state)
{
    (void)state;
    // R: f <- lm(log(c(100,112,151,149,180)) ~ c(0,1,3,4,5));
    //    expm1(coef(f)[2]); coef(summary(f))[2,2]
    const struct by_hand hand = {.marks = "FF.FFF",
                                 .values = (double[]){100, 112, 0, 151, 149, 180}};
    struct armex_table *table = grow(
        2001, &hand, 1, (struct armex_growth_options){.method = ARMEX_GROWTH_TREND});
    assert_int_equal(table->n_rows, 1);
    assert_close_relative(cell(table, 0, "growth"), 0.12021094062317553, 1e-13);
    assert_close_relative(cell(table, 0, "standard_error"), 0.012700123449155509,
                          1e-13);
    assert_close(cell(table, 0, "observations"), 5, 0);
    assert_string_equal(word(table, 0, "reason"), "");
    armex_table_free(table);
}

static void a_trend_of_two_years_or_across_a_break_is_none(void **state)
{
    (void)state;
    const struct by_hand hands[] = {
        {.marks = "F0FF", .values = (double[]){3, 0, 0, 4}},
        {.marks = "FFUF", .values = (double[]){3, 4, 5, 6}},
        {.marks = "UFFF", .values = (double[]){3, 4, 5, 6}},
    };
    struct armex_table *table =
        grow(2001, hands, 3,
             (struct armex_growth_options){
                 .method = ARMEX_GROWTH_TREND, .from = 2001, .to = 2004});
    assert_string_equal(word(table, 0, "reason"), "missing");
    assert_close(cell(table, 0, "observations"), 2, 0);
    assert_missing(cell(table, 0, "growth"));
    assert_missing(cell(table, 0, "standard_error"));
    assert_string_equal(word(table, 1, "reason"), "unit_break");
    assert_string_equal(word(table, 2, "reason"), "");
    armex_table_free(table);
}

static void windows_do_not_overlap_and_end_with_the_last_year(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFFFFFF",
                                 .values = (double[]){9, 1, 2, 3, 3, 4, 8}};
    struct armex_table *table =
        grow(2001, &hand, 1,
             (struct armex_growth_options){.method = ARMEX_GROWTH_WINDOW, .window = 2});
    // 2002-03: 3, 2004-05: 6, 2006-07: 12
    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 0, "from"), 2003, 0);
    assert_close(cell(table, 0, "to"), 2005, 0);
    assert_close(cell(table, 0, "first"), 3, 0);
    assert_close(cell(table, 0, "last"), 6, 0);
    assert_close(cell(table, 0, "growth"), 1, 0);
    assert_close(cell(table, 0, "cagr"), 0.41421356237309515, 1e-15); // sqrt 2 - 1
    assert_close(cell(table, 1, "growth"), 1, 0);
    assert_note(table->notes, "sums of 2 years; each bears the number of its last");
    armex_table_free(table);

    // one window asked for, against the one before it
    table =
        grow(2001, &hand, 1,
             (struct armex_growth_options){
                 .method = ARMEX_GROWTH_WINDOW, .window = 2, .from = 2006, .to = 2007});
    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "from"), 2005, 0);
    assert_close(cell(table, 0, "last"), 12, 0);
    armex_table_free(table);
}

static void a_quotient_beyond_a_double_is_below_resolution_and_never_infinite(
    void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "FFF",
                                 .values = (double[]){1e-300, 1e300, 1e-300}};
    struct armex_table *table = grow(2001, &hand, 1, (struct armex_growth_options){0});
    assert_string_equal(word(table, 0, "reason"), "below_resolution");
    assert_missing(cell(table, 0, "growth"));
    assert_missing(cell(table, 0, "cagr"));
    assert_close(cell(table, 1, "growth"), -1, 0);
    armex_table_free(table);
}

static void refusal(struct armex_growth_options options, const char *message)
{
    const struct by_hand hand = {.marks = "FFFF", .values = korea};
    struct armex_panel *panel = panel_by_hand(2021, &hand, 1);
    struct armex_table *table;
    struct armex_error error;
    assert_int_equal(armex_growth(&table, panel, &options, &error), ARMEX_USAGE);
    assert_null(table);
    assert_string_equal(error.message, message);
    armex_panel_free(panel);
}

static void years_that_hold_no_two_of_what_is_compared_are_refused(void **state)
{
    (void)state;
    refusal((struct armex_growth_options){.from = 2023, .to = 2023},
            "growth needs two years, and 2023 is one; write 2022-2023");
    refusal((struct armex_growth_options){.method = ARMEX_GROWTH_WINDOW,
                                          .from = 2021,
                                          .to = 2023},
            "the years 2021 to 2023 hold no window of 5 years");
    refusal(
        (struct armex_growth_options){
            .method = ARMEX_GROWTH_WINDOW, .window = 3, .from = 2022, .to = 2023},
        "the years 2022 to 2023 hold no window of 3 years");
    refusal((struct armex_growth_options){.method = ARMEX_GROWTH_WINDOW},
            "a window of 5 years is longer than the 4 years there are");
    refusal((struct armex_growth_options){.method = ARMEX_GROWTH_WINDOW, .window = -1},
            "a window of -1 years is none; give 1 or more");
}

static bool is_seen(const struct armex_table *table, const char *name)
{
    return !table->columns[armex_table_column(table, name)].machine;
}

static void a_zero_says_whether_it_is_none_or_too_little_to_print(void **state)
{
    (void)state;
    const struct by_hand hand = {.marks = "F<0P", .values = (double[]){5, 0, 0, 3}};
    struct armex_table *table =
        grow(2020, &hand, 1, (struct armex_growth_options){.from = 2020, .to = 2023});

    assert_int_equal(table->n_rows, 3);
    assert_string_equal(word(table, 0, "first_status"), "final");
    assert_string_equal(word(table, 0, "last_status"), "below_resolution");
    assert_string_equal(word(table, 1, "first_status"), "below_resolution");
    assert_string_equal(word(table, 1, "last_status"), "nil");
    assert_string_equal(word(table, 2, "last_status"), "preliminary");
    assert_true(is_seen(table, "first_status") && is_seen(table, "last_status"));
    armex_table_free(table);
    const struct by_hand above = {.marks = "FF", .values = (double[]){5, 4}};
    table = grow(2020, &above, 1, (struct armex_growth_options){0});
    assert_false(is_seen(table, "first_status") || is_seen(table, "last_status"));
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cagr_takes_the_two_ends_and_tells_of_the_peak_between),
        cmocka_unit_test(a_trough_between_the_ends_is_told_too),
        cmocka_unit_test(
            figures_between_the_ends_that_lie_between_them_call_for_no_note),
        cmocka_unit_test(soft_ends_and_fiscal_years_are_told),
        cmocka_unit_test(a_state_with_several_series_is_told_of_its_fiscal_years_once),
        cmocka_unit_test(yoy_has_a_row_for_every_two_years_asked_for),
        cmocka_unit_test(without_years_each_series_has_its_own_life),
        cmocka_unit_test(growth_of_a_share_is_told_from_growth_of_volume),
        cmocka_unit_test(log_and_symmetric_rates_follow_their_formulas),
        cmocka_unit_test(a_trend_agrees_with_r_and_says_how_many_years_it_rests_on),
        cmocka_unit_test(a_trend_of_two_years_or_across_a_break_is_none),
        cmocka_unit_test(windows_do_not_overlap_and_end_with_the_last_year),
        cmocka_unit_test(
            a_quotient_beyond_a_double_is_below_resolution_and_never_infinite),
        cmocka_unit_test(years_that_hold_no_two_of_what_is_compared_are_refused),
        cmocka_unit_test(a_zero_says_whether_it_is_none_or_too_little_to_print),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
