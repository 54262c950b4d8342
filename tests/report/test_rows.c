/** tests/report/test_rows.c: the order that a specification sorts a table in. */
#include "check.h"

#include "report/rows.h"

static const struct armex_column columns[] = {
    {"name", "Name", "", "", ARMEX_COLUMN_TEXT, false},
    {"value", "Value", "", "", ARMEX_COLUMN_AMOUNT, false},
    {"unit", "Unit", "", "", ARMEX_COLUMN_TEXT, false},
    {"growth", "Growth", "fraction", "", ARMEX_COLUMN_CHANGE, false}};

static void add(struct armex_table *table, const char *name, double value,
                const char *unit, double growth)
{
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_text(table, 0, name, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, value, NULL), ARMEX_OK);
    assert_int_equal(armex_table_text(table, 2, unit, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 3, growth, NULL), ARMEX_OK);
}

/* The names of the rows, sorted by the column. */
static void assert_sorted(const char *column, const char *expected)
{
    struct armex_table *table = NULL;
    struct armex_text names = {0};
    size_t rows[] = {0, 1, 2, 3, 4};
    const struct armex_label by = {column, ARMEX_NOWHERE};

    assert_int_equal(armex_table_create(&table, "test", columns, 4, NULL), ARMEX_OK);
    add(table, "yen", 900.0, "jpy", 0.3);
    add(table, "small", 5.0, "eur", 0.1);
    add(table, "dollars", 7.0, "usd", 0.5);
    add(table, "none", NAN, "eur", NAN);
    add(table, "large", 6.0, "eur", 0.2);
    assert_int_equal(armex_rows_sort(rows, 5, table, &by, NULL), ARMEX_OK);
    for (size_t i = 0; i < 5; i++)
        armex_text_printf(&names, "%s%s", i ? " " : "",
                          armex_table_get_text(table, rows[i], 0));
    assert_string_equal(names.data, expected);
    armex_text_free(&names);
    armex_table_free(table);
}

static void amounts_in_unlike_units_are_not_held_against_each_other(void **state)
{
    (void)state;
    assert_sorted("value", "large small yen dollars none");
}

static void rates_have_no_unit_and_stand_in_one_order(void **state)
{
    (void)state;
    assert_sorted("growth", "dollars yen large small none");
    assert_sorted("name", "dollars large none small yen");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_in_unlike_units_are_not_held_against_each_other),
        cmocka_unit_test(rates_have_no_unit_and_stand_in_one_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
