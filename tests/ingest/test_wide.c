/** tests/ingest/test_wide.c: tables of countries by years as anybody makes them. Every
 * table is made up; sums by hand. */
#include "wide_files.h"

/* As a spreadsheet saves it where the comma is decimal: the comma sets as many cells
   apart as the semicolon does. */
static void a_row_of_units_below_the_header_is_the_unit(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Country;2019;2020\n;(US$ m);(US$ m)\nFrance;1200,5;1300,7\n"
                  "Germany;900,1;800,3\n",
                  stated("deliveries", NULL));
    assert_string_equal(vintage->provenance.dataset, "table");
    assert_string_equal(vintage->provenance.publisher, "");
    assert_string_equal(vintage->provenance.licence, "");
    assert_string_equal(vintage->panel->series[0].unit.currency, "usd");
    assert_same_value(value_in(vintage, "FRA", 2019), 1200.5e6);
    assert_same_value(value_in(vintage, "DEU", 2020), 800.3e6);
    assert_notes(vintage, "line 2 says '(US$ m)': every figure counts 1000000 usd");
    assert_notes(vintage, "who published it is not known: say --publisher NAME");
    armex_vintage_free(vintage);
}

static void titles_corners_and_notes_say_the_unit_as_well(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Arms exports (million euros)\n\nsome words\n,\nExporter,2019\nFrance,5\n",
        "Country (EUR m),2019\nFrance,5\n",
        "in Mio. EUR,2019\nFrance,5\nPoland,2\n",
        "Land;2019\nFrankreich;5\n\nAlle Angaben in Mio. Euro\n",
        "Country,2019\nFrance,5\nSource: ministry (million EUR)\n",
        "Country,2019\nunit,EUR m\nFrance,5\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_vintage *vintage = read_text(texts[i], stated("deliveries", NULL));
        assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
        assert_string_equal(vintage->panel->series[0].unit.currency, "eur");
        armex_vintage_free(vintage);
    }
}

static void a_tidy_table_below_a_title_is_counted_as_that_says(void **state)
{
    (void)state;
    const char *text = "Arms exports (US$ m)\n\nentity,year,value\nFRA,2019,5\n";
    struct armex_vintage *vintage = read_text(text, stated("deliveries", NULL));
    assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
    assert_notes(vintage, "line 1 says 'Arms exports (US$ m)'");
    armex_vintage_free(vintage);
    assert_refused(file, stated("deliveries", "eur"), ARMEX_USAGE,
                   "table.csv:1:1: 'Arms exports (US$ m)' says what the figures are "
                   "counted in, and it is not eur, as --unit has it");
    vintage = read_text("Figures in thousands\nentity,year,value,multiplier\n"
                        "FRA,2019,5,1000000\n",
                        stated("deliveries", "usd"));
    assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
    armex_vintage_free(vintage);
    write_file(file, "in US$ m\nin EUR m\nentity,year,value\nFRA,2019,5\n");
    assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT,
                   "table.csv:2:1: 'in EUR m' is another unit than 'in US$ m' in line "
                   "1; keep the one that all figures are counted in");
}

/* --unit completes what the table says, and cannot contradict it. */
static void the_unit_of_the_table_and_of_the_user_must_agree(void **state)
{
    (void)state;
    const char *text = "Figures in US$ m\nCountry,2019\nFrance,5\n";
    struct armex_vintage *vintage = read_text(text, stated("deliveries", "usd-2020"));
    assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
    assert_int_equal(vintage->panel->series[0].unit.price_year, 2020);
    armex_vintage_free(vintage);
    assert_refused(
        file, stated("deliveries", "eur"), ARMEX_USAGE,
        "table.csv:1:1: 'Figures in US$ m' says what the figures are counted "
        "in, and it is not eur, as --unit has it");
    vintage = read_text("Figures in millions\nCountry,2019\nFrance,5\n",
                        stated("deliveries", "eur"));
    assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
    armex_vintage_free(vintage);
}

