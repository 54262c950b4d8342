/** tests/report/test_spec.c: every fault of a specification, with its whole message. */
#include "report/spec.h"
#include "written.h"

#define SECTION                                                                        \
    "sections:\n"                                                                      \
    "  - heading: One\n"                                                               \
    "    items:\n"                                                                     \
    "      - table: show\n"

static void assert_refused(const char *yaml, const char *message)
{
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    written("s.yaml", yaml);
    assert_int_equal(armex_spec_read(&spec, "s.yaml", &error), ARMEX_BAD_SPEC);
    assert_null(spec);
    assert_string_equal(error.message, message);
}

static struct armex_spec *spec_of(const char *yaml)
{
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    written("s.yaml", yaml);
    if (armex_spec_read(&spec, "s.yaml", &error) != ARMEX_OK)
        fail_msg("%s", error.message);
    return spec;
}

static void a_whole_specification_is_read(void **state)
{
    (void)state;
    struct armex_spec *spec =
        spec_of("title: The title\n"
                "as-of: 2025-02-01\n"
                "figures:\n"
                "  a: {analysis: show, column: value, entity: KOR}\n"
                "  b: {analysis: show, column: value, as-of: 2024}\n"
                "  c: {change: [a, b]}\n"
                "  d: {analysis: show, column: value, as-of: now}\n"
                "findings:\n"
                "  - figure: c\n"
                "    words: It {c:moved} to {{ {b}.\n"
                "    when: [a > 1e9, b != a]\n"
                "    see: first\n"
                "sections:\n"
                "  - heading: One\n"
                "    id: first\n"
                "    items:\n"
                "      - table: growth\n"
                "        method: cagr\n"
                "      - changes: revised\n");
    assert_string_equal(spec->language, "en");
    assert_int_equal(spec->n_figures, 4);
    assert_string_equal(spec->figures[0].query.as_of, "2025-02-01"); // inherited
    assert_string_equal(spec->figures[1].query.as_of, "2024");       // its own
    assert_null(spec->figures[3].query.as_of);
    assert_int_equal(spec->figures[2].kind, ARMEX_REPORT_FIGURE_CHANGE);
    assert_int_equal(spec->figures[2].of[1].index, 1);
    assert_int_equal(spec->findings[0].figure.index, 2);
    assert_int_equal(spec->findings[0].when.n, 2);
    assert_close(spec->findings[0].when.items[0].number, 1e9, 0.0);
    assert_string_equal(spec->sections[0].items[0].id, "table-1");
    assert_string_equal(spec->sections[0].items[1].id, "changes-1");
    assert_string_equal(spec->sections[0].items[0].query.method, "cagr");
    armex_spec_free(spec);
}

static void a_key_unknown_is_answered_with_the_nearest(void **state)
{
    (void)state;
    assert_refused("title: T\nsectoins: []\n",
                   "s.yaml:2:1: there is no key 'sectoins'; did you mean 'sections'?");
    assert_refused("title: T\n" SECTION "        entty: KOR\n",
                   "s.yaml:6:9: there is no key 'entty'; did you mean 'entity'?");
}

static void a_key_missing_is_named(void **state)
{
    (void)state;
    assert_refused(SECTION, "s.yaml:1:1: the key 'title' is missing");
    assert_refused("title: T\nsections:\n  - words: W\n",
                   "s.yaml:3:5: the key 'heading' is missing");
    assert_refused("title: T\nfigures:\n  a: {analysis: show}\n" SECTION,
                   "s.yaml:3:3: the key 'column' is missing");
}

static void a_value_of_the_wrong_type_is_refused(void **state)
{
    (void)state;
    assert_refused("title: [T]\n" SECTION, "s.yaml:1:1: a text is needed here");
    assert_refused("title:\n" SECTION, "s.yaml:1:1: a text is needed here");
    assert_refused("title: T\nfigures: none\n" SECTION,
                   "s.yaml:2:1: names with figures are needed here");
    assert_refused("just words\n",
                   "s.yaml:1:1: keys with values are needed here, such as title: ...");
    assert_refused("title: T\nsections: []\n", "s.yaml:2:1: the list is empty");
}

static void words_with_a_figure_that_is_not_there_are_refused(void **state)
{
    (void)state;
    assert_refused("title: In {orders_2022}\nfigures:\n"
                   "  orders_2023: {analysis: show, column: value}\n" SECTION,
                   "s.yaml:1:8: there is no figure 'orders_2022'; did you mean "
                   "'orders_2023'?");
    assert_refused("title: In {a:ordnal}\nfigures:\n"
                   "  a: {analysis: show, column: value}\n" SECTION,
                   "s.yaml:1:8: there is no style 'ordnal'; did you mean 'ordinal'?");
    assert_refused("title: \"In {a\"\n" SECTION,
                   "s.yaml:1:9: a '{' is never closed; write '{{' for a brace");
    assert_refused("title: In {}\n" SECTION, "s.yaml:1:8: there is no figure ''");
}

