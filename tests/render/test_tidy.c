/** A panel as rows, in the layout that is read back, and as SDMX-CSV. */
#include "check.h"

#include <string.h>

#include "render/package.h"
#include "render/sdmx.h"
#include "render/tidy.h"

/** Two series, 2021 to 2023: orders of KOR, and agreements of USA by fiscal year. */
static struct armex_panel *small_panel(void)
{
    static const struct armex_provenance source = {.dataset = "national-figures",
                                                   .vintage = {2026, 11, 23},
                                                   .title = "National figures",
                                                   .description = "",
                                                   .publisher = "states",
                                                   .url = "https://example.org/a",
                                                   .licence = "CC0-1.0",
                                                   .file = "observations.csv",
                                                   .sha256 = "",
                                                   .retrieved = "",
                                                   .version = "0.1.0"};
    struct armex_panel *panel;
    assert_int_equal(armex_panel_create(&panel, 2, 2021, 3, NULL), ARMEX_OK);
    const struct armex_unit usd = {.kind = ARMEX_MONEY, .currency = "usd"};
    panel->series[0] = (struct armex_series){.entity = "KOR",
                                             .name = "South Korea",
                                             .scope = "national",
                                             .unit = usd,
                                             .measure = ARMEX_ORDERS,
                                             .period = {1, 1},
                                             .headline = true};
    panel->series[1] = (struct armex_series){.entity = "USA",
                                             .name = "United States",
                                             .scope = "fms",
                                             .unit = usd,
                                             .measure = ARMEX_AGREEMENTS,
                                             .period = {10, 1}};
    panel->series[1].unit.price_year = 2020;
    panel->values[0] = 7.25e9;
    panel->marks[0] = ARMEX_FINAL;
    panel->values[2] = 17.3e9;
    panel->marks[2] = ARMEX_PRELIMINARY | ARMEX_WEAK;
    panel->marks[1] = ARMEX_WITHHELD;
    panel->values[3] = 0;
    panel->marks[3] = ARMEX_BELOW;
    panel->values[5] = 0.1;
    panel->marks[5] = ARMEX_ESTIMATE | ARMEX_UNIT_BREAK;
    assert_int_equal(armex_notes_source(&panel->notes, panel->arena, &source, NULL),
                     ARMEX_OK);
    return panel;
}

static void an_observation_is_a_row_and_what_is_unknown_is_none(void **state)
{
    (void)state;
    struct armex_panel *panel = small_panel();
    struct armex_table *table;
    assert_int_equal(armex_tidy_table(&table, panel, NULL), ARMEX_OK);
    assert_int_equal(table->n_rows, 5); // KOR 2023 is not known at all
    assert_string_equal(armex_table_get_text(table, 0, 0), "KOR");
    assert_close(armex_table_get_number(table, 0, 8), 7.25e9, 0);
    assert_string_equal(armex_table_get_text(table, 1, 12), "doubtful");
    assert_string_equal(armex_table_get_text(table, 2, 11), "withheld");
    assert_missing(armex_table_get_number(table, 2, 8));
    assert_string_equal(armex_table_get_text(table, 3, 11), "below_resolution");
    assert_same_value(armex_table_get_number(table, 3, 8), 0.0);
    assert_string_equal(armex_table_get_text(table, 4, 9), "usd-2020");
    assert_close(armex_table_get_number(table, 4, 4), 10, 0);
    assert_string_equal(table->notes.sources[0].dataset, "national-figures");
    armex_table_free(table);
    armex_panel_free(panel);
}

static void sdmx_names_the_period_the_unit_and_the_status(void **state)
{
    (void)state;
    struct armex_panel *panel = small_panel();
    struct armex_text out = {0};
    assert_int_equal(armex_sdmx_csv(&out, panel, NULL), ARMEX_OK);
    assert_string_equal(
        out.data,
        "DATAFLOW,FREQ,REF_AREA,INDICATOR,FLOW,SCOPE,UNIT_MEASURE,TIME_PERIOD,OBS_"
        "VALUE,"
        "UNIT_MULT,OBS_STATUS\n"
        "ARMEX:NATIONAL_FIGURES(2026.11.23),A,KOR,ORDERS,EXPORTS,NATIONAL,USD,2021,"
        "7250000000,0,A\n"
        "ARMEX:NATIONAL_FIGURES(2026.11.23),A,KOR,ORDERS,EXPORTS,NATIONAL,USD,2022,"
        "17300000000,0,U\n"
        "ARMEX:NATIONAL_FIGURES(2026.11.23),A,USA,AGREEMENTS,EXPORTS,FMS,USD_2020,"
        "2020-10-01/P1Y,,0,Q\n"
        "ARMEX:NATIONAL_FIGURES(2026.11.23),A,USA,AGREEMENTS,EXPORTS,FMS,USD_2020,"
        "2021-10-01/P1Y,0,0,N\n"
        "ARMEX:NATIONAL_FIGURES(2026.11.23),A,USA,AGREEMENTS,EXPORTS,FMS,USD_2020,"
        "2022-10-01/P1Y,0.1,0,B\n");
    armex_text_free(&out);
    armex_panel_free(panel);
}

static void a_window_of_sdmx_begins_with_its_first_year(void **state)
{
    (void)state;
    struct armex_panel *panel = small_panel();
    struct armex_text out = {0};
    panel->n_series = 1;
    panel->n_years = 1;
    panel->series[0].period.years = 5;
    assert_int_equal(armex_sdmx_csv(&out, panel, NULL), ARMEX_OK);
    assert_non_null(strstr(out.data, "),A5,KOR,"));
    assert_non_null(strstr(out.data, ",2017-01-01/P5Y,"));
    armex_text_free(&out);
    armex_panel_free(panel);
}

static void a_package_says_what_its_columns_mean_and_the_hash_of_its_csv(void **state)
{
    (void)state;
    struct armex_panel *panel = small_panel();
    struct armex_table *table;
    struct armex_text out = {0}, csv = {0};
    assert_int_equal(armex_tidy_table(&table, panel, NULL), ARMEX_OK);
    armex_text_add(&csv, "abc");
    assert_int_equal(armex_package_describe(&out, table, &csv, "0.1.0", NULL),
                     ARMEX_OK);
    // FIPS 180-4, the example of one block
    assert_non_null(strstr(out.data,
                           "\"hash\": \"sha256:ba7816bf8f01cfea414140de5dae2223"
                           "b00361a396177a9cb410ff61f20015ad\""));
    assert_non_null(strstr(out.data, "\"bytes\": 3,"));
    assert_non_null(strstr(out.data, "\"version\": \"2026-11-23\""));
    assert_non_null(strstr(out.data, "\"title\": \"states (national-figures, vintage "
                                     "2026-11-23)\""));
    for (size_t i = 0; i < table->n_columns; i++)
        if (!strstr(out.data, table->columns[i].name))
            fail_msg("no field %s", table->columns[i].name);
    armex_text_free(&csv);
    armex_text_free(&out);
    armex_table_free(table);
    armex_panel_free(panel);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_observation_is_a_row_and_what_is_unknown_is_none),
        cmocka_unit_test(sdmx_names_the_period_the_unit_and_the_status),
        cmocka_unit_test(a_window_of_sdmx_begins_with_its_first_year),
        cmocka_unit_test(a_package_says_what_its_columns_mean_and_the_hash_of_its_csv),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
