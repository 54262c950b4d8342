/** tests/ingest/test_comtrade.c: Comtrade's layouts, and what may be added up. Sums
 * were worked out by hand from the files, which files/README.md describes. */
#include "base/file.h"
#include "ingest_files.h"

#define COMTRADE FILES "comtrade/"

static const struct armex_ingest_options on_a_day = {.vintage = {2026, 2, 12}};

/** The series of that entity, flow and scope; n_series if there is none. */
static size_t find(const struct armex_panel *panel, const char *entity,
                   enum armex_flow_direction flow, const char *scope)
{
    size_t s = 0;
    while (s < panel->n_series && (strcmp(panel->series[s].entity, entity) != 0 ||
                                   panel->series[s].flow != flow ||
                                   strcmp(panel->series[s].scope, scope) != 0))
        s++;
    return s;
}

static void assert_figure(const struct armex_vintage *vintage, const char *entity,
                          enum armex_flow_direction flow, const char *scope, int year,
                          double value, armex_mark mark)
{
    const size_t s = find(vintage->panel, entity, flow, scope);
    assert_true(s < vintage->panel->n_series);
    assert_same_value(armex_panel_value(vintage->panel, s, year), value);
    assert_int_equal(armex_panel_mark(vintage->panel, s, year), mark);
}

static void assert_noted(const struct armex_panel *panel, const char *note)
{
    const struct armex_notes *notes = &panel->notes;

    for (size_t i = 0; i < notes->n_notes; i++)
        if (strcmp(notes->notes[i], note) == 0)
            return;
    for (size_t i = 0; i < notes->n_notes; i++)
        print_error("noted: %s\n", notes->notes[i]);
    fail_msg("not noted: %s", note);
}

static void totals_are_those_with_the_world_and_parts_are_left_out(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "levels.csv", on_a_day);
    const struct armex_panel *panel = vintage->panel;
    assert_string_equal(vintage->provenance.dataset, "comtrade-hs93");
    assert_int_equal(panel->n_series, 5);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "national", 2020, 100.0, ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "national", 2021, NAN, ARMEX_MISSING);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "listed-partners", 2020, NAN,
                  ARMEX_MISSING);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "listed-partners", 2021, 80.0,
                  ARMEX_FINAL | ARMEX_WEAK); // Poland's is not known
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "re-exports", 2020, 5.0, ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_IMPORTS, "national", 2020, 40.0, ARMEX_FINAL);
    assert_figure(vintage, "KOR", ARMEX_IMPORTS, "listed-partners", 2020, 75.0,
                  ARMEX_FINAL);
    const size_t national = find(panel, "USA", ARMEX_EXPORTS, "national");
    assert_true(panel->series[national].headline);
    assert_int_equal(panel->series[national].measure, ARMEX_CUSTOMS);
    assert_string_equal(panel->series[national].unit.currency, "usd");
    assert_noted(panel, "passed over: 1 row of goods that are no arms");
    assert_noted(panel, "passed over: 1 row of other flows than exports, imports, "
                        "re-exports and re-imports");
    assert_noted(panel, "the file does not say at which level its rows stand "
                        "(aggrLevel), but its first rows have codes that lie within "
                        "others and are no more than these: of each reporter, the "
                        "highest level that it has in a year counts");
    armex_vintage_free(vintage);
}

static void flows_keep_both_sides_apart_and_parts_as_details(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "levels.csv", on_a_day);
    const struct armex_flows *flows = vintage->flows;
    static const struct {
        const char *supplier, *recipient, *category;
        int year;
        enum armex_report report;
        double value;
    } expected[] = {{"USA", "KOR", "93", 2020, ARMEX_BY_SUPPLIER, 70.0},
                    {"USA", "KOR", "9301", 2020, ARMEX_DETAIL, 50.0},
                    {"USA", "POL", "93", 2020, ARMEX_BY_SUPPLIER, 30.0},
                    {"USA", "KOR", "93", 2021, ARMEX_BY_SUPPLIER, 80.0},
                    {"USA", "POL", "93", 2021, ARMEX_BY_SUPPLIER, NAN},
                    {"USA", "KOR", "93", 2020, ARMEX_BY_RECIPIENT, 75.0}};
    assert_int_equal(flows->n, 6);
    for (size_t i = 0; i < 6; i++) {
        const struct armex_flow *flow = &flows->items[i];
        assert_string_equal(flows->entities[flow->supplier], expected[i].supplier);
        assert_string_equal(flows->entities[flow->recipient], expected[i].recipient);
        assert_string_equal(flows->categories[flow->category], expected[i].category);
        assert_int_equal(flow->year, expected[i].year);
        assert_int_equal(flow->report, expected[i].report);
        assert_same_value(flow->value, expected[i].value);
    }
    armex_vintage_free(vintage);
}

