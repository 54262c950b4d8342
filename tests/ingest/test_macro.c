/** tests/ingest/test_macro.c: prices, rates and products that arms are set against, and
 *  lists that hold no figures. The files are described in files/README.md. */
#include "ingest/dates.h"
#include "ingest_files.h"

#define MACRO FILES "macro/"
#define LISTS FILES "codelists/"

static const struct armex_ingest_options none = {0};
static const struct armex_ingest_options at_a_day = {.vintage = {2026, 2, 12}};

static void months_of_consumer_prices_become_means_of_years(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(MACRO "cpi.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    char unit[ARMEX_UNIT_SIZE];
    assert_string_equal(vintage->provenance.dataset, "cpi-us");
    armex_unit_write(unit, panel->series[0].unit);
    assert_string_equal(unit, "index-1982-84");
    assert_string_equal(panel->series[0].scope, "consumer-prices");
    assert_same_value(armex_panel_value(panel, 0, 1982), 97.0);
    assert_same_value(armex_panel_value(panel, 0, 1984), 103.0);
    armex_vintage_free(vintage);
}

static void a_year_of_two_months_is_kept_and_decides_nothing(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(MACRO "cpi.csv", at_a_day);
    size_t first, end;
    assert_missing(armex_panel_value(vintage->panel, 0, 1985));
    armex_publications_of(vintage->publications, 0, 1985, &first, &end);
    assert_int_equal(end - first, 1);
    assert_same_value(vintage->publications->items[first].value, 111.0);
    assert_int_equal(vintage->publications->items[first].flag, ARMEX_PARTIAL);
    assert_string_equal(vintage->publications->items[first].note,
                        "partial: mean of 2 months");
    armex_vintage_free(vintage);
}

static void prices_of_nobody_knows_whom_are_refused(void **state)
{
    (void)state;
    assert_refused(MACRO "cpi-other.csv", at_a_day, ARMEX_BAD_INPUT,
                   MACRO "cpi-other.csv: this table does not say whose prices it "
                         "counts, and it is not the CPI-U of the United States, whose "
                         "mean of 1982 to 1984 is 100; give a csv with columns entity, "
                         "year, value, unit");
    assert_refused(MACRO "cpi-twice.csv", at_a_day, ARMEX_BAD_INPUT,
                   MACRO "cpi-twice.csv:40:1: the month '1985-02-01' stands here a "
                         "second time");
    assert_refused(MACRO "cpi-no-month.csv", at_a_day, ARMEX_BAD_INPUT,
                   MACRO "cpi-no-month.csv:2:1: '1985' is no month, as 1913-01-01");
}

static void each_rate_is_of_its_own_currency(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(MACRO "rates.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    const size_t euro = series_named(panel, "EMU", ARMEX_EXCHANGE_RATE, "national");
    const size_t won = series_named(panel, "KOR", ARMEX_EXCHANGE_RATE, "national");
    const size_t bolivar = series_named(panel, "VEN", ARMEX_EXCHANGE_RATE, "national");
    assert_string_equal(panel->series[euro].unit.currency, "eur");
    assert_string_equal(panel->series[won].unit.currency, "krw");
    assert_same_value(armex_panel_value(panel, won, 2001), 1290.5);
    assert_int_equal(armex_panel_mark(panel, euro, 2002), ARMEX_FINAL);
    assert_int_equal(armex_panel_mark(panel, bolivar, 2002),
                     ARMEX_FINAL | ARMEX_UNIT_BREAK); // another money
    armex_vintage_free(vintage);
    assert_refused(MACRO "rates-unknown.csv", at_a_day, ARMEX_BAD_INPUT,
                   MACRO "rates-unknown.csv:2:12: the table does not say in which "
                         "currency the rate of Chad is, and it is none that the "
                         "Federal Reserve publishes");
}

static void the_ratio_of_the_two_products_is_the_deflator(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(MACRO "gdp-us.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    const size_t deflator =
        series_named(panel, "USA", ARMEX_PRICE_INDEX, "gdp-deflator");
    const size_t current = series_named(panel, "USA", ARMEX_GDP, "national");
    assert_string_equal(panel->series[deflator].unit.base, "2017");
    assert_close(armex_panel_value(panel, deflator, 2016), 90.0, 1e-12);
    assert_same_value(armex_panel_value(panel, deflator, 2017), 100.0);
    assert_close(armex_panel_value(panel, deflator, 2018), 110.0, 1e-12);
    assert_same_value(armex_panel_value(panel, current, 2018), 22e9);
    assert_true(panel->series[current].headline);
    assert_int_equal(panel->series[current + 1].unit.price_year, 2017);
    assert_same_value(armex_panel_value(panel, current + 1, 2018), 20e9);
    armex_vintage_free(vintage);
}

static void a_column_called_value_says_nothing(void **state)
{
    (void)state;
    struct armex_ingest_options options = at_a_day;
    assert_refused(MACRO "values.csv", options, ARMEX_BAD_INPUT,
                   MACRO
                   "values.csv:1:32: 'Value' names nothing that armex has a "
                   "measure for; say what it counts, as --measure gdp --unit usd");
    options.measure = "gdp";
    options.unit = "usd";
    struct armex_vintage *vintage = vintage_of(MACRO "values.csv", options);
    assert_string_equal(vintage->provenance.dataset, "values");
    assert_same_value(value_of(vintage->panel, "WLD", ARMEX_GDP, "national", 2001),
                      9000);
    armex_vintage_free(vintage);
}

static void inflation_is_told_by_what_prices_did_in_1990(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(MACRO "inflation.csv", at_a_day);
    assert_same_value(
        value_of(vintage->panel, "FRA", ARMEX_INFLATION, "consumer-prices", 1990),
        -0.5);
    armex_vintage_free(vintage);
    vintage = vintage_of(MACRO "inflation-deflator.csv", at_a_day);
    assert_string_equal(vintage->panel->series[0].scope, "not-stated");
    armex_vintage_free(vintage);
}

static void a_table_without_a_date_asks_for_one(void **state)
{
    (void)state;
    static const char *const names[] = {MACRO "cpi.csv", MACRO "rates.csv",
                                        MACRO "gdp-us.csv", MACRO "inflation.csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char message[600];
        snprintf(message, sizeof message,
                 "%s: nothing in the file says when it was published; give --vintage "
                 "DATE",
                 names[i]);
        assert_refused(names[i], none, ARMEX_BAD_INPUT, message);
    }
}

static void lists_that_hold_no_figures_are_told_what_they_are(void **state)
{
    (void)state;
    static const struct {
        const char *path, *message;
    } lists[] = {
        {LISTS "cow.csv", LISTS "cow.csv: this is a list of country codes, not "
                                "observations; armex knows these codes already"},
        {LISTS "state-years.csv",
         LISTS "state-years.csv: this lists which states there were in which year, not "
               "observations; armex knows these states already"},
        {LISTS "products.csv", LISTS "products.csv: this is a list of product codes, "
                                     "not observations; arms are the codes that begin "
                                     "with 93"},
        {LISTS "metadata-country.csv",
         LISTS "metadata-country.csv: these are the World Bank's notes on countries, "
               "not observations; the figures are in the file API_... beside it, or "
               "WDIData.csv"},
        {LISTS "metadata-series.csv",
         LISTS "metadata-series.csv: these are the World Bank's notes on indicators, "
               "not observations; the figures are in the file API_... beside it, or "
               "WDIData.csv"},
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        assert_refused(lists[i].path, none, ARMEX_BAD_INPUT, lists[i].message);
}

static void published_lists_are_all_recognised(void **state)
{
    (void)state;
    static const char *const names[] = {"codes/COW country codes.csv",
                                        "codes/UNSD-en.csv",
                                        "codes/codelist_without_cldr.csv",
                                        "codes/country-codes.csv",
                                        "codes/data_cow.csv",
                                        "codes/data_gw.csv",
                                        "codes/data_regex.csv",
                                        "codes/data_world_bank_api.csv",
                                        "baci/country_codes_V202301.csv",
                                        "baci/product_codes_HS92_V202301.csv",
                                        "worldbank/Metadata_Country.csv",
                                        "worldbank/WDICountry.csv",
                                        "worldbank/WDISeries.csv"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[512];
        struct armex_vintage *vintage = NULL;
        struct armex_error error = {0};
        if (!find_published(path, names[i]))
            skip();
        assert_int_equal(armex_ingest(&vintage, path, &none, &error), ARMEX_BAD_INPUT);
        assert_non_null(strstr(error.message, ", not observations; "));
    }
}

static void dates_of_spreadsheets_are_read_as_americans_write_them(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int day;
    } dates[] = {
        {"2024-11-13", 20241113}, {"3/1/2023", 20230301},   {"2025/3/24", 20250324},
        {"03/28/2024", 20240328}, {"28/03/2024", 20240328}, {"1.3.2023", 20230301},
        {"2-29-2024", 20240229},
    };
    static const char *const wrong[] = {"soon",       "3/2023/1", "2/29/2023",
                                        "31/31/2023", "3/1-2023", "3/1/23",
                                        "3/1/2023 ",  ""};
    struct armex_date date;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        const size_t length = strlen(dates[i].text);
        assert_true(armex_date_of_spreadsheet(&date, dates[i].text, length));
        assert_int_equal(armex_date_last_day(date), dates[i].day);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_false(armex_date_of_spreadsheet(&date, wrong[i], strlen(wrong[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_of_consumer_prices_become_means_of_years),
        cmocka_unit_test(a_year_of_two_months_is_kept_and_decides_nothing),
        cmocka_unit_test(prices_of_nobody_knows_whom_are_refused),
        cmocka_unit_test(each_rate_is_of_its_own_currency),
        cmocka_unit_test(the_ratio_of_the_two_products_is_the_deflator),
        cmocka_unit_test(a_column_called_value_says_nothing),
        cmocka_unit_test(inflation_is_told_by_what_prices_did_in_1990),
        cmocka_unit_test(a_table_without_a_date_asks_for_one),
        cmocka_unit_test(lists_that_hold_no_figures_are_told_what_they_are),
        cmocka_unit_test(published_lists_are_all_recognised),
        cmocka_unit_test(dates_of_spreadsheets_are_read_as_americans_write_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
