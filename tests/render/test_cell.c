/** tests/render/test_cell.c: numbers as people read them. */
#include "tables.h"

#include <float.h>

/* The cell of a one-column table of `type`; `others` stand in the rows below. */
static const char *cell(enum armex_column_type type, double value, int scale,
                        const double *others, size_t n)
{
    static char text[512];
    const struct armex_column column = {"x", "X", "", "", type, false};
    struct armex_table *table = table_of(&column, 1);

    for (size_t i = 0; i <= n; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_number(table, 0, i ? others[i - 1] : value, NULL),
                         ARMEX_OK);
    }
    const size_t length = armex_render_cell(text, sizeof text, table, 0, 0, scale);
    assert_int_equal(length, strlen(text));
    armex_table_free(table);
    return text;
}

static void a_missing_number_is_a_dash_whatever_it_counts(void **state)
{
    (void)state;
    for (int type = ARMEX_COLUMN_YEAR; type <= ARMEX_COLUMN_PRINTED_WHOLE; type++)
        assert_string_equal(cell((enum armex_column_type)type, NAN, 0, NULL, 0), "–");
}

static void fractions_are_per_cent_rounded_in_decimal(void **state)
{
    (void)state;
    assert_string_equal(cell(ARMEX_COLUMN_FRACTION, 0.25, 0, NULL, 0), "25.0");
    assert_string_equal(cell(ARMEX_COLUMN_FRACTION, 0.0725, 0, NULL, 0), "7.3");
    assert_string_equal(cell(ARMEX_COLUMN_FRACTION, 1.0, 0, NULL, 0), "100.0");
    assert_string_equal(cell(ARMEX_COLUMN_FRACTION, 0.0, 0, NULL, 0), "0.0");
    assert_string_equal(cell(ARMEX_COLUMN_FRACTION, 0.0004, 0, NULL, 0), "<0.1");
}

static void before_2015_sipri_printed_whole_per_cents_throughout(void **state)
{
    (void)state;
    assert_string_equal(cell(ARMEX_COLUMN_PRINTED_WHOLE, 0.0536, 0, NULL, 0), "5");
    assert_string_equal(cell(ARMEX_COLUMN_PRINTED_WHOLE, -0.0943, 0, NULL, 0), "−9");
    assert_string_equal(cell(ARMEX_COLUMN_PRINTED_WHOLE, 0.004, 0, NULL, 0), "<0.5");
    assert_string_equal(cell(ARMEX_COLUMN_PRINTED_WHOLE, 0.0, 0, NULL, 0), "0");
}

static void changes_show_their_sign(void **state)
{
    (void)state;
    assert_string_equal(cell(ARMEX_COLUMN_CHANGE, 0.25, 0, NULL, 0), "+25.0");
    assert_string_equal(cell(ARMEX_COLUMN_CHANGE, -0.033, 0, NULL, 0), "−3.3");
    assert_string_equal(cell(ARMEX_COLUMN_CHANGE, 12.345, 0, NULL, 0), "+1,234.5");
    assert_string_equal(cell(ARMEX_COLUMN_CHANGE, 0.0, 0, NULL, 0), "0.0");
    assert_string_equal(cell(ARMEX_COLUMN_CHANGE, -0.0001, 0, NULL, 0), "0.0");
}

static void years_have_no_thousands_and_counts_do(void **state)
{
    (void)state;
    const double tie = 2.5;
    assert_string_equal(cell(ARMEX_COLUMN_YEAR, 2023, 0, NULL, 0), "2023");
    assert_string_equal(cell(ARMEX_COLUMN_COUNT, 12345, 0, NULL, 0), "12,345");
    assert_string_equal(cell(ARMEX_COLUMN_COUNT, 1, 0, &tie, 1), "1.0");
}

static void amounts_are_divided_by_the_scale_and_zero_is_not_tiny(void **state)
{
    (void)state;
    const double fine = 7.25e9, whole = 3e6;
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 14e9, 9, NULL, 0), "14");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 14e9, 9, &fine, 1), "14.0");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 7.25e9, 9, NULL, 0), "7.3");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 12345e6, 6, &whole, 1), "12,345");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 1e6, 9, NULL, 0), "<0.1");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 0.0, 9, &fine, 1), "0.0");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, -2e9, 9, NULL, 0), "−2");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 0.9234, 0, NULL, 0), "0.923");
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, 1290.25, 0, NULL, 0), "1,290.3");
}

static void other_numbers_keep_three_digits_below_one(void **state)
{
    (void)state;
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 0.98765, 0, NULL, 0), "0.988");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 0.012345, 0, NULL, 0), "0.0123");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 1e-9, 0, NULL, 0), "<0.00001");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, -1e-9, 0, NULL, 0), ">\u22120.00001");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, -0.0, 0, NULL, 0), "0");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 12.345, 0, NULL, 0), "12.35");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 7, 0, NULL, 0), "7");
}

