/** tests/ingest/test_footer.c: what stands above and below tables, and around the names
 *  and cells in them, as publishers and spreadsheets leave it. */
#include <math.h>

#include "base/file.h"
#include "ingest/map.h"
#include "ingest/rejects.h"
#include "ingest_files.h"

static const char *const file = "footer.csv";

static const struct armex_ingest_options orders = {
    .vintage = {2026, 2, 12}, .measure = "orders", .unit = "usd"};

static struct armex_vintage *read_text(const char *text,
                                       struct armex_ingest_options options)
{
    assert_int_equal(armex_file_write(file, text, strlen(text), NULL), ARMEX_OK);
    return vintage_of(file, options);
}

static void expect_refused(const char *text, const char *message)
{
    assert_int_equal(armex_file_write(file, text, strlen(text), NULL), ARMEX_OK);
    assert_refused(file, orders, ARMEX_BAD_INPUT, message);
}

/** The vintage tells what was passed over in these words, last of all; "": nothing. */
static void expect_told(const struct armex_vintage *vintage, const char *words)
{
    static const char opening[] = "Below the table, and passed over: ";
    const struct armex_notes *notes = &vintage->panel->notes;
    const char *last = notes->n_notes ? notes->notes[notes->n_notes - 1] : "";

    if (strncmp(last, opening, strlen(opening)) != 0)
        last = "";
    assert_string_equal(*last ? last + strlen(opening) : "", words);
}

#define TIDY "entity,year,value\nKOR,2020,1\nPOL,2020,2\n"

static void notes_and_totals_below_a_tidy_table_are_passed_over_and_told(void **state)
{
    (void)state;
    static const struct {
        const char *below, *told;
    } cases[] = {
        {"", ""},
        {"\n,,\n", ""},
        {"\nSource: SIPRI\n", "1 line of notes or totals (line 5 'Source: SIPRI')."},
        {"Source: SIPRI,,\n(c) SIPRI 2024,,\n",
         "2 lines of notes or totals (line 4 'Source: SIPRI', line 5 '(c) SIPRI "
         "2024')."},
        {"Total,2020,3\n\nNote: of \"deals\", in USD\n",
         NULL}, // a stray quote is one anywhere
        {"Total,2020,3\n\n  Last updated: 06/07/2024\n",
         "2 lines of notes or totals (line 4 'Total', line 6 'Last updated: "
         "06/07/2024')."},
        {"GRAND TOTAL:,,3\n", "1 line of notes or totals (line 4 'GRAND TOTAL:')."},
        {"Sum,2019,0\nSum,2020,3\n",
         "2 lines of notes or totals (line 4 'Sum', line 5 'Sum')."},
        {"\"Note: in USD, as published\",,\n",
         "1 line of notes or totals (line 4 'Note: in USD, as published')."},
        {"Note: in USD, rounded, as published\n",
         "1 line of notes or totals (line 4 'Note: in USD')."},
        {"Data from database: WDI\n* estimate\n\xc2\xb9 revised\nhttps://example.org\n",
         "4 lines of notes or totals (line 4 'Data from database: WDI', line 5 '* "
         "estimate', line 6 '\xc2\xb9 revised', line 7 'https://example.org')."},
        {"[1] a\n[2] b\nNote c\nNote d\nNote e\nNote f\nNote g\n",
         "7 lines of notes or totals (line 4 '[1] a', line 5 '[2] b', line 6 'Note c', "
         "line 7 'Note d', line 8 'Note e', line 9 'Note f', ...)."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text, TIDY "%s", cases[i].below);
        if (!cases[i].told) {
            expect_refused(text,
                           "footer.csv:6:10: a quote stands inside a cell that "
                           "does not begin with one; put the whole cell in quotes "
                           "and double those in it");
            continue;
        }
        struct armex_vintage *vintage = read_text(text, orders);
        assert_int_equal(vintage->panel->n_series, 2);
        assert_same_value(vintage->panel->values[0], 1);
        assert_same_value(vintage->panel->values[1], 2);
        expect_told(vintage, cases[i].told);
        armex_vintage_free(vintage);
    }
}

