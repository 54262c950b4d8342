/** tests/ingest/test_tidy_bare.c: tables of countries, years and one column of figures,
 * whatever their columns are called. Every table is made up. */
#include "aside_files.h"

static void countries_years_and_figures_need_no_map(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "country,year,value (USD million)\nFrance,2019,5\nPoland,2019,2\n",
        "Country,Year,Exports in million US dollars\nFrance,31.12.2019,5\n",
        "Arms exports (US$ m)\n\nExporter,Year,Exports\nFrance,2019,5\n",
        "Land;Jahr;Mio. USD\nFrankreich;2019;5,0\n",
        "Rank,Pays,ISO3,Ann\u00e9e,Total (USD m)\n1,France,FRA,2019-12-31,5\n",
        "entity,year,value (US$ m),status\nFRA,2019,5,final\n",
        "Year,Value (USD m),Country\n2019,5,France\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        print_message("[ table    ] %s", texts[i]);
        write_file(file, texts[i]);
        struct armex_vintage *vintage = vintage_of(file, stated("deliveries", NULL));
        assert_same_value(
            value_of(vintage->panel, "FRA", ARMEX_DELIVERIES, "national", 2019), 5e6);
        assert_string_equal(vintage->panel->series[0].unit.currency, "usd");
        assert_int_equal(vintage->panel->series[0].flow, ARMEX_EXPORTS);
        armex_vintage_free(vintage);
    }
}

static void importers_of_a_bare_table_import(void **state)
{
    (void)state;
    write_file(file, "Importer,Year,Value\nIndia,2019,5\n");
    struct armex_vintage *vintage = vintage_of(file, stated("deliveries", "usd"));
    assert_int_equal(vintage->panel->series[0].flow, ARMEX_IMPORTS);
    armex_vintage_free(vintage);
}

/* As publishers do who call a country otherwise than anybody. */
static void a_code_says_whom_an_unknown_name_means(void **state)
{
    (void)state;
    write_file(file, "Country,Code,Year,Value\nLand of wine,FRA,2019,5\n"
                     "Poland,none,2019,2\n");
    struct armex_vintage *vintage = vintage_of(file, stated("deliveries", "usd"));
    assert_same_value(
        value_of(vintage->panel, "FRA", ARMEX_DELIVERIES, "national", 2019), 5.0);
    assert_same_value(
        value_of(vintage->panel, "POL", ARMEX_DELIVERIES, "national", 2019), 2.0);
    armex_vintage_free(vintage);
    write_file(file, "Country,Code,Year,Value\nRuritania,none,2019,5\n");
    assert_refused(file, stated("deliveries", "usd"), ARMEX_BAD_INPUT,
                   "table.csv:2:1: no entity is called 'Ruritania'; did you mean "
                   "Mauritania or Romania?");
}

static void what_a_bare_table_does_not_say_is_asked_for(void **state)
{
    (void)state;
    write_file(file, "Country,Year,Value\nFrance,2019,5\n");
    assert_refused(file, stated(NULL, NULL), ARMEX_BAD_INPUT,
                   "table.csv:1:1: there is no column 'measure'; add it, or give "
                   "--measure");
    assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT,
                   "table.csv:1:1: there is no column 'unit'; add it, or give --unit");
    write_file(file, "Country,Year,Value ($ m)\nFrance,2019,5\n");
    assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT,
                   "table.csv:1:14: 'Value ($ m)' may be money of several states (usd "
                   "aud cad hkd nzd sgd twd); give --unit to say whose it is");
    write_file(file, "Country,Year,Value (EUR m)\nFrance,2019,5\n");
    assert_refused(file, stated("deliveries", "usd"), ARMEX_USAGE,
                   "table.csv:1:14: 'Value (EUR m)' says what the figures are counted "
                   "in, and it is not usd, as --unit has it");
    write_file(file, "In US$ m\nCountry,Year,Value (EUR m)\nFrance,2019,5\n");
    assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT,
                   "table.csv:2:14: 'Value (EUR m)' is another unit than 'In US$ m' in "
                   "line 1; keep the one that all figures are counted in");
    write_file(file, "Country,Code,Year,Value\nFrance,DEU,2019,5\n");
    assert_refused(file, stated("deliveries", "usd"), ARMEX_BAD_INPUT,
                   "table.csv:2:8: 'DEU' is DEU, but the entity of this row is FRA");
}

/* Two columns of figures, or one that sets rows of a country apart. */
static void tables_that_hold_more_are_still_of_no_known_layout(void **state)
{
    (void)state;
    static const char *const headers[] = {"Country, Year, Exports, Licences",
                                          "Country, Year, Product, Value",
                                          "Exporter, Importer, Year, Value",
                                          "Country, Year",
                                          "Year, Value",
                                          "Country, Value",
                                          "Country, Year, Year of order, Value"};
    char text[200];
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        size_t n = 0;
        for (const char *at = headers[i]; *at; at++)
            if (at == headers[i] || at[-1] != ',')
                text[n++] = *at;
        snprintf(text + n, sizeof text - n, "\nFrance,1,2,3\n");
        assert_unknown_layout(text, headers[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(countries_years_and_figures_need_no_map),
        cmocka_unit_test(importers_of_a_bare_table_import),
        cmocka_unit_test(a_code_says_whom_an_unknown_name_means),
        cmocka_unit_test(what_a_bare_table_does_not_say_is_asked_for),
        cmocka_unit_test(tables_that_hold_more_are_still_of_no_known_layout),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
