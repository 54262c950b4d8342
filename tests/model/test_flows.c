/** tests/model/test_flows.c: totals of who delivered to whom, worked out by hand. */
#include "check.h"

#include "model/flows.h"

static const char *const entities[] = {"FRA", "KOR", "POL"};
static const char *const categories[] = {"aircraft", "ships"};

static struct armex_flows *some_flows(void)
{
    struct armex_flows *flows = NULL;
    const struct armex_flow rows[] = {
        {1, 2, 0, 2022, ARMEX_FINAL, 0, 10.0},
        {1, 2, 1, 2022, ARMEX_ESTIMATE, 0, 0.25},
        {0, 1, 0, 2020, ARMEX_FINAL, 0, 7.0},
        {1, 0, 0, 2021, ARMEX_UNKNOWN_YET, 0, NAN},
    };
    assert_int_equal(armex_flows_create(&flows, entities, 3, categories, 2, NULL),
                     ARMEX_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(armex_flows_add(flows, rows[i], NULL), ARMEX_OK);
    return flows;
}

static void exports_add_up_by_supplier_and_a_blank_year_is_nil(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_totals(&panel, flows, ARMEX_EXPORTS, NULL), ARMEX_OK);
    assert_int_equal(panel->n_series, 2); // Poland supplied nothing
    assert_int_equal(panel->first_year, 2020);
    assert_int_equal(panel->n_years, 3);
    assert_string_equal(panel->series[1].entity, "KOR");
    assert_same_value(armex_panel_value(panel, 1, 2022), 10.25);
    assert_int_equal(armex_panel_mark(panel, 1, 2022), ARMEX_ESTIMATE);
    assert_same_value(armex_panel_value(panel, 1, 2020), 0.0);
    assert_int_equal(armex_panel_mark(panel, 1, 2020), ARMEX_NIL);
    assert_missing(armex_panel_value(panel, 1, 2021));
    assert_int_equal(armex_panel_mark(panel, 1, 2021), ARMEX_UNKNOWN_YET);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

static void imports_add_up_by_recipient(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_totals(&panel, flows, ARMEX_IMPORTS, NULL), ARMEX_OK);
    assert_int_equal(panel->n_series, 3);
    assert_int_equal(panel->series[2].flow, ARMEX_IMPORTS);
    assert_same_value(armex_panel_value(panel, 2, 2022), 10.25);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

static void what_the_other_side_reports_is_kept_and_never_added(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    struct armex_panel *panel = NULL;
    for (uint8_t report = ARMEX_BY_RECIPIENT; report < ARMEX_REPORTS; report++)
        assert_int_equal(armex_flows_add(flows,
                                         (struct armex_flow){1, 0, 0, 2022, ARMEX_FINAL,
                                                             report, 9.0},
                                         NULL),
                         ARMEX_OK);
    assert_int_equal(armex_flows_panel(&panel, flows, 2020, 2022, true, NULL),
                     ARMEX_OK);
    const size_t korea = 1, world = panel->n_series - 2;
    assert_string_equal(panel->series[korea].entity, "FRA");
    assert_string_equal(panel->series[world].entity, "WLD");
    assert_same_value(armex_panel_value(panel, world, 2022), 10.25);
    assert_int_equal(flows->n, 8);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

static void rows_and_lists_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    const char *const unsorted[] = {"b", "a"};
    struct armex_flow nobody = {.supplier = 3};
    assert_int_equal(armex_flows_add(flows, nobody, NULL), ARMEX_BUG);
    armex_flows_free(flows);
    assert_int_equal(armex_flows_create(&flows, unsorted, 2, categories, 2, NULL),
                     ARMEX_BUG);
    assert_null(flows);
}

static void no_flows_make_an_empty_panel(void **state)
{
    (void)state;
    struct armex_flows *flows = NULL;
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_create(&flows, entities, 3, categories, 2, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_flows_totals(&panel, flows, ARMEX_EXPORTS, NULL), ARMEX_OK);
    assert_int_equal(panel->n_series, 0);
    assert_int_equal(panel->n_years, 0);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

/* Sweden's deliveries are one below resolution and one of five. */
static void what_is_below_resolution_softens_no_sum(void **state)
{
    (void)state;
    static const char *const parties[] = {"NOR", "SWE"};
    static const char *const kinds[] = {"radar"};
    const struct armex_flow rows[] = {
        {1, 0, 0, 2001, ARMEX_BELOW, 0, 0.0}, {1, 0, 0, 2001, ARMEX_FINAL, 0, 5.0},
        {1, 0, 0, 2001, ARMEX_BELOW, 0, 0.0}, {1, 0, 0, 2002, ARMEX_BELOW, 0, 0.0},
        {1, 0, 0, 2003, ARMEX_NIL, 0, 0.0},
    };
    struct armex_flows *flows = NULL;
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_create(&flows, parties, 2, kinds, 1, NULL), ARMEX_OK);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(armex_flows_add(flows, rows[i], NULL), ARMEX_OK);
    assert_int_equal(armex_flows_totals(&panel, flows, ARMEX_EXPORTS, NULL), ARMEX_OK);
    assert_same_value(armex_panel_value(panel, 0, 2001), 5.0);
    assert_int_equal(armex_panel_mark(panel, 0, 2001), ARMEX_FINAL);
    assert_int_equal(armex_panel_mark(panel, 0, 2002), ARMEX_BELOW);
    assert_int_equal(armex_panel_mark(panel, 0, 2003), ARMEX_NIL);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

static void both_sides_and_the_world_stand_in_one_panel_in_its_order(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_panel(&panel, flows, 2019, 2023, true, NULL),
                     ARMEX_OK);
    // France and Korea both ways, Poland's imports, the world both ways
    assert_int_equal(panel->n_series, 7);
    assert_int_equal(panel->n_years, 5);
    for (size_t s = 1; s < panel->n_series; s++)
        assert_true(armex_series_compare(&panel->series[s - 1], &panel->series[s]) < 0);
    assert_string_equal(panel->series[5].entity, "WLD");
    assert_string_equal(panel->series[5].name, "World");
    assert_int_equal(panel->series[6].flow, ARMEX_IMPORTS);
    assert_same_value(armex_panel_value(panel, 5, 2020), 7.0);
    assert_same_value(armex_panel_value(panel, 6, 2022), 10.25);
    assert_int_equal(armex_panel_mark(panel, 5, 2019), ARMEX_NIL);
    armex_panel_free(panel);
    armex_flows_free(flows);
}

static void rows_of_deals_and_rows_without_do_not_mix(void **state)
{
    (void)state;
    struct armex_flows *flows = some_flows();
    const struct armex_flow flow = {0, 1, 0, 2020, ARMEX_FINAL, 0, 1.0};
    const struct armex_deal deal = {.id = 7, .number = 3.0};
    struct armex_panel *panel = NULL;
    assert_int_equal(armex_flows_add_deal(flows, flow, deal, NULL), ARMEX_BUG);
    assert_int_equal(flows->n, 4);
    assert_int_equal(armex_flows_panel(&panel, flows, 2021, 2023, true, NULL),
                     ARMEX_BUG); // a row of 2020
    assert_null(panel);
    armex_flows_free(flows);
    assert_int_equal(armex_flows_create(&flows, entities, 3, categories, 2, NULL),
                     ARMEX_OK);
    assert_int_equal(armex_flows_add_deal(flows, flow, deal, NULL), ARMEX_OK);
    assert_int_equal(armex_flows_add(flows, flow, NULL), ARMEX_BUG);
    assert_int_equal(flows->deals[0].id, 7);
    armex_flows_free(flows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exports_add_up_by_supplier_and_a_blank_year_is_nil),
        cmocka_unit_test(imports_add_up_by_recipient),
        cmocka_unit_test(what_the_other_side_reports_is_kept_and_never_added),
        cmocka_unit_test(rows_and_lists_that_make_no_sense_are_refused),
        cmocka_unit_test(no_flows_make_an_empty_panel),
        cmocka_unit_test(what_is_below_resolution_softens_no_sum),
        cmocka_unit_test(both_sides_and_the_world_stand_in_one_panel_in_its_order),
        cmocka_unit_test(rows_of_deals_and_rows_without_do_not_mix),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
