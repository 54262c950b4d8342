/** tests/chart/test_breaks.c: figures that are not to be compared with those before. */
#include "blocks.h"

/** South Korea's figures with a break at each year that has a word. */
static struct armex_table *broken(const char *const *breaks)
{
    struct armex_table *plain = show_of(korea, 6, "usd"), *table;
    struct armex_column columns[9];
    for (size_t c = 0; c < 8; c++)
        columns[c] = plain->columns[c];
    columns[8] =
        (struct armex_column){"break", "Break", "", "", ARMEX_COLUMN_TEXT, true};
    assert_int_equal(armex_table_create(&table, "show", columns, 9, NULL), 0);
    for (size_t row = 0; row < 6; row++) {
        armex_table_add(table, NULL);
        for (size_t c = 0; c < 8; c++)
            if (columns[c].type == ARMEX_COLUMN_TEXT)
                armex_table_text(table, c, armex_table_get_text(plain, row, c), NULL);
            else
                armex_table_number(table, c, armex_table_get_number(plain, row, c),
                                   NULL);
        armex_table_text(table, 8, breaks[row], NULL);
    }
    armex_table_free(plain);
    return table;
}

static void a_break_is_drawn_named_and_noted_and_ends_the_finding(void **state)
{
    (void)state;
    const char *const breaks[] = {"", "", "", "unit", "", ""};
    struct armex_table *table = broken(breaks);
    const struct armex_chart chart = chart_of("line", table);
    expect_words(&chart, "break_words", "counted differently");
    expect_title(&chart, "South Korea\u2019s arms export orders, 2020\u20132025",
                 "South Korea, from 2023 on: counted differently.");
    armex_table_free(table);
}

static void a_line_is_not_drawn_across_a_break(void **state)
{
    (void)state;
    const char *const breaks[] = {"", "", "", "unit", "unit", ""};
    struct armex_table *table = broken(breaks);
    const struct armex_chart chart = chart_of("line", table);
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), 0);
    char *path = block_of(script.data, "accent");
    size_t gaps = 0, dots = 0;
    for (const char *at = path; (at = strstr(at, "NaN\tNaN\n")); at++)
        gaps++;
    assert_int_equal(gaps, 3); // before 2023, before 2024, and at the end
    free(path);
    path = block_of(script.data, "accent_dots"); // all years but the preliminary last
    for (const char *at = path; (at = strchr(at, '\n')); at++)
        dots++;
    assert_int_equal(dots, 5);
    free(path);
    armex_text_free(&script);
    armex_table_free(table);
}

static void a_break_at_the_first_figure_divides_nothing(void **state)
{
    (void)state;
    const char *const breaks[] = {"unit and entity", "", "", "", "", ""};
    struct armex_table *table = broken(breaks);
    const struct armex_chart chart = chart_of("line", table);
    expect_words(&chart, "break_words", "");
    expect_title(
        &chart, "South Korea\u2019s arms export orders peaked at $17.3 billion in 2022",
        "");
    armex_table_free(table);
}

static void words_of_breaks_do_not_run_into_each_other(void **state)
{
    (void)state;
    const char *const breaks[] = {"", "entity", "unit", "unit", "", "entity"};
    struct armex_table *table = broken(breaks);
    struct armex_chart chart = chart_of("line", table);
    chart.width = 328;
    expect_words(&chart, "break_words", "another state|another state");
    struct armex_text script = {0};
    assert_int_equal(armex_chart_script(&script, &chart, &tools, NULL), 0);
    char *lines = block_of(script.data, "breaks");
    size_t n = 0;
    for (const char *at = lines; (at = strchr(at, '\n')); at++)
        n++;
    assert_int_equal(n, 4); // every break has its line
    free(lines);
    armex_text_free(&script);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_break_is_drawn_named_and_noted_and_ends_the_finding),
        cmocka_unit_test(a_line_is_not_drawn_across_a_break),
        cmocka_unit_test(a_break_at_the_first_figure_divides_nothing),
        cmocka_unit_test(words_of_breaks_do_not_run_into_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
