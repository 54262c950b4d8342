/** tests/chart/test_picture.c: a picture that is cut or damaged is found out. */
#include "tables.h"

#include "chart/picture.h"
#include "chart/svg_path.h"
#include "chart/svg_pen.h"

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

/** gnuplot's boxes of a frame, of cells and of bars after them. */
#define FRAME(n, inside) "<g id='gnuplot_plot_" #n "'>" inside "</g>"
#define BOX(rgb, x)                                                                    \
    "<polygon fill='rgb(" rgb ")' points='" x ".02,30.00 " x ".52,30.00 " x            \
    ".52,10.00 " x ".02,10.00 '/>"
#define CRISP(inside) "<g shape-rendering='crispEdges'>" inside "</g>"
static const char boxes[] =
    "<svg><rect fill='#ffffff'/>" FRAME(1, CRISP(BOX("9,9,9", "1")) "<text>a</text>")
        FRAME(4, CRISP(BOX("1,2,3", "10") BOX("1,2,3", "20") BOX("3,2,1", "30")
                           BOX("3,2,1", "40"))) FRAME(5, "<text>5</text>") "</svg>";

/** Finishes the boxes with what their marks say; the marks alone, in `out`. */
static armex_status speak(struct armex_text *out, const char *hovers)
{
    struct armex_picture picture = about;
    picture.hovers = hovers;
    return armex_svg_finish(out, boxes, sizeof boxes - 1, &picture, NULL);
}

/** The frame's box is silent, the cells speak in their order, a fourth box is silent
 *  again, and the word over them lets the pointer through. */
static void marks_speak_themselves_and_those_of_one_colour_share_a_group(void **state)
{
    (void)state;
    struct armex_text out = {0};
    assert_int_equal(speak(&out, "one\ntwo\nthree\n<path d=\"M0 0h1v1h-1\"/>\n"),
                     ARMEX_OK);
    assert_string_equal(
        strstr(out.data, "<g "),
        "<g shape-rendering=\"crispEdges\">\n<path fill=\"#090909\" "
        "d=\"M1 30h.5v-20h-.5\"/>\n</g>\n"
        "<text x=\"0\" y=\"0\" font-size=\"12\" fill=\"\">a</text>\n"
        "<g shape-rendering=\"crispEdges\">\n<g fill=\"#010203\">\n"
        "<path d=\"M10 30h.5v-20h-.5\"><title>one</title></path>\n"
        "<path d=\"M20 30h.5v-20h-.5\"><title>two</title></path>\n</g>\n"
        "<g fill=\"#030201\">\n"
        "<path d=\"M30 30h.5v-20h-.5\"><title>three</title></path>\n</g>\n"
        "<path fill=\"#030201\" d=\"M40 30h.5v-20h-.5\"/>\n</g>\n"
        "<g pointer-events=\"none\">\n"
        "<text x=\"0\" y=\"0\" font-size=\"12\" fill=\"\">5</text>\n</g>\n"
        "<g fill=\"none\" pointer-events=\"all\">\n<path d=\"M0 0h1v1h-1\"/>\n</g>\n"
        "</svg>\n");
    armex_text_free(&out);
}

/** Words that found no mark would belong to none of those drawn. */
static void a_mark_that_is_missing_is_found_out(void **state)
{
    (void)state;
    struct armex_text out = {0};
    assert_int_equal(speak(&out, "one\ntwo\nthree\nfour\n"), ARMEX_OK);
    out.length = 0;
    assert_int_equal(speak(&out, "one\ntwo\nthree\nfour\nfive\n"), ARMEX_IO);
    armex_text_free(&out);
}

/** What was written short is read as it was: each place a tenth's own double. */
static void a_short_path_leads_where_the_long_one_led(void **state)
{
    (void)state;
    static const char given[] = "M10.04,20.06 L30.54,20.06 L30.54,3.00 L-1.26,2.44 "
                                "L-1.26,2.44 Z M0.04,-0.06 L7.70,0.00 L8.00,0.10";
    static const double places[][2] = {{10.0, 20.1}, {30.5, 20.1}, {30.5, 3.0},
                                       {-1.3, 2.4},  {-1.3, 2.4},  {0.0, 0.0},
                                       {0.0, -0.1},  {7.7, 0.0},   {8.0, 0.1}};
    struct armex_text out = {0};
    double at[2];
    armex_svg_path_add(&out, (struct armex_span){given, sizeof given - 1}, 0.0);
    assert_string_equal(out.data, "M10 20.1h20.5v-17.1l-31.8-.6h0zM0-.1l7.7 .1 .3 .1");
    struct armex_svg_path path = {.data = {out.data, out.length}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const enum armex_svg_step step = armex_svg_step(at, &path);
        assert_int_equal(step, i == 0 || i == 6 ? ARMEX_SVG_MOVE
                               : i == 5         ? ARMEX_SVG_CLOSE
                                                : ARMEX_SVG_LINE);
        assert_true(i == 5 || (at[0] == places[i][0] && at[1] == places[i][1]));
    }
    assert_int_equal(armex_svg_step(at, &path), ARMEX_SVG_END);
    armex_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_cut_is_found),
        cmocka_unit_test(damage_never_makes_the_reader_stumble),
        cmocka_unit_test(a_flipped_bit_in_a_png_is_found),
        cmocka_unit_test(svg_keeps_marks_and_words_and_nothing_that_runs),
        cmocka_unit_test(marks_speak_themselves_and_those_of_one_colour_share_a_group),
        cmocka_unit_test(a_mark_that_is_missing_is_found_out),
        cmocka_unit_test(a_short_path_leads_where_the_long_one_led),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
