/** tests/ingest/test_sipri_tiv.c: SIPRI's TIV tables in every form. The files are
 *  described in files/README.md. */
#include <stdio.h>

#include "ingest_files.h"

#define TIV FILES "sipri-tiv/"

static const struct armex_ingest_options none = {0};

static void check(const struct armex_panel *panel, const char *entity,
                  const char *scope, int year, double value, armex_mark mark)
{
    const size_t s = series_named(panel, entity, ARMEX_DELIVERIES_TIV, scope);
    assert_same_value(armex_panel_value(panel, s, year), value);
    assert_int_equal(armex_panel_mark(panel, s, year), mark);
}

static void check_source(const struct armex_vintage *vintage, const char *dataset,
                         int last_day)
{
    assert_string_equal(vintage->provenance.dataset, dataset);
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), last_day);
}

static void a_blank_is_nil_and_a_printed_zero_is_below_half_a_million(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "exports.csv", none);
    const struct armex_panel *panel = vintage->panel;
    check_source(vintage, "sipri-tiv", 20061013);
    check(panel, "FRA", "national", 2002, 5e6, ARMEX_FINAL);
    check(panel, "FRA", "national", 2003, 0.0, ARMEX_NIL);
    check(panel, "SWE", "national", 2002, 0.0, ARMEX_BELOW);
    check(panel, "pkk", "national", 2004, 0.0, ARMEX_BELOW);
    check(panel, "WLD", "national", 2004, 4e6, ARMEX_FINAL);
    assert_int_equal(panel->series[0].flow, ARMEX_EXPORTS);
    assert_null(vintage->flows);
    armex_vintage_free(vintage);
}

static void a_year_without_any_figure_was_not_released_yet(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "exports.csv", none);
    assert_int_equal(vintage->panel->first_year, 2002);
    assert_int_equal(vintage->panel->n_years, 4); // not 2006
    armex_vintage_free(vintage);
    vintage = vintage_of(TIV "no-preamble.csv", none);
    check_source(vintage, "sipri-tiv", 20060331);
    armex_vintage_free(vintage);
}