static void the_largest_and_smallest_doubles_are_written(void **state)
{
    (void)state;
    assert_int_equal(strlen(cell(ARMEX_COLUMN_AMOUNT, DBL_MAX, 0, NULL, 0)), 411);
    assert_string_equal(cell(ARMEX_COLUMN_AMOUNT, DBL_MIN, 9, NULL, 0), "<0.1");
    assert_string_equal(cell(ARMEX_COLUMN_NUMBER, 5e-324, 0, NULL, 0), "<0.00001");
    assert_int_equal(strlen(cell(ARMEX_COLUMN_FRACTION, DBL_MAX, 0, NULL, 0)), 413);
}

static void a_text_is_one_line_and_moves_no_cursor(void **state)
{
    (void)state;
    char text[64];
    struct armex_table *table = table_with_name("a\nb\t\x1b[2J\xff \u202eevil");
    assert_int_equal(armex_render_cell(text, sizeof text, table, 0, 0, 0), 19);
    assert_string_equal(text, "a b  [2J\ufffd \ufffdevil");
    assert_int_equal(armex_render_cell(text, 10, table, 0, 0, 0), 0);
    assert_string_equal(text, "");
    assert_int_equal(armex_render_cell(text, 0, table, 0, 0, 0), 0);
    armex_table_free(table);
}

/* The scale of a column that holds `values`. */
static int scale_of(const double *values, size_t n)
{
    const struct armex_column column = {"x",  "X", "usd", "", ARMEX_COLUMN_AMOUNT,
                                        false};
    struct armex_table *table = table_of(&column, 1);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
        assert_int_equal(armex_table_number(table, 0, values[i], NULL), ARMEX_OK);
    }
    const int scale = armex_render_scale(table, 0);
    armex_table_free(table);
    return scale;
}

static void the_scale_suits_the_middle_figure(void **state)
{
    (void)state;
    const double billions[] = {14e9, 0.3e9, 7.3e9, NAN, 0.0};
    const double millions[] = {14e9, 0.3e9, 20e6, 20e6, 20e6};
    const double thousands[] = {-50e3, 20e3}, units[] = {9999, 1}, none[] = {NAN, 0};
    assert_int_equal(scale_of(billions, 5), 9);
    assert_int_equal(scale_of(millions, 5), 6);
    assert_int_equal(scale_of(thousands, 2), 3);
    assert_int_equal(scale_of(units, 2), 0);
    assert_int_equal(scale_of(none, 2), 0);
    assert_int_equal(scale_of(none, 0), 0);
    assert_string_equal(armex_render_scale_word(9), "billion");
    assert_string_equal(armex_render_scale_word(0), "");
    assert_string_equal(armex_render_scale_word(4), "");
    assert_string_equal(armex_render_scale_word(-3), "");
}

static void formats_have_names(void **state)
{
    (void)state;
    enum armex_format format = ARMEX_FORMAT_CSV;
    assert_true(armex_format_parse(&format, "latexx", 5));
    assert_int_equal(format, ARMEX_FORMAT_LATEX);
    assert_false(armex_format_parse(&format, "html", 4));
    assert_int_equal(format, ARMEX_FORMAT_LATEX);
}

/* SIPRI's fact sheets since March 2019: "37 ... 5.7 ... 0.6", "-3.3", "210". */
static void per_cents_as_sipri_prints_them_have_two_digits_or_one_decimal(void **state)
{
    (void)state;
    const struct {
        double fraction;
        const char *text;
    } cases[] = {{0.4171, "42"},  {0.0571, "5.7"},   {0.0995, "10"},
                 {0.0994, "9.9"}, {-0.0329, "−3.3"}, {2.0, "200"},
                 {-0.525, "−53"}, {0.0004, "<0.05"}, {11.3846, "1,138"},
                 {0.0, "0.0"},    {0.1716, "17"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(cell(ARMEX_COLUMN_PRINTED, cases[i].fraction, 0, NULL, 0),
                            cases[i].text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_missing_number_is_a_dash_whatever_it_counts),
        cmocka_unit_test(fractions_are_per_cent_rounded_in_decimal),
        cmocka_unit_test(before_2015_sipri_printed_whole_per_cents_throughout),
        cmocka_unit_test(changes_show_their_sign),
        cmocka_unit_test(years_have_no_thousands_and_counts_do),
        cmocka_unit_test(amounts_are_divided_by_the_scale_and_zero_is_not_tiny),
        cmocka_unit_test(other_numbers_keep_three_digits_below_one),
        cmocka_unit_test(the_largest_and_smallest_doubles_are_written),
        cmocka_unit_test(a_text_is_one_line_and_moves_no_cursor),
        cmocka_unit_test(the_scale_suits_the_middle_figure),
        cmocka_unit_test(formats_have_names),
        cmocka_unit_test(per_cents_as_sipri_prints_them_have_two_digits_or_one_decimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
