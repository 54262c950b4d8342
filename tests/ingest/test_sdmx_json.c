/** tests/ingest/test_sdmx_json.c: SDMX-JSON says what SDMX-CSV says. The files are
 *  described in files/README.md. */
#include <math.h>

#include "base/file.h"
#include "base/text.h"
#include "ingest_files.h"

#define SDMX FILES "sdmx/"

static const struct armex_ingest_options none = {0};

static void assert_same_panel(const struct armex_panel *a, const struct armex_panel *b)
{
    assert_int_equal(a->n_series, b->n_series);
    assert_int_equal(a->first_year, b->first_year);
    assert_int_equal(a->n_years, b->n_years);
    for (size_t s = 0; s < a->n_series; s++) {
        assert_int_equal(armex_series_compare(&a->series[s], &b->series[s]), 0);
        assert_int_equal(a->series[s].headline, b->series[s].headline);
    }
    for (size_t i = 0; i < a->n_series * a->n_years; i++) {
        assert_int_equal(a->marks[i], b->marks[i]);
        assert_same_value(a->values[i], b->values[i]);
    }
}

static void every_shape_of_a_message_gives_the_dataset_of_the_csv(void **state)
{
    (void)state;
    static const char *const shapes[] = {SDMX "version-1-series.json",
                                         SDMX "draft-flat.json", SDMX "version-2.json"};
    struct armex_vintage *csv = vintage_of(SDMX "armex.csv", none);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct armex_vintage *json = vintage_of(shapes[i], none);
        assert_string_equal(json->provenance.dataset, "made-up");
        assert_int_equal(armex_date_last_day(json->provenance.vintage), 20260212);
        assert_string_equal(json->provenance.title, csv->provenance.title);
        assert_same_panel(json->panel, csv->panel);
        armex_vintage_free(json);
    }
    armex_vintage_free(csv);
}

/** A message of version 1.0 with one series of one country, written around what is
 *  said of its parts. */
static void write_message(const char *dimensions, const char *attributes,
                          const char *set)
{
    struct armex_text text = {0};
    armex_text_printf(&text,
                      "{\"data\": {\"structure\": {\"id\": \"F\",\n"
                      " \"dimensions\": {\"dataSet\": [{\"id\": \"MEASURE\", "
                      "\"values\": [{\"id\": \"ORDERS\"}]}],\n"
                      "  \"series\": [{\"id\": \"REF_AREA\", \"values\": [%s]}],\n"
                      "  \"observation\": [{\"id\": \"TIME_PERIOD\", \"values\": "
                      "[{\"id\": \"2020\"}, {\"id\": \"2021\"}]}]},\n"
                      " \"attributes\": {%s}},\n"
                      " \"dataSets\": [{%s}]}}\n",
                      dimensions, attributes, set);
    assert_int_equal(armex_file_write("m.json", text.data, text.length, NULL),
                     ARMEX_OK);
    armex_text_free(&text);
}

static void numbers_may_be_texts_and_an_attribute_has_a_default(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.vintage = {2024, 1, 1},
                                                 .unit = "usd"};
    write_message("{\"id\": \"KOR\"}",
                  "\"observation\": [{\"id\": \"UNIT_MULT\", \"default\": 6}]",
                  "\"series\": {\"0\": {\"observations\": {\"0\": [\"1.50\"], \"1\": "
                  "[2.5, 3]}}}");
    struct armex_vintage *vintage = vintage_of("m.json", options);
    assert_string_equal(vintage->provenance.dataset, "f");
    assert_same_value(armex_panel_value(vintage->panel, 0, 2020), 1.5e6);
    assert_same_value(armex_panel_value(vintage->panel, 0, 2021), 2.5e3);
    armex_vintage_free(vintage);
}

static void a_figure_kept_back_is_withheld_and_no_figure_is_missing(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.vintage = {2024, 1, 1},
                                                 .unit = "usd"};
    write_message(
        "{\"id\": \"KOR\"}, {\"id\": \"POL\"}",
        "\"observation\": [{\"id\": \"CONF_STATUS\", \"values\": [{\"id\": "
        "\"F\"}, {\"id\": \"C\"}]}]",
        "\"series\": {\"0\": {\"observations\": {\"0\": [null, 1], \"1\": "
        "[null, 0]}}, \"1\": {\"observations\": {\"0\": [7, 0], \"1\": []}}}");
    struct armex_vintage *vintage = vintage_of("m.json", options);
    const struct armex_panel *panel = vintage->panel;
    assert_int_equal(armex_panel_mark(panel, 0, 2020), ARMEX_WITHHELD);
    assert_int_equal(armex_panel_mark(panel, 0, 2021), ARMEX_MISSING);
    assert_missing(armex_panel_value(panel, 0, 2020));
    assert_same_value(armex_panel_value(panel, 1, 2020), 7);
    assert_int_equal(armex_panel_mark(panel, 1, 2021), ARMEX_MISSING);
    armex_vintage_free(vintage);
}

