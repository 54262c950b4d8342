/** tests/ingest/test_sipri_register.c: SIPRI's register of deliveries. The files are
 *  described in files/README.md; sums by hand. */
#include <stdio.h>

#include "ingest_files.h"

#define REGISTER FILES "sipri-register/"

static const struct armex_ingest_options none = {0};

/** The series of that entity and flow. */
static size_t series_of(const struct armex_panel *panel, const char *entity,
                        enum armex_flow_direction flow)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, entity) == 0 &&
            panel->series[s].flow == flow)
            return s;
    fail_msg("no %s of %s", armex_direction_name(flow), entity);
    return 0;
}

static void check(const struct armex_panel *panel, const char *entity,
                  enum armex_flow_direction flow, int year, double value,
                  armex_mark mark)
{
    const size_t s = series_of(panel, entity, flow);
    assert_same_value(armex_panel_value(panel, s, year), value);
    assert_int_equal(armex_panel_mark(panel, s, year), mark);
}

static void deliveries_add_up_by_supplier_recipient_and_world(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "good.csv", none);
    const struct armex_panel *panel = vintage->panel;
    assert_int_equal(panel->n_series, 8);
    check(panel, "FRA", ARMEX_EXPORTS, 2002, 4.5e6, ARMEX_FINAL);
    check(panel, "FRA", ARMEX_EXPORTS, 2003, 0.0, ARMEX_NIL);
    check(panel, "FRA", ARMEX_EXPORTS, 2004, 3.02e6, ARMEX_FINAL);
    check(panel, "SWE", ARMEX_EXPORTS, 2004, 0.0, ARMEX_BELOW);
    check(panel, "pkk", ARMEX_IMPORTS, 2003, 0.36e6, ARMEX_FINAL);
    check(panel, "nato", ARMEX_IMPORTS, 2004, 0.66e6, ARMEX_FINAL);
    check(panel, "NOR", ARMEX_IMPORTS, 2004, 3.02e6, ARMEX_FINAL);
    check(panel, "WLD", ARMEX_EXPORTS, 2004, 3.68e6, ARMEX_FINAL);
    check(panel, "WLD", ARMEX_IMPORTS, 2003, 0.36e6, ARMEX_FINAL);
    for (size_t s = 0; s < panel->n_series; s++) {
        assert_string_equal(panel->series[s].scope, "national");
        assert_int_equal(panel->series[s].measure, ARMEX_DELIVERIES_TIV);
        assert_int_equal(panel->series[s].unit.kind, ARMEX_TIV);
        assert_true(panel->series[s].headline);
    }
    armex_vintage_free(vintage);
}

static void years_asked_for_and_released_are_covered_and_no_others(void **state)
{
    (void)state;
    // asked 2001 to 2030, generated in May 2006: to the end of 2005
    struct armex_vintage *vintage = vintage_of(REGISTER "good.csv", none);
    assert_int_equal(vintage->panel->first_year, 2001);
    assert_int_equal(vintage->panel->n_years, 5);
    check(vintage->panel, "FRA", ARMEX_EXPORTS, 2005, 0.0, ARMEX_NIL);
    armex_vintage_free(vintage);
    vintage = vintage_of(REGISTER "no-preamble.csv", none);
    assert_int_equal(vintage->panel->first_year, 2002);
    assert_int_equal(vintage->panel->n_years, 3);
    armex_vintage_free(vintage);
}

static void every_row_is_kept_with_what_is_known_of_its_deal(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "good.csv", none);
    const struct armex_flows *flows = vintage->flows;
    assert_int_equal(flows->n, 5);
    assert_int_equal(flows->n_entities, 6);
    assert_string_equal(flows->categories[0], "Air defence systems"); // hyphen gone
    assert_string_equal(flows->entities[flows->items[1].supplier], "FRA");
    assert_string_equal(flows->entities[flows->items[1].recipient], "NOR");
    assert_int_equal(flows->items[1].year, 2004);
    assert_same_value(flows->items[1].value, 3.02e6);
    assert_int_equal(flows->deals[1].id, 1001);
    assert_int_equal(flows->deals[1].order_year, 2001);
    assert_same_value(flows->deals[1].number, 2.0);
    assert_int_equal(flows->deals[0].flags, 0);
    assert_int_equal(flows->deals[1].flags,
                     ARMEX_NUMBER_ESTIMATED | ARMEX_YEAR_ESTIMATED);
    assert_int_equal(flows->deals[2].flags,
                     ARMEX_ORDER_YEAR_ESTIMATED | ARMEX_NUMBER_ESTIMATED |
                         ARMEX_YEAR_ESTIMATED | ARMEX_SECOND_HAND);
    assert_int_equal(flows->deals[3].flags,
                     ARMEX_SECOND_HAND | ARMEX_MODERNISED | ARMEX_LOCAL_PRODUCTION);
    assert_missing(flows->deals[3].number);
    assert_int_equal(flows->items[4].mark, ARMEX_BELOW);
    armex_vintage_free(vintage);
}

