/** tests/chart/test_picture.c: a picture that is cut or damaged is found out. */
#include "tables.h"

#include "chart/picture.h"

static const struct armex_chart_words words = {"Title", "Subtitle", "Note", "Source",
                                               "Description \xf0\x9f\x9a\x80"};
static const struct armex_notes notes = {0};
static const struct armex_picture about = {.width = 720,
                                           .height = 500,
                                           .words = &words,
                                           .notes = &notes,
                                           .command = "armex plot",
                                           .family = "Inter",
                                           .font_file = "Inter-Regular.otf"};

static void draw(struct armex_text *out, enum armex_chart_format format)
{
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    chart.format = format;
    assert_int_equal(armex_chart_draw(out, &chart, &tools, NULL), ARMEX_OK);
    armex_table_free(table);
}

static armex_status finish(enum armex_chart_format format, const char *bytes,
                           size_t length, struct armex_error *error)
{
    struct armex_text out = {0};
    char *exact = malloc(length ? length : 1); // so that reading past it is seen
    memcpy(exact, bytes, length);
    const armex_status status =
        armex_picture_finish(&out, format, exact, length, &about, error);
    free(exact);
    armex_text_free(&out);
    return status;
}

/** What a picture is finished from: a .tex is painted from marks of SVG. */
static enum armex_chart_format made_of(enum armex_chart_format format)
{
    return format == ARMEX_TEX ? ARMEX_SVG : format;
}

static void expect_cuts_found(enum armex_chart_format format, size_t keep)
{
    struct armex_text whole = {0};
    draw(&whole, made_of(format));
    assert_int_equal(finish(format, whole.data, whole.length, NULL), ARMEX_OK);
    for (size_t n = 0; n + keep < whole.length; n += n < 200 ? 1 : 211)
        assert_int_equal(finish(format, whole.data, n, NULL), ARMEX_IO);
    armex_text_free(&whole);
}

static void every_cut_is_found(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    expect_cuts_found(ARMEX_SVG, 7); // the end of </svg>
    expect_cuts_found(ARMEX_PNG, 0);
    expect_cuts_found(ARMEX_PDF, 6); // the end of %%EOF
    expect_cuts_found(ARMEX_TEX, 7); // as of the svg
}

static void damage_never_makes_the_reader_stumble(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    unsigned seed = 1;
    for (int format = ARMEX_SVG; format <= ARMEX_TEX; format++) {
        struct armex_text whole = {0};
        draw(&whole, made_of((enum armex_chart_format)format));
        for (int i = 0; i < 300; i++) {
            char *damaged = malloc(whole.length);
            memcpy(damaged, whole.data, whole.length);
            for (int j = 0; j < 1 + i % 5; j++) {
                seed = seed * 1664525U + 1013904223U;
                // the ends hold the structure of pdf, the beginnings that of png
                const size_t span = i % 2 && whole.length > 900 ? 900 : whole.length;
                damaged[whole.length - 1 - (seed >> 4) % span] = (char)(seed >> 24);
            }
            finish((enum armex_chart_format)format, damaged, whole.length, NULL);
            free(damaged);
        }
        armex_text_free(&whole);
    }
}

static void a_flipped_bit_in_a_png_is_found(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    struct armex_text whole = {0};
    struct armex_error error = {0};
    draw(&whole, ARMEX_PNG);
    whole.data[whole.length / 2] ^= 4;
    assert_int_equal(finish(ARMEX_PNG, whole.data, whole.length, &error), ARMEX_IO);
    assert_string_equal(error.message, "armex-paint's png is damaged");
    armex_text_free(&whole);
}

static void svg_keeps_marks_and_words_and_nothing_that_runs(void **state)
{
    (void)state;
    const char svg[] =
        "<?xml version='1.0'?><svg><title>Gnuplot</title><defs><path d='M0,0'/></defs>"
        "<script>alert(1)</script><rect x='0' width='9' fill='#ffffff'/>"
        "<g id='a' stroke-width='2.00' onload='run()'><title>t</title>"
        "<path stroke='rgb( 26,  32,  38)' d='M10.00,20.04 L30.50,40.00'/></g>"
        "<use xlink:href='#gpPt6' transform='translate(5.00,6.00) scale(2.5)' "
        "color='rgb(209,  64,  12)'/>"
        "<g transform=\"translate(20.00,38.51)\" fill=\"rgb(1,2,3)\" "
        "font-family=\"Inter:Bold\" font-size=\"20.00\" text-anchor=\"middle\">"
        "<text>A &amp; ]]> b</text></g></svg>";
    const char expected[] =
        "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        "<path fill=\"none\" stroke=\"#1a2026\" stroke-width=\"2\" d=\"M10 20l20.5 "
        "20\"/>\n"
        "<circle cx=\"5\" cy=\"6\" r=\"2.5\" fill=\"#d1400c\"/>\n"
        "<text x=\"20\" y=\"38.5\" font-size=\"20\" font-weight=\"700\" "
        "text-anchor=\"middle\" fill=\"#010203\">A &amp; ]]&gt; b</text>\n</svg>\n";
    struct armex_text out = {0};
    assert_int_equal(armex_svg_finish(&out, svg, sizeof svg - 1, &about, NULL),
                     ARMEX_OK);
    const char *body = strstr(out.data, "<rect");
    assert_non_null(body);
    assert_string_equal(body, expected);
    assert_non_null(strstr(out.data, "<title>Title</title>"));
    assert_non_null(strstr(out.data, "role=\"img\""));
    armex_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cut_is_found),
        cmocka_unit_test(damage_never_makes_the_reader_stumble),
        cmocka_unit_test(a_flipped_bit_in_a_png_is_found),
        cmocka_unit_test(svg_keeps_marks_and_words_and_nothing_that_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