static void what_stands_amid_the_rows_or_is_no_note_is_refused(void **state)
{
    (void)state;
    expect_refused("entity,year,value\nTotal,2020,3\nKOR,2020,1\n",
                   "footer.csv:2:1: no entity is called 'Total'; armex entities lists "
                   "them");
    expect_refused("entity,year,value\nKOR,2020,1\nNote: estimates\n\nPOL,2020,2\n",
                   "footer.csv:3:1: this row has 1 cell, the header 3");
    // cut off in the middle of a row
    expect_refused(TIDY "FR", "footer.csv:4:1: this row has 1 cell, the header 3");
    expect_refused(TIDY "FRA,20", "footer.csv:4:1: this row has 2 cells, the header 3");
    // a figure stands behind it: whose?
    expect_refused(
        TIDY "Source: SIPRI,2020,4\n",
        "footer.csv:4:1: no entity is called 'Source: SIPRI'; armex entities "
        "lists them");
    expect_refused(TIDY "Totalia,2020,4\n",
                   "footer.csv:4:1: no entity is called 'Totalia'; did you mean Italy "
                   "or Somalia?");
    expect_refused("entity,year,value\nTotal,2020,3\n",
                   "footer.csv: there is no row below the header");
}

static void a_total_is_whom_the_user_says_it_is(void **state)
{
    (void)state;
    static const char words[] = "written,means\nTotal,WLD\n";
    struct armex_ingest_options options = orders;
    struct armex_map *map = NULL;
    assert_int_equal(armex_file_write("footer-map.csv", words, strlen(words), NULL),
                     ARMEX_OK);
    assert_int_equal(armex_map_read(&map, "footer-map.csv", NULL), ARMEX_OK);
    options.map = map;
    struct armex_vintage *vintage = read_text(TIDY "Total,2020,3\n", options);
    assert_same_value(value_of(vintage->panel, "WLD", ARMEX_ORDERS, "national", 2020),
                      3);
    expect_told(vintage, "");
    armex_vintage_free(vintage);
    armex_map_free(map);
}

