/** tests/ingest/test_gapminder.c: Gapminder's tables, and Our World in Data's. The
 * files are described in files/README.md. */
#include "ingest_files.h"

#define GAP FILES "gapminder/"
#define OWID FILES "owid/"

static const struct armex_ingest_options none = {0};
static const struct armex_ingest_options at_a_day = {.vintage = {2026, 2, 12}};

static void check_tiv(const struct armex_vintage *vintage, const char *dataset,
                      enum armex_flow_direction flow)
{
    assert_string_equal(vintage->provenance.dataset, dataset);
    assert_int_equal(vintage->panel->series[0].flow, flow);
    assert_int_equal(vintage->panel->series[0].measure, ARMEX_DELIVERIES_TIV);
    assert_int_equal(vintage->panel->series[0].unit.kind, ARMEX_TIV);
    assert_int_equal(vintage->panel->notes.n_notes, 1); // no money, whatever its name
}

static void inflation_adjusted_dollars_are_tiv(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(GAP "exports_2017-01-03.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    check_tiv(vintage, "gapminder-arms-exports", ARMEX_EXPORTS);
    assert_string_equal(vintage->provenance.title, "Arms exports");
    assert_same_value(value_of(panel, "FRA", ARMEX_DELIVERIES_TIV, "national", 2001),
                      5e6);
    assert_missing(value_of(panel, "FRA", ARMEX_DELIVERIES_TIV, "national", 2002));
    assert_int_equal(armex_panel_mark(panel, 0, 2003), ARMEX_BELOW);
    armex_vintage_free(vintage);
}

static void old_and_new_columns_are_vintages_of_one_dataset(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(GAP "exports-later.csv", at_a_day);
    check_tiv(vintage, "gapminder-arms-exports", ARMEX_EXPORTS);
    armex_vintage_free(vintage);
    vintage = vintage_of(GAP "imports.csv", at_a_day);
    check_tiv(vintage, "gapminder-arms-imports", ARMEX_IMPORTS);
    armex_vintage_free(vintage);
}

static void a_date_in_the_file_name_is_offered_and_not_taken(void **state)
{
    (void)state;
    assert_refused(GAP "exports_2017-01-03.csv", none, ARMEX_BAD_INPUT,
                   GAP "exports_2017-01-03.csv: nothing in the file says when it was "
                       "published, only its name; give --vintage 2017-01-03 if that is "
                       "the date");
    assert_refused(GAP "exports-later.csv", none, ARMEX_BAD_INPUT,
                   GAP "exports-later.csv: nothing in the file says when it was "
                       "published; give --vintage DATE");
}

static void a_wide_table_gives_itself_away_by_who_delivers_to_whom(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(GAP "wide-exports.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    check_tiv(vintage, "gapminder-arms-exports", ARMEX_EXPORTS);
    assert_same_value(value_of(panel, "FRA", ARMEX_DELIVERIES_TIV, "national", 2001),
                      5e6);
    assert_same_value(value_of(panel, "USA", ARMEX_DELIVERIES_TIV, "national", 2002),
                      7e9);
    assert_missing(value_of(panel, "USA", ARMEX_DELIVERIES_TIV, "national", 2003));
    armex_vintage_free(vintage);
    vintage = vintage_of(GAP "wide-imports.csv", at_a_day);
    check_tiv(vintage, "gapminder-arms-imports", ARMEX_IMPORTS);
    armex_vintage_free(vintage);
}

static void a_wide_table_of_something_else_is_gapminders_only_if_the_user_says_so(
    void **state)
{
    (void)state;
    struct armex_ingest_options options = at_a_day;
    options.source = "gapminder-wide";
    assert_refused(GAP "wide-other.csv", options, ARMEX_BAD_INPUT,
                   GAP
                   "wide-other.csv:1:1: this table does not say what it counts, and "
                   "its figures are not those of arms exports or imports; give "
                   "--measure and --unit");
    options.measure = "gdp";
    options.unit = "usd-2015";
    struct armex_vintage *vintage = vintage_of(GAP "wide-other.csv", options);
    assert_string_equal(vintage->provenance.dataset, "gapminder-wide-other");
    assert_string_equal(vintage->provenance.publisher, "Gapminder");
    armex_vintage_free(vintage);
    options.source = NULL;
    vintage = vintage_of(GAP "wide-other.csv", options);
    assert_string_equal(vintage->provenance.dataset, "wide-other");
    assert_string_equal(vintage->provenance.publisher, "");
    assert_string_equal(vintage->provenance.licence, "");
    assert_same_value(value_of(vintage->panel, "FRA", ARMEX_GDP, "national", 2002),
                      61.5);
    armex_vintage_free(vintage);
}

static void what_is_wrong_is_refused_where_it_stands(void **state)
{
    (void)state;
    assert_refused(GAP "population.csv", at_a_day, ARMEX_BAD_INPUT,
                   GAP "population.csv:1:10: 'population_total' names nothing that "
                       "armex has a measure for; say what it counts, as --measure gdp "
                       "--unit usd");
    assert_refused(GAP "twice.csv", at_a_day, ARMEX_BAD_INPUT,
                   GAP "twice.csv:4:10: the figure of France for 2001 stands in line 2 "
                       "already, and is another; leave out the row that is wrong");
    assert_refused(GAP "no-year.csv", at_a_day, ARMEX_BAD_INPUT,
                   GAP "no-year.csv:2:5: 'early' is no year from 1500 to 2200");
}

static void owid_columns_say_their_unit_or_the_user_does(void **state)
{
    (void)state;
    struct armex_ingest_options options = at_a_day;
    struct armex_vintage *vintage = vintage_of(OWID "constant.csv", options);
    const struct armex_panel *panel = vintage->panel;
    assert_string_equal(vintage->provenance.dataset,
                        "owid-military-expenditure-constant-2021-us");
    assert_int_equal(panel->series[0].unit.price_year, 2021);
    assert_same_value(
        value_of(panel, "CSHH", ARMEX_MILITARY_EXPENDITURE, "national", 1990), 7);
    assert_same_value(
        value_of(panel, "nato-members", ARMEX_MILITARY_EXPENDITURE, "national", 2001),
        900);
    assert_same_value(
        value_of(panel, "WLD", ARMEX_MILITARY_EXPENDITURE, "national", 2001), 1000);
    armex_vintage_free(vintage);
    assert_refused(OWID "no-unit.csv", options, ARMEX_BAD_INPUT,
                   OWID "no-unit.csv:1:18: 'military_expenditure' does not say in what "
                        "it is counted; give --unit, as usd, or usd-2020 for prices of "
                        "2020");
    options.unit = "usd";
    vintage = vintage_of(OWID "no-unit.csv", options);
    assert_string_equal(vintage->provenance.dataset, "owid-military-expenditure");
    assert_int_equal(vintage->panel->series[0].unit.kind, ARMEX_MONEY);
    armex_vintage_free(vintage);
}

static void of_several_owid_columns_the_one_with_a_measure_is_taken(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(OWID "second-column.csv", at_a_day);
    assert_string_equal(vintage->provenance.dataset, "owid-arms-imports");
    assert_int_equal(vintage->panel->series[0].flow, ARMEX_IMPORTS);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2001), 3e6);
    armex_vintage_free(vintage);
    assert_refused(OWID "other.csv", at_a_day, ARMEX_BAD_INPUT,
                   OWID
                   "other.csv:1:18: 'Life expectancy' names nothing that armex has "
                   "a measure for; say what it counts, as --measure gdp --unit usd");
}

