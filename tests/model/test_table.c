/** tests/model/test_table.c: tables, notes, panels and vintages hold what they are
 * given. */
#include "check.h"

#include <string.h>

#include "model/vintage.h"

static const struct armex_column columns[] = {
    {"entity", "Code", "", "code", ARMEX_COLUMN_TEXT, true},
    {"value", "Value", "usd", "amount", ARMEX_COLUMN_AMOUNT, false},
};

static void a_table_grows_and_forgets_nothing(void **state)
{
    (void)state;
    struct armex_table *table = NULL;
    assert_int_equal(armex_table_create(&table, "show", columns, 2, NULL), ARMEX_OK);
    for (int i = 0; i < 500; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        if (i % 2)
            assert_int_equal(armex_table_number(table, 1, i, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 0, i % 3 ? "KOR" : "FRA", NULL),
                         ARMEX_OK);
    }
    assert_int_equal(table->n_rows, 500);
    assert_missing(armex_table_get_number(table, 0, 1));
    assert_same_value(armex_table_get_number(table, 499, 1), 499.0);
    assert_string_equal(armex_table_get_text(table, 3, 0), "FRA");
    assert_int_equal(armex_table_column(table, "value"), 1);
    assert_int_equal(armex_table_column(table, "nothing"), 2);
    const size_t order[] = {499, 3};
    assert_int_equal(armex_table_take(table, order, 2, NULL), ARMEX_OK);
    assert_int_equal(table->n_rows, 2);
    assert_same_value(armex_table_get_number(table, 0, 1), 499.0);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_string_equal(armex_table_get_text(table, 2, 0), "");
    armex_table_free(table);
}

static void what_does_not_fit_a_cell_is_refused(void **state)
{
    (void)state;
    struct armex_table *table = NULL;
    struct armex_error error;
    assert_int_equal(armex_table_create(&table, "show", columns, 2, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 1, 1.0, &error), ARMEX_BUG);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 0, 1.0, &error), ARMEX_BUG);
    assert_int_equal(armex_table_text(table, 1, "x", &error), ARMEX_BUG);
    assert_int_equal(armex_table_number(table, 1, INFINITY, &error), ARMEX_BUG);
    assert_string_equal(error.message, "table show: column 1 was given an infinite "
                                       "number; please report this");
    armex_table_free(table);
    armex_table_free(NULL);
}

static void a_copy_is_alike_and_stands_alone(void **state)
{
    (void)state;
    struct armex_table *table = NULL, *copy = NULL;
    assert_int_equal(armex_table_create(&table, "show", columns, 2, NULL), ARMEX_OK);
    table->title = armex_arena_text(table->arena, "Figures");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 0, i < 2 ? "KOR" : "FRA", NULL),
                         ARMEX_OK);
    }
    assert_int_equal(armex_table_number(table, 1, 5.5, NULL), ARMEX_OK);
    assert_int_equal(armex_notes_add(&table->notes, table->arena, NULL, "a note"),
                     ARMEX_OK);
    assert_int_equal(armex_table_copy(&copy, table, NULL), ARMEX_OK);
    armex_table_free(table);
    assert_string_equal(copy->name, "show");
    assert_string_equal(copy->title, "Figures");
    assert_string_equal(copy->columns[1].unit, "usd");
    assert_int_equal(copy->n_rows, 3);
    assert_string_equal(armex_table_get_text(copy, 1, 0), "KOR");
    assert_string_equal(armex_table_get_text(copy, 2, 0), "FRA");
    assert_missing(armex_table_get_number(copy, 0, 1));
    assert_same_value(armex_table_get_number(copy, 2, 1), 5.5);
    assert_int_equal(copy->notes.n_notes, 1);
    assert_string_equal(copy->notes.notes[0], "a note");
    assert_int_equal(armex_table_add(copy, NULL), ARMEX_OK); // and it can grow
    armex_table_free(copy);
}

static void notes_and_sources_are_kept_once_in_the_order_met(void **state)
{
    (void)state;
    struct armex_arena *arena = armex_arena_create();
    struct armex_notes notes = {0}, other = {0};
    struct armex_provenance source = {
        .dataset = "a", .sha256 = "1", .vintage = {2024, 0, 0}};
    for (int i = 0; i < 20; i++)
        assert_int_equal(armex_notes_add(&notes, arena, NULL, "note %d", i % 7),
                         ARMEX_OK);
    assert_int_equal(notes.n_notes, 7);
    assert_string_equal(notes.notes[6], "note 6");
    assert_int_equal(armex_notes_source(&notes, arena, &source, NULL), ARMEX_OK);
    assert_int_equal(armex_notes_source(&notes, arena, &source, NULL), ARMEX_OK);
    source.dataset = "b";
    assert_int_equal(armex_notes_source(&notes, arena, &source, NULL), ARMEX_OK);
    assert_int_equal(notes.n_sources, 2);
    assert_string_equal(notes.sources[1].dataset, "b");
    assert_string_equal(notes.sources[1].licence, "");
    assert_int_equal(armex_notes_join(&other, arena, &notes, NULL), ARMEX_OK);
    assert_int_equal(armex_notes_join(&other, arena, &notes, NULL), ARMEX_OK);
    assert_int_equal(other.n_notes, 7);
    assert_int_equal(other.n_sources, 2);
    armex_arena_free(arena);
}

