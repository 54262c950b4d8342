/** tests/ingest/test_licences.c: Dutch, Swiss, British and brokering licences. The
 * files are described in files/README.md; the published lists, which may not be passed
 * on, are tested where they are at hand. */
#include <stdlib.h>

#include "base/file.h"
#include "ingest_files.h"
#include "published_files.h"

#define LICENCES FILES "licences/"

static const struct armex_ingest_options on_a_day = {.vintage = {2026, 2, 12}};

static void assert_figure(const struct armex_vintage *vintage, const char *entity,
                          const char *scope, int year, double value, armex_mark mark)
{
    const size_t s = series_named(vintage->panel, entity, ARMEX_LICENCES, scope);
    assert_same_value(armex_panel_value(vintage->panel, s, year), value);
    assert_int_equal(armex_panel_mark(vintage->panel, s, year), mark);
}

static void dutch_licences_are_counted_by_what_they_count(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "netherlands.csv", on_a_day);
    assert_string_equal(vintage->provenance.dataset, "nld-licences");
    assert_figure(vintage, "NLD", "definitive", 2004, 1230.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "temporary", 2004, 4.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "renewals", 2004, 2000.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "renewals", 2014, 5.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "definitive", 2014, 70.0, ARMEX_FINAL | ARMEX_WEAK);
    assert_figure(vintage, "NLD", "transit", 2014, 600.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "other", 2014, 8000.0, ARMEX_FINAL);
    assert_figure(vintage, "NLD", "definitive", 2010, NAN, ARMEX_MISSING);
    const size_t headline =
        series_named(vintage->panel, "NLD", ARMEX_LICENCES, "definitive");
    assert_true(vintage->panel->series[headline].headline);
    assert_string_equal(vintage->panel->series[headline].unit.currency, "eur");
    armex_vintage_free(vintage);
}

static void dutch_recipients_are_told_apart_or_said_to_be_unknown(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "netherlands.csv", on_a_day);
    assert_figure(vintage, "OMN", "from-nld", 2004, 1000.0, ARMEX_FINAL);
    assert_figure(vintage, "OMN", "from-nld", 2014, 0.0, ARMEX_NIL);
    assert_figure(vintage, "OMN", "from-nld", 2010, NAN, ARMEX_MISSING);
    assert_figure(vintage, "MYS", "from-nld", 2004, 200.0, ARMEX_FINAL);
    assert_figure(vintage, "several-recipients", "from-nld", 2004, 30.0, ARMEX_FINAL);
    assert_figure(vintage, "nato", "from-nld", 2014, 70.0, ARMEX_FINAL);
    assert_figure(vintage, "unknown-recipient", "from-nld", 2014, NAN,
                  ARMEX_UNKNOWN_YET);
    assert_non_null(
        strstr(vintage->provenance.description,
               "count as first ones: 2. Licences that state no value: 1; the "
               "sums they are missing from are marked weak. Recipients whose "
               "names mean no single state are counted as unknown: "
               "'Atlantis'."));
    armex_vintage_free(vintage);
}

static void flows_are_the_headlines_alone(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "netherlands.csv", on_a_day);
    const struct armex_flows *flows = vintage->flows;
    assert_int_equal(flows->n, 5);
    assert_string_equal(flows->scope, "definitive");
    assert_string_equal(flows->entities[flows->items[0].supplier], "NLD");
    assert_string_equal(flows->categories[flows->items[0].category], "ML15d");
    assert_string_equal(flows->categories[flows->items[2].category], "several");
    armex_vintage_free(vintage);
}

static void swiss_licences_are_counted_by_kind_of_goods(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "switzerland.csv", on_a_day);
    assert_string_equal(vintage->provenance.dataset, "che-licences");
    assert_figure(vintage, "CHE", "special-military-goods", 2014, 129000.25,
                  ARMEX_FINAL);
    assert_figure(vintage, "CHE", "dual-use-goods", 2014, 2159609.0, ARMEX_FINAL);
    assert_figure(vintage, "CHE", "several-kinds", 2014, 49.4, ARMEX_FINAL);
    assert_figure(vintage, "CHE", "other-goods", 2014, 1.0, ARMEX_FINAL);
    assert_figure(vintage, "SVN", "from-che", 2014, 129000.25, ARMEX_FINAL);
    assert_int_equal(vintage->panel->n_series, 5); // only arms have recipients
    armex_vintage_free(vintage);
}