static void figures_are_made_only_of_figures_above_them(void **state)
{
    (void)state;
    assert_refused("title: T\nfigures:\n  b: {ratio: [b, a]}\n"
                   "  a: {analysis: show, column: value}\n" SECTION,
                   "s.yaml:3:15: the figure 'b' must stand above what is made from it");
    assert_refused("title: T\nfigures:\n  b: {ratio: [a]}\n" SECTION,
                   "s.yaml:3:7: two figures are needed, as in [first, second]");
    assert_refused("title: T\nfigures:\n  B: {analysis: show, column: v}\n" SECTION,
                   "s.yaml:3:3: 'B' is no name of a figure; use a-z, 0-9 and _");
}

static void conditions_say_how_they_are_written(void **state)
{
    (void)state;
    assert_refused("title: T\nfigures:\n  a: {analysis: show, column: value}\n"
                   "findings:\n  - {figure: a, words: W, when: a is 3}\n" SECTION,
                   "s.yaml:5:33: 'a is 3' is not a condition; write NAME > NAME or "
                   "NAME <= 10, with one of < <= > >= = !=");
    assert_refused("title: T\nfigures:\n  a: {analysis: show, column: value}\n"
                   "findings:\n  - {figure: a, words: W, when: a > bb}\n" SECTION,
                   "s.yaml:5:33: there is no figure 'bb'; there are: a");
}

static void items_are_of_one_kind_and_take_only_its_keys(void **state)
{
    (void)state;
    assert_refused("title: T\n" SECTION "        chart: line\n",
                   "s.yaml:6:9: an item is one of chart, table, changes, claim");
    assert_refused("title: T\nsections:\n  - heading: One\n    items:\n"
                   "      - id: one\n",
                   "s.yaml:5:9: an item is one of chart, table, changes, claim");
    assert_refused("title: T\nsections:\n  - heading: One\n    items:\n"
                   "      - chart: lin\n",
                   "s.yaml:5:9: there is no chart 'lin'; did you mean 'line'?");
    assert_refused("title: T\nsections:\n  - heading: One\n    items:\n"
                   "      - table: grwth\n",
                   "s.yaml:5:9: there is no analysis 'grwth'; did you mean 'growth'?");
    assert_refused("title: T\n" SECTION "        leaves-out: it\n",
                   "s.yaml:5:9: leaves-out belongs to a claim, not here");
    assert_refused("title: T\nsections:\n  - heading: One\n    items:\n"
                   "      - claim: It is so\n",
                   "s.yaml:5:9: the key 'parts' is missing");
}

static void ids_are_plain_and_unique_and_links_lead_somewhere(void **state)
{
    (void)state;
    assert_refused("title: T\n" SECTION "        id: ../etc\n",
                   "s.yaml:5:9: '../etc' is no id; use a-z, 0-9 and -, at most 64");
    assert_refused("title: T\n" SECTION "        id: sources\n",
                   "s.yaml:5:9: the id 'sources' is taken");
    assert_refused("title: T\nfigures:\n  a: {analysis: show, column: value}\n"
                   "findings:\n  - {figure: a, words: W, see: nowhere}\n" SECTION,
                   "s.yaml:5:32: nothing on the page has the id 'nowhere'");
}

static void what_is_no_yaml_or_could_grow_is_refused(void **state)
{
    (void)state;
    struct armex_spec *spec = NULL;
    struct armex_error error = {0};

    assert_refused("title: &a T\nkicker: *a\n" SECTION,
                   "s.yaml:2:10: a text is needed here");
    written("s.yaml", "title: [T\n");
    assert_int_equal(armex_spec_read(&spec, "s.yaml", &error), ARMEX_BAD_SPEC);
    assert_non_null(strstr(error.message, "is not YAML"));
    written("s.yaml", "title: T\ntitle: U\n");
    assert_int_equal(armex_spec_read(&spec, "s.yaml", &error), ARMEX_BAD_SPEC);
    assert_non_null(strstr(error.message, "is not YAML"));
    assert_refused("title: \"\xff\"\n" SECTION,
                   "s.yaml:1:9: is not YAML: double-quoted scalar is malformed UTF8");
    assert_int_equal(armex_spec_read(&spec, "absent.yaml", &error), ARMEX_NOT_FOUND);
}

static void a_question_has_yes_and_no_for_a_switch(void **state)
{
    (void)state;
    assert_refused("title: T\n" SECTION "        publications: perhaps\n",
                   "s.yaml:6:9: publications: 'perhaps' is not yes or no");
    struct armex_spec *spec =
        spec_of("title: T\n" SECTION "        publications: no\n");
    assert_null(spec->sections[0].items[0].query.publications);
    armex_spec_free(spec);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_specification_is_read),
        cmocka_unit_test(a_key_unknown_is_answered_with_the_nearest),
        cmocka_unit_test(a_key_missing_is_named),
        cmocka_unit_test(a_value_of_the_wrong_type_is_refused),
        cmocka_unit_test(words_with_a_figure_that_is_not_there_are_refused),
        cmocka_unit_test(figures_are_made_only_of_figures_above_them),
        cmocka_unit_test(conditions_say_how_they_are_written),
        cmocka_unit_test(items_are_of_one_kind_and_take_only_its_keys),
        cmocka_unit_test(ids_are_plain_and_unique_and_links_lead_somewhere),
        cmocka_unit_test(what_is_no_yaml_or_could_grow_is_refused),
        cmocka_unit_test(a_question_has_yes_and_no_for_a_switch),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
