/** tests/chart/test_index.c: unlike series as 100 in a base year. */
#include "blocks.h"

#include "chart/index.h"

static const struct observation rows[] = {
    {"KOR", "South Korea", 2019, 0.0, NULL}, {"KOR", "South Korea", 2020, 4e9, NULL},
    {"KOR", "South Korea", 2021, 6e9, NULL}, {"FRA", "France", 2020, 20e9, NULL},
    {"FRA", "France", 2021, 10e9, NULL},     {"ISR", "Israel", 2021, 10e9, NULL}};

/** The rows above; France counts in euros. Owner: the test. */
static struct armex_table *two_currencies(void)
{
    struct armex_table *table = show_of(rows, 6, "usd");
    const size_t unit = armex_table_column(table, "unit");
    for (size_t row = 3; row < 5; row++)
        table->cells[unit].texts[row] = "eur";
    return table;
}

static armex_status read_index(struct armex_lines *lines, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error)
{
    const armex_status status = armex_lines_read(lines, arena, chart, error);
    return status ? status : armex_lines_index(lines, arena, chart, error);
}

static void unlike_units_are_compared_and_the_baseless_left_out(void **state)
{
    (void)state;
    struct armex_table *table = two_currencies();
    const struct armex_chart chart = chart_of("index", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_lines lines;
    assert_int_equal(read_index(&lines, arena, &chart, NULL), ARMEX_OK);
    assert_int_equal(lines.base, 2020); // the first figure above zero, not 2019's 0
    assert_int_equal(lines.n, 2);
    assert_int_equal(lines.unbased, 1);
    assert_close(lines.items[0].values[0], 0.0, 0.0);
    assert_close(lines.items[0].values[1], 100.0, 0.0);
    assert_close(lines.items[0].values[2], 150.0, 1e-12);
    assert_close(lines.items[1].values[2], 50.0, 1e-12);
    expect_title(&chart,
                 "South Korea\u2019s arms export orders stood at 150 in 2021 (2020 = "
                 "100)",
                 "1 without a figure above zero in 2020 is not shown.");
    armex_arena_free(arena);
    armex_table_free(table);
}

static void years_across_a_break_have_no_index(void **state)
{
    (void)state;
    double values[] = {1.0, 2.0, 4.0, 8.0, 16.0};
    armex_mark marks[] = {ARMEX_FINAL, ARMEX_FINAL | ARMEX_UNIT_BREAK, ARMEX_FINAL,
                          ARMEX_FINAL | ARMEX_ENTITY_BREAK, ARMEX_FINAL};
    struct armex_line line = {
        .name = "South Korea", .values = values, .marks = marks, .first = 0, .last = 4};
    struct armex_lines lines = {
        .n = 1, .n_years = 5, .items = &line, .first_year = 2020};
    const struct armex_chart chart = {.base = 2022};
    struct armex_arena *arena = armex_arena_create();
    assert_int_equal(armex_lines_index(&lines, arena, &chart, NULL), ARMEX_OK);
    assert_true(isnan(line.values[0]) && isnan(line.values[3]) &&
                isnan(line.values[4]));
    assert_close(line.values[1], 50.0, 0.0);
    assert_int_equal(line.first, 1);
    assert_int_equal(line.last, 2);
    assert_close(lines.high, 100.0, 0.0);
    armex_arena_free(arena);
}

static void a_base_year_without_a_figure_is_refused(void **state)
{
    (void)state;
    const struct {
        int base;
        const char *message;
    } cases[] = {{2019, "South Korea has no figure above zero in 2019, the base year: "
                        "choose another with --base"},
                 {1066, "South Korea has no figure above zero in 1066, the base year: "
                        "choose another with --base"},
                 {9999, "South Korea has no figure above zero in 9999, the base year: "
                        "choose another with --base"}};
    struct armex_table *table = two_currencies();
    struct armex_chart chart = chart_of("index", table);
    struct armex_arena *arena = armex_arena_create();
    struct armex_lines lines;
    struct armex_error error;
    for (size_t i = 0; i < 3; i++) {
        chart.base = cases[i].base;
        assert_int_equal(read_index(&lines, arena, &chart, &error), ARMEX_BAD_INPUT);
        assert_string_equal(error.message, cases[i].message);
    }
    armex_arena_free(arena);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unlike_units_are_compared_and_the_baseless_left_out),
        cmocka_unit_test(years_across_a_break_have_no_index),
        cmocka_unit_test(a_base_year_without_a_figure_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
