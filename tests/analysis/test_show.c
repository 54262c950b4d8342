/** tests/analysis/test_show.c: breaks are told with the figures they come before. */
#include "by_hand.h"

#include "analysis/query_request.h"

static void a_break_stands_at_the_first_figure_after_it(void **state)
{
    (void)state;
    const double values[] = {1.0, 2.0, 3.0, NAN, 5.0, 6.0};
    const struct by_hand korea = {.marks = "FUE.FF", .values = values};
    struct armex_panel *panel = panel_by_hand(2020, &korea, 1);
    struct armex_table *table;
    panel->marks[3] |= ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK; // 2023 has no row
    assert_int_equal(armex_show(&table, panel, NULL), ARMEX_OK);
    assert_int_equal(table->n_rows, 5);
    assert_string_equal(word(table, 0, "break"), "");
    assert_string_equal(word(table, 1, "break"), "unit");
    assert_string_equal(word(table, 2, "break"), "entity");
    assert_string_equal(word(table, 3, "break"), "unit and entity"); // 2024
    assert_string_equal(word(table, 4, "break"), "");
    armex_table_free(table);
    armex_panel_free(panel);
}

static void figures_of_several_years_are_told(void **state)
{
    (void)state;
    const double values[] = {1.0, 2.0};
    const struct by_hand both[] = {{.marks = "FF", .values = values},
                                   {.marks = "FF", .values = values}};
    struct armex_panel *panel = panel_by_hand(2020, both, 2);
    struct armex_table *table;
    assert_int_equal(armex_show(&table, panel, NULL), ARMEX_OK);
    assert_int_equal(table->notes.n_notes, 0);
    armex_table_free(table);
    panel->series[0].period.years = 5;
    assert_int_equal(armex_show(&table, panel, NULL), ARMEX_OK);
    assert_note(table->notes,
                "some figures cover several years, up to 5: the year named "
                "is the last of them");
    armex_table_free(table);
    panel->series[1].period.years = 5;
    assert_int_equal(armex_show(&table, panel, NULL), ARMEX_OK);
    assert_note(table->notes,
                "each figure covers the 5 years that end with the year named");
    armex_table_free(table);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_break_stands_at_the_first_figure_after_it),
        cmocka_unit_test(figures_of_several_years_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