static void dollars_of_nobody_are_asked_for_and_keep_their_millions(void **state)
{
    (void)state;
    const char *wide = "Arms exports ($ million)\nCountry,2019\nFrance,5\n",
               *tidy = "Arms exports ($ million)\nentity,year,value\nFRA,2019,5\n";
    const char *ask = "'Arms exports ($ million)' may be money of several states "
                      "(usd aud cad hkd nzd sgd twd); give --unit to say whose it is";
    char due[512];
    snprintf(due, sizeof due, "%s:1:1: %s", file, ask);
    for (int i = 0; i < 2; i++) {
        const char *text = i ? tidy : wide;
        write_file(file, text);
        assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT, due);
        struct armex_vintage *vintage = read_text(text, stated("deliveries", "aud"));
        assert_same_value(value_in(vintage, "FRA", 2019), 5e6);
        armex_vintage_free(vintage);
        write_file(file, text);
        snprintf(due + strlen(file), sizeof due - strlen(file),
                 ":1:1: 'Arms exports ($ million)' says what the figures are counted "
                 "in, and it is not eur, as --unit has it");
        assert_refused(file, stated("deliveries", "eur"), ARMEX_USAGE, due);
        snprintf(due, sizeof due, "%s:1:1: %s", file, ask);
    }
}

static void columns_that_say_nothing_of_whom_are_passed_over(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Title\n\n\n\n\n\nRank,Exporter "
                  "[1],ISO3,Region,2021,,2020*,2019,Total,Change (%),"
                  "Notes\n"
                  "1,Francia,FRA,Europe,3,,2,1,6,50,a note\n"
                  "2,Nowhere,DEU,Europe,30,,20,10,60,50,\n",
                  stated("deliveries", "usd"));
    assert_same_value(value_in(vintage, "FRA", 2021), 3.0);
    assert_same_value(value_in(vintage, "FRA", 2019), 1.0);
    assert_same_value(value_in(vintage, "DEU", 2020), 20.0);
    assert_int_equal(vintage->panel->first_year, 2019);
    assert_int_equal(vintage->panel->n_years, 3);
    const size_t s = series_named(vintage->panel, "DEU", ARMEX_DELIVERIES, "national");
    assert_int_equal(armex_panel_mark(vintage->panel, s, 2020),
                     ARMEX_FINAL | ARMEX_WEAK); // as the star of its column has it
    assert_false(notes(vintage, "add up"));
    armex_vintage_free(vintage);
}

static void days_and_words_beside_a_year_are_that_year(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "Country,31.12.2019,31.12.2020\nFrance,5,6\n",
        "Country,2019-12-31,2020-12-31\nFrance,5,6\n",
        "Country,01/01/2019,01/01/2020\nFrance,5,6\n",
        "Country,Exports 2019,Exports 2020\nFrance,5,6\n",
        "Country,2019 exports,2020 exports\nFrance,5,6\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_vintage *vintage =
            read_text(texts[i], stated("deliveries", "usd"));
        assert_same_value(value_in(vintage, "FRA", 2019), 5.0);
        assert_same_value(value_in(vintage, "FRA", 2020), 6.0);
        armex_vintage_free(vintage);
    }
    assert_unknown_layout("Country,Exports 2019,Imports 2019\nFrance,5,6\n",
                          "Country, Exports 2019, Imports 2019");
    assert_unknown_layout("Country,Exports 2019,Exports 2020 (USD m)\nFrance,5,6\n",
                          "Country, Exports 2019, Exports 2020 (USD m)");
}

static void countries_called_importers_import(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Importer,2019,2020\nIndia,5,6\n", stated("deliveries", "usd"));
    assert_int_equal(vintage->panel->series[0].flow, ARMEX_IMPORTS);
    armex_vintage_free(vintage);
}

static void headings_among_the_rows_are_passed_over_and_told(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Country,2019,2020\nWestern Realm,,\nFrance,5,6\nPoland,,\n",
                  stated("deliveries", "usd"));
    assert_int_equal(vintage->panel->n_series, 2); // Poland has no figure, and is one
    assert_notes(vintage, "line 2 'Western Realm'");
    armex_vintage_free(vintage);
}

