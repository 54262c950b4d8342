/** tests/chart/test_heat.c: entities by years, the greater the darker. */
#include "blocks.h"

#include "chart/largest.h"

static void rows_are_sorted_by_their_sum_and_gaps_have_no_cell(void **state)
{
    (void)state;
    const struct observation rows[] = {{"KOR", "South Korea", 2020, 1e9, NULL},
                                       {"KOR", "South Korea", 2021, NAN, "withheld"},
                                       {"KOR", "South Korea", 2022, 4e9, NULL},
                                       {"FRA", "France", 2020, 9e9, NULL},
                                       {"FRA", "France", 2022, 0.0, NULL}};
    struct armex_table *table = show_of(rows, 5, "usd");
    struct armex_chart chart = chart_of("heat", table);
    chart.highlight = "FRA";
    expect_words(&chart, "figures", "9.0|0|1.0|4.0"); // France's 9 before Korea's 5
    expect_words(&chart, "subject_name", "France");
    expect_words(&chart, "years", "2020|2021|2022");
    expect_title(&chart,
                 "France\u2019s highest known arms export orders: $9.0 billion in 2020",
                 "Blank: no figure.");
    armex_table_free(table);
}

static void shades_follow_the_root_and_keep_the_sign(void **state)
{
    (void)state;
    const struct armex_largest heat = {.most = 16.0};
    const struct armex_largest empty = {.most = 0.0};
    assert_close(armex_largest_part(&heat, 4.0), 0.5, 1e-15);
    assert_close(armex_largest_part(&heat, -16.0), -1.0, 1e-15);
    assert_close(armex_largest_part(&heat, 0.0), 0.0, 0.0);
    assert_true(isnan(armex_largest_part(&heat, NAN)));
    assert_close(armex_largest_part(&empty, 0.0), 0.0, 0.0);
}

static void cells_of_one_shade_follow_each_other(void **state)
{
    (void)state;
    const int steps[] = {32, -32, 0, 32, -32, 7};
    const size_t expected[] = {1, 4, 2, 5, 0, 3};
    size_t order[6];
    armex_shades_sort(order, steps, 6);
    assert_memory_equal(order, expected, sizeof order);
    assert_int_equal(armex_shade_step(1.0), 32);
    assert_int_equal(armex_shade_step(-0.5), -16);
    assert_int_equal(armex_shade_step(-7.0), -32);
    assert_int_equal(armex_shade_step(0.015), 0);
}

static void the_world_is_not_shown_beside_states_unless_it_is_the_subject(void **state)
{
    (void)state;
    const struct observation rows[] = {{"FRA", "France", 2020, 9e9, NULL},
                                       {"WLD", "World", 2020, 90e9, NULL},
                                       {"KOR", "South Korea", 2020, 1e9, NULL}};
    struct armex_table *table = show_of(rows, 3, "usd");
    struct armex_chart chart = chart_of("heat", table);
    expect_words(&chart, "figures", "9.0|1.0");
    expect_title(&chart, "Arms export orders, 2020", "Not drawn beside states: World.");
    chart.highlight = "WLD";
    expect_words(&chart, "figures", "90.0|9.0|1.0");
    armex_table_free(table);
}

static void what_is_not_firm_is_outlined_and_said(void **state)
{
    (void)state;
    struct armex_table *table = show_of(korea, 6, "usd");
    const struct armex_chart chart = chart_of("heat", table);
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), 0);
    char *outlines = block_of(script.data, "outlines");
    size_t lines = 0;
    for (const char *at = outlines; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, 6); // one box, of 2025: five corners and a break
    free(outlines);
    armex_text_free(&script);
    expect_title(
        &chart, "South Korea\u2019s arms export orders peaked at $17.3 billion in 2022",
        "Outlined: preliminary");
    armex_table_free(table);
}

static void only_the_last_years_and_forty_rows_are_shown_and_it_is_said(void **state)
{
    (void)state;
    static struct observation rows[45 * 70];
    static char codes[45][16];
    size_t n = 0;
    for (int i = 0; i < 45; i++) {
        snprintf(codes[i], sizeof codes[i], "X%02d", i);
        for (int year = 1951; year <= 2020; year++)
            rows[n++] =
                (struct observation){codes[i], codes[i], year, 1e9 * (45 - i), NULL};
    }
    struct armex_table *table = show_of(rows, n, "usd");
    struct armex_chart chart = chart_of("heat", table);
    chart.highlight = "X44";
    expect_words(&chart, "subject_name", "X44");
    expect_title(&chart, "Arms export orders, 1961\u20132020",
                 "Years from 1951 to 1960 are not shown. 5 more are not shown.");
    chart.width = 328;
    expect_title(&chart, "Arms export orders, 1997\u20132020",
                 "Years from 1951 to 1996 are not shown.");
    armex_table_free(table);
}

static void a_name_without_room_has_its_short_form_before_it_is_cut(void **state)
{
    (void)state;
    const struct observation rows[] = {
        {"ARE", "United Arab Emirates", 2024, 4e9, NULL},
        {"GBR", "United Kingdom", 2024, 3e9, NULL},
        {"ZZZ", "A long name that nobody has", 2024, 2e9, NULL}};
    struct armex_table *table = show_of(rows, 3, "usd");
    struct armex_chart chart = chart_of("heat", table);
    chart.width = 328;
    expect_words(&chart, "subject_name", "UAE");
    expect_words(&chart, "names", "UK|A long name\u2026");
    chart.width = 720;
    expect_words(&chart, "names", "United Kingdom|A long name that nobo\u2026");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_without_room_has_its_short_form_before_it_is_cut),
        cmocka_unit_test(rows_are_sorted_by_their_sum_and_gaps_have_no_cell),
        cmocka_unit_test(shades_follow_the_root_and_keep_the_sign),
        cmocka_unit_test(cells_of_one_shade_follow_each_other),
        cmocka_unit_test(the_world_is_not_shown_beside_states_unless_it_is_the_subject),
        cmocka_unit_test(what_is_not_firm_is_outlined_and_said),
        cmocka_unit_test(only_the_last_years_and_forty_rows_are_shown_and_it_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
