/** What part of the growth of the whole is one entity's, by hand and by R. */
#include "analysis/growth.h"
#include "by_hand.h"
#include "reference/reference.h"

static struct armex_table *grow(const struct by_hand *series, size_t n,
                                struct armex_growth_options options)
{
    struct armex_panel *panel = panel_by_hand(2001, series, n);
    struct armex_table *table;

    options.contribution = true;
    assert_int_equal(armex_growth(&table, panel, &options, NULL), ARMEX_OK);
    armex_panel_free(panel);
    return table;
}

/* 10 + 30 became 16 + 28: the whole grew by 4 of 40. */
static void contributions_add_up_to_the_growth_of_the_sum(void **state)
{
    (void)state;
    const struct by_hand series[] = {
        {.entity = "FRA", .marks = "FF", .values = (double[]){10, 16}},
        {.entity = "KOR", .marks = "FF", .values = (double[]){30, 28}}};
    struct armex_table *table = grow(series, 2, (struct armex_growth_options){0});

    assert_close(cell(table, 0, "contribution"), 0.15, 1e-15);
    assert_close(cell(table, 1, "contribution"), -0.05, 1e-15);
    assert_close(cell(table, 0, "whole_growth"), 0.1, 1e-15);
    assert_close(cell(table, 1, "whole_growth"), 0.1, 1e-15);
    assert_note(table->notes,
                "contribution: change of the figure over the base year's sum of the 2 "
                "with a figure at both ends");
    armex_table_free(table);
}

static void a_new_exporter_has_no_rate_and_yet_a_contribution(void **state)
{
    (void)state;
    const struct by_hand series[] = {
        {.entity = "FRA", .marks = "FF", .values = (double[]){10, 10}},
        {.entity = "KOR", .marks = "0F", .values = (double[]){0, 5}}};
    struct armex_table *table = grow(series, 2, (struct armex_growth_options){0});

    assert_true(isnan(cell(table, 1, "growth")));
    assert_string_equal(word(table, 1, "reason"), "new");
    assert_close(cell(table, 1, "contribution"), 0.5, 0);
    assert_close(cell(table, 1, "whole_growth"), 0.5, 0);
    armex_table_free(table);
}

static void who_has_a_figure_at_one_end_only_is_in_neither_sum(void **state)
{
    (void)state;
    const struct by_hand series[] = {
        {.entity = "FRA", .marks = "FFF", .values = (double[]){10, 20, 30}},
        {.entity = "KOR", .marks = ".FF", .values = (double[]){0, 1000, 990}},
        {.entity = "ISR", .marks = "FFU", .values = (double[]){10, 10, 7000}}};
    struct armex_table *table =
        grow(series, 3, (struct armex_growth_options){.from = 2001, .to = 2003});

    // 2001 to 2002: 20 became 30; 2002 to 2003: 1,020 became 1,020
    assert_close(cell(table, 0, "whole_growth"), 0.5, 0);
    assert_close(cell(table, 0, "contribution"), 0.5, 0);
    assert_true(isnan(cell(table, 2, "contribution")));
    assert_close(cell(table, 3, "whole_growth"), 0.0, 0);
    assert_close(cell(table, 3, "contribution"), -10.0 / 1020.0, 1e-17);
    assert_true(isnan(cell(table, 5, "contribution"))); // counted differently since
    assert_note(table->notes,
                "contribution: change of the figure over the base year's sum of the 2 "
                "with a figure at both ends");
    armex_table_free(table);
}

static void the_world_is_the_whole_where_it_is_known(void **state)
{
    (void)state;
    const struct by_hand series[] = {
        {.entity = "FRA", .marks = "FF", .values = (double[]){10, 20}},
        {.entity = "WLD",
         .name = "World",
         .marks = "FF",
         .values = (double[]){100, 90}}};
    struct armex_table *table =
        grow(series, 2, (struct armex_growth_options){.hide_world = true});

    assert_int_equal(table->n_rows, 1);
    assert_close(cell(table, 0, "contribution"), 0.1, 0);
    assert_close(cell(table, 0, "whole_growth"), -0.1, 1e-16);
    assert_note(table->notes, "contribution: change of the figure over the world's "
                              "total in the base year");
    armex_table_free(table);
}