static void codes_that_hold_less_than_their_parts_are_rows_of_their_own(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "apart.csv", on_a_day);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "to-kor", 2020, 30.0, ARMEX_FINAL);
    assert_figure(vintage, "QZX", ARMEX_EXPORTS, "to-kor", 2020, 4.0, ARMEX_FINAL);
    assert_int_equal(vintage->flows->n, 3);
    assert_noted(vintage->panel,
                 "reporters of no known country, under the codes of the file: QZX");
    assert_noted(vintage->panel,
                 "commodity 9301 contains 930110, and both were added: the file does "
                 "not say at which level its rows stand (aggrLevel), so that goods may "
                 "count twice");
    armex_vintage_free(vintage);
}

static void the_short_classic_layout_is_read(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "short.csv", on_a_day);
    assert_int_equal(vintage->panel->n_series, 3);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "to-chn", 2017, 300.0, ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "re-exports-to-chn", 2017, 20.0,
                  ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_IMPORTS, "from-chn", 2017, 400.0, ARMEX_FINAL);
    const struct armex_panel *panel = vintage->panel;
    assert_true(panel->series[find(panel, "USA", ARMEX_EXPORTS, "to-chn")].headline);
    assert_false(
        panel->series[find(panel, "USA", ARMEX_EXPORTS, "re-exports-to-chn")].headline);
    assert_int_equal(vintage->flows->n, 3);
    armex_vintage_free(vintage);
}

static void the_long_classic_layout_is_read(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "long.csv", on_a_day);
    assert_figure(vintage, "FRA", ARMEX_EXPORTS, "national", 2017, 1234.0, ARMEX_FINAL);
    assert_figure(vintage, "FRA", ARMEX_EXPORTS, "national", 2018, 1500.0, ARMEX_FINAL);
    assert_figure(vintage, "other-asia-nes", ARMEX_IMPORTS, "re-imports", 2018, 8.0,
                  ARMEX_FINAL);
    assert_null(vintage->flows); // nothing but totals
    armex_vintage_free(vintage);
}

static void the_new_layout_is_read_without_the_parts_of_its_rows(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(COMTRADE "new.csv", on_a_day);
    assert_int_equal(vintage->panel->n_series, 1);
    assert_figure(vintage, "CHN", ARMEX_EXPORTS, "national", 2022, 5000.0, ARMEX_FINAL);
    assert_int_equal(vintage->flows->n, 2);
    assert_same_value(vintage->flows->items[0].value, 1200.5);
    assert_string_equal(vintage->flows->entities[vintage->flows->items[1].recipient],
                        "areas-nes");
    assert_noted(vintage->panel,
                 "passed over: 3 rows that break down a total by mode of transport, "
                 "customs procedure or second partner, or are of another frequency or "
                 "classification");
    assert_noted(vintage->panel, "passed over: 1 row of goods that are no arms");
    armex_vintage_free(vintage);
}

