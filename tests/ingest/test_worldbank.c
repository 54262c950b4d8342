/** tests/ingest/test_worldbank.c: the World Bank's tables and extracts. The files are
 *  described in files/README.md. */
#include "ingest_files.h"

#define BANK FILES "worldbank/"
#define EXTRACT FILES "databank/"

static const struct armex_ingest_options none = {0};
static const struct armex_ingest_options at_a_day = {.vintage = {2026, 2, 12}};

static void check_source(const struct armex_vintage *vintage, const char *dataset,
                         int day)
{
    assert_string_equal(vintage->provenance.dataset, dataset);
    assert_string_equal(vintage->provenance.publisher, "World Bank");
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), day);
}

static void check_exports(const struct armex_panel *panel)
{
    const size_t france = series_named(panel, "FRA", ARMEX_DELIVERIES_TIV, "national");
    assert_int_equal(panel->n_series, 3);
    assert_int_equal(panel->first_year, 2001);
    assert_int_equal(panel->n_years, 3);
    assert_int_equal(panel->series[france].unit.kind, ARMEX_TIV);
    assert_int_equal(panel->series[france].flow, ARMEX_EXPORTS);
    assert_true(panel->series[france].headline);
    assert_same_value(armex_panel_value(panel, france, 2001),
                      5e6); // units, not millions
    assert_same_value(armex_panel_value(panel, france, 2002), 0.0);
    assert_int_equal(armex_panel_mark(panel, france, 2002), ARMEX_BELOW);
    assert_missing(armex_panel_value(panel, france, 2003));
    assert_int_equal(armex_panel_mark(panel, france, 2003), ARMEX_MISSING);
    assert_same_value(value_of(panel, "ARB", ARMEX_DELIVERIES_TIV, "national", 2002),
                      7e6);
    assert_same_value(value_of(panel, "KOR", ARMEX_DELIVERIES_TIV, "national", 2001),
                      1.5e8);
}

static void a_download_and_a_copy_from_a_spreadsheet_say_the_same(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(BANK "downloaded.csv", none);
    check_source(vintage, "worldbank-ms-mil-xprt-kd", 20241113);
    check_exports(vintage->panel);
    assert_int_equal(vintage->panel->notes.n_notes, 1); // these are SIPRI's figures
    armex_vintage_free(vintage);
    vintage = vintage_of(BANK "saved-again.csv", none);
    check_source(vintage, "worldbank-ms-mil-xprt-kd", 20230328);
    check_exports(vintage->panel);
    armex_vintage_free(vintage);
}

static void without_its_preamble_a_table_needs_a_date(void **state)
{
    (void)state;
    assert_refused(BANK "no-preamble.csv", none, ARMEX_BAD_INPUT,
                   BANK "no-preamble.csv: nothing in the file says when it was "
                        "published; give --vintage DATE");
    struct armex_vintage *vintage = vintage_of(BANK "no-preamble.csv", at_a_day);
    const struct armex_series *series = &vintage->panel->series[0];
    char unit[ARMEX_UNIT_SIZE];
    check_source(vintage, "worldbank-ny-gdp-defl-zs", 20260212);
    armex_unit_write(unit, series->unit);
    assert_string_equal(unit, "index"); // the base differs from state to state
    assert_string_equal(series->scope, "gdp-deflator");
    assert_same_value(armex_panel_value(vintage->panel, 0, 2002), 7.19e-11);
    armex_vintage_free(vintage);
}

