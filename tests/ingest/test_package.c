/** tests/ingest/test_package.c: data packages, whole and faulty. The files are
 * described in files/README.md. */
#include "ingest_files.h"

#define PACKAGE FILES "package/"

static const struct armex_ingest_options none = {0};

static void a_package_becomes_a_vintage_with_its_provenance(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "good.json", none);
    const struct armex_provenance *from = &vintage->provenance;
    assert_string_equal(from->dataset, "test-figures");
    assert_int_equal(armex_date_last_day(from->vintage), 20261123);
    assert_string_equal(from->title, "Test figures");
    assert_string_equal(from->publisher, "Nobody");
    assert_string_equal(from->licence, "CC0-1.0");
    assert_string_equal(from->url, "https://example.org/");
    assert_string_equal(from->file, "good.json");
    // by cat good.json FILE... | sha256sum
    assert_string_equal(
        from->sha256,
        "1ba6008e532db6aa95262031a997939cd89ba9f4f3107868c3e1ca39d0b7f3cd");
    assert_null(vintage->records);
    assert_int_equal(vintage->panel->n_series, 6);
    assert_int_equal(vintage->publications->n, 14);
    armex_vintage_free(vintage);
}

static void options_go_before_what_the_package_says(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.dataset = "mine",
                                                 .vintage = {2020, 1, 0}};
    struct armex_vintage *vintage = vintage_of(PACKAGE "good.json", options);
    assert_string_equal(vintage->provenance.dataset, "mine");
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20200131);
    armex_vintage_free(vintage);
}

static void the_latest_publication_decides_a_panel_of_base_units(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "good.json", none);
    const size_t korea =
        series_named(vintage->panel, "KOR", ARMEX_LICENCES, "national");
    assert_same_value(armex_panel_value(vintage->panel, korea, 2021), 7.25e9);
    assert_same_value(armex_panel_value(vintage->panel, korea, 2023), 13e9);
    assert_missing(armex_panel_value(vintage->panel, korea, 2020));
    armex_vintage_free(vintage);
}

static void a_stated_headline_stands_before_the_rule(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "good.json", none);
    const struct armex_panel *panel = vintage->panel;
    // The rule alone would take collective licences, which have more years.
    assert_true(
        panel->series[series_named(panel, "DEU", ARMEX_LICENCES, "individual-licences")]
            .headline);
    assert_false(
        panel->series[series_named(panel, "DEU", ARMEX_LICENCES, "collective-licences")]
            .headline);
    armex_vintage_free(vintage);
}

static void without_a_statement_current_prices_and_many_years_make_the_headline(
    void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "bare.json", none);
    const struct armex_panel *panel = vintage->panel;
    assert_true(
        panel->series[series_named(panel, "DEU", ARMEX_LICENCES, "collective-licences")]
            .headline);
    for (size_t s = 0; s < panel->n_series; s++)
        if (strcmp(panel->series[s].entity, "POL") == 0)
            assert_int_equal(panel->series[s].headline,
                             panel->series[s].unit.price_year == ARMEX_CURRENT_PRICES);
    armex_vintage_free(vintage);
}

static void a_break_marks_the_first_figure_from_its_year_on(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "good.json", none);
    const struct armex_panel *panel = vintage->panel;
    const size_t norway = series_named(panel, "NOR", ARMEX_LICENCES, "national");
    for (int year = 2018; year <= 2023; year++) // stated for 2020, which has none
        assert_int_equal(armex_panel_mark(panel, norway, year) & ARMEX_UNIT_BREAK,
                         year == 2021 ? ARMEX_UNIT_BREAK : 0);
    armex_vintage_free(vintage);
}

static void records_become_a_typed_table(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(PACKAGE "records.json", none);
    const struct armex_table *table = vintage->records;
    assert_null(vintage->panel);
    assert_string_equal(table->name, "claims");
    assert_string_equal(table->title, "Claims");
    assert_int_equal(table->n_rows, 2);
    assert_string_equal(table->columns[0].title, "Number");
    assert_int_equal(table->columns[2].type, ARMEX_COLUMN_YEAR);
    assert_int_equal(table->columns[3].type, ARMEX_COLUMN_COUNT);
    assert_int_equal(table->columns[4].type, ARMEX_COLUMN_NUMBER);
    assert_string_equal(table->columns[4].unit, "percent");
    assert_int_equal(table->columns[5].type, ARMEX_COLUMN_TEXT);
    assert_same_value(armex_table_get_number(table, 0, 4), 2.5);
    assert_missing(armex_table_get_number(table, 1, 4));
    assert_string_equal(armex_table_get_text(table, 0, 1), "KOR");
    armex_vintage_free(vintage);
}