static void a_name_of_the_users_own_changes_nothing_but_the_name(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.vintage = {2026, 2, 12},
                                                 .dataset = "usa-trade"};
    struct armex_vintage *vintage = vintage_of(COMTRADE "levels.csv", options);
    assert_string_equal(vintage->provenance.dataset, "usa-trade");
    assert_figure(vintage, "USA", ARMEX_EXPORTS, "national", 2020, 100.0, ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void files_without_arms_and_wrong_cells_are_refused(void **state)
{
    (void)state;
#define HEADER "refYear,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
    static const struct {
        const char *text, *message;
    } refused[] = {
        {HEADER "2020,USA,W00,TOTAL,X,1\n",
         "c.csv: no row is of arms (HS chapter 93, headings 8710 and 8906.10): they "
         "are of 'TOTAL' and the like; download these"},
        {"Classification,Year,Trade Flow,Reporter Code,Partner Code,Commodity "
         "Code,Trade Value (US$)\nS3,2020,Export,842,0,93,1\n",
         "c.csv: no row is of arms (HS chapter 93, headings 8710 and 8906.10): they "
         "are of '93' in another classification than the HS and the like; download "
         "these"},
        {HEADER, "c.csv: there is no row below the header"},
        {HEADER "20x0,USA,W00,93,X,1\n",
         "c.csv:2:1: '20x0' is no year from 1900 to 2059"},
        {HEADER "2020,USA,W00,93,X,n.a.\n",
         "c.csv:2:19: 'n.a.' is no value in dollars; leave the cell empty if unknown"},
        {HEADER "2020,USA,W00,93,X,-5\n",
         "c.csv:2:19: '-5' is no value in dollars; leave the cell empty if unknown"},
        {HEADER "2020,USA,KOR,93,,1\n",
         "c.csv: every row of arms is the part of a whole (by transport, customs "
         "procedure or second partner), or neither export nor import; download the "
         "wholes"},
        {HEADER "2020,,W00,93,X,1\n",
         "c.csv:2:6: '' is no code of a reporter: one is up to seven letters and "
         "digits"},
        {HEADER "2020,USA,,93,X,1\n",
         "c.csv:2:10: this row does not say with whom was traded"},
        {HEADER "2020,USA,W00,93,X\n", "c.csv:2:1: this row has 5 cells, the header 6"},
        {HEADER "2020,USA,W00,93,X,1,2\n",
         "c.csv:2:1: this row has 7 cells, the header 6"},
        {"freqCode,period,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
         "M,2020,USA,W00,93,X,1\n",
         "c.csv:2:1: these are figures of months ('M'); download annual ones"},
        {"period,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
         "202001,USA,W00,93,X,1\n",
         "c.csv:2:1: '202001' is no year from 1900 to 2059"},
        {"typeCode,period,reporterISO,partnerISO,cmdCode,flowCode,primaryValue\n"
         "S,2020,USA,W00,93,X,1\n",
         "c.csv:2:1: these are services ('S'), and not goods"},
        {"refYear,reporterISO,partnerISO,cmdCode,flowCode,primaryValue,motCode\n"
         "2020,USA,W00,93,X,1,2100\n",
         "c.csv: every row of arms is the part of a whole (by transport, customs "
         "procedure or second partner), or neither export nor import; download the "
         "wholes"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_int_equal(
            armex_file_write("c.csv", refused[i].text, strlen(refused[i].text), NULL),
            ARMEX_OK);
        assert_refused("c.csv", on_a_day, ARMEX_BAD_INPUT, refused[i].message);
    }
}

static void a_file_that_is_not_dated_has_its_last_year(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        vintage_of(COMTRADE "levels.csv", (struct armex_ingest_options){0});
    assert_int_equal(vintage->provenance.vintage.year, 2021);
    assert_noted(vintage->panel, "the file does not say when it was published: the "
                                 "vintage is its last year, 2021; --vintage DATE sets "
                                 "it");
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(totals_are_those_with_the_world_and_parts_are_left_out),
        cmocka_unit_test(flows_keep_both_sides_apart_and_parts_as_details),
        cmocka_unit_test(codes_that_hold_less_than_their_parts_are_rows_of_their_own),
        cmocka_unit_test(the_short_classic_layout_is_read),
        cmocka_unit_test(the_long_classic_layout_is_read),
        cmocka_unit_test(the_new_layout_is_read_without_the_parts_of_its_rows),
        cmocka_unit_test(a_name_of_the_users_own_changes_nothing_but_the_name),
        cmocka_unit_test(files_without_arms_and_wrong_cells_are_refused),
        cmocka_unit_test(a_file_that_is_not_dated_has_its_last_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
