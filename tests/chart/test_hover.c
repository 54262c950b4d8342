/** tests/chart/test_hover.c: marks of an SVG say their figures when pointed at. */
#include "tables.h"

#include <stdio.h>

#include "chart/hover.h"

static void draw(struct armex_text *out, const char *kind,
                 const struct armex_table *table, enum armex_chart_format format)
{
    struct armex_chart chart = chart_of(kind, table);
    chart.format = format;
    assert_int_equal(armex_chart_draw(out, &chart, &tools, NULL), ARMEX_OK);
}

static size_t count(const char *text, const char *wanted)
{
    size_t n = 0;
    for (; (text = strstr(text, wanted)); text++)
        n++;
    return n;
}

static void each_figure_of_a_line_speaks_with_unit_and_status(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text out = {0};
    struct armex_table *table = show_of(korea, 6, "usd");
    draw(&out, "line", table, ARMEX_SVG);
    assert_non_null(
        strstr(out.data, "<title>South Korea, 2022: $17.3 billion</title>"));
    assert_non_null(strstr(
        out.data, "<title>South Korea, 2025: $15.0 billion, preliminary</title>"));
    assert_int_equal(count(out.data, "</title></path>"), 6);
    assert_non_null(strstr(out.data, "<g fill=\"none\" pointer-events=\"all\">"));
    armex_text_free(&out);
    armex_table_free(table);
}

static void a_gap_says_nothing(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    static const struct observation rows[] = {
        {"KOR", "South Korea", 2020, 3.0e9, "final"},
        {"KOR", "South Korea", 2021, NAN, "missing"},
        {"KOR", "South Korea", 2022, 17.3e9, "final"},
    };
    static const char *const kinds[] = {"line", "heat", "multiples"};
    struct armex_table *table = show_of(rows, 3, "usd");
    for (size_t i = 0; i < 3; i++) {
        struct armex_text out = {0};
        draw(&out, kinds[i], table, ARMEX_SVG);
        assert_int_equal(count(out.data, "</title></path>"), 2);
        assert_null(strstr(out.data, ", 2021: "));
        armex_text_free(&out);
    }
    armex_table_free(table);
}

static void names_cannot_break_out(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    static const struct observation rows[] = {
        {"KOR", "</title><script>x</script>&]]>", 2020, 3.0e9, "final"},
        {"KOR", "</title><script>x</script>&]]>", 2021, 4.0e9, "final"},
    };
    struct armex_text out = {0};
    struct armex_table *table = show_of(rows, 2, "usd");
    draw(&out, "line", table, ARMEX_SVG);
    assert_null(strstr(out.data, "<script"));
    assert_null(strstr(out.data, "]]>"));
    assert_non_null(strstr(out.data, "&lt;/title&gt;&lt;script&gt;"));
    armex_text_free(&out);
    armex_table_free(table);
}

static void many_lines_leave_the_word_to_the_subject(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    enum { LINES = 13, YEARS = 50 };
    static struct observation rows[LINES * YEARS];
    static char codes[LINES][4];
    for (size_t l = 0; l < LINES; l++) {
        snprintf(codes[l], sizeof codes[l], "X%c%c", (char)('A' + l), 'A');
        for (size_t i = 0; i < YEARS; i++)
            rows[l * YEARS + i] = (struct observation){
                codes[l], codes[l], 1970 + (int)i, 1e6 * (double)(l + 1), "final"};
    }
    struct armex_text out = {0};
    struct armex_table *table = show_of(rows, LINES * YEARS, "usd");
    draw(&out, "line", table, ARMEX_SVG);
    assert_true(LINES * YEARS > ARMEX_HOVERS);
    assert_int_equal(count(out.data, "</title></path>"), YEARS);
    assert_int_equal(count(out.data, "<title>XAA, "), YEARS);
    armex_text_free(&out);
    armex_table_free(table);
}

static void what_does_not_extend_is_left_out(void **state)
{
    (void)state;
    const struct armex_chart chart = {.format = ARMEX_SVG};
    const struct armex_chart still = {.format = ARMEX_PDF};
    struct armex_drawing drawing = {.chart = &chart};
    armex_hover_add(&drawing, (struct armex_field){1, 2, 0, 4}, "flat");
    armex_hover_add(&drawing, armex_field_around(NAN, 2, 4), "nowhere");
    assert_int_equal(drawing.hovers.length, 0);
    armex_hover_add(&drawing, armex_field_around(10.26, 20, 4), "a \"b\" & c");
    assert_string_equal(drawing.hovers.data, "<path d=\"M6 16h8v8h-8\"><title>a "
                                             "“b” &amp; c</title></path>\n");
    const size_t length = drawing.hovers.length;
    drawing.chart = &still;
    armex_hover_add(&drawing, armex_field_around(10, 20, 4), "a pdf has none");
    assert_int_equal(drawing.hovers.length, length);
    armex_text_free(&drawing.hovers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_figure_of_a_line_speaks_with_unit_and_status),
        cmocka_unit_test(a_gap_says_nothing),
        cmocka_unit_test(names_cannot_break_out),
        cmocka_unit_test(many_lines_leave_the_word_to_the_subject),
        cmocka_unit_test(what_does_not_extend_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
