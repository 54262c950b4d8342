/** tests/ingest/test_tidy.c: a csv in armex's own layout. The files are described in
 *  files/README.md. */
#include <math.h>

#include "ingest_files.h"

#define TIDY FILES "tidy/"

static const struct armex_date day = {2026, 2, 12};
static const struct armex_ingest_options at_a_day = {.vintage = {2026, 2, 12}};

static void a_plain_file_becomes_a_panel_in_base_units(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIDY "plain.csv", at_a_day);
    const struct armex_panel *panel = vintage->panel;
    const size_t korea = series_named(panel, "KOR", ARMEX_ORDERS, "national");
    assert_int_equal(panel->n_series, 2);
    assert_int_equal(panel->first_year, 2021);
    assert_int_equal(panel->n_years, 4);
    assert_same_value(armex_panel_value(panel, korea, 2021), 7.25e9);
    assert_same_value(armex_panel_value(panel, korea, 2022), 17.3e9);
    assert_missing(armex_panel_value(panel, korea, 2023));
    assert_int_equal(armex_panel_mark(panel, korea, 2023), ARMEX_MISSING);
    assert_int_equal(armex_panel_mark(panel, korea, 2024), ARMEX_FINAL);
    assert_string_equal(panel->series[korea].name, "South Korea");
    assert_true(panel->series[korea].headline);
    assert_string_equal(panel->series[1].entity, "POL"); // given as a name
    assert_null(vintage->publications); // nothing says when these were published
    armex_vintage_free(vintage);
}

static void the_vintage_says_where_it_came_from(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.vintage = day, .version = "1.2"};
    struct armex_vintage *vintage = vintage_of(TIDY "Some Figures (2).csv", options);
    const struct armex_provenance *from = &vintage->provenance;
    assert_string_equal(from->dataset, "some-figures-2");
    assert_int_equal(armex_date_last_day(from->vintage), 20260212);
    assert_string_equal(from->file, "Some Figures (2).csv");
    assert_string_equal(from->version, "1.2");
    // by sha256sum
    assert_string_equal(
        from->sha256,
        "21ea2f6be7ada4bb44976ff3e9e6f0ee9760500cd58c13ef8c1e151b8d259e3c");
    armex_vintage_free(vintage);
}

static void publications_are_kept_and_the_latest_decides(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        vintage_of(TIDY "publications.csv", (struct armex_ingest_options){0});
    struct armex_panel *panel = vintage->panel;
    assert_int_equal(vintage->publications->n, 4);
    assert_int_equal(vintage->publications->n_citations, 4);
    assert_same_value(armex_panel_value(panel, 0, 2023), 13.0e9);
    assert_missing(armex_panel_value(panel, 0, 2027));
    assert_int_equal(armex_panel_mark(panel, 0, 2027), ARMEX_TARGET);
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20260114);
    const struct armex_publication *first = &vintage->publications->items[0];
    assert_same_value(first->value, 14e9);
    assert_int_equal(first->digits, 2);
    assert_string_equal(first->note, "bound");
    assert_string_equal(vintage->publications->citations[first->citation].publisher,
                        "Yonhap");
    armex_publications_choose(vintage->publications, panel, 20250201);
    assert_same_value(armex_panel_value(panel, 0, 2023), 13.5e9);
    armex_publications_choose(vintage->publications, panel, 20231231);
    assert_same_value(armex_panel_value(panel, 0, 2023), 14e9);
    armex_vintage_free(vintage);
}

static void every_status_says_what_its_blank_or_zero_means(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIDY "statuses.csv", at_a_day);
    static const struct {
        double value;
        int year;
        armex_mark mark;
    } expected[] = {
        {5, 2001, ARMEX_FINAL},      {6, 2002, ARMEX_PRELIMINARY},
        {NAN, 2003, ARMEX_WITHHELD}, {0, 2004, ARMEX_NIL},
        {0, 2005, ARMEX_BELOW},      {NAN, 2006, ARMEX_MISSING},
        {NAN, 2007, ARMEX_MISSING},  {7, 2008, ARMEX_FINAL | ARMEX_WEAK},
        {NAN, 2009, ARMEX_MISSING}, // a misprint never decides
        {NAN, 2010, ARMEX_TARGET},   {NAN, 2011, ARMEX_MISSING},
        {10, 2012, ARMEX_ESTIMATE},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const int year = expected[i].year;
        assert_same_value(armex_panel_value(vintage->panel, 0, year),
                          expected[i].value);
        assert_int_equal(armex_panel_mark(vintage->panel, 0, year), expected[i].mark);
    }
    armex_vintage_free(vintage);
}

