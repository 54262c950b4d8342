/** tests/ingest/test_sipri_workbooks.c: SIPRI's workbooks of military expenditure and
 * of arms revenue: made up here in the same layout, and the published ones where they
 * are at hand. */
#include "base/file.h"
#include "ingest_files.h"
#include "published_files.h"
#include "zip_file.h"

static const struct armex_ingest_options as_it_says = {0};

#define TEXT(place, text)                                                              \
    "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define NUMBER(place, style, number)                                                   \
    "<c r=\"" place "\" s=\"" style "\"><v>" number "</v></c>"
#define YEARS                                                                          \
    NUMBER("B4", "0", "2000") NUMBER("C4", "0", "2001") NUMBER("D4", "0", "2002")

static const char styles[] =
    "<styleSheet><fonts><font/><font><color indexed=\"10\"/></font><font><color "
    "indexed=\"12\"/></font></fonts><cellXfs><xf/><xf fontId=\"1\"/><xf fontId=\"2\"/>"
    "</cellXfs></styleSheet>";

/** A sheet with a note, a header in row 4 and rows below. */
#define SHEET(note, first, head, rows)                                                 \
    "<worksheet><sheetData><row>" TEXT("A1", note) "</row><row>" TEXT("A4", first)     \
        YEARS head "</row>" rows "</sheetData></worksheet>"

static const char constant_dollars[] =
    SHEET("in constant (2021) US$ m., 1949-2022", "Country", "",
          "<row>" TEXT("A6", "Africa") "</row><row>" TEXT("A7", "Algeria")
              NUMBER("B7", "0", "12.5") NUMBER("C7", "2", "13")
                  NUMBER("D7", "1", "14") "</row><row>" TEXT("A8", "Yemen, North")
                      TEXT("B8", ". .") TEXT("C8", "xxx") "</row>");
static const char share[] =
    SHEET("as percentage of gross domestic product", "Country", "",
          "<row>" TEXT("A7", "Algeria") NUMBER("B7", "0", "5.5E-2") TEXT("C7", "...")
              NUMBER("D7", "0", "0.06") "</row>");
static const char regions[] = SHEET(
    "Figures are in US$ b., at constant 2021 prices", "Region",
    TEXT("E4", "2002 (current prices)") TEXT("F4", "Omitted countries"),
    "<row>" TEXT("A5", "World") NUMBER("B5", "0", "900") NUMBER("C5", "1", "1000")
        TEXT("D5", "...") NUMBER("E5", "0", "1100.5") TEXT("F5", "Cuba") "</row>");

/** A workbook of three sheets under these names, in a file. */
static void write_workbook(const char *path, const char *const names[3],
                           const char *const sheets[3])
{
    char workbook[1024];
    snprintf(workbook, sizeof workbook,
             "<workbook><sheets><sheet name=\"%s\" id=\"a\"/><sheet name=\"%s\" "
             "id=\"b\"/><sheet name=\"%s\" id=\"c\"/></sheets></workbook>",
             names[0], names[1], names[2]);
    const struct zip_part parts[] = {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml", workbook},
        {"xl/_rels/workbook.xml.rels",
         "<R><Relationship Id=\"a\" Target=\"/xl/a.xml\"/><Relationship Id=\"b\" "
         "Target=\"b.xml\"/><Relationship Id=\"c\" Target=\"c.xml\"/></R>"},
        {"xl/styles.xml", styles},
        {"docProps/core.xml", "<p><created>2023-04-26T08:11:05Z</created></p>"},
        {"xl/a.xml", sheets[0]},
        {"xl/b.xml", sheets[1]},
        {"xl/c.xml", sheets[2]},
    };
    struct armex_text zip = zip_of(parts, sizeof parts / sizeof *parts);
    assert_false(zip.failed);
    assert_int_equal(armex_file_write(path, zip.data, zip.length, NULL), ARMEX_OK);
    armex_text_free(&zip);
}

static const char *const names[3] = {"Constant (2021) US$", "Share of GDP",
                                     "Regional totals"};
static const char *const sheets[3] = {constant_dollars, share, regions};

/** The series of that entity, unit and scope. */
static size_t find(const struct armex_panel *panel, const char *entity,
                   const char *unit, const char *scope)
{
    for (size_t s = 0; s < panel->n_series; s++) {
        char words[ARMEX_UNIT_SIZE];
        armex_unit_write(words, panel->series[s].unit);
        if (strcmp(panel->series[s].entity, entity) == 0 && strcmp(words, unit) == 0 &&
            strcmp(panel->series[s].scope, scope) == 0)
            return s;
    }
    fail_msg("no series %s %s %s", entity, unit, scope);
    return 0;
}

static void assert_figure(const struct armex_vintage *vintage, size_t s, int year,
                          double value, armex_mark mark)
{
    assert_same_value(armex_panel_value(vintage->panel, s, year), value);
    assert_int_equal(armex_panel_mark(vintage->panel, s, year), mark);
}