static void the_preamble_dates_the_vintage_unless_the_user_does(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "good.csv", none);
    assert_string_equal(vintage->provenance.dataset, "sipri-register");
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20060505);
    assert_string_equal(vintage->provenance.retrieved, "2006-05-05");
    // estimated: 3.02 and 0.36 of 8.54
    assert_non_null(strstr(vintage->provenance.description,
                           "SIPRI's own estimate for 40 % of the volume."));
    armex_vintage_free(vintage);
    vintage = vintage_of(REGISTER "good.csv",
                         (struct armex_ingest_options){.vintage = {2006, 3, 13}});
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20060313);
    armex_vintage_free(vintage);
}

static void a_file_without_preamble_is_of_the_march_after_its_last_year(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "no-preamble.csv", none);
    const struct armex_date date = vintage->provenance.vintage;
    assert_int_equal(date.year, 2005);
    assert_int_equal(date.month, 3);
    assert_int_equal(date.day, 0);
    assert_int_equal(vintage->panel->notes.n_notes, 1);
    assert_string_equal(
        vintage->panel->notes.notes[0],
        "no-preamble.csv does not say when it was generated: its vintage is inferred "
        "from its last year, for SIPRI releases each March the figures to the end of "
        "the year before; --vintage sets it");
    assert_string_equal(vintage->provenance.retrieved, "");
    armex_vintage_free(vintage);
}

static void a_register_of_one_recipient_is_not_the_suppliers_national_total(
    void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "to-norway.csv", none);
    const struct armex_panel *panel = vintage->panel;
    assert_string_equal(vintage->provenance.dataset, "sipri-register-to-nor");
    assert_string_equal(panel->series[series_of(panel, "FRA", ARMEX_EXPORTS)].scope,
                        "to-nor");
    assert_string_equal(panel->series[series_of(panel, "NOR", ARMEX_IMPORTS)].scope,
                        "national");
    assert_string_equal(panel->series[series_of(panel, "WLD", ARMEX_EXPORTS)].scope,
                        "to-nor");
    armex_vintage_free(vintage);
}

static void assert_same_figures(const char *path, const char *other)
{
    struct armex_vintage *a = vintage_of(path, none), *b = vintage_of(other, none);
    const size_t n = a->panel->n_series * a->panel->n_years;
    assert_int_equal(a->panel->n_series, b->panel->n_series);
    assert_int_equal(a->panel->n_years, b->panel->n_years);
    for (size_t s = 0; s < a->panel->n_series; s++)
        assert_int_equal(
            armex_series_compare(&a->panel->series[s], &b->panel->series[s]), 0);
    for (size_t i = 0; i < n; i++) {
        assert_same_value(a->panel->values[i], b->panel->values[i]);
        assert_int_equal(a->panel->marks[i], b->panel->marks[i]);
    }
    assert_int_equal(a->flows->n, b->flows->n);
    armex_vintage_free(b);
    armex_vintage_free(a);
}

static void a_copy_that_a_spreadsheet_saved_says_the_same(void **state)
{
    (void)state;
    assert_same_figures(REGISTER "good.csv", REGISTER "saved-again.csv");
    assert_same_figures(FILES "sipri-deals/good.csv",
                        FILES "sipri-deals/saved-again.csv");
}

static void four_columns_in_any_order_are_enough(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(REGISTER "least.csv", none);
    assert_string_equal(vintage->provenance.dataset, "sipri-register");
    assert_int_equal(vintage->flows->n, 1); // the second was never identified
    assert_string_equal(vintage->flows->categories[0], "not stated");
    check(vintage->panel, "FRA", ARMEX_EXPORTS, 2002, 4.5e6, ARMEX_FINAL);
    check(vintage->panel, "FRA", ARMEX_EXPORTS, 2004, 0.0, ARMEX_NIL);
    armex_vintage_free(vintage);
}