static void several_indicators_stand_side_by_side(void **state)
{
    (void)state;
    static const struct {
        enum armex_measure measure;
        const char *scope, *unit;
        double value;
    } expected[] = {
        {ARMEX_MILITARY_EXPENDITURE, "national", "usd", 100},
        {ARMEX_MILITARY_EXPENDITURE, "share-of-gdp", "percent", 2.5},
        {ARMEX_GDP, "national", "usd-2015", 4000},
        {ARMEX_PRICE_INDEX, "consumer-prices", "index-2010", 88},
        {ARMEX_INFLATION, "consumer-prices", "percent", -0.5},
        {ARMEX_EXCHANGE_RATE, "national", "lcu-per-usd", 0.9},
    };
    const size_t n = sizeof expected / sizeof *expected;
    struct armex_vintage *vintage = vintage_of(BANK "several.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    check_source(vintage, "worldbank-databank", 20260212);
    assert_int_equal(panel->n_series, n); // not population, not local currency
    for (size_t i = 0; i < n; i++) {
        const size_t s =
            series_named(panel, "FRA", expected[i].measure, expected[i].scope);
        char unit[ARMEX_UNIT_SIZE];
        armex_unit_write(unit, panel->series[s].unit);
        assert_string_equal(unit, expected[i].unit);
        assert_same_value(armex_panel_value(panel, s, 2001), expected[i].value);
    }
    armex_vintage_free(vintage);
}

static void a_measure_picks_the_indicators_that_count_it(void **state)
{
    (void)state;
    struct armex_ingest_options options = at_a_day;
    options.measure = "gdp";
    struct armex_vintage *vintage = vintage_of(BANK "several.csv", options);
    check_source(vintage, "worldbank-ny-gdp-mktp-kd", 20260212);
    assert_int_equal(vintage->panel->n_series, 1);
    armex_vintage_free(vintage);
    options.measure = "orders";
    assert_refused(BANK "several.csv", options, ARMEX_BAD_INPUT,
                   BANK "several.csv: no indicator of this file is orders in a unit "
                        "that compares from state to state");
    options.measure = "gpd";
    assert_refused(BANK "several.csv", options, ARMEX_USAGE,
                   "no measure is called 'gpd'; did you mean gdp?");
}

static void what_armex_has_no_measure_for_the_user_may_state(void **state)
{
    (void)state;
    struct armex_ingest_options options = at_a_day;
    assert_refused(BANK "unknown-indicator.csv", options, ARMEX_BAD_INPUT,
                   BANK "unknown-indicator.csv:2:12: armex has no measure for "
                        "'Population, total'; if it counts one after all, give "
                        "--measure and --unit");
    options.measure = "deliveries";
    options.unit = "eur";
    struct armex_vintage *vintage = vintage_of(BANK "unknown-indicator.csv", options);
    check_source(vintage, "worldbank-sp-pop-totl", 20260212);
    assert_same_value(
        value_of(vintage->panel, "FRA", ARMEX_DELIVERIES, "national", 2002), 61e6);
    armex_vintage_free(vintage);
    assert_refused(BANK "two-unknown.csv", options, ARMEX_BAD_INPUT,
                   BANK "two-unknown.csv:3:12: a second indicator, 'Population, "
                        "female'; --measure and --unit can speak for one only");
    options.unit = "tiv";
    assert_refused(BANK "unknown-indicator.csv", options, ARMEX_BAD_INPUT,
                   "deliveries are not counted in tiv");
    assert_refused(BANK "local-currency.csv", at_a_day, ARMEX_BAD_INPUT,
                   BANK "local-currency.csv:2:12: 'Military expenditure (current LCU)' "
                        "is in the currency of each country, so that no two compare; "
                        "take the indicator in US$");
}

static void what_is_wrong_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct {
        const char *path, *message;
    } cases[] = {
#define REFUSED(name, message) {BANK name, BANK name message}
        REFUSED("unknown-country.csv",
                ":2:1: no entity is called 'Atlantis'; armex entities lists them"),
        REFUSED("twice.csv",
                ":3:71: the figure of France for 2001 stands in line 2 already, and is "
                "another; leave out the row that is wrong"),
        REFUSED("short-row.csv", ":2:1: this row has 5 cells, the header 6"),
        REFUSED("long-row.csv", ":2:1: this row has 7 cells, the header 6"),
        REFUSED("no-number.csv",
                ":2:73: 'some' is not a number; leave the cell empty if unknown"),
        REFUSED("below-zero.csv", ":2:73: '-2' is below zero, which deliveries of "
                                  "major arms cannot be"),
        REFUSED("no-figure.csv", ": there is no figure below the header"),
        REFUSED("no-row.csv", ": there is no row below the header"),
#undef REFUSED
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(cases[i].path, at_a_day, ARMEX_BAD_INPUT, cases[i].message);
    assert_refused(BANK "no-date.csv", none, ARMEX_BAD_INPUT,
                   BANK "no-date.csv:1:19: 'soon' is no date that can be read; give "
                        "--vintage DATE");
}

static void an_extract_by_year_and_one_by_series_are_read(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(EXTRACT "by-year.csv", none);
    const struct armex_panel *panel = vintage->panel;
    const size_t exports = series_named(panel, "FRA", ARMEX_DELIVERIES_TIV, "national");
    check_source(vintage, "worldbank-databank", 20240328);
    assert_int_equal(panel->n_series, 4); // two countries, exports and imports
    assert_int_equal(panel->series[exports].flow, ARMEX_EXPORTS);
    assert_same_value(armex_panel_value(panel, exports, 2001), 9.5e8);
    assert_int_equal(armex_panel_mark(panel, exports, 2002), ARMEX_UNKNOWN_YET);
    assert_int_equal(panel->series[exports + 1].flow, ARMEX_IMPORTS);
    assert_same_value(armex_panel_value(panel, exports + 1, 2002), 4e6);
    armex_vintage_free(vintage);
    vintage = vintage_of(EXTRACT "by-series.csv", none);
    check_source(vintage, "worldbank-ms-mil-mprt-kd", 20131220);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2012), 4e6);
    armex_vintage_free(vintage);
}

