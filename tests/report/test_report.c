/** tests/report/test_report.c: from a store and a specification to a folder. */
#include "report/contents.h"
#include "report/report.h"
#include "written.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define HOSTILE "<script>x</script>\"'&`touch x`$(y)"
#define HOSTILE2 "<script>x</script>'&`touch x`$(y)" /* within quotes of YAML */

/* Two exporters' orders of 2021 to 2023; the first has a name nobody should trust. */
static void add_panel(struct armex_vintage *vintage)
{
    static const double millions[3][2] = {
        {7250, 11.3e3}, {17300, 12.5e3}, {13000, 13e3}};
    static const char *const names[][2] = {{"KOR", HOSTILE}, {"ISR", "Israel"}};

    assert_int_equal(armex_panel_create(&vintage->panel, 2, 2021, 3, NULL), ARMEX_OK);
    for (size_t s = 0; s < 2; s++) {
        struct armex_series *series = &vintage->panel->series[1 - s];
        *series = (struct armex_series){.entity = names[s][0],
                                        .name = names[s][1],
                                        .scope = "national",
                                        .measure = ARMEX_ORDERS,
                                        .period = {1, 1},
                                        .headline = true};
        assert_true(armex_unit_parse(&series->unit, "usd", 3));
        for (int year = 2021; year <= 2023; year++) {
            const size_t at = armex_panel_at(vintage->panel, 1 - s, year);
            vintage->panel->values[at] = millions[year - 2021][s] * 1e6;
            vintage->panel->marks[at] = ARMEX_FINAL;
        }
    }
}

static int make_store(void **state)
{
    const struct armex_provenance provenance = {"orders",
                                                {2026, 1, 14},
                                                "Orders " HOSTILE,
                                                "",
                                                "DAPA",
                                                "javascript:alert(1)",
                                                "CC0",
                                                "orders.csv",
                                                "00",
                                                "",
                                                ""};
    struct armex_vintage *vintage = NULL;
    struct armex_store *store = NULL;
    enum armex_added added;

    (void)state;
    assert_int_equal(armex_folder_make("store", NULL), ARMEX_OK);
    assert_int_equal(armex_vintage_create(&vintage, &provenance, NULL), ARMEX_OK);
    add_panel(vintage);
    assert_int_equal(armex_store_open(&store, "store", NULL, NULL), ARMEX_OK);
    assert_int_equal(armex_store_add(&added, store, vintage, NULL), ARMEX_OK);
    armex_store_close(store);
    armex_vintage_free(vintage);
    return 0;
}

static const char with_table[] =
    "title: Orders of 2022 were {peak}\n"
    "figures:\n"
    "  o21: {analysis: show, dataset: orders, entity: KOR, years: 2021, column: "
    "value}\n"
    "  peak: {analysis: show, dataset: orders, entity: KOR, pick: largest, column: "
    "value}\n"
    "  none: {analysis: show, dataset: orders, entity: KOR, column: value,\n"
    "         where: {year: 1999}}\n"
    "  up: {change: [o21, peak]}\n"
    "findings:\n"
    "  - {figure: peak, label: ordered, words: \"They {up:moved}.\", when: peak > "
    "o21}\n"
    "  - {figure: peak, words: \"This is not so.\", when: peak < o21}\n"
    "  - {figure: peak, words: \"Unknown {none}.\"}\n"
    "sections:\n"
    "  - heading: \"{{Tables} " HOSTILE2 "\"\n"
    "    words: One, two and {o21}.\n"
    "    items:\n"
    "      - {table: show, id: all, dataset: orders, sort: value}\n";

static struct armex_report_request request_for(const char *yaml, const char *folder)
{
    static const struct armex_chart_tools tools = {
        .plots = TESTS "/../plots", .painter = PAINTER, .stand_ins = STAND_INS};
    written("spec.yaml", yaml);
    return (struct armex_report_request){.spec = "spec.yaml",
                                         .folder = folder,
                                         .command = "armex report " HOSTILE,
                                         .version = "1.2.3",
                                         .pdf_program = PAINTER,
                                         .tools = &tools};
}