static void figures_and_blanks_are_read_as_people_write_them(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIDY "as-written.csv", at_a_day);
    static const struct {
        double value;
        int year;
        armex_mark mark;
    } expected[] = {
        {1234.5e6, 2001, ARMEX_FINAL},
        {1234567e6, 2002, ARMEX_FINAL},
        {12.5, 2003, ARMEX_FINAL},
        {7, 2004, ARMEX_FINAL | ARMEX_WEAK},
        {8, 2005, ARMEX_ESTIMATE},
        {NAN, 2006, ARMEX_UNKNOWN_YET},
        {NAN, 2007, ARMEX_NO_STATE},
        {NAN, 2008, ARMEX_MISSING},
        {0, 2009, ARMEX_NIL},
        {NAN, 2010, ARMEX_WITHHELD},
        {0, 2011, ARMEX_FINAL},
        {NAN, 2012, ARMEX_MISSING},
        {9, 2013, ARMEX_FINAL | ARMEX_WEAK},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const int year = expected[i].year;
        assert_same_value(armex_panel_value(vintage->panel, 0, year),
                          expected[i].value);
        assert_int_equal(armex_panel_mark(vintage->panel, 0, year), expected[i].mark);
    }
    armex_vintage_free(vintage);
}

static void periods_flows_and_units_make_the_series(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(TIDY "periods.csv", at_a_day);
    const struct armex_series *share = &vintage->panel->series[0];
    const struct armex_series *fms = &vintage->panel->series[1];
    assert_int_equal(share->period.years, 5);
    assert_int_equal(share->unit.kind, ARMEX_PERCENT);
    assert_int_equal(fms->flow, ARMEX_IMPORTS);
    assert_int_equal(fms->period.first_month, 10);
    assert_int_equal(fms->unit.price_year, 2020);
    assert_string_equal(fms->scope, "fms");
    assert_same_value(armex_panel_value(vintage->panel, 1, 2024), 1.5);
    armex_vintage_free(vintage);
}

static void options_say_what_the_file_does_not(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {
        .dataset = "mine", .vintage = day, .measure = "orders", .unit = "usd"};
    struct armex_vintage *vintage = vintage_of(TIDY "no-measure.csv", options);
    assert_string_equal(vintage->provenance.dataset, "mine");
    assert_int_equal(vintage->panel->series[0].measure, ARMEX_ORDERS);
    assert_int_equal(vintage->panel->series[0].unit.kind, ARMEX_MONEY);
    armex_vintage_free(vintage);
}

static void what_neither_says_is_asked_for(void **state)
{
    (void)state;
    const struct armex_ingest_options none = {0};
    assert_refused(TIDY "no-measure.csv", at_a_day, ARMEX_BAD_INPUT,
                   TIDY "no-measure.csv:1:1: there is no column 'measure'; add it, or "
                        "give --measure");
    assert_refused(TIDY "no-unit.csv", at_a_day, ARMEX_BAD_INPUT,
                   TIDY "no-unit.csv:1:1: there is no column 'unit'; add it, or give "
                        "--unit");
    assert_refused(TIDY "plain.csv", none, ARMEX_BAD_INPUT,
                   TIDY
                   "plain.csv: nothing in the file says when it was published; give "
                   "--vintage DATE, or a column 'published'");
}

static void options_that_are_wrong_are_refused(void **state)
{
    (void)state;
    struct armex_ingest_options options = {.vintage = day, .measure = "order"};
    assert_refused(TIDY "no-measure.csv", options, ARMEX_USAGE,
                   "no measure is called 'order'; did you mean orders?");
    options = (struct armex_ingest_options){.vintage = day, .unit = "dollars"};
    assert_refused(TIDY "no-measure.csv", options, ARMEX_USAGE,
                   "'dollars' is no unit; units are tiv, usd, usd-2020 and the like");
    options = (struct armex_ingest_options){.vintage = day, .unit = "eur"};
    assert_refused(TIDY "plain.csv", options, ARMEX_USAGE,
                   TIDY
                   "plain.csv:1:21: the file has a column 'unit' of its own; leave "
                   "out --unit");
    options = (struct armex_ingest_options){.vintage = day, .dataset = "../mine"};
    assert_refused(TIDY "plain.csv", options, ARMEX_USAGE,
                   "'../mine' cannot name a dataset: names are lower-case letters, "
                   "digits and single hyphens between them");
}

