/** tests/ingest/test_schema.c: what a table schema lets through, and what it does not.
 */
#include "ingest/schema.h"

#include <string.h>

#include "check.h"

static armex_status read_schema(struct armex_schema **schema, struct armex_json *json,
                                const char *text, struct armex_error *error)
{
    struct armex_node top;
    armex_status status = armex_json_read(json, "s.json", text, strlen(text), error);

    *schema = NULL;
    top = armex_json_top(json);
    return status ? status : armex_schema_read(schema, &top, error);
}

/** Holds the csv against the schema: "" if it passes, else the message. */
static void assert_answer(const char *schema_text, const char *csv, const char *message)
{
    struct armex_schema *schema = NULL;
    struct armex_sheet *sheet = NULL;
    struct armex_json json = {0};
    struct armex_error error = {0};
    armex_status status = read_schema(&schema, &json, schema_text, &error);

    if (!status)
        status = armex_sheet_read(&sheet, "x.csv", csv, strlen(csv), ',', &error);
    if (!status)
        status = armex_schema_check(schema, sheet, &error);
    assert_string_equal(error.message, message);
    assert_int_equal(status, *message ? ARMEX_BAD_INPUT : ARMEX_OK);
    armex_sheet_free(sheet);
    armex_schema_free(schema);
    armex_json_free(&json);
}

/** A schema of one field a, with this type and these constraints. */
#define FIELD(type, constraints)                                                       \
    "{\"fields\": [{\"name\": \"a\", \"type\": \"" type                                \
    "\", \"constraints\": {" constraints "}}]}"

static void every_type_has_its_values(void **state)
{
    (void)state;
    assert_answer(FIELD("string", ""), "a\nanything\n", "");
    assert_answer(FIELD("any", ""), "a\nanything\n", "");
    assert_answer(FIELD("integer", ""), "a\n-5\n\n0\n", "");
    assert_answer(
        FIELD("integer", ""), "a\n1\n2.5\n",
        "x.csv:3:1: '2.5' is not a value of 'a', which must be a whole number");
    assert_answer(FIELD("number", ""), "a\n-2.5e3\n", "");
    assert_answer(FIELD("number", ""), "a\n1 000\n",
                  "x.csv:2:1: '1 000' is not a value of 'a', which must be a number");
    assert_answer(FIELD("number", ""), "a\nnan\n",
                  "x.csv:2:1: 'nan' is not a value of 'a', which must be a number");
    assert_answer(FIELD("year", ""), "a\n20xx\n",
                  "x.csv:2:1: '20xx' is not a value of 'a', which must be a year");
    assert_answer(FIELD("date", ""), "a\n2024-02-29\n", "");
    assert_answer(FIELD("date", ""), "a\n2023-02-29\n",
                  "x.csv:2:1: '2023-02-29' is not a value of 'a', which must be a day, "
                  "YYYY-MM-DD");
    assert_answer(FIELD("date", ""), "a\n2023-02\n",
                  "x.csv:2:1: '2023-02' is not a value of 'a', which must be a day, "
                  "YYYY-MM-DD");
    assert_answer(FIELD("boolean", ""), "a\ntrue\n0\n", "");
    assert_answer(
        FIELD("boolean", ""), "a\nyes\n",
        "x.csv:2:1: 'yes' is not a value of 'a', which must be true or false");
}

static void every_constraint_holds(void **state)
{
    (void)state;
    assert_answer(FIELD("string", "\"required\": true"), "a\nx\n\"\"\n",
                  "x.csv:3:1: 'a' is empty; the schema requires a value");
    assert_answer(FIELD("string", "\"enum\": [\"x\", \"y\"]"), "a\nx\n\ny\n", "");
    assert_answer(
        FIELD("string", "\"enum\": [\"x\", \"y\"]"), "a\nz\n",
        "x.csv:2:1: 'z' is not a value of 'a', which must be one of the words "
        "in the schema");
    assert_answer(FIELD("integer", "\"enum\": [1, 4]"), "a\n4\n", "");
    assert_answer(FIELD("integer", "\"minimum\": 1, \"maximum\": 12"), "a\n1\n12\n",
                  "");
    assert_answer(FIELD("integer", "\"minimum\": 1"), "a\n0\n",
                  "x.csv:2:1: '0' is not a value of 'a', which must not be below the "
                  "schema's minimum");
    assert_answer(
        FIELD("number", "\"maximum\": 100"), "a\n100.5\n",
        "x.csv:2:1: '100.5' is not a value of 'a', which must not be above the "
        "schema's maximum");
    assert_answer(FIELD("string", "\"minLength\": 2, \"maxLength\": 3"), "a\nxyz\n",
                  "");
    assert_answer(FIELD("string", "\"maxLength\": 3"), "a\nwxyz\n",
                  "x.csv:2:1: 'wxyz' is not a value of 'a', which must keep to the "
                  "length in the schema");
    assert_answer(FIELD("string", "\"unique\": true"), "a\nx\n\n\ny\n", "");
    assert_answer(FIELD("string", "\"unique\": true"), "a\nx\ny\nx\n",
                  "x.csv:4:1: this row repeats the a of line 2");
}