static void lines_in_a_cell_may_end_with_a_bare_cr(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    assert_int_equal(
        armex_file_read(&text, &length, LICENCES "switzerland.csv", 1 << 20, NULL),
        ARMEX_OK);
    for (size_t i = 0; i < length; i++)
        text[i] = (char)(text[i] == '\n' ? '\r' : text[i]);
    assert_int_equal(armex_file_write("cr.csv", text, length, NULL), ARMEX_OK);
    free(text);
    struct armex_vintage *vintage = vintage_of("cr.csv", on_a_day);
    assert_figure(vintage, "CHE", "dual-use-goods", 2014, 2159609.0, ARMEX_FINAL);
    assert_figure(vintage, "CHE", "several-kinds", 2014, 49.4, ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void sums_of_licences_are_read_as_people_write_them(void **state)
{
    (void)state;
    static const char text[] = "licence_group,date,rating,count,value,country,refused\n"
                               "1,2008-01-02,ML10,1,\"\xc2\xa3 3,500.50\",Italy,0\n"
                               "1,2008-01-02,ML10,1,n.a.,Italy,0\n",
                      euros[] =
                          "licence_group,date,rating,count,value,country,refused\n"
                          "1,2008-01-02,ML10,1,5 EUR,Italy,0\n",
                      two[] = "licence_group,date,rating,count,value,country,refused\n"
                              "1,2008-01-02,ML10,1,\"3,500\",Italy,0\n";
    assert_int_equal(armex_file_write("uk.csv", text, sizeof text - 1, NULL), ARMEX_OK);
    struct armex_vintage *vintage = vintage_of("uk.csv", on_a_day);
    assert_figure(vintage, "GBR", "military-list", 2008, 3500.5,
                  ARMEX_FINAL | ARMEX_WEAK);
    armex_vintage_free(vintage);
    assert_int_equal(armex_file_write("uk.csv", euros, sizeof euros - 1, NULL),
                     ARMEX_OK);
    assert_refused("uk.csv", on_a_day, ARMEX_BAD_INPUT,
                   "uk.csv:2:21: '5 EUR' is in EUR, yet the unit is gbp");
    assert_int_equal(armex_file_write("uk.csv", two, sizeof two - 1, NULL), ARMEX_OK);
    assert_refused("uk.csv", on_a_day, ARMEX_BAD_INPUT,
                   "uk.csv:2:21: '3,500' may be 3500 or 3.500; write the one that is "
                   "meant");
}

static void brokering_licences_leave_out_refusals_and_what_is_no_row(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "eu.csv", on_a_day);
    assert_string_equal(vintage->provenance.dataset, "eu-licences");
    assert_figure(vintage, "AUT", "brokering", 2008, 30000.0, ARMEX_FINAL);
    assert_figure(vintage, "AUT", "brokering", 2009, NAN, ARMEX_MISSING);
    assert_figure(vintage, "AUT", "brokering", 2010, 7.0, ARMEX_FINAL);
    assert_figure(vintage, "SWE", "brokering", 2008, 500.0, ARMEX_FINAL | ARMEX_WEAK);
    assert_figure(vintage, "ARE", "brokering", 2008, 500.0, ARMEX_FINAL); // "Dubai"
    assert_figure(vintage, "several-recipients", "brokering", 2008, NAN,
                  ARMEX_UNKNOWN_YET);
    assert_non_null(
        strstr(vintage->provenance.description,
               "Refused licences are left out: 1. Lines that are lists of a "
               "program and no rows are left out: 2, from line 5 on."));
    armex_vintage_free(vintage);
}

static void british_licences_are_military_or_other_goods(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(LICENCES "uk.csv", on_a_day);
    assert_string_equal(vintage->provenance.dataset, "gbr-licences");
    assert_figure(vintage, "GBR", "military-list", 2008, 3560.0, ARMEX_FINAL);
    assert_figure(vintage, "GBR", "other-goods", 2008, 8000040.0, ARMEX_FINAL);
    assert_figure(vintage, "GBR", "military-list", 2009, NAN, ARMEX_MISSING);
    assert_figure(vintage, "GBR", "military-list", 2010, 509.0,
                  ARMEX_FINAL | ARMEX_WEAK);
    assert_figure(vintage, "HKG", "from-gbr", 2010, 500.0, ARMEX_FINAL);
    assert_figure(vintage, "KOR", "from-gbr", 2008, 60.0, ARMEX_FINAL);
    assert_figure(vintage, "KOR", "from-gbr", 2010, 0.0, ARMEX_NIL);
    assert_figure(vintage, "unknown-recipient", "from-gbr", 2010, 9.0, ARMEX_FINAL);
    const size_t headline =
        series_named(vintage->panel, "GBR", ARMEX_LICENCES, "military-list");
    assert_true(vintage->panel->series[headline].headline);
    assert_string_equal(vintage->panel->series[headline].unit.currency, "gbp");
    assert_non_null(strstr(vintage->provenance.description,
                           "Refused licences are left out, by rating and country: 1. "
                           "Licences that state no value: 1;"));
    armex_vintage_free(vintage);
}

static void wrong_cells_are_refused_where_they_stand(void **state)
{
    (void)state;
#define DUTCH                                                                          \
    "afgifte datum,SGP,D/T,Verl.,V/N,U/D,T.v.v.,land van eindbestemming,waarde "       \
    "(\xe2\x82\xac)\n"
#define SWISS                                                                          \
    "Ausstellungsdatum,Bestimmungs-/Lieferland,Position / G\xc3\xbcterart,Position / " \
    "EKN,Position / Wert [CHF]\n"
#define BRITISH "licence_group,date,rating,count,value,country,refused\n"
#define BROKER "2008,AT,Austria,issued,CA,Canada,1,30000.0,ML4,50,,BG,Bulgaria\n"
    static const struct {
        const char *text, *message;
    } refused[] = {
        {DUTCH "13/32/2014,ML1,D,N,N,2,0,OMAN,5\n",
         "l.csv:2:1: '13/32/2014' is no day of issue; write 12/31/2014"},
        {DUTCH "12/31/2014,ML1,D,N,N,2,0,OMAN,veel\n",
         "l.csv:2:31: 'veel' is not a number; leave the cell empty if unknown"},
        {DUTCH, "l.csv: there is no row below the header"},
        {SWISS "31.13.2014,Iran,Nuklearg\xc3\xbcter,X,1\n",
         "l.csv:2:1: '31.13.2014' is no day of issue; write 31.12.2014"},
        {SWISS "31.12.2014,Iran,Nuklearg\xc3\xbcter,X,-1\n",
         "l.csv:2:33: '-1' is below zero, as no trade is"},
        {BRITISH "1,2008-13,ML1,1,5,Italy,0\n",
         "l.csv:2:3: '2008-13' is no date; write 2014-12-31 or 2014-12"},
        {BRITISH "1,2008-12,ML1,1,5,Italy,no\n",
         "l.csv:2:25: 'no' is neither 0 (granted) nor 1 (refused)"},
        {BROKER "20x8,AT,Austria,issued,CA,Canada,1,3,ML4,50,,BG,Bulgaria\n",
         "l.csv:2:1: '20x8' is no year"},
        {BROKER "2008,AT,Austria,lost,CA,Canada,1,3,ML4,50,,BG,Bulgaria\n",
         "l.csv:2:17: 'lost' is neither 'issued' nor 'refused'"},
        {BROKER "2008,QQ,Atlantis,issued,CA,Canada,1,3,ML4,50,,BG,Bulgaria\n",
         "l.csv:2:9: no entity is called 'Atlantis'; armex entities lists them"},
        {BROKER "2008,AT,Austria,issued,CA,Canada,1,3\n",
         "l.csv:2:1: this row has 8 cells, and not 13"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_int_equal(
            armex_file_write("l.csv", refused[i].text, strlen(refused[i].text), NULL),
            ARMEX_OK);
        assert_refused("l.csv", on_a_day, ARMEX_BAD_INPUT, refused[i].message);
    }
}

static double all_scopes(const struct armex_panel *panel, const char *entity, int year)
{
    double sum = 0.0;
    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, entity) == 0 &&
            panel->series[s].flow == ARMEX_EXPORTS) {
            const double value = armex_panel_value(panel, s, year);
            sum += isnan(value) ? 0.0 : value;
        }
    return sum;
}

