/** tests/chart/test_agreement_chart.c: how many times the one count is the other. */
#include "blocks.h"
#include "counts.h"

#include "chart/ruler.h"

/** Ratios 1/2, 1, 2 and 1: mean of logarithms 0, sd = ln 2 sqrt(2 / 3) = 0.5660; limits
 *  exp(-/+ 1.96 x 0.5660) = 0.3298 and 3.032. */
static const struct shared halves[] = {{"AAA", "Aland", 2021, 1e6, 2e6, NULL},
                                       {"BBB", "Beland", 2021, 3e6, 3e6, NULL},
                                       {"AAA", "Aland", 2022, 8e6, 4e6, NULL},
                                       {"BBB", "Beland", 2022, 5e6, 5e6, NULL}};

static void the_title_says_the_mean_ratio_and_its_limits(void **state)
{
    (void)state;
    struct armex_table *table = counts_of(halves, 4, &alike);
    const struct armex_chart chart = chart_of("agreement", table);
    expect_title(
        &chart,
        "On average sipri-tiv is 1.00\u00d7 sipri-register; 4 of 4 figures lie "
        "between 0.33\u00d7 and 3.0\u00d7",
        "Bland and Altman");
    expect_words(&chart, "limit_words", "3.0\u00d7 upper limit|0.33\u00d7 lower limit");
    expect_words(&chart, "average_words", "1.00\u00d7 on average");
    expect_words(&chart, "yticks", "0.5\u00d7|1\u00d7|2\u00d7");
    armex_table_free(table);
}

static void who_lies_outside_is_named_with_the_year(void **state)
{
    (void)state;
    struct shared rows[30];
    static char codes[30][16];
    for (int i = 0; i < 30; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct shared){codes[i],
                                  codes[i],
                                  2024,
                                  1e6 * (i + 1),
                                  1e6 * (i + 1) * (i % 2 ? 1.1 : 0.9),
                                  NULL};
    }
    rows[20].b /= 9.0;
    struct armex_table *table = counts_of(rows, 30, &alike);
    struct armex_chart chart = chart_of("agreement", table);
    expect_words(&chart, "names", "X20 2024");
    chart.highlight = "X05";
    expect_words(&chart, "subject_names", "X05 2024");
    armex_table_free(table);
}

static void counts_that_are_always_alike_have_no_limits_to_tell(void **state)
{
    (void)state;
    const struct shared rows[] = {{"AAA", "Aland", 2021, 2e6, 1e6, NULL},
                                  {"BBB", "Beland", 2021, 4e6, 2e6, NULL},
                                  {"CCC", "Celand", 2021, 8e6, 4e6, NULL}};
    struct armex_table *table = counts_of(rows, 3, &alike);
    const struct armex_chart chart = chart_of("agreement", table);
    expect_title(&chart, "In all 3 figures sipri-tiv is 2.0\u00d7 sipri-register", "");
    armex_table_free(table);
}

static void expect_refused(const struct shared *rows, size_t n,
                           const struct counted *what, const char *message)
{
    struct armex_error error;
    struct armex_text script = {0};
    struct armex_table *table = counts_of(rows, n, what);
    const struct armex_chart chart = chart_of("agreement", table);
    assert_int_equal(armex_chart_script(&script, &chart, &tools, &error), ARMEX_USAGE);
    assert_string_equal(error.message, message);
    armex_table_free(table);
}

static void unlike_counts_and_too_few_are_refused_with_the_reason(void **state)
{
    (void)state;
    expect_refused(
        volumes, 8, &volume_and_value,
        "agreement divides one count by the other, and deliveries of national-figures "
        "and deliveries-tiv of sipri-tiv have no ratio: TIV measures military "
        "capability moved, not price; a scatter shows both");
    expect_refused(halves, 2, &alike,
                   "limits of agreement need three figures above 0 that both have; "
                   "these have 2");
}

static void figures_of_nothing_have_no_ratio_and_the_note_counts_them(void **state)
{
    (void)state;
    struct shared rows[6];
    memcpy(rows, halves, sizeof halves);
    rows[4] = (struct shared){"CCC", "Celand", 2021, 0, 1e6, NULL};
    rows[5] = (struct shared){"DDD", "Deland", 2021, 1e6, -1e6, NULL};
    struct armex_table *table = counts_of(rows, 6, &alike);
    const struct armex_chart chart = chart_of("agreement", table);
    expect_title(
        &chart,
        "On average sipri-tiv is 1.00\u00d7 sipri-register; 4 of 4 figures lie "
        "between 0.33\u00d7 and 3.0\u00d7",
        "2 without a ratio are not shown.");
    armex_table_free(table);
}

static void a_scale_of_ratios_holds_one_and_has_round_ticks(void **state)
{
    (void)state;
    const double ranges[][2] = {{1, 1},          {0.9, 1.1},  {1.5, 2},
                                {0.4, 0.6},      {0.1, 9},    {1e-4, 1e4},
                                {1e-200, 1e200}, {1e-300, 1}, {1, 1.7e308}};
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
        const struct armex_axis axis = armex_ratio_axis(ranges[i][0], ranges[i][1]);
        bool one = false;
        assert_in_range(axis.n, 1, ARMEX_TICKS);
        assert_true(isfinite(axis.low) && isfinite(axis.high) && axis.low < 1.0 &&
                    axis.high > 1.0);
        for (size_t t = 0; t < axis.n; t++)
            one |= fabs(axis.ticks[t] - 1.0) < 1e-9;
        assert_true(one);
    }
}

static void a_ratio_is_told_with_two_digits_that_count(void **state)
{
    (void)state;
    const struct {
        double ratio;
        const char *text, *tick;
    } cases[] = {
        {1.3, "1.30\u00d7", "1.3\u00d7"},      {0.6, "0.60\u00d7", "0.6\u00d7"},
        {12.4, "12\u00d7", "12\u00d7"},        {2.04, "2.0\u00d7", "2\u00d7"},
        {0.004, "0.004\u00d7", "0.004\u00d7"}, {100, "100\u00d7", "100\u00d7"},
        {1e-9, "<0.001\u00d7", "<0.001\u00d7"}};
    char text[ARMEX_FIGURE_SIZE];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        armex_ratio_text(text, cases[i].ratio, false);
        assert_string_equal(text, cases[i].text);
        armex_ratio_text(text, cases[i].ratio, true);
        assert_string_equal(text, cases[i].tick);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_says_the_mean_ratio_and_its_limits),
        cmocka_unit_test(who_lies_outside_is_named_with_the_year),
        cmocka_unit_test(counts_that_are_always_alike_have_no_limits_to_tell),
        cmocka_unit_test(unlike_counts_and_too_few_are_refused_with_the_reason),
        cmocka_unit_test(figures_of_nothing_have_no_ratio_and_the_note_counts_them),
        cmocka_unit_test(a_scale_of_ratios_holds_one_and_has_round_ticks),
        cmocka_unit_test(a_ratio_is_told_with_two_digits_that_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
