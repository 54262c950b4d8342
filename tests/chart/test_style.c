/** tests/chart/test_style.c: a chart for paper or for a slide. */
#include "courses.h"

#include <stdio.h>

static void draw(struct armex_text *out, const char *kind,
                 const struct armex_table *table, enum armex_chart_style style,
                 enum armex_chart_format format)
{
    struct armex_chart chart = chart_of(kind, table);
    chart.style = style;
    chart.format = format;
    assert_int_equal(armex_chart_draw(out, &chart, &tools, NULL), ARMEX_OK);
}

static unsigned big_endian(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (unsigned)at[0] << 24 | (unsigned)at[1] << 16 | (unsigned)at[2] << 8 | at[3];
}

static struct armex_table *table_for(const struct armex_chart_kind *kind)
{
    static const struct place places[] = {
        {1, "USA", "United States", 2018, 45.5e9, 0.344, 1, NAN, NAN, 5},
        {2, "KOR", "South Korea", 2018, 2.3e9, 0.017, 4, NAN, NAN, 5},
        {1, "USA", "United States", 2023, 53.3e9, 0.417, 1, 0.344, 0.172, 5},
        {2, "KOR", "South Korea", 2023, 2.5e9, 0.020, 4, 0.017, 0.115, 5},
    };
    struct armex_table *own = own_table(kind);
    if (own)
        return own;
    return strcmp(kind->analysis, "rank") ? show_of(korea, 6, "usd")
                                          : rank_of(places, 4, "tiv", "deliveries-tiv");
}

static void a_slide_of_any_kind_is_1280_by_720(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    for (size_t k = 0; k < n; k++) {
        struct armex_text out = {0};
        struct armex_table *table = table_for(&kinds[k]);
        draw(&out, kinds[k].name, table, ARMEX_SLIDE, ARMEX_PNG);
        if (big_endian(out.data + 16) != 1280 || big_endian(out.data + 20) != 720)
            fail_msg("%s is %u by %u", kinds[k].name, big_endian(out.data + 16),
                     big_endian(out.data + 20));
        armex_text_free(&out);
        armex_table_free(table);
    }
}

static void a_slide_says_so_and_its_marks_speak(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text out = {0};
    struct armex_table *table = show_of(korea, 6, "usd");
    draw(&out, "line", table, ARMEX_SLIDE, ARMEX_SVG);
    assert_non_null(strstr(out.data, " width=\"1280\" height=\"720\""));
    assert_non_null(strstr(out.data, ", style slide</dc:format>"));
    assert_non_null(
        strstr(out.data, "<title>South Korea, 2022: $17.3 billion</title>"));
    armex_text_free(&out);
    armex_table_free(table);
}

static void paper_is_160_millimetres_wide_and_apart_in_grey(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text paper = {0}, web = {0};
    struct armex_table *table = show_of(korea, 6, "usd");
    draw(&paper, "line", table, ARMEX_PAPER, ARMEX_SVG);
    draw(&web, "line", table, ARMEX_WEB, ARMEX_SVG);
    assert_non_null(strstr(paper.data, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                       "width=\"604.7\""));
    assert_non_null(strstr(paper.data, "viewBox=\"0 0 720 "));
    assert_non_null(strstr(paper.data, ", style paper</dc:format>"));
    assert_null(strstr(paper.data, "#d1400c"));
    assert_non_null(strstr(paper.data, "#a62b00"));
    assert_null(strstr(web.data, "style "));
    armex_text_free(&paper);
    armex_text_free(&web);
    armex_table_free(table);
}

static void a_page_of_paper_is_that_wide_too(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_text out = {0};
    struct armex_table *table = show_of(korea, 6, "usd");
    draw(&out, "line", table, ARMEX_PAPER, ARMEX_PDF);
    const char *box = memmem(out.data, out.length, "/MediaBox [ 0 0 ", 16);
    assert_non_null(box);
    const double points = strtod(box + 16, NULL);
    assert_true(points >= 453.0 && points < 454.1); // 160 mm, cut to a whole point
    armex_text_free(&out);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_slide_of_any_kind_is_1280_by_720),
        cmocka_unit_test(a_slide_says_so_and_its_marks_speak),
        cmocka_unit_test(paper_is_160_millimetres_wide_and_apart_in_grey),
        cmocka_unit_test(a_page_of_paper_is_that_wide_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