/* France has 1234.5 in 2019 and 2000 in 2020, however it is written. */
static void tables_as_spreadsheets_of_all_countries_leave_them(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "\xef\xbb\xbfLand;2019;2020\r\nFrankreich;1.234,5;2.000\r\n",
        "Pays;2019;2020\r\nFrance;1\xc2\xa0"
        "234,5;2\xe2\x80\xaf"
        "000\r\n",
        "Country,2020,2019\nFrance,\"2,000\",\"1,234.5\"\n",
        "Country,2019,2020\nFrance,1'234.5,2'000\n",
        "Rank\tCountry\t2019\t2020\n1\tFrance\t1234.5\t2000\n",
        "Country,2019,,2020,,\nFrance,1234.5,,2000,,\n,,,,,\nGermany,7,,8,,\n",
        ",2019,2020\nFrance,1234.5,2000\nGermany,7,8\n",
        "\"Exports, by country\",,\n,,\n,,\nCountry,2019,2020\nFrance,1.2345k,2k\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_vintage *vintage =
            read_text(texts[i], stated("deliveries", "usd"));
        print_message("[ table    ] %zu\n", i);
        assert_same_value(value_in(vintage, "FRA", 2019), 1234.5);
        assert_same_value(value_in(vintage, "FRA", 2020), 2000.0);
        armex_vintage_free(vintage);
    }
}

/* Where the comma is decimal in one cell, the point of another sets thousands off. */
static void what_a_mark_is_all_figures_say_together(void **state)
{
    (void)state;
    static const struct {
        const char *rows;
        double france;
    } cases[] = {
        {"France;1.234;5\nPoland;12,5;6\n", 1234.0},
        {"France;1,234;5\nPoland;12,5;6\n", 1.234},
        {"France;1,234;5\nPoland;12.5;6\n", 1234.0},
        {"France;1,234;5\nPoland;1,234,567;6\n", 1234.0},
        {"France;1.234;5\nPoland;1.234.567;6\n", 1234.0},
        {"France;1.234;5\nPoland;1.5;6\n", 1.234},
        {"France;1.234;5\nPoland;2345.678;6\n", 1.234},
        {"France;1.234;5\nPoland;0.123;6\n", 1.234},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200];
        snprintf(text, sizeof text, "Country;2019;2020\n%s", cases[i].rows);
        struct armex_vintage *vintage = read_text(text, stated("deliveries", "usd"));
        print_message("[ figures  ] %s", cases[i].rows);
        assert_same_value(value_in(vintage, "FRA", 2019), cases[i].france);
        armex_vintage_free(vintage);
        const char *comma = strchr(cases[i].rows, ';');
        snprintf(text, sizeof text, "entity;year;value\nFRA;2019;%.5s\nPOL;2019;%s\n",
                 comma + 1, strstr(cases[i].rows, "Poland;") + strlen("Poland;"));
        *strstr(text, ";6") = '\0';
        vintage = read_text(text, stated("deliveries", "usd"));
        assert_same_value(value_in(vintage, "FRA", 2019), cases[i].france);
        armex_vintage_free(vintage);
    }
    write_file(file, "Country;2019;2020\nFrance;1.234;5\nPoland;12.345;6\n");
    assert_refused(file, stated("deliveries", "usd"), ARMEX_BAD_INPUT,
                   "table.csv:2:8: '1.234' may be 1234 or 1.234; write the one that is "
                   "meant, or say in a --map what the comma is: mark,\",\",decimal or "
                   "mark,\",\",thousands");
    struct armex_vintage *vintage =
        read_text("Country,2019,2020\nFrance,1.234,5\nPoland,12.345,6\n",
                  stated("deliveries", "usd")); // as programs write it
    assert_same_value(value_in(vintage, "FRA", 2019), 1.234);
    armex_vintage_free(vintage);
}

static void the_same_row_twice_is_told_and_counted_once(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        read_text("Country,2019,2020\nFrance,5,..\nGermany,7,8\nFRA,5,..\n",
                  stated("deliveries", "usd"));
    assert_int_equal(vintage->panel->n_series, 2);
    assert_same_value(value_in(vintage, "FRA", 2019), 5.0);
    assert_notes(vintage, "2 figures stand in the file twice, the same each time: that "
                          "of France for 2019 in lines 2 and 4, and others");
    armex_vintage_free(vintage);
    vintage = read_text("entity,year,value\nFRA,2019,5\nPOL,2019,6\nFRA,2019,5.0\n",
                        stated("deliveries", "usd"));
    assert_same_value(value_in(vintage, "FRA", 2019), 5.0);
    assert_notes(vintage, "1 row says once more what a row above says: that in line 4, "
                          "of line 2");
    armex_vintage_free(vintage);
}