static void an_indicator_is_known_by_its_words_where_its_code_was_changed(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(BANK "renamed.csv", at_a_day);
    check_source(vintage, "worldbank-ms-mil-xprt-kd", 20260212);
    assert_same_value(
        value_of(vintage->panel, "YEM", ARMEX_DELIVERIES_TIV, "national", 2002), 3e6);
    armex_vintage_free(vintage);
}

static void an_extract_that_is_wrong_is_refused(void **state)
{
    (void)state;
    assert_refused(EXTRACT "no-year.csv", at_a_day, ARMEX_BAD_INPUT,
                   EXTRACT "no-year.csv:2:1: 'last' is no year from 1900 to 2100");
    assert_refused(EXTRACT "no-indicator.csv", at_a_day, ARMEX_BAD_INPUT,
                   EXTRACT "no-indicator.csv:1:37: armex has no measure for 'Access to "
                           "electricity (% of population)'; if it counts one after "
                           "all, give --measure and --unit");
}

/* Counts of cells that are not empty, and single cells, by Python's csv. */
static void published_tables_keep_every_figure(void **state)
{
    (void)state;
    static const struct {
        const char *name, *dataset, *entity;
        size_t figures;
        int day, year;
        double value;
    } tables[] = {
        {"worldbank/API_NY.GDP.MKTP.CD_DS2_en_csv_v2.csv", "worldbank-ny-gdp-mktp-cd",
         "AFG", 11542, 20171030, 1960, 537777811.111111},
        {"worldbank/API_FP.CPI.TOTL_DS2_en_csv_v2_284.csv", "worldbank-fp-cpi-totl",
         "ABW", 8869, 20241113, 1980, 31.9824591381405},
        {"worldbank/API_MS.MIL.XPND.CD_DS2_en_csv_v2_5363327.csv",
         "worldbank-ms-mil-xpnd-cd", "AFE", 10058, 20230301, 1963, 321692705.3},
    };
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char path[512];
        size_t figures = 0;
        if (!find_published(path, tables[i].name))
            skip();
        struct armex_vintage *vintage = vintage_of(path, none);
        const struct armex_panel *panel = vintage->panel;
        check_source(vintage, tables[i].dataset, tables[i].day);
        for (size_t at = 0; at < panel->n_series * panel->n_years; at++)
            figures += !isnan(panel->values[at]);
        assert_int_equal(figures, tables[i].figures);
        for (size_t s = 0; s < panel->n_series; s++)
            if (strcmp(panel->series[s].entity, tables[i].entity) == 0)
                assert_same_value(armex_panel_value(panel, s, tables[i].year),
                                  tables[i].value);
        armex_vintage_free(vintage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_download_and_a_copy_from_a_spreadsheet_say_the_same),
        cmocka_unit_test(without_its_preamble_a_table_needs_a_date),
        cmocka_unit_test(several_indicators_stand_side_by_side),
        cmocka_unit_test(a_measure_picks_the_indicators_that_count_it),
        cmocka_unit_test(what_armex_has_no_measure_for_the_user_may_state),
        cmocka_unit_test(what_is_wrong_is_refused_where_it_stands),
        cmocka_unit_test(an_extract_by_year_and_one_by_series_are_read),
        cmocka_unit_test(an_indicator_is_known_by_its_words_where_its_code_was_changed),
        cmocka_unit_test(an_extract_that_is_wrong_is_refused),
        cmocka_unit_test(published_tables_keep_every_figure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