/** A table of each way to read rows, with a note and a total below it. */
static void every_reader_of_rows_passes_the_same_over(void **state)
{
    (void)state;
    static const struct {
        const char *text, *told;
        size_t n_series;
    } cases[] = {
        {"country,2019,2020\nKOR,1,2\nPOL,3,4\nTotal,4,6\n\nSource: me\n",
         "2 lines of notes or totals (line 4 'Total', line 6 'Source: me').", 2},
        {"Entity,Code,Year,Arms exports\nPoland,POL,2020,1\nTotal,,2020,1\n"
         "Source: SIPRI\n",
         "2 lines of notes or totals (line 3 'Total', line 4 'Source: SIPRI').", 1},
        {"Country Name,Country Code,Indicator Name,Indicator Code,2020\n"
         "Poland,POL,Arms exports,MS.MIL.XPRT.KD,1\n\n"
         "Data from database: World Development Indicators\n"
         "Last Updated: 06/07/2024\nNote: rounded\n",
         "1 line of notes or totals (line 6 'Note: rounded').", 1},
        {"refYear,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
         "2020,KOR,POL,9301,X,5\nTotal,,,,,5\n(c) UN,,,,,\n",
         "2 lines of notes or totals (line 3 'Total', line 4 '(c) UN').", 1},
        {"2020,DE,GERMANY,issued,PL,POLAND,1,5,ML1,,,,,,\n"
         " 2020 ,DE,GERMANY , issued,PL,POLAND,1,7,ML1,,,,\n"
         "Total,,,,,,2,12,,,,,\nSource: annual report\n",
         "2 lines of notes or totals (line 3 'Total', line 4 'Source: annual report').",
         2},
        {"licence_group,date,rating,count, value ,country,refused\n"
         "1,2008-01-02,ML10,1,3500,\"South\nKorea\",0\n"
         "Total,,,1,3500,,\nSource: ECJU\n",
         "2 lines of notes or totals (line 4 'Total', line 5 'Source: ECJU').", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct armex_ingest_options at_a_day = {.vintage = {2026, 2, 12}};
        struct armex_vintage *vintage =
            read_text(cases[i].text, i < 2 ? orders : at_a_day);
        assert_int_equal(vintage->panel->n_series, cases[i].n_series);
        expect_told(vintage, cases[i].told);
        armex_vintage_free(vintage);
    }
}

static void rows_set_aside_leave_the_footer_what_it_is(void **state)
{
    (void)state;
    struct armex_ingest_options options = orders;
    assert_int_equal(armex_rejects_create(&options.rejects, NULL), ARMEX_OK);
    struct armex_vintage *vintage =
        read_text(TIDY "Total,2020,3\nKOR,2021,x\nNote: a\n", options);
    // above a row the total is one, and wrong, though that row is wrong, too
    assert_int_equal(armex_rejects_count(options.rejects), 2);
    assert_int_equal(vintage->panel->n_series, 2);
    expect_told(vintage, "1 line of notes or totals (line 6 'Note: a').");
    armex_vintage_free(vintage);
    armex_rejects_free(options.rejects);
}

static void headers_are_found_below_titles_however_they_are_written(void **state)
{
    (void)state;
    static const char *const texts[] = {
        " entity , year ,\xc2\xa0value\xc2\xa0\n KOR ,2020 , 1\nPOL\xc2\xa0,\xc2\xa0"
        "2020,2 \n",
        "\"Entity \",\" YEAR\",Value\nKOR,2020,1\nPOL,2020,2\n",
        "sep=;\r\nentity;year;value\r\nKOR;2020;1,0\r\nPOL;2020;2,0\r\n",
        "Orders of the world,,\n\n# by "
        "hand\nentity,year,value\nKOR,2020,1\nPOL,2020,2\n",
        ",entity,year,value\n0,KOR,2020,1\n1,POL,2020,2\n",
        "entity,year,value\n\"South\nKorea\",2020.0,1\nPOL,2020-01-01,2\n",
        "entity,value,Value,year\nKOR,1,7,2020\nPOL,2,8,2020\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct armex_vintage *vintage = read_text(texts[i], orders);
        assert_int_equal(vintage->panel->n_series, 2);
        assert_int_equal(vintage->panel->n_years, 1);
        assert_same_value(vintage->panel->values[0], 1);
        assert_same_value(vintage->panel->values[1], 2);
        expect_told(vintage, "");
        armex_vintage_free(vintage);
    }
}

static void years_that_are_none_of_the_calendar_say_what_they_are(void **state)
{
    (void)state;
#define YEAR(text) "entity,year,value\nKOR," text ",1\n"
    expect_refused(YEAR("FY2019"),
                   "footer.csv:2:5: 'FY2019' is a fiscal year; say in a column "
                   "'first_month', or in a --map as every,first_month,10, with which "
                   "month it begins");
    expect_refused(YEAR("2019Q1"), "footer.csv:2:5: '2019Q1' is a part of a year; add "
                                   "the parts up to years");
    expect_refused(
        YEAR("2015-19"),
        "footer.csv:2:5: '2015-19' is several years; write the last of them, "
        "and in a column 'years' how many they are");
    expect_refused(YEAR("2011-12"), "footer.csv:2:5: '2011-12' may be a month or a "
                                    "fiscal year; write such a year as 2011/12");
    expect_refused("country,2019/20,2020/21\nKOR,1,2\n",
                   "footer.csv:1:9: '2019/20' is a fiscal year; give a tidy csv with "
                   "columns entity, year, value and first_month, the month that such a "
                   "year begins with");
    expect_refused("country,2019Q1,2019Q2\nKOR,1,2\n",
                   "footer.csv:1:9: '2019Q1' is a part of a year; add the parts up to "
                   "years");
    struct armex_vintage *vintage =
        read_text("entity,year,value,first_month\nKOR,2018/19,1,4\nKOR,FY2020,2,4\n"
                  "KOR,2021*,3,4\n",
                  orders);
    assert_int_equal(vintage->panel->series[0].period.first_month, 4);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2019), 1);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2020), 2);
    assert_int_equal(armex_panel_mark(vintage->panel, 0, 2020), ARMEX_FINAL);
    assert_int_equal(armex_panel_mark(vintage->panel, 0, 2021),
                     ARMEX_FINAL | ARMEX_WEAK);
    armex_vintage_free(vintage);
    vintage = read_text("country,2018,2019 (p)\nKOR,1,2\nPOL,3,\n", orders);
    assert_int_equal(armex_panel_mark(vintage->panel, 0, 2018), ARMEX_FINAL);
    assert_int_equal(armex_panel_mark(vintage->panel, 0, 2019),
                     ARMEX_FINAL | ARMEX_WEAK);
    assert_int_equal(armex_panel_mark(vintage->panel, 1, 2019), ARMEX_MISSING);
    armex_vintage_free(vintage);
}