static void imports_are_a_dataset_of_their_own(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "imports.csv", none);
    check_source(vintage, "sipri-tiv-imports", 20061013);
    assert_int_equal(vintage->panel->series[0].flow, ARMEX_IMPORTS);
    check(vintage->panel, "NOR", "national", 2004, 4e6, ARMEX_FINAL);
    check(vintage->panel, "WLD", "national", 2004, 4e6, ARMEX_FINAL);
    armex_vintage_free(vintage);
    vintage = vintage_of(TIV "old-imports.csv", none);
    check_source(vintage, "sipri-tiv-imports", 20060728);
    check(vintage->panel, "NOR", "national", 2003, 1e6, ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void a_list_of_the_top_suppliers_has_no_series_for_the_others(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "top.csv", none);
    check_source(vintage, "sipri-tiv", 20061102);
    assert_int_equal(vintage->panel->n_series, 2);
    check(vintage->panel, "FRA", "national", 2004, 3e6, ARMEX_FINAL);
    check(vintage->panel, "WLD", "national", 2004, 3e6, ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void the_old_sites_title_says_whose_the_rows_are(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "old-all.csv", none);
    check_source(vintage, "sipri-tiv", 20060728);
    check(vintage->panel, "FRA", "national", 2004, 3e6, ARMEX_FINAL);
    check(vintage->panel, "SWE", "national", 2002, 0.0, ARMEX_BELOW);
    armex_vintage_free(vintage);
    vintage = vintage_of(TIV "old-france.csv", none);
    check_source(vintage, "sipri-tiv-from-fra", 20060728);
    check(vintage->panel, "FRA", "national", 2004, 3e6, ARMEX_FINAL); // the row Total
    check(vintage->panel, "NOR", "from-fra", 2004, 2e6, ARMEX_FINAL);
    // the republicans of 1962-70 and the kingdom are two parties
    check(vintage->panel, "north-yemen-republicans", "from-fra", 2004, 1e6,
          ARMEX_FINAL);
    check(vintage->panel, "north-yemen", "from-fra", 2002, 0.0, ARMEX_BELOW);
    assert_int_equal(vintage->flows->n, 4);
    assert_string_equal(vintage->flows->entities[vintage->flows->items[0].supplier],
                        "FRA");
    armex_vintage_free(vintage);
    vintage = vintage_of(TIV "old-to.csv", none);
    check_source(vintage, "sipri-tiv-to-nor", 20060728);
    check(vintage->panel, "FRA", "to-nor", 2002, 5e6, ARMEX_FINAL);
    check(vintage->panel, "NOR", "national", 2004, 2e6, ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void a_supplier_of_nothing_has_nil_in_every_year(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "old-none.csv", none);
    check_source(vintage, "sipri-tiv-from-mlt", 20060728);
    assert_int_equal(vintage->panel->n_series, 1);
    assert_int_equal(vintage->panel->n_years, 4);
    check(vintage->panel, "MLT", "national", 2005, 0.0, ARMEX_NIL);
    armex_vintage_free(vintage);
}

static void a_supplier_named_in_the_first_row_alone_supplies_all(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIV "by-hand.csv", none);
    check_source(vintage, "sipri-tiv-from-fra", 20060331); // 2002 to 2005, no date
    check(vintage->panel, "NOR", "from-fra", 2002, 5e6, ARMEX_FINAL);
    check(vintage->panel, "FRA", "national", 2002, 5e6, ARMEX_FINAL); // 5 and below 0.5
    check(vintage->panel, "FRA", "national", 2004, 3e6, ARMEX_FINAL); // 2 and 1
    check(vintage->panel, "FRA", "national", 2005, 0.0, ARMEX_NIL);
    armex_vintage_free(vintage);
}

static void what_does_not_read_is_refused_at_its_place(void **state)
{
    (void)state;
    static const char *const refused[][2] = {
        {"categories.csv",
         ":12:1: the rows of this table are weapon categories ('Aircraft'), not "
         "countries; take the register of deliveries from SIPRI, which has the "
         "category of every deal"},
        {"regions.csv",
         ":5:1: this table counts deliveries to regions ('Africa'), which are no "
         "countries; take the register of deliveries from SIPRI, which has every "
         "recipient"},
        {"whose.csv", ":11:1: nothing says whose figures these are; name the first "
                      "column 'Exports by' or 'Imports by'"},
        {"wrong-sum.csv", ":11:15: the years of this row add up to 10, which rounding "
                          "cannot make '8'; the file is damaged or was changed"},
        {"wrong-total.csv", ":14:20: the rows of this year add up to 5, which rounding "
                            "cannot make '9'; the file is damaged or was changed"},
        {"twice.csv", ":14:1: Sweden stands in line 12 already"},
        {"two-totals.csv", ":16:1: a second row of totals"},
        {"two-suppliers.csv",
         ":3:1: a second supplier, 'Sweden'; a table of recipients has one"},
        {"no-name.csv", ":11:1: this row has figures and no name"},
        {"years-back.csv", ":10:27: the year 2004 does not come after 2005"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        char path[512], message[1024];
        snprintf(path, sizeof path, "%s%s", TIV, refused[i][0]);
        snprintf(message, sizeof message, "%s%s", path, refused[i][1]);
        assert_refused(path, none, ARMEX_BAD_INPUT, message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_blank_is_nil_and_a_printed_zero_is_below_half_a_million),
        cmocka_unit_test(a_year_without_any_figure_was_not_released_yet),
        cmocka_unit_test(imports_are_a_dataset_of_their_own),
        cmocka_unit_test(a_list_of_the_top_suppliers_has_no_series_for_the_others),
        cmocka_unit_test(the_old_sites_title_says_whose_the_rows_are),
        cmocka_unit_test(a_supplier_of_nothing_has_nil_in_every_year),
        cmocka_unit_test(a_supplier_named_in_the_first_row_alone_supplies_all),
        cmocka_unit_test(what_does_not_read_is_refused_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
