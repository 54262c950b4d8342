/** tests/ingest/test_sdmx.c: SDMX-CSV comes in as it goes out. The files are described
 * in files/README.md. */
#include "base/file.h"
#include "ingest_files.h"
#include "render/sdmx.h"

#define SDMX FILES "sdmx/"

static const struct armex_ingest_options none = {0};

static void every_status_and_period_reads_back(void **state)
{
    (void)state;
    static const struct {
        int year;
        double value;
        armex_mark mark;
    } korea[] = {
        {2021, 7.25e9, ARMEX_FINAL},    {2022, 17.3e9, ARMEX_PRELIMINARY},
        {2023, NAN, ARMEX_UNKNOWN_YET}, {2024, 5e9, ARMEX_FINAL | ARMEX_UNIT_BREAK},
        {2025, NAN, ARMEX_WITHHELD},    {2026, 4e9, ARMEX_FINAL | ARMEX_WEAK},
        {2027, NAN, ARMEX_TARGET},
    };
    struct armex_vintage *vintage = vintage_of(SDMX "armex.csv", none);
    const struct armex_panel *panel = vintage->panel;
    const size_t orders = series_named(panel, "KOR", ARMEX_ORDERS, "national");
    assert_string_equal(vintage->provenance.dataset, "made-up");
    assert_int_equal(armex_date_last_day(vintage->provenance.vintage), 20260212);
    for (size_t i = 0; i < sizeof korea / sizeof *korea; i++) {
        assert_same_value(armex_panel_value(panel, orders, korea[i].year),
                          korea[i].value);
        assert_int_equal(armex_panel_mark(panel, orders, korea[i].year), korea[i].mark);
    }
    const size_t below =
        series_named(panel, "unknown-supplier", ARMEX_DELIVERIES_TIV, "to-nor");
    assert_int_equal(armex_panel_mark(panel, below, 2021), ARMEX_BELOW);
    const size_t fiscal = series_named(panel, "USA", ARMEX_AGREEMENTS, "fms");
    assert_int_equal(panel->series[fiscal].period.first_month, 10);
    assert_same_value(armex_panel_value(panel, fiscal, 2023), 80e9);
    const size_t window = series_named(panel, "USA", ARMEX_DELIVERIES_TIV, "national");
    assert_int_equal(panel->series[window].period.years, 5);
    assert_int_equal(panel->series[window].flow, ARMEX_IMPORTS);
    assert_same_value(armex_panel_value(panel, window, 2023), 9e6);
    armex_vintage_free(vintage);
}

/** Writes `text` to a file of the test's own folder and reads that. */
static struct armex_vintage *written_and_read(const struct armex_text *text)
{
    assert_int_equal(armex_file_write("again.csv", text->data, text->length, NULL),
                     ARMEX_OK);
    return vintage_of("again.csv", none);
}

static void what_is_written_again_is_the_same_to_the_byte(void **state)
{
    (void)state;
    struct armex_text first = {0}, second = {0};
    struct armex_vintage *vintage = vintage_of(SDMX "armex.csv", none);
    struct armex_panel *panel = vintage->panel;
    assert_int_equal(
        armex_notes_source(&panel->notes, panel->arena, &vintage->provenance, NULL),
        ARMEX_OK);
    assert_int_equal(armex_sdmx_csv(&first, panel, NULL), ARMEX_OK);
    struct armex_vintage *again = written_and_read(&first);
    panel = again->panel;
    assert_int_equal(
        armex_notes_source(&panel->notes, panel->arena, &again->provenance, NULL),
        ARMEX_OK);
    assert_int_equal(armex_sdmx_csv(&second, panel, NULL), ARMEX_OK);
    assert_string_equal(first.data, second.data);
    armex_vintage_free(again);
    armex_vintage_free(vintage);
    armex_text_free(&second);
    armex_text_free(&first);
}

static void a_message_of_somebody_elses_needs_words(void **state)
{
    (void)state;
    struct armex_ingest_options options = {0};
    assert_refused(SDMX "version-2.csv", options, ARMEX_BAD_INPUT,
                   SDMX "version-2.csv:2:1: nothing says what this row measures; give "
                        "--measure");
    options.measure = "military-expenditure";
    assert_refused(SDMX "version-2.csv", options, ARMEX_BAD_INPUT,
                   SDMX
                   "version-2.csv: nothing in the file says when it was published; "
                   "give --vintage DATE");
    options.vintage = (struct armex_date){2026, 2, 12};
    struct armex_vintage *vintage = vintage_of(SDMX "version-2.csv", options);
    assert_string_equal(vintage->provenance.dataset, "df-milex");
    assert_same_value(
        value_of(vintage->panel, "FRA", ARMEX_MILITARY_EXPENDITURE, "national", 2022),
        3.5e6);
    armex_vintage_free(vintage);
}

static void what_is_wrong_is_refused_where_it_stands(void **state)
{
    (void)state;
    static const struct {
        const char *path, *message;
    } cases[] = {
#define REFUSED(name, message) {SDMX name, SDMX name message}
        REFUSED("no-row.csv", ": there is no row below the header"),
        REFUSED("twice.csv", ":3:1: this observation stands in line 2 already"),
        REFUSED("quarter.csv", ":2:61: '2021-Q1' is no year; armex keeps years, as "
                               "2023, or 2022-10-01/P1Y"),
        REFUSED("no-status.csv", ":2:70: 'Z' is no OBS_STATUS that armex knows"),
        REFUSED("value-withheld.csv",
                ":2:66: '1' is a value, yet the status says there is none"),
        REFUSED("no-number.csv",
                ":2:66: 'one' is not a number; leave the cell empty if unknown"),
        REFUSED("no-power.csv", ":2:68: '99' is no power of ten from -15 to 15"),
        REFUSED("second-flow.csv", ":3:1: 'ARMEX:OTHER(1.0)' is a second data flow; "
                                   "give each a file of its own"),
        REFUSED("no-measure.csv",
                ":2:33: 'SALES' is no measure of armex's; give --measure"),
        REFUSED("no-unit.csv", ":2:57: 'DOLLARS' is no unit of armex's; give --unit"),
        REFUSED("delete.csv", ":2:19: 'D' asks to delete an observation; a vintage is "
                              "never changed"),
#undef REFUSED
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_refused(cases[i].path, none, ARMEX_BAD_INPUT, cases[i].message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_status_and_period_reads_back),
        cmocka_unit_test(what_is_written_again_is_the_same_to_the_byte),
        cmocka_unit_test(a_message_of_somebody_elses_needs_words),
        cmocka_unit_test(what_is_wrong_is_refused_where_it_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
