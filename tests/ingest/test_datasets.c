/** tests/ingest/test_datasets.c: the curated packages come in whole, and the rule gives
 *  the figures a reader of the sources would give. */
#include <stdio.h>

#include "ingest_files.h"

#define DATASETS TESTS "/../datasets/"

static const struct armex_ingest_options none = {0};

static void every_package_passes_its_own_check(void **state)
{
    (void)state;
    static const char *const observations[] = {"national-figures", "sipri-factsheets",
                                               "deflators", "exchange-rates"};
    for (size_t i = 0; i < sizeof observations / sizeof *observations; i++) {
        char path[512];
        snprintf(path, sizeof path, DATASETS "%s/datapackage.json", observations[i]);
        struct armex_vintage *vintage = vintage_of(path, none);
        assert_string_equal(vintage->provenance.dataset, observations[i]);
        assert_true(vintage->panel->n_series > 0 && vintage->publications->n > 0);
        armex_vintage_free(vintage);
    }
}

static void claims_are_records(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        vintage_of(DATASETS "claims/datapackage.json", none);
    const struct armex_table *table = vintage->records;
    const size_t id = armex_table_column(table, "id");
    assert_string_equal(armex_table_get_text(table, 0, id), "C001");
    assert_same_value(
        armex_table_get_number(table, 0, armex_table_column(table, "value_to")), 14e9);
    armex_vintage_free(vintage);
}

/* 7.25 bn in 2021, 17.3 in 2022, 13.0 in 2023 (13.5 as known in February 2025, 14 at
 * the end of 2023), 9.6 in 2024: DAPA, as the rows of the package quote it. */
static void korean_orders_follow_their_revisions(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        vintage_of(DATASETS "national-figures/datapackage.json", none);
    struct armex_panel *panel = vintage->panel;
    const size_t s = series_named(panel, "KOR", ARMEX_ORDERS, "national");
    assert_true(panel->series[s].headline);
    assert_same_value(armex_panel_value(panel, s, 2021), 7.25e9);
    assert_same_value(armex_panel_value(panel, s, 2022), 17.3e9);
    assert_same_value(armex_panel_value(panel, s, 2023), 13.0e9);
    assert_same_value(armex_panel_value(panel, s, 2024), 9.6e9);
    armex_publications_choose(vintage->publications, panel, 20250201);
    assert_same_value(armex_panel_value(panel, s, 2023), 13.5e9);
    armex_publications_choose(vintage->publications, panel, 20231231);
    assert_same_value(armex_panel_value(panel, s, 2023), 14e9);
    armex_vintage_free(vintage);
}

static void every_question_has_exactly_one_headline(void **state)
{
    (void)state;
    struct armex_vintage *vintage =
        vintage_of(DATASETS "national-figures/datapackage.json", none);
    const struct armex_series *series = vintage->panel->series;
    const size_t n = vintage->panel->n_series;
    for (size_t a = 0; a < n; a++) {
        size_t headlines = 0;
        for (size_t b = 0; b < n; b++)
            headlines += strcmp(series[a].entity, series[b].entity) == 0 &&
                         series[a].flow == series[b].flow &&
                         series[a].measure == series[b].measure && series[b].headline;
        assert_int_equal(headlines, 1);
    }
    const size_t germany =
        series_named(vintage->panel, "DEU", ARMEX_LICENCES, "individual-licences");
    assert_true(series[germany].headline);
    armex_vintage_free(vintage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_package_passes_its_own_check),
        cmocka_unit_test(claims_are_records),
        cmocka_unit_test(korean_orders_follow_their_revisions),
        cmocka_unit_test(every_question_has_exactly_one_headline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