static void a_new_panel_is_missing_everywhere(void **state)
{
    (void)state;
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_panel_create(&panel, 3, 2000, 2, NULL), ARMEX_OK);
    for (size_t i = 0; i < 6; i++) {
        assert_missing(panel->values[i]);
        assert_int_equal(panel->marks[i], ARMEX_MISSING);
    }
    panel->values[armex_panel_at(panel, 2, 2001)] = 7.0;
    assert_same_value(panel->values[5], 7.0);
    assert_same_value(armex_panel_value(panel, 2, 2001), 7.0);
    assert_missing(armex_panel_value(panel, 2, 1999));
    assert_missing(armex_panel_value(panel, 2, 2002));
    assert_int_equal(armex_panel_mark(panel, 0, 2002), ARMEX_MISSING);
    armex_panel_free(panel);
    assert_int_equal(armex_panel_create(&panel, SIZE_MAX / 2, 2000, 4, NULL),
                     ARMEX_NO_MEMORY);
    assert_null(panel);
}

static void years_and_windows_are_labelled_as_sipri_does(void **state)
{
    (void)state;
    char label[16], words[48];
    armex_window_label(label, 2019, 2023);
    assert_string_equal(label, "2019–23");
    armex_window_label(label, 2005, 2009);
    assert_string_equal(label, "2005–2009");
    armex_window_label(label, 2006, 2010);
    assert_string_equal(label, "2006–10");
    armex_window_label(label, 1998, 2012);
    assert_string_equal(label, "1998–2012");
    armex_window_label(label, 2021, 2021);
    assert_string_equal(label, "2021");
    armex_period_words(words, (struct armex_period){10, 1}, 2024);
    assert_string_equal(words, "FY2024 (October to September)");
    armex_period_words(words, (struct armex_period){1, 5}, 2023);
    assert_string_equal(words, "2019–23");
}

static void a_vintage_keeps_its_provenance(void **state)
{
    (void)state;
    struct armex_vintage *vintage = NULL;
    const struct armex_provenance provenance = {
        .dataset = "a", .vintage = {2026, 11, 23}, .publisher = "p"};
    assert_int_equal(armex_vintage_create(&vintage, &provenance, NULL), ARMEX_OK);
    assert_string_equal(vintage->provenance.publisher, "p");
    assert_string_equal(vintage->provenance.url, "");
    assert_null(vintage->panel);
    armex_vintage_free(vintage);
    armex_vintage_free(NULL);
}

static void series_are_ordered_by_all_that_tells_them_apart(void **state)
{
    (void)state;
    struct armex_series a = {
        .entity = "FRA", .name = "", .scope = "national", .period = {1, 1}};
    a.unit.kind = ARMEX_MONEY;
    strcpy(a.unit.currency, "eur");
    struct armex_series b = a;
    assert_int_equal(armex_series_compare(&a, &b), 0);
    b.period.years = 5;
    assert_true(armex_series_compare(&a, &b) < 0);
    b.period.first_month = 4;
    assert_true(armex_series_compare(&b, &a) > 0);
    strcpy(b.unit.currency, "usd");
    assert_true(armex_series_compare(&a, &b) < 0);
    b.scope = "fms";
    assert_true(armex_series_compare(&a, &b) > 0);
    b.measure = ARMEX_ORDERS;
    assert_true(armex_series_compare(&a, &b) < 0);
    b.entity = "DEU";
    assert_true(armex_series_compare(&a, &b) > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_table_grows_and_forgets_nothing),
        cmocka_unit_test(what_does_not_fit_a_cell_is_refused),
        cmocka_unit_test(a_copy_is_alike_and_stands_alone),
        cmocka_unit_test(notes_and_sources_are_kept_once_in_the_order_met),
        cmocka_unit_test(a_new_panel_is_missing_everywhere),
        cmocka_unit_test(years_and_windows_are_labelled_as_sipri_does),
        cmocka_unit_test(a_vintage_keeps_its_provenance),
        cmocka_unit_test(series_are_ordered_by_all_that_tells_them_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