static void what_may_be_read_wrongly_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"Country,2019,2020,2019\nFrance,1,2,3\n",
         "table.csv:1:19: columns 2 and 4 are both of 2019; leave one of them out"},
        {"Country,2018/19,2019/20\nFrance,1,2\n",
         "table.csv:1:9: '2018/19' is a fiscal year; give a tidy csv with columns "
         "entity, year, value and first_month, the month that such a year begins with"},
        {"Country,2010-14,2015-19\nFrance,1,2\n",
         "table.csv:1:9: '2010-14' is several years; write the last of them, and in a "
         "column 'years' how many they are"},
        {"Exporter,Product,2019,2020\nFrance,tanks,1,2\n",
         "table.csv:1:10: 'Product' is neither the countries' column nor a year, and "
         "may set rows of one country apart; leave that column out, or give a tidy csv "
         "with columns entity, year, value"},
        {"Exporter,Importer,2019,2020\nFrance,India,1,2\n",
         "table.csv:1:1: the columns 'Exporter, Importer, 2019, 2020' are of no known "
         "layout; armex ingest --list-sources names those that are; or give a tidy csv "
         "with columns entity, year, value, or a --map that says which columns these "
         "are"},
        {"Country,2019,2020\n,final,final\nFrance,1,2\n",
         "table.csv:2:2: 'final' stands below a year in a row that names no country, "
         "and is neither a figure nor a unit that is known; write the unit as 'USD "
         "million', or leave the row out"},
        {"Country,2019,2020\n,USD m,EUR m\nFrance,1,2\n",
         "table.csv:2:8: 'EUR m' is another unit than 'USD m' in line 2; keep the one "
         "that all figures are counted in"},
        {"Country,2019,2020\nFrance,1,2\nAllemagne,3,4\nFRA,4,2\n",
         "table.csv:4:5: the figure of France for 2019 stands in line 2 already, and "
         "is another; leave out the row that is wrong"},
        {"Country,2019,2020\nFrance,1,2\n,3,4\n",
         "table.csv:3:1: this row names no country"},
        {"Country,2019,2020\nFrance,(1),2\n",
         "table.csv:2:8: '(1)' may be a figure below zero or one that is unsure; write "
         "it without brackets"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file(file, cases[i].text);
        assert_refused(file, stated("deliveries", "usd"), ARMEX_BAD_INPUT,
                       cases[i].message);
    }
    write_file(file, "Country,2019\nFrance,1\n");
    assert_refused(file, stated(NULL, NULL), ARMEX_BAD_INPUT,
                   "table.csv:1:1: this is a table of countries by years, and does not "
                   "say what it counts; give --measure and --unit");
    assert_refused(file, stated("deliveries", NULL), ARMEX_BAD_INPUT,
                   "table.csv:1:1: this is a table of countries by years, and does not "
                   "say what it counts; give --unit");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_of_units_below_the_header_is_the_unit),
        cmocka_unit_test(titles_corners_and_notes_say_the_unit_as_well),
        cmocka_unit_test(a_tidy_table_below_a_title_is_counted_as_that_says),
        cmocka_unit_test(the_unit_of_the_table_and_of_the_user_must_agree),
        cmocka_unit_test(dollars_of_nobody_are_asked_for_and_keep_their_millions),
        cmocka_unit_test(columns_that_say_nothing_of_whom_are_passed_over),
        cmocka_unit_test(days_and_words_beside_a_year_are_that_year),
        cmocka_unit_test(countries_called_importers_import),
        cmocka_unit_test(headings_among_the_rows_are_passed_over_and_told),
        cmocka_unit_test(tables_as_spreadsheets_of_all_countries_leave_them),
        cmocka_unit_test(what_a_mark_is_all_figures_say_together),
        cmocka_unit_test(the_same_row_twice_is_told_and_counted_once),
        cmocka_unit_test(what_may_be_read_wrongly_is_refused_where_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