static void every_wrong_cell_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct {
        const char *path, *message;
    } cases[] = {
#define REFUSED(name, message) {TIDY name, TIDY name message}
        REFUSED("unknown-entity.csv", ":3:1: no entity is called 'Soth Korea'; did you "
                                      "mean South Korea or North Korea?"),
        REFUSED("other-name.csv",
                ":2:5: 'North Korea' is PRK, but the entity of this row is KOR"),
        REFUSED("empty-entity.csv", ":2:1: 'entity' is empty"),
        REFUSED("repeated.csv", ":4:1: this observation stands in line 2 already, and "
                                "is another; leave out the row that is wrong"),
        REFUSED("repeated-publication.csv",
                ":4:1: this observation stands in line 2 already"),
        REFUSED("no-number.csv",
                ":2:21: 'some' is not a number; leave the cell empty if unknown"),
        REFUSED("two-ways.csv",
                ":2:21: '1,234' may be 1234 or 1.234; write the one that is meant, or "
                "say in a --map what the comma is: mark,\",\",decimal or "
                "mark,\",\",thousands"),
        REFUSED("brackets.csv", ":2:21: '(12)' may be a figure below zero or one that "
                                "is unsure; write it without brackets"),
        REFUSED("other-currency.csv",
                ":2:21: '\xe2\x82\xac\x35' is in \xe2\x82\xac, yet the unit is usd"),
        REFUSED("nil-of-dots.csv",
                ":2:21: the status nil means 0, yet the value is .."),
        REFUSED("too-large.csv",
                ":2:21: '1e400' is not a number; leave the cell empty if unknown"),
        REFUSED("no-year.csv", ":2:5: '21' is no year from 1500 to 2200"),
        REFUSED("no-month.csv", ":2:10: '13' is no month from 1 to 12"),
        REFUSED("unknown-flow.csv",
                ":2:10: 'sales' is no flow; flows are exports and imports"),
        REFUSED("unknown-measure.csv",
                ":2:10: no measure is called 'licenses'; did you mean licences?"),
        REFUSED("no-scope.csv", ":2:17: 'All Orders' is no scope: one is lower-case "
                                "letters, digits and hyphens"),
        REFUSED("unknown-unit.csv",
                ":2:17: 'dollars' is no unit; units are tiv, usd, usd-2020, "
                "usd-constant, percent, rank, count, index-2017, krw-per-usd"),
        REFUSED("tiv-in-dollars.csv", ":2:25: deliveries-tiv are not counted in usd"),
        REFUSED("no-power.csv",
                ":2:23: '1500' is no power of ten; write 1000000 for millions"),
        REFUSED("value-withheld.csv",
                ":2:21: the status is withheld, yet a value stands here: 1"),
        REFUSED("nil-of-one.csv", ":2:21: the status nil means 0, yet the value is 1"),
        REFUSED("unknown-status.csv",
                ":2:23: 'provisional' is no status; the usual ones are final, "
                "preliminary, estimate, target"),
        REFUSED("unknown-flag.csv",
                ":2:23: 'wrong' is no flag; flags are doubtful, rounded, partial, "
                "superseded, excluded, misprint, misdated"),
        REFUSED("no-date.csv", ":2:23: '14.1.2026' is no date; write 2024-03-11, or "
                               "2024-03 or 2024 if that is all that is known"),
        REFUSED("no-rows.csv", ": there is no row below the header"),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(cases[i].path, at_a_day, ARMEX_BAD_INPUT, cases[i].message);
}

static void a_source_insisted_on_says_what_it_misses(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {
        .source = "tidy", .vintage = day, .measure = "orders", .unit = "usd"};
    assert_refused(FILES "unknown-columns.csv", options, ARMEX_BAD_INPUT,
                   FILES "unknown-columns.csv:1:1: there is no column 'entity' and no "
                         "default for it; the columns are country, product, exports");
}

static void a_file_of_no_known_layout_is_told_what_is_known(void **state)
{
    (void)state;
    const struct armex_ingest_options none = {0};
    assert_refused(FILES "unknown-columns.csv", none, ARMEX_BAD_INPUT,
                   FILES
                   "unknown-columns.csv:1:1: the columns 'country, product, exports' "
                   "are of no known layout; armex ingest --list-sources names those "
                   "that are; or give a tidy csv with columns entity, year, value, "
                   "or a --map that says which columns these are");
    assert_refused(FILES "unknown.json", none, ARMEX_BAD_INPUT,
                   FILES "unknown.json:1:1: this json is no data package, which names "
                         "its \"resources\", nor an SDMX message, which has "
                         "\"dataSets\"");
    assert_refused(FILES "empty.csv", none, ARMEX_BAD_INPUT,
                   FILES "empty.csv:1:1: the file is empty");
    assert_refused(FILES "picture.png", none, ARMEX_BAD_INPUT,
                   FILES
                   "picture.png:1:1: the byte 0x89 is not UTF-8; save the file as "
                   "UTF-8");
}

static void a_source_nobody_knows_is_answered_with_the_nearest(void **state)
{
    (void)state;
    struct armex_ingest_options options = {.source = "tydy"};
    assert_refused(TIDY "plain.csv", options, ARMEX_USAGE,
                   "no source is called 'tydy'; did you mean tidy?");
    options.source = "excel-of-1995";
    assert_refused(TIDY "plain.csv", options, ARMEX_USAGE,
                   "no source is called 'excel-of-1995'; --list-sources names them");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_file_becomes_a_panel_in_base_units),
        cmocka_unit_test(the_vintage_says_where_it_came_from),
        cmocka_unit_test(publications_are_kept_and_the_latest_decides),
        cmocka_unit_test(every_status_says_what_its_blank_or_zero_means),
        cmocka_unit_test(figures_and_blanks_are_read_as_people_write_them),
        cmocka_unit_test(periods_flows_and_units_make_the_series),
        cmocka_unit_test(options_say_what_the_file_does_not),
        cmocka_unit_test(what_neither_says_is_asked_for),
        cmocka_unit_test(options_that_are_wrong_are_refused),
        cmocka_unit_test(every_wrong_cell_is_refused_where_it_stands),
        cmocka_unit_test(a_source_insisted_on_says_what_it_misses),
        cmocka_unit_test(a_file_of_no_known_layout_is_told_what_is_known),
        cmocka_unit_test(a_source_nobody_knows_is_answered_with_the_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