static void what_is_not_as_the_structure_says_is_refused_where_it_stands(void **state)
{
    (void)state;
    const struct armex_ingest_options options = {.vintage = {2024, 1, 1},
                                                 .unit = "usd"};
    static const char area[] = "{\"id\": \"KOR\"}";
    static const struct {
        const char *areas, *attributes, *set, *message;
    } refused[] = {
        {area, "", "\"series\": {\"1\": {\"observations\": {\"0\": [1]}}}",
         "m.json:6:32: this is the number of no value of REF_AREA, which has 1"},
        {area, "", "\"series\": {\"0:0\": {\"observations\": {\"0\": [1]}}}",
         "m.json:6:34: the key '0:0' does not number 1 dimensions"},
        {area, "", "\"series\": {\"x\": {\"observations\": {\"0\": [1]}}}",
         "m.json:6:32: the key 'x' does not number 1 dimensions"},
        {area, "", "\"series\": {\"0\": {\"observations\": {\"0\": 1}}}",
         "m.json:6:55: an observation is an array of its value and attributes"},
        {area, "", "\"series\": {\"0\": {\"observations\": {\"0\": [\"x\"]}}}",
         "m.json:6:55: 'x' is not a number; leave the cell empty if unknown"},
        {area,
         "\"observation\": [{\"id\": \"OBS_STATUS\", \"values\": [{\"id\": "
         "\"A\"}]}]",
         "\"series\": {\"0\": {\"observations\": {\"0\": [1, 4]}}}",
         "m.json:6:59: this is the number of no value of OBS_STATUS, which has 1"},
        {area, "\"dimensionGroup\": [{\"id\": \"UNIT_MULT\"}]",
         "\"series\": {\"0\": {\"observations\": {\"0\": [1]}}}",
         "m.json:5:36: UNIT_MULT is said of groups of dimensions, which is not read; "
         "ask the service for SDMX-CSV"},
        {"{\"id\": \"Freedonia\"}", "",
         "\"series\": {\"0\": {\"observations\": {\"0\": [1]}}}",
         "m.json:6:55: no entity is called 'Freedonia'; did you mean North Macedonia?"},
        {"{\"id\": \"KOR\"}, {\"id\": \"KR\"}", "",
         "\"series\": {\"0\": {\"observations\": {\"0\": [1]}},\n\"1\": "
         "{\"observations\": {\"0\": [1]}}}",
         "m.json:7:29: this observation stands in line 6 already"},
        {area, "",
         "\"action\": \"Delete\", \"series\": {\"0\": {\"observations\": "
         "{\"0\": [1]}}}",
         "m.json:6:75: 'Delete' asks to delete an observation; a vintage is never "
         "changed"},
        {area, "", "\"structure\": 1, \"series\": {}",
         "m.json:6:29: this is the number of no structure; there are 1"},
        {area, "", "\"series\": {}",
         "m.json:1:10: there is no observation in this message"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        write_message(refused[i].areas, refused[i].attributes, refused[i].set);
        assert_refused("m.json", options, ARMEX_BAD_INPUT, refused[i].message);
    }
}

static void a_message_of_several_measures_names_the_one_that_counts(void **state)
{
    (void)state;
    static const char text[] =
        "{\"data\": {\"structures\": [{\"measures\": {\"observation\": [\n"
        "{\"id\": \"A\"}, {\"id\": \"B\"}]}}], \"dataSets\": []}}";
    assert_int_equal(armex_file_write("m.json", text, sizeof text - 1, NULL), ARMEX_OK);
    assert_refused("m.json", none, ARMEX_BAD_INPUT,
                   "m.json:1:55: none of these 2 measures is OBS_VALUE");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shape_of_a_message_gives_the_dataset_of_the_csv),
        cmocka_unit_test(numbers_may_be_texts_and_an_attribute_has_a_default),
        cmocka_unit_test(a_figure_kept_back_is_withheld_and_no_figure_is_missing),
        cmocka_unit_test(what_is_not_as_the_structure_says_is_refused_where_it_stands),
        cmocka_unit_test(a_message_of_several_measures_names_the_one_that_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