static void windows_contribute_by_their_sums(void **state)
{
    (void)state;
    const struct by_hand series[] = {
        {.entity = "FRA", .marks = "FFFF", .values = (double[]){1, 2, 3, 6}},
        {.entity = "KOR", .marks = "FFFF", .values = (double[]){3, 4, 5, 1}}};
    struct armex_table *table =
        grow(series, 2,
             (struct armex_growth_options){.method = ARMEX_GROWTH_WINDOW, .window = 2});

    // 3 + 7 became 9 + 6
    assert_close(cell(table, 0, "contribution"), 0.6, 1e-15);
    assert_close(cell(table, 1, "contribution"), -0.1, 1e-15);
    armex_table_free(table);
}

/* As weight times rate: reference/mobility.R. */
static void contributions_are_those_that_r_has(void **state)
{
    (void)state;
    static const char *const codes[] = {"AUT", "BEL", "CHE", "DEU", "ESP", "FRA",
                                        "GBR", "ITA", "KOR", "NLD", "NOR", "POL"};
    struct numbers before, now, expected;
    struct by_hand hands[12];
    double values[12][2];
    char marks[12][3] = {{0}};

    reference(&before, "mobility", "before");
    reference(&now, "mobility", "now");
    reference(&expected, "mobility", "contributions");
    for (size_t i = 0; i < 12; i++) {
        values[i][0] = before.at[i];
        values[i][1] = now.at[i];
        marks[i][0] = isnan(before.at[i]) ? '.' : 'F';
        marks[i][1] = isnan(now.at[i]) ? '.' : 'F';
        hands[i] = (struct by_hand){
            .entity = codes[i], .marks = marks[i], .values = values[i]};
    }
    struct armex_table *table =
        grow(hands, 12, (struct armex_growth_options){.from = 2001, .to = 2002});
    assert_int_equal(table->n_rows, 12);
    for (size_t i = 0; i < 12; i++) {
        const double found = cell(table, i, "contribution");
        assert_int_equal(isnan(found), isnan(expected.at[i]));
        if (!isnan(found))
            assert_close(found, expected.at[i], 1e-15);
    }
    armex_table_free(table);
}

static void check_refusal(const struct by_hand *series, size_t n,
                          enum armex_growth_method method, armex_status expected,
                          const char *message)
{
    const struct armex_growth_options options = {.method = method,
                                                 .contribution = true};
    struct armex_panel *panel = panel_by_hand(2001, series, n);
    struct armex_table *table;
    struct armex_error error;

    assert_int_equal(armex_growth(&table, panel, &options, &error), expected);
    assert_string_equal(error.message, message);
    assert_null(table);
    armex_panel_free(panel);
}

static void what_does_not_add_up_is_refused(void **state)
{
    (void)state;
    const double ones[] = {1, 1};
    const struct by_hand unlike[] = {{.entity = "FRA",
                                      .name = "France",
                                      .unit = "eur",
                                      .marks = "FF",
                                      .values = ones},
                                     {.marks = "FF", .values = ones}};
    const struct by_hand twice[] = {{.marks = "FF", .values = ones},
                                    {.scope = "other", .marks = "FF", .values = ones}};
    const struct by_hand percent = {
        .unit = "percent", .scope = "share", .marks = "FF", .values = ones};

    check_refusal(unlike, 2, ARMEX_GROWTH_YOY, ARMEX_BAD_INPUT,
                  "France and South Korea differ in measure or unit and do not add up "
                  "to a whole; --measure chooses one, --unit usd converts");
    check_refusal(twice, 2, ARMEX_GROWTH_YOY, ARMEX_BAD_INPUT,
                  "South Korea has several series here and would count twice; choose "
                  "one with --measure and --scope");
    check_refusal(&percent, 1, ARMEX_GROWTH_YOY, ARMEX_BAD_INPUT,
                  "figures of South Korea (scope share) are in per cent, which do not "
                  "add up to a whole; leave out --contribution");
    check_refusal(twice, 1, ARMEX_GROWTH_TREND, ARMEX_USAGE,
                  "a trend has a standard error and no ends; --contribution goes with "
                  "the other methods");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(contributions_add_up_to_the_growth_of_the_sum),
        cmocka_unit_test(a_new_exporter_has_no_rate_and_yet_a_contribution),
        cmocka_unit_test(who_has_a_figure_at_one_end_only_is_in_neither_sum),
        cmocka_unit_test(the_world_is_the_whole_where_it_is_known),
        cmocka_unit_test(windows_contribute_by_their_sums),
        cmocka_unit_test(contributions_are_those_that_r_has),
        cmocka_unit_test(what_does_not_add_up_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