static armex_status run(const struct armex_report_request *request,
                        struct armex_report_outcome *outcome, struct armex_error *error)
{
    struct armex_store *store = NULL;
    assert_int_equal(armex_store_open(&store, "store", NULL, NULL), ARMEX_OK);
    const armex_status status = armex_report(outcome, store, request, error);
    armex_store_close(store);
    return status;
}

static void make(const struct armex_report_request *request,
                 struct armex_report_outcome *outcome)
{
    struct armex_error error = {0};
    if (run(request, outcome, &error) != ARMEX_OK)
        fail_msg("%s", error.message);
}

/* Owner: the caller, free(). */
static char *read_all(const char *path)
{
    char *bytes = NULL;
    size_t length = 0;
    struct armex_error error = {0};
    if (armex_file_read(&bytes, &length, path, 1 << 24, &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    return bytes;
}

static void words_are_filled_and_untrue_ones_left_out(void **state)
{
    (void)state;
    struct armex_report_outcome outcome;
    const struct armex_report_request request = request_for(with_table, "words");

    make(&request, &outcome);
    assert_int_equal(outcome.tables, 1);
    assert_int_equal(outcome.left_out, 2);
    char *page = read_all("words/index.html");
    assert_non_null(strstr(page, "<h1>Orders of 2022 were $17.3 billion</h1>"));
    assert_non_null(strstr(page, "<p>They rose 139%.</p>"));
    assert_non_null(strstr(page, "<p>One, two and $7.3 billion.</p>"));
    assert_null(strstr(page, "This is not so"));
    assert_null(strstr(page, "Unknown"));
    free(page);
    char *manifest = read_all("words/manifest.json");
    assert_non_null(strstr(manifest, "spec.yaml:10:6: left out, for its condition does "
                                     "not hold"));
    assert_non_null(strstr(manifest, "left out, for a figure in it is missing"));
    free(manifest);
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    const struct armex_report_request request = request_for(with_table, "hostile");

    make(&request, NULL);
    char *page = read_all("hostile/index.html");
    assert_null(strstr(page, "<script>x"));
    assert_non_null(strstr(page, "&lt;script&gt;x&lt;/script&gt;"));
    assert_null(strstr(page, "href=\"javascript:"));
    char *script = strstr(page, "<script>");
    assert_non_null(script);
    assert_null(strstr(script + 1, "<script>")); // the page's own is the only one
    assert_non_null(strstr(page, "script-src 'sha256-"));
    free(page);
}

static void two_runs_give_the_same_bytes(void **state)
{
    (void)state;
    static const char *const files[] = {"index.html", "manifest.json",
                                        "tables/all.csv"};
    struct armex_report_request request = request_for(with_table, "one");

    make(&request, NULL);
    request.folder = "two";
    make(&request, NULL);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char one[64], two[64], first[ARMEX_SHA256_SIZE], second[ARMEX_SHA256_SIZE];
        snprintf(one, sizeof one, "one/%s", files[i]);
        snprintf(two, sizeof two, "two/%s", files[i]);
        assert_int_equal(armex_sha256_file(first, one, NULL), ARMEX_OK);
        assert_int_equal(armex_sha256_file(second, two, NULL), ARMEX_OK);
        assert_string_equal(first, second);
    }
}

static void a_report_up_to_date_is_left_alone(void **state)
{
    (void)state;
    struct armex_report_outcome outcome;
    struct armex_error error = {0};
    struct armex_report_request request = request_for(with_table, "kept");

    request.if_changed = true;
    make(&request, &outcome);
    assert_true(outcome.written);
    make(&request, &outcome);
    assert_false(outcome.written);
    written("kept/index.html", "altered");
    request.check = true;
    assert_int_equal(run(&request, &outcome, &error), ARMEX_ANSWER_NO);
    assert_string_equal(error.message,
                        "kept: is out of date: 'index.html' was altered");
    request.check = false;
    make(&request, &outcome);
    assert_true(outcome.written);
    request.version = "1.2.4";
    request.check = true;
    assert_int_equal(run(&request, &outcome, &error), ARMEX_ANSWER_NO);
    assert_string_equal(error.message, "kept: is out of date: the data, the "
                                       "specification or the program have changed");
    request.folder = "nowhere";
    assert_int_equal(run(&request, &outcome, &error), ARMEX_ANSWER_NO);
    assert_string_equal(error.message,
                        "nowhere: is out of date: there is no report yet");
    assert_int_equal(access("nowhere", F_OK), -1);
}

static void assert_fault(const char *yaml, const char *message)
{
    struct armex_error error = {0};
    const struct armex_report_request request = request_for(yaml, "fault");

    assert_int_equal(run(&request, NULL, &error), ARMEX_BAD_SPEC);
    assert_string_equal(error.message, message);
    assert_int_equal(access("fault", F_OK), -1);
}

#define ONE_SECTION "sections:\n  - heading: One\n"

static void a_question_that_fails_is_named_with_its_place(void **state)
{
    (void)state;
    assert_fault(
        "title: T\nfigures:\n  a: {analysis: show, dataset: orders, "
        "column: valeu}\n" ONE_SECTION,
        "spec.yaml:3:3: show has no column 'valeu'; there are: entity, name, "
        "year, value, unit, measure, scope, status, flow, first_month, years, break");
    assert_fault("title: T\nfigures:\n  a: {analysis: show, dataset: orders, "
                 "column: value}\n" ONE_SECTION,
                 "spec.yaml:3:3: 6 rows fit the figure 'a'; narrow the question, add "
                 "where, or pick first, last, largest or smallest");
    assert_fault("title: T\nfigures:\n"
                 "  a: {analysis: show, dataset: orders, column: year, pick: last}\n"
                 "  b: {analysis: show, dataset: orders, column: value, pick: last}\n"
                 "  c: {ratio: [a, b]}\n" ONE_SECTION,
                 "spec.yaml:5:3: 'c': 'a' and 'b' are of unlike units");
    assert_fault("title: T\nsections:\n  - heading: One\n    items:\n"
                 "      - {table: show, dataset: orders, columns: [naem]}\n",
                 "spec.yaml:5:50: show has no column 'naem'");
    assert_fault("title: At {a}\nfigures:\n  a: {analysis: show, dataset: orders, "
                 "column: value, where: {year: 1999}}\n" ONE_SECTION,
                 "spec.yaml:1:8: the title has a figure that is missing");
}

static void charts_are_drawn_for_page_and_folder(void **state)
{
    (void)state;
    struct armex_report_outcome outcome;
    const struct armex_report_request request = request_for(
        "title: Charts\nsections:\n  - heading: One\n    items:\n"
        "      - {chart: line, id: lines, dataset: orders, title: \"" HOSTILE2 "\"}\n",
        "charts");
    struct stat facts;

    if (system("gnuplot --version >/dev/null 2>&1") != 0)
        skip(); // gnuplot is not installed
    if (access(PAINTER, X_OK))
        skip(); // armex-paint is not built
    make(&request, &outcome);
    assert_int_equal(outcome.charts, 1);
    assert_int_equal(stat("charts/charts/lines.pdf", &facts), 0);
    assert_int_equal(stat("charts/charts/lines.png", &facts), 0);
    char *page = read_all("charts/index.html");
    assert_non_null(strstr(page, "<svg class=\"wide\" role=\"img\" "
                                 "id=\"lines.chart\" aria-label=\""));
    assert_non_null(strstr(page, "<svg class=\"narrow\" role=\"img\" "
                                 "aria-labelledby=\"lines.chart\""));
    assert_null(strstr(page, "<script>x"));
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_filled_and_untrue_ones_left_out),
        cmocka_unit_test(hostile_words_stay_words),
        cmocka_unit_test(two_runs_give_the_same_bytes),
        cmocka_unit_test(a_report_up_to_date_is_left_alone),
        cmocka_unit_test(a_question_that_fails_is_named_with_its_place),
        cmocka_unit_test(charts_are_drawn_for_page_and_folder),
    };
    return cmocka_run_group_tests(tests, make_store, NULL);
}
