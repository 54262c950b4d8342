/** tests/ingest/test_dsca.c: sales of the United States by programme. */
#include "base/file.h"
#include "ingest_files.h"
#include "published_files.h"

static const struct armex_ingest_options on_a_day = {.vintage = {2026, 2, 12}};

static void assert_figure(const struct armex_vintage *vintage, const char *entity,
                          enum armex_measure measure, const char *scope, int year,
                          double value, armex_mark mark)
{
    const size_t s = series_named(vintage->panel, entity, measure, scope);
    assert_same_value(armex_panel_value(vintage->panel, s, year), value);
    assert_int_equal(armex_panel_mark(vintage->panel, s, year), mark);
}

static void programmes_are_measures_and_scopes_of_fiscal_years(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(FILES "dsca/sales.json", on_a_day);
    const struct armex_panel *panel = vintage->panel;
    assert_string_equal(vintage->provenance.dataset, "dsca-arms-sales");
    assert_figure(vintage, "USA", ARMEX_AGREEMENTS, "fms", 2016, 5963000.0,
                  ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_DELIVERIES, "fms", 2016, 1451012.0,
                  ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_DELIVERIES, "fms", 2017, 3.0, ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_LICENCES, "dcs-articles", 2017, 100.0,
                  ARMEX_FINAL);
    for (size_t s = 0; s < panel->n_series; s++)
        assert_int_equal(panel->series[s].period.first_month, 10);
    armex_vintage_free(vintage);
}

static void none_is_not_the_same_as_nobody_counted(void **state)
{
    (void)state;
    struct armex_vintage *vintage = vintage_of(FILES "dsca/sales.json", on_a_day);
    assert_figure(vintage, "TCD", ARMEX_AGREEMENTS, "fms", 2016, 0.0, ARMEX_NIL);
    assert_figure(vintage, "TCD", ARMEX_AGREEMENTS, "fms", 2017, NAN, ARMEX_MISSING);
    assert_figure(vintage, "TCD", ARMEX_DELIVERIES, "fms", 2016, 12.0, ARMEX_FINAL);
    assert_figure(vintage, "several-recipients", ARMEX_LICENCES, "dcs-articles", 2017,
                  100.0, ARMEX_FINAL);
    assert_int_equal(vintage->panel->n_series, 8); // shipments of DCS: nobody's
    armex_vintage_free(vintage);
}

static void wrong_records_are_refused_where_they_stand(void **state)
{
    (void)state;
#define RECORD(year, country, program, amount)                                         \
    "[{\"key\":\"1\",\"year\":\"" year "\",\"country\":\"" country                     \
    "\",\n\"program\":\"" program "\",\"authorizations\":\"" amount                    \
    "\",\"deliveries\":\"1\"}]\n"
    static const struct {
        const char *text, *message;
    } refused[] = {
        {RECORD("20x6", "Chad", "Foreign Military Sales", "1"),
         "d.json:1:20: '20x6' is no year"},
        {RECORD("2016", "Atlantis", "Foreign Military Sales", "1"),
         "d.json:1:37: no recipient is called 'Atlantis'"},
        {RECORD("2016", "Chad", "Foreign Aid", "1"),
         "d.json:2:11: no programme is called 'Foreign Aid'"},
        {RECORD("2016", "Chad", "Foreign Military Sales", "much"),
         "d.json:2:53: 'much' is no amount"},
        {RECORD("2016", "Chad", "Foreign Military Sales", "-1"),
         "d.json:2:53: '-1' is no amount"},
        {"[{\"program\":\"Foreign Military Sales\",\"authorizations\":\"1\","
         "\"deliveries\":\"1\",\"country\":7,\"year\":\"2016\"}]",
         "d.json:1:86: 'country' is no text"},
        {RECORD("2016", "Chad", "Foreign Military Sales", "0") "]",
         "d.json:3:1: no JSON: end of file expected near ']'"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        assert_int_equal(
            armex_file_write("d.json", refused[i].text, strlen(refused[i].text), NULL),
            ARMEX_OK);
        assert_refused("d.json", on_a_day, ARMEX_BAD_INPUT, refused[i].message);
    }
}

/* All amounts of the file, added up by another program. */
static void the_published_file_adds_up_on_both_sides(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        published("us-dsca/arms_sales_totals.json", on_a_day);
    const struct armex_panel *panel = vintage->panel;
    double sums[2] = {0.0, 0.0};
    for (size_t i = 0; i < panel->n_series * panel->n_years; i++)
        if (!isnan(panel->values[i]))
            sums[panel->series[i % panel->n_series].flow] += panel->values[i];
    assert_same_value(sums[ARMEX_EXPORTS], 2387584450447.0);
    assert_same_value(sums[ARMEX_IMPORTS], 2387584450447.0);
    assert_figure(vintage, "USA", ARMEX_DELIVERIES, "fms", 2012, 13764798000.0,
                  ARMEX_FINAL);
    assert_figure(vintage, "USA", ARMEX_AGREEMENTS, "fms", 2018, NAN, ARMEX_MISSING);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(programmes_are_measures_and_scopes_of_fiscal_years),
        cmocka_unit_test(none_is_not_the_same_as_nobody_counted),
        cmocka_unit_test(wrong_records_are_refused_where_they_stand),
        cmocka_unit_test(the_published_file_adds_up_on_both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