struct refusal {
    const char *path, *message;
};
/* The message begins with the package's own json, or with a file beside it. */
#define OWN(name, message)                                                             \
    {                                                                                  \
        PACKAGE name, PACKAGE name message                                             \
    }
#define BESIDE(name, file, message)                                                    \
    {                                                                                  \
        PACKAGE name, PACKAGE file message                                             \
    }

static void assert_all_refused(const struct refusal *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_refused(cases[i].path, none, ARMEX_BAD_INPUT, cases[i].message);
}

static void a_faulty_json_is_refused_at_its_place(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        OWN("broken.json", ":2:16: no JSON: unexpected token near ','"),
        OWN("no-armex.json",
            ":1:1: no object \"armex\" says what the package holds: {\"kind\": "
            "\"observations\", \"resources\": {\"observations\": \"NAME\"}}"),
        OWN("unknown-kind.json", ":13:11: the kind 'flows' is not known; kinds are "
                                 "observations and records"),
        OWN("unknown-word.json", ":14:12: 'parts' is not known here; known are kind, "
                                 "publisher, defaults and resources"),
        OWN("unknown-part.json", ":21:14: no other resource is called 'breaks'"),
        OWN("unknown-role.json", ":21:14: no part is called 'brakes'; parts are "
                                 "observations, headlines, breaks and exceptions"),
        OWN("no-main.json", ":12:11: no resource is said to be the observations"),
        OWN("no-resources.json", ":23:15: the package names no resources"),
        OWN("no-date.json", ":5:13: the package's version '1.0' is no date that could "
                            "name the vintage; give --vintage DATE"),
        OWN("no-name.json",
            ":2:10: 'Test Figures' cannot name a dataset; give --dataset ID, of "
            "lower-case letters, digits and single hyphens between them"),
        OWN("default-unknown.json",
            ":15:14: a default for 'mesure', which is no column that can have one"),
        OWN("default-wrong.json",
            ":16:18: '12' is no power of ten; write 1000000 for millions"),
        OWN("default-object.json", ":15:15: this is neither a text nor a number"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
}

static void a_path_never_leaves_the_package(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        OWN("path-above.json", ":26:12: the path '../tidy/plain.csv' does not stay in "
                               "the package's folder"),
        OWN("path-absolute.json", ":26:12: the path '/etc/passwd' does not stay in the "
                                  "package's folder"),
        OWN("path-address.json",
            ":26:12: the path 'https://example.org/x.csv' does not "
            "stay in the package's folder"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
}

static void a_file_that_is_not_the_one_described_is_refused(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        BESIDE("wrong-bytes.json", "observations.csv",
               ": the file has 1170 bytes, its data package says 7: one of them was "
               "changed without the other"),
        BESIDE(
            "wrong-hash.json", "observations.csv",
            ": the file's SHA-256 is "
            "0b8d889d379dd2531ce20ac31bee07ea1e7c4160568c6ceed30620d1813c98cd, its "
            "data package says "
            "0000000000000000000000000000000000000000000000000000000000000000: one of "
            "them was changed without the other"),
        OWN("other-hash.json", ":27:12: the hash '00000000000000000000000000000000' is "
                               "not read; write sha256: and 64 hex digits"),
        OWN("other-encoding.json",
            ":77:16: the encoding 'latin-1' is not read, only utf-8"),
        OWN("dialect.json", ":77:15: a dialect is not read; write the file with commas "
                            "and double quotes"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
    assert_refused(PACKAGE "missing-file.json", none, ARMEX_NOT_FOUND,
                   PACKAGE "nowhere.csv: there is no such file");
}

static void a_row_against_its_schema_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        BESIDE("field-missing.json", "observations.csv",
               ":1:1: the column 'flag' of the schema is missing"),
        BESIDE("field-unknown.json", "observations.csv",
               ":1:72: the schema has no field 'note'"),
        BESIDE("cell-wrong.json", "observations.csv",
               ":11:5: '2018' is not a value of 'year', which must not be below the "
               "schema's minimum"),
        BESIDE("key-repeats.json", "observations.csv",
               ":4:1: this row repeats the primary key of line 3"),
        BESIDE("no-measure.json", "observations.csv",
               ":1:1: there is no column 'measure' and no default for it; the columns "
               "are entity, year, first_month, scope, value, unit and 5 more"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
}

static void the_check_names_three_problems_and_counts_the_rest(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        BESIDE("unsourced.json", "unsourced.csv",
               ":3:51: no url; every row names its source; " PACKAGE
               "unsourced.csv:4:38: no publisher; every row names its source; " PACKAGE
               "unsourced.csv:5:27: no published; every row names its source; and 2 "
               "more"),
        BESIDE("duplicate.json", "duplicate.csv",
               ":4:1: this row is a duplicate of line 2"),
        BESIDE(
            "magnitude.json", "magnitude.csv",
            ":4:21: 9000000000000 is a factor of 1,000 or more away from 7000000000, "
            "the median of the other rows of its series; " PACKAGE
            "magnitude.csv:5:21: 0 is a factor of 1,000 or more away from 8000000000, "
            "the median of the other rows of its series"),
        BESIDE("records-unsourced.json", "claims.csv",
               ":3:12: no url; every row names its source"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
}

static void an_exception_must_excuse_something(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        BESIDE("exception-unused.json", "exception-unused.csv",
               ":3:1: this exception excuses nothing; take it out"),
        BESIDE("exception-unreasoned.json", "exception-unreasoned.csv",
               ":1:1: exceptions need a column 'reason'"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
    assert_refused(PACKAGE "exception-column.json", none, ARMEX_BAD_INPUT,
                   PACKAGE "exception-column.csv:1:8: " PACKAGE
                           "observations.csv has no column 'state'");
}

static void headlines_and_breaks_must_name_series_that_are_there(void **state)
{
    (void)state;
    static const struct refusal cases[] = {
        BESIDE(
            "headline-nowhere.json", "headline-nowhere.csv",
            ":2:1: South Korea has no series of licences, scope dcs, in this unit and "
            "from this month"),
        BESIDE("headline-twice.json", "headline-twice.csv",
               ":3:1: Poland already has a headline for licences"),
        BESIDE("headline-short.json", "headline-short.csv", ":2:14: 'unit' is empty"),
        BESIDE("break-nowhere.json", "break-nowhere.csv",
               ":2:1: South Korea has no series of licences, scope dcs"),
    };
    assert_all_refused(cases, sizeof cases / sizeof *cases);
}

static void a_package_needs_no_measure_from_the_user(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.measure = "orders"};
    assert_refused(PACKAGE "good.json", options, ARMEX_USAGE,
                   "--measure and --unit are for a tidy csv that does not say; a data "
                   "package says its own");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_becomes_a_vintage_with_its_provenance),
        cmocka_unit_test(options_go_before_what_the_package_says),
        cmocka_unit_test(the_latest_publication_decides_a_panel_of_base_units),
        cmocka_unit_test(a_stated_headline_stands_before_the_rule),
        cmocka_unit_test(
            without_a_statement_current_prices_and_many_years_make_the_headline),
        cmocka_unit_test(a_break_marks_the_first_figure_from_its_year_on),
        cmocka_unit_test(records_become_a_typed_table),
        cmocka_unit_test(a_faulty_json_is_refused_at_its_place),
        cmocka_unit_test(a_path_never_leaves_the_package),
        cmocka_unit_test(a_file_that_is_not_the_one_described_is_refused),
        cmocka_unit_test(a_row_against_its_schema_is_refused_where_it_stands),
        cmocka_unit_test(the_check_names_three_problems_and_counts_the_rest),
        cmocka_unit_test(an_exception_must_excuse_something),
        cmocka_unit_test(headlines_and_breaks_must_name_series_that_are_there),
        cmocka_unit_test(a_package_needs_no_measure_from_the_user),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
