/** tests/ingest/test_sheet.c: a header, and rows as long as it. */
#include "ingest/sheet.h"

#include <string.h>

#include "check.h"

static struct armex_sheet *sheet_of(const char *text)
{
    struct armex_sheet *sheet = NULL;
    struct armex_error error;
    if (armex_sheet_read(&sheet, "x.csv", text, strlen(text), 0, &error))
        fail_msg("%s", error.message);
    return sheet;
}

static void assert_refused(const char *text, const char *message)
{
    struct armex_sheet *sheet = (struct armex_sheet *)&text;
    struct armex_error error = {0};
    assert_int_equal(armex_sheet_read(&sheet, "x.csv", text, strlen(text), ',', &error),
                     ARMEX_BAD_INPUT);
    assert_null(sheet);
    assert_string_equal(error.message, message);
}

static void columns_are_found_by_name_and_cells_by_row(void **state)
{
    (void)state;
    struct armex_sheet *sheet = sheet_of("entity,year\nKOR,2021\n\nPOL,2022\n\n");
    assert_int_equal(sheet->n_rows, 2); // lines that hold nothing are no rows
    assert_int_equal(armex_sheet_column(sheet, "year"), 1);
    assert_int_equal(armex_sheet_column(sheet, "yea"), 2);
    assert_true(armex_cell_is(armex_sheet_cell(sheet, 1, 0), "POL"));
    assert_int_equal(armex_sheet_place(sheet, 1, 1).line, 4);
    assert_int_equal(armex_sheet_place(sheet, 1, 1).column, 5);
    armex_sheet_free(sheet);
}

static void an_empty_line_of_a_single_column_is_an_empty_cell(void **state)
{
    (void)state;
    struct armex_sheet *sheet = sheet_of("value\n1\n\n2\n");
    assert_int_equal(sheet->n_rows, 3);
    assert_int_equal(armex_sheet_cell(sheet, 1, 0)->length, 0);
    armex_sheet_free(sheet);
}

static void a_row_of_another_length_is_refused_with_both_counts(void **state)
{
    (void)state;
    assert_refused("a,b\n1,2\n3\n", "x.csv:3:1: this row has 1 cell, the header 2");
    assert_refused("a,b\n\"1\n\",2\n3,4,5\n",
                   "x.csv:4:1: this row has 3 cells, the header 2");
}

static void delimiters_left_at_line_ends_are_passed_over(void **state)
{
    (void)state;
    struct armex_sheet *sheet = sheet_of("a,b,,\n1,2,,\n3,4\n,,\n,,,,,\n5,,,\n");
    assert_int_equal(sheet->n_columns, 2);
    assert_int_equal(sheet->n_rows, 3);
    assert_int_equal(armex_sheet_cell(sheet, 2, 1)->length, 0);
    armex_sheet_free(sheet);
    assert_refused("a,b,,\n1,2,,3\n", "x.csv:2:1: this row has 4 cells, the header 2");
    assert_refused(",,\n", "x.csv:1:1: column 1 of the header has no name");
}

static void a_header_must_name_every_column_once(void **state)
{
    (void)state;
    assert_refused("", "x.csv:1:1: the file is empty; it needs a header line");
    assert_refused("a,,b\n", "x.csv:1:3: column 2 of the header has no name");
    assert_refused("a,b,a\n", "x.csv:1:5: columns 1 and 3 are both called 'a'");
}

static void a_fault_below_the_header_keeps_its_place(void **state)
{
    (void)state;
    assert_refused("a,b\n1,2\n3,\"4\n",
                   "x.csv:3:3: the quote that opens here is never closed");
}

static void the_first_repeated_key_is_found_with_the_row_it_repeats(void **state)
{
    (void)state;
    struct armex_sheet *sheet =
        sheet_of("a,b,c\n1,x,0\n2,y,0\n1,z,0\n2,y,1\n1,x,2\n1,x,3\n");
    const size_t key[] = {0, 1};
    size_t row, earlier;
    assert_int_equal(armex_sheet_repeat(&row, &earlier, sheet, key, 2, true, NULL), 0);
    assert_int_equal(row, 3);
    assert_int_equal(earlier, 1);
    const size_t all[] = {0, 1, 2};
    assert_int_equal(armex_sheet_repeat(&row, &earlier, sheet, all, 3, true, NULL), 0);
    assert_int_equal(row, sheet->n_rows);
    armex_sheet_free(sheet);
}

static void empty_cells_repeat_each_other_only_in_a_key(void **state)
{
    (void)state;
    struct armex_sheet *sheet = sheet_of("a,b\n,1\n,2\n");
    const size_t column = 0;
    size_t row, earlier;
    assert_int_equal(armex_sheet_repeat(&row, &earlier, sheet, &column, 1, false, NULL),
                     0);
    assert_int_equal(row, sheet->n_rows);
    assert_int_equal(armex_sheet_repeat(&row, &earlier, sheet, &column, 1, true, NULL),
                     0);
    assert_int_equal(row, 1);
    armex_sheet_free(sheet);
}

static void a_long_header_is_listed_in_part(void **state)
{
    (void)state;
    struct armex_sheet *sheet = sheet_of("a,b,c,d,e,f,g,h\n");
    assert_string_equal(armex_header_words(sheet->header, sheet->n_columns).text,
                        "a, b, c, d, e, f and 2 more");
    assert_string_equal(armex_header_words(sheet->header, 2).text, "a, b");
    armex_sheet_free(sheet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_are_found_by_name_and_cells_by_row),
        cmocka_unit_test(an_empty_line_of_a_single_column_is_an_empty_cell),
        cmocka_unit_test(a_row_of_another_length_is_refused_with_both_counts),
        cmocka_unit_test(delimiters_left_at_line_ends_are_passed_over),
        cmocka_unit_test(a_header_must_name_every_column_once),
        cmocka_unit_test(a_fault_below_the_header_keeps_its_place),
        cmocka_unit_test(the_first_repeated_key_is_found_with_the_row_it_repeats),
        cmocka_unit_test(empty_cells_repeat_each_other_only_in_a_key),
        cmocka_unit_test(a_long_header_is_listed_in_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