/* US exports of 2010: 8098 million in the vintage of 2017, 8391 in that of 2025. */
static void published_vintages_differ_about_the_past(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        double millions;
        size_t figures;
    } files[] = {
        {"gapminder/ddf--datapoints--arms_exports_us_inflation_adjusted--by--geo--"
         "time_2017-01-03.csv",
         8098, 1975},
        {"gapminder/"
         "ddf--datapoints--arms_exports_sipri_tiv--by--geo--time_2025-12-08.csv",
         8391, 2383},
    };
    for (size_t i = 0; i < 2; i++) {
        char path[512];
        size_t figures = 0;
        if (!find_published(path, files[i].name))
            skip();
        struct armex_vintage *vintage = vintage_of(path, at_a_day);
        const struct armex_panel *panel = vintage->panel;
        check_tiv(vintage, "gapminder-arms-exports", ARMEX_EXPORTS);
        for (size_t at = 0; at < panel->n_series * panel->n_years; at++)
            figures += !isnan(panel->values[at]);
        assert_int_equal(figures, files[i].figures);
        assert_same_value(
            value_of(panel, "USA", ARMEX_DELIVERIES_TIV, "national", 2010),
            files[i].millions * 1e6);
        armex_vintage_free(vintage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inflation_adjusted_dollars_are_tiv),
        cmocka_unit_test(old_and_new_columns_are_vintages_of_one_dataset),
        cmocka_unit_test(a_date_in_the_file_name_is_offered_and_not_taken),
        cmocka_unit_test(a_wide_table_gives_itself_away_by_who_delivers_to_whom),
        cmocka_unit_test(
            a_wide_table_of_something_else_is_gapminders_only_if_the_user_says_so),
        cmocka_unit_test(what_is_wrong_is_refused_where_it_stands),
        cmocka_unit_test(owid_columns_say_their_unit_or_the_user_does),
        cmocka_unit_test(of_several_owid_columns_the_one_with_a_measure_is_taken),
        cmocka_unit_test(published_vintages_differ_about_the_past),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