static void what_does_not_read_is_refused_at_its_place(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"unknown-name.csv", ":15:6: no entity is called 'Sweeden'; did you mean "
                             "Sweden?"},
        {"sum-as-supplier.csv",
         ":15:6: 'World' is a sum of many, not one party to a delivery"},
        {"no-supplier.csv", ":15:6: there should be the name of a country here"},
        {"to-nobody.csv", ":1:61: no entity is called 'Norwegx'; did you mean Norway?"},
        {"wrong-year.csv", ":13:61: '2o02' is no year of delivery"},
        {"wrong-value.csv", ":13:81: '4.5m' is no number; leave the cell empty where "
                            "no delivery is known"},
        {"negative.csv", ":13:81: '-4.5' is below zero, which no delivery can be"},
        {"too-large.csv",
         ":13:81: '4.5e7' million TIV is more than the world has delivered"},
        {"wrong-flag.csv", ":13:53: 'Maybe' is neither Yes nor No"},
        {"wrong-status.csv", ":13:69: 'Used' is no status that SIPRI gives: New, "
                             "Second hand, or Second hand but modernized"},
        {"wrong-id.csv", ":13:1: 'A1001' is no number of a deal"},
        {"wrong-order.csv", ":13:48: '20x1' is no year of an order"},
        {"wrong-number.csv", ":13:56: 'few' is no number of items"},
        {"longer.csv", ":16:1: this row has 18 cells, the header 17"},
        {"shorter.csv", ":16:1: this row has 16 cells, the header 17"},
        {"repeated.csv",
         ":18:62: deal 1001 has its deliveries of 2004 in line 14 already"},
        {"wrong-date.csv", ":11:17: '31 June 2006' is no date that can be read; give "
                           "--vintage DATE"},
        {"no-row.csv", ":12:1: there is no row below the header"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[512], message[1024];
        snprintf(path, sizeof path, "%s%s", REGISTER, refused[i][0]);
        snprintf(message, sizeof message, "%s%s", path, refused[i][1]);
        assert_refused(path, none, ARMEX_BAD_INPUT, message);
    }
}

static void registers_without_volume_by_year_say_what_to_take(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"report.txt", ": this report of SIPRI's old site lists deals and gives no "
                       "volume (TIV); "},
        {"register-2012.csv", ": this register of SIPRI's old site lists deals and "
                              "gives no volume (TIV); "},
        {"by-seller.csv", ": this list of SIPRI's old site gives the volume of each "
                          "deal (TIV) without a year; "},
        {"register.rtf", ": this is rich text for a word processor (RTF), and not a "
                         "table; "},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[512], message[1024];
        snprintf(path, sizeof path, "%ssipri-old/%s", FILES, refused[i][0]);
        snprintf(message, sizeof message,
                 "%s%stake the register as csv from "
                 "www.sipri.org/databases/armstransfers",
                 path, refused[i][1]);
        assert_refused(path, none, ARMEX_BAD_INPUT, message);
    }
}

static void a_layout_insisted_on_says_which_columns_it_needs(void **state)
{
    (void)state;
    const struct armex_ingest_options insist = {.source = "sipri-register"};
    assert_refused(FILES "unknown-columns.csv", insist, ARMEX_BAD_INPUT,
                   FILES "unknown-columns.csv: there is no header with the columns "
                         "Supplier, Recipient, Delivery year and TIV delivery values");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deliveries_add_up_by_supplier_recipient_and_world),
        cmocka_unit_test(years_asked_for_and_released_are_covered_and_no_others),
        cmocka_unit_test(every_row_is_kept_with_what_is_known_of_its_deal),
        cmocka_unit_test(the_preamble_dates_the_vintage_unless_the_user_does),
        cmocka_unit_test(a_file_without_preamble_is_of_the_march_after_its_last_year),
        cmocka_unit_test(
            a_register_of_one_recipient_is_not_the_suppliers_national_total),
        cmocka_unit_test(a_copy_that_a_spreadsheet_saved_says_the_same),
        cmocka_unit_test(four_columns_in_any_order_are_enough),
        cmocka_unit_test(what_does_not_read_is_refused_at_its_place),
        cmocka_unit_test(registers_without_volume_by_year_say_what_to_take),
        cmocka_unit_test(a_layout_insisted_on_says_which_columns_it_needs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