/* Sums of column "waarde" by year of column "afgifte datum", by another program. */
static void the_published_dutch_list_adds_up_to_its_column(void **state)
{
    (void)state;
    static const double expected[] = {1302871107, 2284883089, 1971006054, 2781576846,
                                      3225496595, 3284640294, 4600033708, 3341617368,
                                      3253332610, 2582518348, 4242979517};
    struct armex_vintage *vintage = published(
        "netherlands/Overzicht.uitvoer.militaire.goederen.2004-2014.csv", on_a_day);
    for (int year = 2004; year <= 2014; year++)
        assert_same_value(all_scopes(vintage->panel, "NLD", year),
                          expected[year - 2004]);
    armex_vintage_free(vintage);
}

static void the_published_swiss_list_adds_up_to_its_column(void **state)
{
    (void)state;
    struct armex_vintage *vintage = published("switzerland/elic.csv", on_a_day);
    assert_close(all_scopes(vintage->panel, "CHE", 2014), 835575320.02, 1e-5);
    assert_figure(vintage, "CHE", "special-military-goods", 2014, 633315539.46,
                  ARMEX_FINAL);
    armex_vintage_free(vintage);
}

static void the_published_brokering_table_adds_up_to_its_column(void **state)
{
    (void)state;
    struct armex_vintage *vintage = published("eu-caat/broker.csv", on_a_day);
    assert_same_value(all_scopes(vintage->panel, "GBR", 2011), 653967835.0);
    assert_same_value(all_scopes(vintage->panel, "DEU", 2010), 60078354.0);
    assert_same_value(all_scopes(vintage->panel, "POL", 2010), 146888.8);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dutch_licences_are_counted_by_what_they_count),
        cmocka_unit_test(dutch_recipients_are_told_apart_or_said_to_be_unknown),
        cmocka_unit_test(flows_are_the_headlines_alone),
        cmocka_unit_test(swiss_licences_are_counted_by_kind_of_goods),
        cmocka_unit_test(lines_in_a_cell_may_end_with_a_bare_cr),
        cmocka_unit_test(sums_of_licences_are_read_as_people_write_them),
        cmocka_unit_test(brokering_licences_leave_out_refusals_and_what_is_no_row),
        cmocka_unit_test(british_licences_are_military_or_other_goods),
        cmocka_unit_test(wrong_cells_are_refused_where_they_stand),
        cmocka_unit_test(the_published_dutch_list_adds_up_to_its_column),
        cmocka_unit_test(the_published_swiss_list_adds_up_to_its_column),
        cmocka_unit_test(the_published_brokering_table_adds_up_to_its_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
