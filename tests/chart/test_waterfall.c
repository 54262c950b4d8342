/** tests/chart/test_waterfall.c: who moved a sum, and by how much. */
#include "blocks.h"

/* Before: 10, 12.8, 4: 26.8. Now: 15, 9.6, 5: 29.6. Italy has no figure before. */
static const struct place orders[] = {
    {1, "FRA", "France", 2025, 15e9, NAN, 2, NAN, 0.5, 1},
    {2, "ISR", "Israel", 2025, 9.6e9, NAN, 1, NAN, -0.25, 1},
    {3, "KOR", "South Korea", 2025, 5e9, NAN, 3, NAN, 0.25, 1},
    {4, "ITA", "Italy", 2025, 3e9, NAN, NAN, NAN, NAN, 1},
};

static void rises_come_first_and_the_sums_are_of_those_with_both_figures(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(orders, 4, "usd", "orders");
    const struct armex_chart chart = chart_of("waterfall", table);
    expect_words(&chart, "sum_names", "2024|2025");
    expect_words(&chart, "values", "26.8|29.6");
    expect_words(&chart, "up", "+5.0|+1.0");
    expect_words(&chart, "down", "\u22123.2");
    expect_words(&chart, "subject_name", "France");
    expect_words(&chart, "names", "South Korea|Israel");
    expect_title(&chart,
                 "France added $5.0 billion while arms export orders rose by $2.8 "
                 "billion in all",
                 "The sums are of the 3 with a figure in both. 1 with a figure in one "
                 "only is left out.");
    armex_table_free(table);
}

static void the_title_speaks_of_the_subject_asked_for(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(orders, 4, "usd", "orders");
    struct armex_chart chart = chart_of("waterfall", table);
    chart.highlight = "KOR";
    expect_title(&chart,
                 "South Korea added $1.0 billion of the $2.8 billion by which arms "
                 "export orders rose",
                 "");
    chart.highlight = "ISR";
    expect_title(&chart,
                 "Israel lost $3.2 billion while arms export orders rose by $2.8 "
                 "billion in all",
                 "");
    armex_table_free(table);
}

static void beyond_twelve_all_others_are_one_step(void **state)
{
    (void)state;
    struct place rows[20];
    static char codes[20][16];
    for (int i = 0; i < 20; i++) { // each doubles: to 20, 19, ... 1
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        rows[i] = (struct place){i + 1, codes[i], codes[i], 2025, 1e9 * (20 - i),
                                 NAN,   NAN,      NAN,      1.0,  1};
    }
    struct armex_table *table = rank_of(rows, 20, "usd", "orders");
    struct armex_chart chart = chart_of("waterfall", table);
    chart.highlight = "X19";
    expect_words(&chart, "names",
                 "X00|X01|X02|X03|X04|X05|X06|X07|X08|X09|X10|All others");
    expect_words(&chart, "values", "105|210"); // 1 + 2 + ... + 20
    // the eleven greatest rose by 10 to 5, which is 82.5, and X19 by 0.5
    expect_words(&chart, "up",
                 "+10.0|+9.5|+9.0|+8.5|+8.0|+7.5|+7.0|+6.5|+6.0|+5.5|+5.0|+0.5|+22.0");
    armex_table_free(table);
}

static void small_steps_on_great_sums_say_that_the_scale_is_cut(void **state)
{
    (void)state;
    const struct place rows[] = {
        {1, "USA", "United States", 2025, 100e9, NAN, 1, NAN, 0.0, 1},
        {2, "FRA", "France", 2025, 15e9, NAN, 2, NAN, 0.5, 1}};
    struct armex_table *table = rank_of(rows, 2, "usd", "orders");
    const struct armex_chart chart = chart_of("waterfall", table);
    expect_title(&chart,
                 "France added $5.0 billion while arms export orders rose by $5.0 "
                 "billion in all",
                 "The scale does not begin at zero.");
    expect_words(&chart, "level", "0");
    armex_table_free(table);
}

static void shares_and_single_windows_are_refused_in_words_that_teach(void **state)
{
    (void)state;
    struct armex_table *table = rank_of(orders, 4, "percent", "deliveries-tiv");
    struct armex_chart chart = chart_of("waterfall", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "a waterfall adds amounts, and shares always add up to 100%: "
                   "draw these as a 'slope' or a 'dumbbell'");
    armex_table_free(table);
    table = rank_of(orders + 3, 1, "usd", "orders");
    chart = chart_of("waterfall", table);
    expect_refusal(&chart, ARMEX_BAD_INPUT,
                   "nothing to draw: nobody has a figure both now and before");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rises_come_first_and_the_sums_are_of_those_with_both_figures),
        cmocka_unit_test(the_title_speaks_of_the_subject_asked_for),
        cmocka_unit_test(beyond_twelve_all_others_are_one_step),
        cmocka_unit_test(small_steps_on_great_sums_say_that_the_scale_is_cut),
        cmocka_unit_test(shares_and_single_windows_are_refused_in_words_that_teach),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