static void every_sheet_in_dollars_or_shares_is_read(void **state)
{
    (void)state;
    write_workbook("milex.xlsx", names, sheets);
    struct armex_vintage *vintage = vintage_of("milex.xlsx", as_it_says);
    const struct armex_panel *panel = vintage->panel;
    const size_t constant = find(panel, "DZA", "usd-2021", "national"),
                 gdp = find(panel, "DZA", "percent", "share-of-gdp"),
                 world = find(panel, "WLD", "usd-2021", "national");
    assert_string_equal(vintage->provenance.dataset, "sipri-milex");
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20230426);
    assert_int_equal(panel->n_series, 5);
    assert_int_equal(panel->series[constant].measure, ARMEX_MILITARY_EXPENDITURE);
    assert_figure(vintage, constant, 2000, 12.5e6, ARMEX_FINAL);
    assert_figure(vintage, gdp, 2000, 5.5, ARMEX_FINAL);
    assert_figure(vintage, gdp, 2002, 6.0, ARMEX_FINAL);
    assert_figure(vintage, world, 2000, 900e9, ARMEX_FINAL);
    assert_figure(vintage, find(panel, "WLD", "usd", "national"), 2002, 1100.5e9,
                  ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void dots_crosses_and_colours_are_statuses(void **state)
{
    (void)state;
    write_workbook("milex.xlsx", names, sheets);
    struct armex_vintage *vintage = vintage_of("milex.xlsx", as_it_says);
    const struct armex_panel *panel = vintage->panel;
    const size_t algeria = find(panel, "DZA", "usd-2021", "national"),
                 yemen = find(panel, "north-yemen", "usd-2021", "national"),
                 world = find(panel, "WLD", "usd-2021", "national");
    assert_figure(vintage, algeria, 2001, 13e6, ARMEX_ESTIMATE);
    assert_figure(vintage, algeria, 2002, 14e6, ARMEX_ESTIMATE | ARMEX_WEAK);
    assert_figure(vintage, yemen, 2000, NAN, ARMEX_UNKNOWN_YET);
    assert_figure(vintage, yemen, 2001, NAN, ARMEX_NO_STATE);
    assert_figure(vintage, yemen, 2002, NAN, ARMEX_MISSING);
    assert_figure(vintage, world, 2001, 1000e9, ARMEX_ESTIMATE | ARMEX_WEAK);
    assert_figure(vintage, world, 2002, NAN, ARMEX_UNKNOWN_YET);
    armex_vintage_free(vintage);
}

static void what_is_wrong_is_told_with_its_sheet_and_cell(void **state)
{
    (void)state;
    static const struct {
        const char *sheet, *message;
    } refused[] = {
        {SHEET("in constant (2021) US$ m.", "Country", "",
               "<row>" TEXT("A7", "Algria") NUMBER("B7", "0", "1") "</row>"),
         "m.xlsx: sheet 'Constant (2021) US$', cell A7: no entity is called 'Algria'; "
         "did "
         "you mean Algeria?"},
        {SHEET("in constant (2021) US$ m.", "Country", "",
               "<row>" TEXT("A7", "Algeria") TEXT("C7", "much") "</row>"),
         "m.xlsx: sheet 'Constant (2021) US$', cell C7: 'much' is not a number"},
        {SHEET("in constant (2021) US$ m.", "Country", "",
               "<row>" TEXT("A7", "Algeria") NUMBER("C7", "0", "-1") "</row>"),
         "m.xlsx: sheet 'Constant (2021) US$', cell C7: '-1' is below zero"},
        {SHEET("in thousands", "Country", "", ""),
         "m.xlsx: sheet 'Constant (2021) US$', cell A1: the notes do not say 'US$ m.', "
         "so "
         "the unit is not known"},
        {SHEET("in constant (2021) US$ m.", "State", "", ""),
         "m.xlsx: sheet 'Constant (2021) US$', cell A1: no row begins with 'Country' "
         "and "
         "goes on with years"},
        {SHEET("in constant (2021) US$ m.", "Country", "",
               "<row>" TEXT("A7", "Algeria") NUMBER("C7", "0", "1") "</row><row>" TEXT(
                   "A8", "Algeria") NUMBER("C8", "0", "2") "</row>"),
         "m.xlsx:8:3: the figure of Algeria for 2001 stands in line 7 already, and is "
         "another; leave out the row that is wrong"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        const char *const wrong[3] = {refused[i].sheet, share, regions};
        write_workbook("m.xlsx", names, wrong);
        assert_refused("m.xlsx", as_it_says, ARMEX_BAD_INPUT, refused[i].message);
    }
}

static void constant_dollars_of_no_year_are_refused(void **state)
{
    (void)state;
    static const char *const nameless[3] = {"Constant (new) US$", "Share of GDP",
                                            "Regional totals"};
    static const char no_year[] = SHEET("in US$ m.", "Country", "", "");
    const char *const wrong[3] = {no_year, share, regions};
    write_workbook("m.xlsx", nameless, wrong);
    assert_refused(
        "m.xlsx", as_it_says, ARMEX_BAD_INPUT,
        "m.xlsx: sheet 'Constant (new) US$', cell A1: nothing says of which year "
        "these constant dollars are");
}

static void another_workbook_is_told_its_sheets(void **state)
{
    (void)state;
    static const char *const others[3] = {"Front", "Data", "Notes"};
    write_workbook("w.xlsx", others, sheets);
    assert_refused(
        "w.xlsx", as_it_says, ARMEX_BAD_INPUT,
        "w.xlsx: this workbook is of no known layout (sheets 'Front', 'Data', "
        "'Notes'); save the sheet that is meant as csv");
}

static void write_revenue(const char *row)
{
    char sheet[2048];
    snprintf(sheet, sizeof sheet, "<worksheet><row>%s</row><row>%s%s</row></worksheet>",
             NUMBER("B1", "0", "2002") NUMBER("C1", "0", "2003")
                 NUMBER("D1", "0", "2004"),
             row, NUMBER("B2", "0", "201.06") NUMBER("D2", "0", "274.22000000000003"));
    struct armex_text zip = xlsx_of(&(struct xlsx_parts){.sheet = sheet});
    assert_int_equal(armex_file_write("t.xlsx", zip.data, zip.length, NULL), ARMEX_OK);
    armex_text_free(&zip);
}

static void arms_revenue_is_the_worlds(void **state)
{
    (void)state;
    write_revenue(TEXT("A2", "current US$ (billion)"));
    struct armex_vintage *vintage =
        vintage_of("t.xlsx", (struct armex_ingest_options){.vintage = {2023, 12, 4}});
    assert_string_equal(vintage->provenance.dataset, "sipri-top100");
    const size_t s = series_named(vintage->panel, "WLD", ARMEX_ARMS_REVENUE, "top-100");
    assert_figure(vintage, s, 2002, 201.06e9, ARMEX_FINAL);
    assert_figure(vintage, s, 2003, NAN, ARMEX_MISSING);
    assert_figure(vintage, s, 2004, 274220000000.00003, ARMEX_FINAL);
    armex_vintage_free(vintage);
    write_revenue(TEXT("A2", "current EUR (billion)"));
    assert_refused("t.xlsx",
                   (struct armex_ingest_options){.source = "sipri-top100",
                                                 .vintage = {2023, 12, 4}},
                   ARMEX_BAD_INPUT,
                   "t.xlsx: sheet 'Data', cell A1: no row of 'current US$ (billion)' "
                   "follows a row of years");
}

/* Cells of the workbook as another program reads them. */
static void the_published_workbooks_are_read_whole(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        size_t figures;
        double world;
    } expected[] = {
        {"sipri-milex/SIPRI-Milex-data-1949-2022.xlsx", 34339, 2239870816738.296},
        {"sipri-milex/sipri_data_1949_2024.xlsx", 36168, 2718183718751.39},
    };
    for (size_t i = 0; i < 2; i++) {
        struct armex_vintage *vintage = published(expected[i].name, as_it_says);
        const struct armex_panel *panel = vintage->panel;
        size_t figures = 0;
        for (size_t c = 0; c < panel->n_series * panel->n_years; c++)
            figures += !isnan(panel->values[c]);
        assert_int_equal(figures, expected[i].figures);
        const int last = panel->first_year + (int)panel->n_years - 1;
        assert_close_relative(
            armex_panel_value(panel, find(panel, "WLD", "usd", "national"), last),
            expected[i].world, 1e-12);
        armex_vintage_free(vintage);
    }
}

static void the_published_revenue_is_read(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        published("sipri-milex/Total-arms-revenue-SIPRI-Top-100-2002-2022.xlsx",
                  (struct armex_ingest_options){.vintage = {2023, 12, 4}});
    assert_int_equal(vintage->panel->n_series, 1);
    assert_int_equal(vintage->panel->n_years, 21);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2022), 597.22e9);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sheet_in_dollars_or_shares_is_read),
        cmocka_unit_test(dots_crosses_and_colours_are_statuses),
        cmocka_unit_test(what_is_wrong_is_told_with_its_sheet_and_cell),
        cmocka_unit_test(constant_dollars_of_no_year_are_refused),
        cmocka_unit_test(another_workbook_is_told_its_sheets),
        cmocka_unit_test(arms_revenue_is_the_worlds),
        cmocka_unit_test(the_published_workbooks_are_read_whole),
        cmocka_unit_test(the_published_revenue_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