static void patterns_hold_for_the_whole_cell(void **state)
{
    (void)state;
    assert_answer(FIELD("string", "\"pattern\": \"[A-Z]{3}\""), "a\nKOR\n", "");
    assert_answer(FIELD("string", "\"pattern\": \"^\\\\d{4}(?:-\\\\d{2})?$\""),
                  "a\n2023\n2023-12\n", "");
    assert_answer(FIELD("string", "\"pattern\": \"[\\\\d.]+|none\""), "a\n2.5\nnone\n",
                  "");
    assert_answer(FIELD("string", "\"pattern\": \"[A-Z]{3}\""), "a\nKORX\n",
                  "x.csv:2:1: 'KORX' is not a value of 'a', which must match the "
                  "schema's pattern");
}

static void patterns_that_could_take_all_memory_or_time_are_refused(void **state)
{
    (void)state;
    assert_answer(FIELD("string", "\"pattern\": \"((a{1,100}){1,100}){1,100}\""), "a\n",
                  "s.json:1:72: the pattern repeats more than 1,000 times");
    assert_answer(
        FIELD("string", "\"pattern\": \"(a)\\\\1\""), "a\n",
        "s.json:1:72: the pattern refers back to what it matched, which is not "
        "read");
    assert_answer(FIELD("string", "\"pattern\": \"(a\""), "a\n",
                  "s.json:1:72: '(a' is no regular expression that can be read here");
}

static void fields_and_columns_must_be_the_same(void **state)
{
    (void)state;
    static const char schema[] = "{\"fields\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}";
    assert_answer(schema, "b,a\n1,2\n", ""); // in any order
    assert_answer(schema, "a\n1\n",
                  "x.csv:1:1: the column 'b' of the schema is missing");
    assert_answer(schema, "a,b,c\n1,2,3\n", "x.csv:1:5: the schema has no field 'c'");
}

static void a_primary_key_is_unique(void **state)
{
    (void)state;
    static const char schema[] = "{\"fields\": [{\"name\": \"a\"}, {\"name\": \"b\"}],"
                                 " \"primaryKey\": [\"a\", \"b\"]}";
    assert_answer(schema, "a,b\n1,1\n1,2\n", "");
    assert_answer(schema, "a,b\n1,1\n1,2\n1,1\n",
                  "x.csv:4:1: this row repeats the primary key of line 2");
    assert_answer("{\"fields\": [{\"name\": \"a\"}], \"primaryKey\": \"z\"}", "a\n",
                  "x.csv:1:1: the primary key's column 'z' is missing");
}

static void words_for_missing_make_a_cell_empty(void **state)
{
    (void)state;
    static const char schema[] =
        "{\"fields\": [{\"name\": \"a\", \"type\": \"number\"}],"
        " \"missingValues\": [\"\", \"n/a\"]}";
    assert_answer(schema, "a\n1\nn/a\n", "");
    assert_answer(schema, "a\n-\n",
                  "x.csv:2:1: '-' is not a value of 'a', which must be a number");
}

static void a_schema_that_cannot_be_read_is_refused_at_its_place(void **state)
{
    (void)state;
    assert_answer("{}", "a\n", "s.json:1:1: the schema names no fields");
    assert_answer("{\"fields\": [{\"type\": \"string\"}]}", "a\n",
                  "s.json:1:13: 'name' is missing");
    assert_answer(FIELD("geopoint", ""), "a\n",
                  "s.json:1:35: the type 'geopoint' is not read; types are string, "
                  "integer, number, year, date, boolean, any");
    assert_answer(FIELD("number", "\"minimum\": \"x\""), "a\n",
                  "s.json:1:72: this is no number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_type_has_its_values),
        cmocka_unit_test(every_constraint_holds),
        cmocka_unit_test(patterns_hold_for_the_whole_cell),
        cmocka_unit_test(patterns_that_could_take_all_memory_or_time_are_refused),
        cmocka_unit_test(fields_and_columns_must_be_the_same),
        cmocka_unit_test(a_primary_key_is_unique),
        cmocka_unit_test(words_for_missing_make_a_cell_empty),
        cmocka_unit_test(a_schema_that_cannot_be_read_is_refused_at_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
