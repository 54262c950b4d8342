/** What part of a figure is estimated, beside the figure, by hand. */
#include "analysis/estimated_column.h"
#include "flows_by_hand.h"

/* France: 60, of which 15 with an estimated year, in 2020; 40, all estimated, in 2021.
 */
static const struct delivery rows[] = {
    {FRA, IND, 2020, 45, 1, ARMEX_ORDER_YEAR_ESTIMATED, 0, 0},
    {FRA, IND, 2020, 15, 2, ARMEX_YEAR_ESTIMATED, 0, 0},
    {FRA, POL, 2021, 40, 3, ARMEX_NUMBER_ESTIMATED, 0, 0},
    {KOR, POL, 2021, 60, 4, 0, 0, 0}};

enum { ENTITY, YEAR, YEARS };

static const struct armex_column columns[] = {
    {"entity", "", "", "", ARMEX_COLUMN_TEXT, false},
    {"year", "", "", "", ARMEX_COLUMN_YEAR, false},
    {"years", "", "", "", ARMEX_COLUMN_COUNT, false}};

/* A row each: an entity, a year and how many years it covers. */
static struct armex_table *table_of(const char *const *codes, const double *years,
                                    const double *lengths, size_t n)
{
    struct armex_table *table;

    assert_int_equal(armex_table_create(&table, "rank", columns, lengths ? 3 : 2, NULL),
                     ARMEX_OK);
    table->title = "The title";
    assert_int_equal(armex_notes_add(&table->notes, table->arena, NULL, "a note"),
                     ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, ENTITY, codes[i], NULL), ARMEX_OK);
        assert_int_equal(armex_table_number(table, YEAR, years[i], NULL), ARMEX_OK);
        if (lengths)
            assert_int_equal(armex_table_number(table, YEARS, lengths[i], NULL),
                             ARMEX_OK);
    }
    return table;
}

static armex_status widen(struct armex_table **table, bool with_deals,
                          enum armex_flow_direction flow, int window,
                          struct armex_error *error)
{
    struct armex_flows *flows = flows_by_hand(rows, 4, with_deals);
    const struct armex_vintage vintage = {.provenance = {.dataset = "customs"},
                                          .flows = flows};
    const armex_status status =
        armex_estimated_column(table, &vintage, flow, window, error);

    armex_flows_free(flows);
    return status;
}

static void each_row_has_the_part_of_its_own_years(void **state)
{
    (void)state;
    struct armex_table *table =
        table_of((const char *[]){"FRA", "FRA", "FRA", "KOR", "WLD", "USA"},
                 (double[]){2020, 2021, 2021, 2021, 2021, 2021},
                 (double[]){1, 1, 2, 5, 2, 1}, 6);

    assert_int_equal(widen(&table, true, ARMEX_EXPORTS, 1, NULL), ARMEX_OK);
    assert_close(cell(table, 0, "estimated"), 0.25, 0);
    assert_close(cell(table, 1, "estimated"), 1, 0);
    assert_close(cell(table, 2, "estimated"), 0.55, 1e-15);
    assert_close(cell(table, 3, "estimated"), 0, 0);
    assert_close(cell(table, 4, "estimated"), 55.0 / 160.0, 1e-15);
    assert_true(isnan(cell(table, 5, "estimated"))); // nothing was delivered
    assert_string_equal(word(table, 3, "entity"), "KOR");
    assert_string_equal(table->title, "The title");
    assert_note(table->notes, "a note");
    armex_table_free(table);
}

static void without_a_length_of_its_own_a_row_covers_the_window(void **state)
{
    (void)state;
    struct armex_table *table =
        table_of((const char *[]){"POL"}, (double[]){2021}, NULL, 1);

    assert_int_equal(widen(&table, true, ARMEX_IMPORTS, 2, NULL), ARMEX_OK);
    assert_close(cell(table, 0, "estimated"), 0.4, 1e-15);
    armex_table_free(table);
}

static void what_does_not_say_is_refused_and_the_table_left_alone(void **state)
{
    (void)state;
    struct armex_table *table =
        table_of((const char *[]){"FRA"}, (double[]){2021}, NULL, 1);
    struct armex_error error;

    assert_int_equal(widen(&table, false, ARMEX_EXPORTS, 1, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "customs does not say which of its figures are estimates; "
                        "SIPRI's register does");
    assert_int_equal(table->n_columns, 2);
    table->columns[YEAR].name = "month";
    assert_int_equal(widen(&table, true, ARMEX_EXPORTS, 1, &error), ARMEX_USAGE);
    assert_string_equal(error.message, "--estimates goes with figures of a year, and "
                                       "this table has none");
    armex_table_free(table);
}

static void growth_has_the_parts_of_both_its_ends(void **state)
{
    (void)state;
    const struct armex_column span[] = {
        {"entity", "", "", "", ARMEX_COLUMN_TEXT, false},
        {"from", "", "", "", ARMEX_COLUMN_YEAR, false},
        {"to", "", "", "", ARMEX_COLUMN_YEAR, false}};
    struct armex_table *table;

    assert_int_equal(armex_table_create(&table, "growth", span, 3, NULL), ARMEX_OK);
    armex_table_add(table, NULL);
    armex_table_text(table, 0, "FRA", NULL);
    armex_table_number(table, 1, 2020, NULL);
    armex_table_number(table, 2, 2021, NULL);
    assert_int_equal(widen(&table, true, ARMEX_EXPORTS, 1, NULL), ARMEX_OK);
    assert_int_equal(table->n_columns, 5);
    assert_close(cell(table, 0, "estimated_first"), 0.25, 0);
    assert_close(cell(table, 0, "estimated"), 1, 0);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_has_the_part_of_its_own_years),
        cmocka_unit_test(without_a_length_of_its_own_a_row_covers_the_window),
        cmocka_unit_test(what_does_not_say_is_refused_and_the_table_left_alone),
        cmocka_unit_test(growth_has_the_parts_of_both_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