static void padded_cells_of_trade_are_read_as_what_they_hold(void **state)
{
    (void)state;
    const struct armex_ingest_options none = {0};
    struct armex_vintage *vintage = read_text(
        " typeCode , refYear,reporterCode,partnerCode,cmdCode,flowCode,primaryValue\n"
        "C,2020,410,842,9301,X,60\n C , 2020 , 410,0 , 9301, X , 100\xc2\xa0\n",
        none);
    assert_int_equal(vintage->panel->n_series, 1);
    assert_same_value(value_of(vintage->panel, "KOR", ARMEX_CUSTOMS, "national", 2020),
                      100);
    armex_vintage_free(vintage);
}

/** The note that holds the words, or NULL. */
static const char *note_with(const struct armex_vintage *vintage, const char *words)
{
    const struct armex_notes *notes = &vintage->panel->notes;

    for (size_t i = 0; i < notes->n_notes; i++)
        if (strstr(notes->notes[i], words))
            return notes->notes[i];
    return NULL;
}

static void totals_below_a_tidy_table_that_do_not_add_up_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *rows, *told; // NULL: nothing
    } cases[] = {
        {"KOR,2020,1\nPOL,2020,2\nTotal,2020,3\n", NULL},
        {"KOR,2020,1\nPOL,2020,2\nTotal,2020,4\n", NULL}, // 1.4, 2.4 and 3.8
        {"KOR,2020,1\nPOL,2020,2\nTotal,2020,5\n",
         "line 4, a total: the figures of 2020 add up to 3 and not 5, which is 2 more"},
        {"KOR,2020,1.5\nPOL,2021,2\nTotal,2020,1.5\nTotal,2021,1.0\n",
         "line 5, a total: the figures of 2021 add up to 2.0 and not 1.0, which is 1.0 "
         "less"},
        {"KOR,2020,1\nPOL,2021,2\nGrand total,,30\n",
         "line 4, a total: the figures of all rows add up to 3 and not 30, which is 27 "
         "more"},
        {"KOR,2020,1\nWLD,2020,9\nTotal,2020,9\n",
         "line 4, a total: the figures of 2020 add up to 1 and not 9, which is 8 more"},
        {"KOR,2020,1\nPOL,2020,..\nTotal,2020,9\n", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text, "entity,year,value\n%s", cases[i].rows);
        struct armex_vintage *vintage = read_text(text, orders);
        const char *note = note_with(vintage, "add up to");
        if (!cases[i].told)
            assert_null(note);
        else if (!note || strcmp(note, cases[i].told) != 0)
            fail_msg("told: %s", note ? note : "nothing");
        armex_vintage_free(vintage);
    }
    struct armex_vintage *vintage = read_text( // of two measures
        "entity,year,measure,unit,value\nKOR,2020,orders,usd,1\nKOR,2020,deliveries,"
        "usd,"
        "2\nTotal,2020,,,9\n",
        (struct armex_ingest_options){.vintage = {2026, 2, 12}});
    assert_null(note_with(vintage, "add up to"));
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_and_totals_below_a_tidy_table_are_passed_over_and_told),
        cmocka_unit_test(what_stands_amid_the_rows_or_is_no_note_is_refused),
        cmocka_unit_test(a_total_is_whom_the_user_says_it_is),
        cmocka_unit_test(every_reader_of_rows_passes_the_same_over),
        cmocka_unit_test(rows_set_aside_leave_the_footer_what_it_is),
        cmocka_unit_test(headers_are_found_below_titles_however_they_are_written),
        cmocka_unit_test(years_that_are_none_of_the_calendar_say_what_they_are),
        cmocka_unit_test(padded_cells_of_trade_are_read_as_what_they_hold),
        cmocka_unit_test(totals_below_a_tidy_table_that_do_not_add_up_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
