/** How much of a year is one deal, by hand. */
#include "analysis/lumpiness.h"
#include "flows_by_hand.h"

/* Deal 7 runs over two years, the second time in two deliveries. */
static const struct delivery rows[] = {
    {KOR, POL, 2019, 10, 7, 0, 0, 0}, {KOR, IND, 2019, 30, 8, 0, 0, 0},
    {KOR, POL, 2020, 40, 7, 0, 1, 0}, {KOR, POL, 2020, 20, 7, 0, 1, 0},
    {KOR, IND, 2020, 20, 9, 0, 0, 0}, {KOR, IND, 2020, 20, 0, 0, 0, 0},
    {FRA, IND, 2022, 5, 3, 0, 0, 0},  {KOR, IND, 2022, 8, 2, 0, 0, 0}};
enum { ROWS = sizeof rows / sizeof *rows };

static struct armex_table *lumps(enum armex_flow_direction flow, const char *code,
                                 int from, int to)
{
    const struct armex_entity *entity = armex_entity_by_code(code);
    return flows_answer(armex_lumpiness, rows, ROWS,
                        (struct armex_bilateral_options){.flow = flow,
                                                         .from = from,
                                                         .to = to,
                                                         .entities = &entity,
                                                         .n_entities = 1});
}

static void the_largest_deal_is_the_sum_of_its_deliveries(void **state)
{
    (void)state;
    struct armex_table *table = lumps(ARMEX_EXPORTS, "KOR", 2019, 2020);

    assert_int_equal(table->n_rows, 2);
    assert_close(cell(table, 1, "value"), 100, 0);
    assert_close(cell(table, 1, "deals"), 3, 0); // 7, 9, and one without a number
    assert_close(cell(table, 1, "largest_deal"), 7, 0);
    assert_string_equal(word(table, 1, "partner"), "POL");
    assert_string_equal(word(table, 1, "category"), "Ships");
    assert_close(cell(table, 1, "largest"), 60, 0);
    assert_close(cell(table, 1, "largest_share"), 0.6, 1e-15);
    assert_close(cell(table, 1, "effective_number"), 1.0 / 0.44, 1e-14);
    armex_table_free(table);
}

static void growth_without_it_leaves_it_out_of_both_years(void **state)
{
    (void)state;
    struct armex_table *table = lumps(ARMEX_EXPORTS, "KOR", 2019, 2020);

    assert_close(cell(table, 1, "growth"), 1.5, 0);                 // 40 to 100
    assert_close(cell(table, 1, "growth_without"), 1.0 / 3, 1e-15); // 30 to 40
    assert_true(isnan(cell(table, 0, "growth"))); // nothing is recorded before
    assert_string_equal(word(table, 0, "reason"), "missing");
    armex_table_free(table);
}

static void years_without_a_delivery_are_zero(void **state)
{
    (void)state;
    struct armex_table *table = lumps(ARMEX_EXPORTS, "KOR", 2021, 2022);

    assert_close(cell(table, 0, "value"), 0, 0);
    assert_close(cell(table, 0, "deals"), 0, 0);
    assert_close(cell(table, 0, "growth"), -1, 0);
    assert_true(isnan(cell(table, 0, "largest_share")));
    assert_true(isnan(cell(table, 0, "growth_without")));
    assert_true(isnan(cell(table, 1, "growth")));
    assert_string_equal(word(table, 1, "reason"), "zero_base");
    assert_close(cell(table, 1, "largest_share"), 1, 0);
    armex_table_free(table);
}

static void years_that_are_not_recorded_have_no_row(void **state)
{
    (void)state;
    struct armex_table *table = lumps(ARMEX_EXPORTS, "KOR", 2015, 2025);

    assert_int_equal(table->n_rows, 4);
    assert_close(cell(table, 0, "year"), 2019, 0);
    assert_close(cell(table, 3, "year"), 2022, 0);
    armex_table_free(table);
}

static void importers_have_their_deals_too(void **state)
{
    (void)state;
    struct armex_table *table = lumps(ARMEX_IMPORTS, "IND", 2022, 2022);

    assert_close(cell(table, 0, "value"), 13, 0);
    assert_string_equal(word(table, 0, "partner"), "KOR");
    assert_close(cell(table, 0, "largest_share"), 8.0 / 13.0, 1e-15);
    armex_table_free(table);
}

static void the_largest_come_first_and_of_equal_deals_the_lowest_number(void **state)
{
    (void)state;
    const struct delivery equals[] = {{FRA, IND, 2020, 5, 9, 0, 0, 0},
                                      {KOR, IND, 2020, 6, 8, 0, 0, 0},
                                      {KOR, POL, 2020, 6, 4, 0, 0, 0}};
    struct armex_table *table =
        flows_answer(armex_lumpiness, equals, 3,
                     (struct armex_bilateral_options){.from = 2020, .to = 2020});

    assert_int_equal(table->n_rows, 2);
    assert_string_equal(word(table, 0, "entity"), "KOR");
    assert_close(cell(table, 0, "largest_deal"), 4, 0);
    assert_string_equal(table->title, "The largest deal of each year, 2020");
    armex_table_free(table);
}

static void flows_without_deals_are_refused(void **state)
{
    (void)state;
    flows_refused(armex_lumpiness, rows, ROWS, false, ARMEX_BAD_INPUT,
                  "these flows do not tell one deal from another; SIPRI's register "
                  "does");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_largest_deal_is_the_sum_of_its_deliveries),
        cmocka_unit_test(growth_without_it_leaves_it_out_of_both_years),
        cmocka_unit_test(years_without_a_delivery_are_zero),
        cmocka_unit_test(years_that_are_not_recorded_have_no_row),
        cmocka_unit_test(importers_have_their_deals_too),
        cmocka_unit_test(the_largest_come_first_and_of_equal_deals_the_lowest_number),
        cmocka_unit_test(flows_without_deals_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
