/** tests/render/test_machines.c: csv and json, whole. */
#include "tables.h"

#include <jansson.h>

static void csv_keeps_every_column_and_digit(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_int_equal(armex_table_number(table, 3, 0.1 + 0.2, NULL), ARMEX_OK);
    assert_renders(table, ARMEX_FORMAT_CSV,
                   "rank,entity,name,value,unit,share,change,year\n"
                   "1,USA,United States,80940000000,usd,0.7525,0.555,2023\n"
                   "2,TUR,Türkiye,5500000000,usd,0.0725,-0.0333,2023\n"
                   "3,KOR,South Korea,,usd,,,2023\n"
                   ",,,0.30000000000000004,,,,\n");
    armex_table_free(table);
}

static void a_csv_of_one_column_has_no_blank_lines(void **state)
{
    (void)state;
    const struct armex_column column = {"x", "X", "", "", ARMEX_COLUMN_NUMBER, false};
    struct armex_table *table = table_of(&column, 1);
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    assert_renders(table, ARMEX_FORMAT_CSV, "x\n\"\"\n");
    armex_table_free(table);
}

static void csv_writes_the_text_of_the_row_above_as_it_wrote_it(void **state)
{
    (void)state;
    static const struct armex_column two[] = {
        {"a", "A", "", "", ARMEX_COLUMN_TEXT, false},
        {"b", "B", "", "", ARMEX_COLUMN_TEXT, false}};
    static const char *const rows[][2] = {{"one, \"two\"", "=1+1"},
                                          {"one, \"two\"", "=1+1"},
                                          {" blank", "end "},
                                          {" blank", "=1+1"},
                                          {"", "a b"},
                                          {"", "a b"}};
    struct armex_table *table = table_of(two, 2);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 0, rows[i][0], NULL), ARMEX_OK);
        assert_int_equal(armex_table_text(table, 1, rows[i][1], NULL), ARMEX_OK);
    }
    assert_renders(table, ARMEX_FORMAT_CSV,
                   "a,b\n"
                   "\"one, \"\"two\"\"\",'=1+1\n"
                   "\"one, \"\"two\"\"\",'=1+1\n"
                   "\" blank\",\"end \"\n"
                   "\" blank\",'=1+1\n"
                   ",a b\n"
                   ",a b\n");
    armex_table_free(table);
}

static void json_is_one_object_with_the_promised_keys(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    assert_renders(
        table, ARMEX_FORMAT_JSON,
        "{\n"
        "  \"command\": \"armex rank\",\n"
        "  \"version\": \"1.0\",\n"
        "  \"sources\": [\n"
        "    {\"dataset\": \"national-figures\", \"vintage\": \"2026-02-12\", "
        "\"publisher\": \"armex\", \"sha256\": \"00ff\"}\n"
        "  ],\n"
        "  \"columns\": [\n"
        "    {\"name\": \"rank\", \"unit\": \"\", \"description\": \"1 is the "
        "largest\"},\n"
        "    {\"name\": \"entity\", \"unit\": \"\", \"description\": \"ISO 3166 "
        "code\"},\n"
        "    {\"name\": \"name\", \"unit\": \"\", \"description\": \"of the "
        "entity\"},\n"
        "    {\"name\": \"value\", \"unit\": \"\", \"description\": \"in the unit of "
        "the row\"},\n"
        "    {\"name\": \"unit\", \"unit\": \"\", \"description\": \"of the value\"},\n"
        "    {\"name\": \"share\", \"unit\": \"fraction\", \"description\": \"of "
        "all\"},\n"
        "    {\"name\": \"change\", \"unit\": \"fraction\", \"description\": \"of the "
        "value\"},\n"
        "    {\"name\": \"year\", \"unit\": \"year\", \"description\": \"ranked "
        "for\"}\n"
        "  ],\n"
        "  \"rows\": [\n"
        "    {\"rank\": 1, \"entity\": \"USA\", \"name\": \"United States\", "
        "\"value\": 80940000000, \"unit\": \"usd\", \"share\": 0.7525, \"change\": "
        "0.555, \"year\": 2023},\n"
        "    {\"rank\": 2, \"entity\": \"TUR\", \"name\": \"Türkiye\", \"value\": "
        "5500000000, \"unit\": \"usd\", \"share\": 0.0725, \"change\": -0.0333, "
        "\"year\": 2023},\n"
        "    {\"rank\": 3, \"entity\": \"KOR\", \"name\": \"South Korea\", "
        "\"value\": null, \"unit\": \"usd\", \"share\": null, \"change\": null, "
        "\"year\": 2023}\n"
        "  ],\n"
        "  \"notes\": [\n"
        "    \"licences & orders are not 100 % deliveries\"\n"
        "  ]\n"
        "}\n");
    armex_table_free(table);
}

static void json_without_anything_is_still_whole(void **state)
{
    (void)state;
    const struct armex_render_options none = {0, NULL, NULL};
    struct armex_table *table = table_of(NULL, 0);
    assert_renders_with(table, ARMEX_FORMAT_JSON, &none,
                        "{\n  \"command\": \"\",\n  \"version\": \"\",\n"
                        "  \"sources\": [],\n  \"columns\": [],\n  \"rows\": [],\n"
                        "  \"notes\": []\n}\n");
    armex_table_free(table);
}

/* What a JSON reader other than ours makes of a name. */
static void json_reads_back_as(const char *name, const char *expected)
{
    struct armex_table *table = table_with_name(name);
    char *text = rendered_with(table, ARMEX_FORMAT_JSON, &all_options);
    json_t *root = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(root);
    const json_t *row = json_array_get(json_object_get(root, "rows"), 0);
    assert_string_equal(json_string_value(json_object_get(row, "name")), expected);
    json_decref(root);
    free(text);
    armex_table_free(table);
}

static void any_text_comes_back_from_json(void **state)
{
    (void)state;
    char every[128];
    for (int c = 1; c < 128; c++)
        every[c - 1] = (char)c;
    every[127] = '\0';
    json_reads_back_as(every, every);
    json_reads_back_as("한국 \"\\/ </script> \u2028 😀",
                       "한국 \"\\/ </script> \u2028 😀");
    json_reads_back_as("\xff\xc3", "\ufffd\ufffd");
    json_reads_back_as("\xed\xa0\x80", "\ufffd\ufffd\ufffd"); // half a surrogate pair
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_keeps_every_column_and_digit),
        cmocka_unit_test(a_csv_of_one_column_has_no_blank_lines),
        cmocka_unit_test(csv_writes_the_text_of_the_row_above_as_it_wrote_it),
        cmocka_unit_test(json_is_one_object_with_the_promised_keys),
        cmocka_unit_test(json_without_anything_is_still_whole),
        cmocka_unit_test(any_text_comes_back_from_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
