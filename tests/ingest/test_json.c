/** tests/ingest/test_json.c: values, and where in the file they stood. */
#include "ingest/json.h"

#include <string.h>

#include "check.h"

static const char text[] = "{\n"
                           "  \"name\": \"a \\\"b\\\" {\",\n"
                           "  \"list\": [1, [2, \"]\"], {\"x\": true,\n"
                           "    \"deep\" : 2.5}],\n"
                           "  \"none\": null\n"
                           "}\n";

static struct armex_json json_of(const char *bytes)
{
    struct armex_json json;
    struct armex_error error;
    if (armex_json_read(&json, "x.json", bytes, strlen(bytes), &error))
        fail_msg("%s", error.message);
    return json;
}

static void assert_place(const struct armex_node *node, size_t line, size_t column)
{
    assert_int_equal(armex_node_place(node).line, line);
    assert_int_equal(armex_node_place(node).column, column);
}

static void values_know_where_they_stand(void **state)
{
    (void)state;
    struct armex_json json = json_of(text);
    const struct armex_node top = armex_json_top(&json);
    const struct armex_node name = armex_node_member(&top, "name");
    const struct armex_node list = armex_node_member(&top, "list");
    const struct armex_node second = armex_node_item(&list, 1);
    const struct armex_node third = armex_node_item(&list, 2);
    const struct armex_node deep = armex_node_member(&third, "deep");
    assert_place(&top, 1, 1);
    assert_place(&name, 2, 11);
    assert_place(&list, 3, 11);
    assert_place(&second, 3, 15);
    assert_place(&third, 3, 25);
    assert_place(&deep, 4, 14);
    armex_json_free(&json);
}

static void what_is_not_there_stands_where_it_should_be(void **state)
{
    (void)state;
    struct armex_json json = json_of(text);
    const struct armex_node top = armex_json_top(&json);
    const struct armex_node list = armex_node_member(&top, "list");
    const struct armex_node ninth = armex_node_item(&list, 9);
    const struct armex_node inside = armex_node_member(&ninth, "more");
    assert_null(inside.value);
    assert_place(&inside, 3, 11);
    armex_json_free(&json);
}

static void a_byte_order_mark_is_passed_over(void **state)
{
    (void)state;
    struct armex_json json = json_of("\xef\xbb\xbf{\"a\": 1}");
    const struct armex_node top = armex_json_top(&json);
    const struct armex_node a = armex_node_member(&top, "a");
    assert_place(&a, 1, 7);
    armex_json_free(&json);
}

static void faults_are_refused_at_the_byte_where_reading_ended(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *message;
    } cases[] = {
        {"{\"a\": 1,\n \"b\" 2}", "x.json:2:6: no JSON: ':' expected near '2'"},
        {"{\"a\": 1, \"a\": 2}",
         "x.json:1:12: no JSON: duplicate object key near '\"a\"'"},
        {"", "x.json:1:1: no JSON: '[' or '{' expected near end of file"},
        {"{} x", "x.json:1:4: no JSON: end of file expected near 'x'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct armex_json json;
        struct armex_error error = {0};
        assert_int_equal(armex_json_read(&json, "x.json", cases[i].bytes,
                                         strlen(cases[i].bytes), &error),
                         ARMEX_BAD_INPUT);
        assert_string_equal(error.message, cases[i].message);
    }
}

static void a_text_must_be_a_text_and_there_if_required(void **state)
{
    (void)state;
    struct armex_json json = json_of("{\"a\": 1,\n \"b\": \"x\"}");
    const struct armex_node top = armex_json_top(&json);
    const struct armex_node a = armex_node_member(&top, "a");
    const struct armex_node b = armex_node_member(&top, "b");
    const struct armex_node c = armex_node_member(&top, "c");
    struct armex_error error;
    const char *found;
    assert_int_equal(armex_node_text(&found, &b, true, NULL), ARMEX_OK);
    assert_string_equal(found, "x");
    assert_int_equal(armex_node_text(&found, &c, false, NULL), ARMEX_OK);
    assert_string_equal(found, "");
    assert_int_equal(armex_node_text(&found, &a, false, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "x.json:1:7: 'a' is no text");
    assert_int_equal(armex_node_text(&found, &c, true, &error), ARMEX_BAD_INPUT);
    assert_string_equal(error.message, "x.json:1:1: 'c' is missing");
    armex_json_free(&json);
}

static void scalars_are_spelt_as_a_csv_would(void **state)
{
    (void)state;
    struct armex_json json = json_of("[5, \"x\", 2.5, true, null]");
    const struct armex_node top = armex_json_top(&json);
    static const char *const expected[] = {"5", "x", "2.5", "true"};
    struct armex_arena *arena = armex_arena_create();
    struct armex_error error;
    const char *found;
    for (size_t i = 0; i < 4; i++) {
        const struct armex_node item = armex_node_item(&top, i);
        assert_int_equal(armex_node_spelling(&found, &item, arena, NULL), ARMEX_OK);
        assert_string_equal(found, expected[i]);
    }
    const struct armex_node null = armex_node_item(&top, 4);
    assert_int_equal(armex_node_spelling(&found, &null, arena, &error),
                     ARMEX_BAD_INPUT);
    assert_string_equal(error.message,
                        "x.json:1:21: this is neither a text nor a number");
    armex_arena_free(arena);
    armex_json_free(&json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_know_where_they_stand),
        cmocka_unit_test(what_is_not_there_stands_where_it_should_be),
        cmocka_unit_test(a_byte_order_mark_is_passed_over),
        cmocka_unit_test(faults_are_refused_at_the_byte_where_reading_ended),
        cmocka_unit_test(a_text_must_be_a_text_and_there_if_required),
        cmocka_unit_test(scalars_are_spelt_as_a_csv_would),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
