/** tests/chart/test_triangle.c: growth between any two years, none singled out. */
#include "blocks.h"

#include "chart/triangle.h"

static void rates_are_compound_and_need_figures_above_zero(void **state)
{
    (void)state;
    double values[] = {100.0, 150.0, 225.0, 0.0, NAN, 50.0};
    armex_mark marks[] = {1, 1, 1, 1, 0, 1};
    struct armex_line line = {.values = values, .marks = marks, .first = 0, .last = 5};
    assert_close(armex_stretch_rate(&line, 0, 2), 0.5, 1e-15);
    assert_close(armex_stretch_rate(&line, 0, 5), -0.12944943670387588,
                 1e-15); // 2^-0.2
    assert_true(isnan(armex_stretch_rate(&line, 0, 3)));
    assert_true(isnan(armex_stretch_rate(&line, 3, 5)));
    assert_true(isnan(armex_stretch_rate(&line, 4, 5)));
}

static void no_rate_runs_across_a_break(void **state)
{
    (void)state;
    double values[] = {1.0, 2.0, 4.0};
    armex_mark marks[] = {ARMEX_FINAL, ARMEX_FINAL, ARMEX_FINAL | ARMEX_UNIT_BREAK};
    struct armex_line line = {.values = values, .marks = marks, .first = 0, .last = 2};
    assert_close(armex_stretch_rate(&line, 0, 1), 1.0, 1e-15);
    assert_true(isnan(armex_stretch_rate(&line, 0, 2)));
    assert_true(isnan(armex_stretch_rate(&line, 1, 2)));
}

static void every_pair_of_years_has_its_cell_and_the_extremes_are_named(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                       {"KOR", "South Korea", 2021, 2e9, NULL},
                                       {"KOR", "South Korea", 2022, NAN, "withheld"},
                                       {"KOR", "South Korea", 2023, 18e9, NULL},
                                       {"KOR", "South Korea", 2024, 9e9, NULL}};
    struct armex_table *table = show_of(rows, 5, "usd");
    const struct armex_chart chart = chart_of("triangle", table);
    // 2 - 1; 18^(1/3) - 1; 9^(1/4) - 1; 9^(1/2) - 1; 4.5^(1/3) - 1; 9 / 18 - 1
    expect_words(&chart, "figures", "+100|+162|+73|+200|+65|\u221250");
    expect_words(&chart, "call", "2020 to 2024: +73% a year");
    expect_words(&chart, "calls",
                 "highest, 2021 to 2023: +200% a year|lowest, 2023 to 2024: "
                 "\u221250% a year");
    expect_title(
        &chart, "South Korea\u2019s arms export orders grew over 5 of 6 spans of years",
        "Blank: no rate");
    armex_table_free(table);
}

static void titles_say_always_and_never(void **state)
{
    (void)state;
    const struct observation up[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                     {"KOR", "South Korea", 2021, 2e9, NULL},
                                     {"KOR", "South Korea", 2022, 3e9, NULL}};
    const struct observation down[] = {{"KOR", "South Korea", 2020, 3e9, NULL},
                                       {"KOR", "South Korea", 2021, 2e9, NULL},
                                       {"KOR", "South Korea", 2022, 2e9, NULL}};
    struct armex_table *table = show_of(up, 3, "usd");
    struct armex_chart chart = chart_of("triangle", table);
    expect_title(&chart,
                 "South Korea\u2019s arms export orders grew between any two years",
                 "Shades end at 50%.");
    armex_table_free(table);
    table = show_of(down, 3, "usd"); // standing still is not growing
    chart = chart_of("triangle", table);
    expect_title(&chart,
                 "South Korea\u2019s arms export orders grew between no two years", "");
    expect_words(&chart, "figures", "\u221233|\u221218|0");
    armex_table_free(table);
}

static void a_series_without_two_figures_above_zero_is_refused(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 0.0, NULL},
                                       {"KOR", "South Korea", 2021, 2e9, NULL}};
    struct armex_table *table = show_of(rows, 2, "usd");
    const struct armex_chart chart = chart_of("triangle", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "nothing to draw: growth of South Korea needs two years with "
                   "figures above zero and no break between them");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rates_are_compound_and_need_figures_above_zero),
        cmocka_unit_test(no_rate_runs_across_a_break),
        cmocka_unit_test(every_pair_of_years_has_its_cell_and_the_extremes_are_named),
        cmocka_unit_test(titles_say_always_and_never),
        cmocka_unit_test(a_series_without_two_figures_above_zero_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
