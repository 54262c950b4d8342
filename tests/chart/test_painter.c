/** tests/chart/test_painter.c: an svg becomes the pixels it says, or nothing at all. */
#include "tables.h"

#include <sys/wait.h>
#include <zlib.h>

#include "chart/painter.h"

enum { PATIENCE = 60, WIDE = 8, HIGH = 4 };

/** Marks on white paper; what stands around them is the program's own. */
#define SVG(marks)                                                                     \
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\">\n"            \
    "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" marks "</svg>\n"
#define RED "<path fill=\"#ff0000\" d=\"M2 1 4 1 4 3 2 3\"/>\n"

static void start(struct armex_painter *painter, bool several)
{
    struct armex_error error = {0};
    if (armex_painter_start(painter, PAINTER, several, &error))
        fail_msg("%s", error.message);
}

static void order(struct armex_painter *painter, const struct armex_canvas *canvas,
                  const char *svg)
{
    armex_painter_order(painter, canvas, svg, strlen(svg));
}

static size_t big_endian(const char *bytes)
{
    const unsigned char *at = (const unsigned char *)bytes;
    return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

/** The pixels of a png of one IDAT whose rows are as they are or like the one above:
 *  the two filters that there are to be. Owner: the test, free(). */
static unsigned char *decode(const char *png, size_t width, size_t height)
{
    const size_t stride = 3 * width + 1;
    unsigned char *rows = malloc(stride * height);
    unsigned char *pixels = malloc(3 * width * height);
    uLongf size = stride * height;
    assert_memory_equal(png + 24, "\x8\x2\0\0\0", 5); // 8 bits of red, green, blue
    assert_memory_equal(png + 37, "IDAT", 4);
    assert_int_equal(
        uncompress(rows, &size, (const Bytef *)png + 41, big_endian(png + 33)), Z_OK);
    assert_int_equal(size, stride * height);
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < 3 * width; x++) {
            const unsigned char filter = rows[y * stride];
            assert_true(filter == 0 || (filter == 2 && y > 0));
            pixels[y * 3 * width + x] =
                (unsigned char)(rows[y * stride + 1 + x] +
                                (filter ? pixels[(y - 1) * 3 * width + x] : 0));
        }
    free(rows);
    return pixels;
}

/** The pixels of one picture. Owner: the test, free(). */
static unsigned char *paint(const char *svg, const struct armex_canvas *canvas)
{
    struct armex_painter painter;
    struct armex_error error = {0};
    const char *png;
    size_t length;
    start(&painter, false);
    order(&painter, canvas, svg);
    if (armex_painter_finish(&painter, PATIENCE, &error) ||
        armex_painter_take(&png, &length, &painter, canvas, &error))
        fail_msg("%s", error.message);
    unsigned char *pixels = decode(png, (size_t)canvas->width, (size_t)canvas->height);
    armex_painter_end(&painter);
    return pixels;
}

/** One letter a pixel: white, red, blue, or `h`: half blue, half white. */
static void expect(const char *svg, const struct armex_canvas *canvas,
                   const char *expected)
{
    unsigned char *pixels = paint(svg, canvas);
    for (int i = 0; i < canvas->width * canvas->height; i++) {
        const unsigned char *its = pixels + 3 * (size_t)i;
        const char c = its[0] == 255 && its[1] == 255 && its[2] == 255         ? '.'
                       : its[0] == 255 && its[1] == 0 && its[2] == 0           ? 'r'
                       : its[0] == 0 && its[1] == 0 && its[2] == 255           ? 'b'
                       : its[0] == its[1] && its[0] / 2 == 63 && its[2] == 255 ? 'h'
                                                                               : '?';
        if (c != expected[i])
            fail_msg("pixel %d, %d is %d %d %d, not '%c'", i % canvas->width,
                     i / canvas->width, its[0], its[1], its[2], expected[i]);
    }
    free(pixels);
}

static void marks_are_the_pixels_worked_out_by_hand(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    const struct armex_canvas once = {WIDE, HIGH, 1.0}, twice = {WIDE, HIGH, 2.0};
    expect(SVG(RED), &once,
           "........"
           "..rr...."
           "..rr...."
           "........");
    expect(SVG(RED), &twice,
           "........"
           "........"
           "....rrrr"
           "....rrrr");
    // two wide about x = 1; one wide about x = 5, which halves two columns
    expect(SVG("<path fill=\"none\" stroke=\"#0000ff\" stroke-width=\"2\" "
               "d=\"M1 0L1 4\"/>"
               "<path fill=\"none\" stroke=\"#0000ff\" d=\"M5 0L5 4\"/>"),
           &once,
           "bb..hh.."
           "bb..hh.."
           "bb..hh.."
           "bb..hh..");
    expect(SVG("<path fill=\"none\" stroke=\"#0000ff\" stroke-dasharray=\"2,1\" "
               "d=\"M0 1.5L8 1.5\"/>"
               "<circle cx=\"4\" cy=\"3.5\" r=\"0\" fill=\"#ff0000\"/>"),
           &once,
           "........"
           "bb.bb.bb"
           "........"
           "........");
    // what is later covers what is earlier; what is no mark of the program's is nothing
    expect(SVG("<circle cx=\"4\" cy=\"2\" r=\"40\" fill=\"#0000ff\"/>" RED
               "<image href=\"file:///etc/passwd\"/><script>1</script>"
               "<path d=\"M0 0 8 0 8 4\"/>"),
           &once,
           "bbbbbbbb"
           "bbrrbbbb"
           "bbrrbbbb"
           "bbbbbbbb");
}

/** Ink of a row of letters: the columns where it begins and ends. */
static void find_ink(int *first, int *last, const char *svg)
{
    const struct armex_canvas canvas = {200, 40, 1.0};
    unsigned char *pixels = paint(svg, &canvas);
    *first = canvas.width;
    *last = 0;
    for (int i = 0; i < canvas.width * canvas.height; i++)
        if (pixels[3 * i] < 128) {
            *first = i % canvas.width < *first ? i % canvas.width : *first;
            *last = i % canvas.width > *last ? i % canvas.width : *last;
        }
    free(pixels);
}

#define WORDS(attributes)                                                              \
    SVG("<text x=\"100\" y=\"30\" font-size=\"20\"" attributes                         \
        " fill=\"#000000\">H&amp;H &lt;H</text>")

static void words_begin_end_or_lie_about_their_anchor(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    int first, last, width, bold_first, bold_last;
    find_ink(&first, &last, WORDS(""));
    width = last - first;
    assert_true(first >= 100 && first <= 104 && width > 40);
    find_ink(&first, &last, WORDS(" text-anchor=\"end\""));
    assert_true(last <= 100 && last >= 96);
    assert_true(abs(last - first - width) <= 1);
    find_ink(&first, &last, WORDS(" text-anchor=\"middle\""));
    assert_true(abs(first + last - 200) <= 3);
    find_ink(&bold_first, &bold_last, WORDS(" font-weight=\"700\""));
    assert_true(bold_last - bold_first > width);
}

static void pictures_come_in_the_order_they_were_asked_for(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    struct armex_painter painters[2];
    struct armex_error error = {0};
    start(&painters[0], false);
    start(&painters[1], true);
    for (int i = 0; i < 40; i++) {
        const struct armex_canvas canvas = {8 + i, 400 - 9 * i, 1.0 + i / 20.0};
        for (int p = 0; p < 2; p++)
            order(&painters[p], &canvas, SVG(RED));
    }
    for (int p = 0; p < 2; p++)
        assert_int_equal(armex_painter_finish(&painters[p], PATIENCE, &error), 0);
    for (int i = 0; i < 40; i++) {
        const struct armex_canvas canvas = {8 + i, 400 - 9 * i, 1.0 + i / 20.0};
        const char *png[2];
        size_t length[2];
        for (int p = 0; p < 2; p++)
            assert_int_equal(
                armex_painter_take(&png[p], &length[p], &painters[p], &canvas, &error),
                0);
        assert_int_equal(length[0], length[1]);
        assert_memory_equal(png[0], png[1], length[0]);
    }
    const struct armex_canvas more = {8, 4, 1.0};
    const char *png;
    size_t length;
    assert_int_equal(armex_painter_take(&png, &length, &painters[0], &more, &error),
                     ARMEX_IO);
    armex_painter_end(&painters[0]);
    armex_painter_end(&painters[1]);
}

/** From one pixel's width to rows that are longer than DEFLATE looks back. */
static void a_picture_of_any_size_unpacks_to_its_pixels(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    static const int sizes[][2] = {{1, 2},  {2, 1},    {3, 3},
                                   {87, 5}, {88, 300}, {12000, 3}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const struct armex_canvas canvas = {sizes[i][0], sizes[i][1], 1.0};
        unsigned char *pixels =
            paint("<rect fill=\"#010203\"/><path fill=\"#ff8000\" d=\"M0 0 1 "
                  "0 1 1 0 1\"/><path stroke=\"#00ff00\" d=\"M2 0.5L99999 0.5\"/>",
                  &canvas);
        for (int p = 0; p < canvas.width * canvas.height; p++) {
            static const unsigned char paper[] = {1, 2, 3}, first[] = {255, 128, 0},
                                       line[] = {0, 255, 0};
            assert_memory_equal(pixels + 3 * (size_t)p,
                                p == 0                       ? first
                                : p < canvas.width && p >= 2 ? line
                                                             : paper,
                                3);
        }
        free(pixels);
    }
}

/** Pixels that no run, row or repetition explains: a gradient of lines, many colours.
 */
static void what_is_not_flat_is_whole_too(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    const struct armex_canvas canvas = {400, 300, 1.0};
    struct armex_text svg = {0};
    unsigned seed = 7;
    armex_text_add(&svg, "<svg><rect fill=\"#ffffff\"/>");
    for (int i = 0; i < 120000; i++) {
        seed = seed * 1664525U + 1013904223U;
        armex_text_printf(&svg, "<path fill=\"#%06x\" d=\"M%d %d %d %d %d %d %d %d\"/>",
                          seed >> 8, i % 400, i / 400, i % 400 + 1, i / 400,
                          i % 400 + 1, i / 400 + 1, i % 400, i / 400 + 1);
    }
    unsigned char *pixels = paint(svg.data, &canvas);
    seed = 7;
    for (size_t i = 0; i < 120000; i++) {
        seed = seed * 1664525U + 1013904223U;
        const unsigned char expected[] = {(unsigned char)(seed >> 24),
                                          (unsigned char)(seed >> 16),
                                          (unsigned char)(seed >> 8)};
        assert_memory_equal(pixels + 3 * i, expected, 3);
    }
    free(pixels);
    armex_text_free(&svg);
}

static void a_picture_without_ink_is_none(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    const struct armex_canvas canvas = {WIDE, HIGH, 1.0};
    static const char *const blank[] = {
        SVG(""),   SVG("<text x=\"1\" y=\"99\" fill=\"#000000\">outside</text>"),
        "<svg>",   "<svg",
        "\x89PNG", SVG("<path fill=\"#ffffff\" d=\"M0 0 8 0 8 4\"/>")};
    for (size_t i = 0; i < sizeof blank / sizeof *blank; i++) {
        struct armex_painter painter;
        struct armex_error error = {0};
        start(&painter, false);
        order(&painter, &canvas, SVG(RED));
        order(&painter, &canvas, blank[i]);
        assert_int_equal(armex_painter_finish(&painter, PATIENCE, &error), ARMEX_IO);
        assert_string_equal(error.message,
                            "armex-paint failed and made no whole picture");
        armex_painter_end(&painter);
    }
}

/** Whatever the bytes, the painter ends by itself: whole, or refusing a blank one. */
static void damage_never_makes_the_painter_stumble(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    const struct armex_canvas canvas = {200, 100, 2.0};
    const char whole[] = SVG(
        RED
        "<path stroke=\"#0000ff\" stroke-dasharray=\"2,1\" d=\"M5 0L5 4 9 9Z\"/>"
        "<circle cx=\"4\" cy=\"2\" r=\"40\" fill=\"#0000ff\"/>"
        "<text x=\"10\" y=\"30\" font-size=\"20\" fill=\"#000000\">H&lt;\xc3\xa9\xe2"
        "\x82\xac</text>");
    struct armex_painter painter;
    struct armex_error error = {0};
    unsigned seed = 1;
    start(&painter, true);
    for (int i = 0; i < 300; i++) {
        char damaged[sizeof whole];
        memcpy(damaged, whole, sizeof whole);
        for (int j = 0; j < 1 + i % 7; j++) {
            seed = seed * 1664525U + 1013904223U;
            // the beginning, which is the paper, stays: so that there is ink
            damaged[140 + (seed >> 4) % (sizeof whole - 141)] =
                (char)(j % 2 ? '0' + (seed >> 24) % 10 : seed >> 24);
        }
        armex_painter_order(&painter, &canvas, damaged, sizeof damaged - 1);
    }
    armex_painter_finish(&painter, PATIENCE, &error);
    assert_true(WIFEXITED(painter.child.status));
    assert_true(WEXITSTATUS(painter.child.status) == 0 ||
                WEXITSTATUS(painter.child.status) == 65);
    armex_painter_end(&painter);
}

/** Draws a png with a painter that is a shell script. */
static void expect_failure(const char *script, const char *message)
{
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools fake = {.plots = PLOTS, .painter = "./fake-painter"};
    struct armex_text out = {0};
    struct armex_error error = {0};
    chart.format = ARMEX_PNG;
    write_program("fake-painter", script);
    assert_int_equal(armex_chart_draw(&out, &chart, &fake, &error), ARMEX_IO);
    assert_string_equal(error.message, message);
    assert_int_equal(out.length, 0);
    armex_table_free(table);
}

static void a_painter_that_claims_success_is_not_believed(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    static const char failed[] = "armex-paint failed and made no whole picture";
    expect_failure("#!/bin/sh\ncat >/dev/null\n", failed);
    expect_failure("#!/bin/sh\nkill -9 $$\n", failed);
    expect_failure("#!/bin/sh\nexec <&-\nexit 3\n", failed);
    expect_failure("#!/bin/sh\ncat >/dev/null; echo 5; echo PNG\n", failed);
    expect_failure("#!/bin/sh\ncat >/dev/null; head -c 99999 /dev/zero\n", failed);
    expect_failure("#!/bin/sh\ncat >/dev/null; echo 9; echo 12345678\n",
                   "armex-paint's picture is not of 720 by 515 pixels");
    expect_failure(
        "#!/bin/sh\ncat >/dev/null; echo 24\n"
        "printf '\\211PNG\\r\\n\\032\\n1234IHDR\\0\\0\\2\\320\\0\\0\\2\\3'\n",
        "armex-paint's png is no png");
}

static void one_bad_chart_leaves_the_others_painted(void **state)
{
    (void)state;
    NEEDS_PAINTER();
    const struct observation none[] = {{"KOR", "South Korea", 2020, NAN, "withheld"}};
    struct armex_table *good = show_of(korea, 6, "usd");
    struct armex_table *bad = show_of(none, 1, "usd");
    struct armex_chart charts[] = {chart_of("line", good), chart_of("line", bad),
                                   chart_of("line", good), chart_of("line", good)};
    const struct armex_chart *list[] = {&charts[0], &charts[1], &charts[2], &charts[3]};
    struct armex_text out[4] = {0};
    struct armex_error errors[4] = {0};
    charts[0].format = charts[1].format = charts[3].format = ARMEX_PNG;
    assert_int_equal(armex_charts_draw(out, errors, list, 4, &tools), ARMEX_BAD_INPUT);
    assert_string_equal(errors[1].message, "nothing to draw: no year has a figure");
    assert_int_equal(out[1].length, 0);
    assert_memory_equal(out[2].data, "<svg", 4);
    assert_memory_equal(out[0].data, "\x89PNG", 4);
    assert_int_equal(out[0].length, out[3].length);
    assert_memory_equal(out[0].data, out[3].data, out[0].length);
    for (size_t i = 0; i < 4; i++)
        armex_text_free(&out[i]);
    armex_table_free(good);
    armex_table_free(bad);
}

static void a_missing_painter_says_what_to_install(void **state)
{
    (void)state;
    NEEDS_GNUPLOT();
    struct armex_table *table = show_of(korea, 6, "usd");
    struct armex_chart chart = chart_of("line", table);
    const struct armex_chart_tools none = {.plots = PLOTS, .painter = "/nowhere/paint"};
    struct armex_text out = {0};
    struct armex_error error = {0};
    assert_int_equal(armex_chart_draw(&out, &chart, &none, &error), ARMEX_OK);
    armex_text_free(&out);
    chart.format = ARMEX_PNG; // only then it is needed
    assert_int_equal(armex_chart_draw(&out, &chart, &none, &error), ARMEX_UNAVAILABLE);
    assert_string_equal(
        error.message,
        "armex-paint is missing, which paints png: it is built and "
        "installed with armex where libpango1.0-dev and libdeflate-dev are");
    assert_int_equal(out.length, 0);
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_the_pixels_worked_out_by_hand),
        cmocka_unit_test(words_begin_end_or_lie_about_their_anchor),
        cmocka_unit_test(pictures_come_in_the_order_they_were_asked_for),
        cmocka_unit_test(a_picture_of_any_size_unpacks_to_its_pixels),
        cmocka_unit_test(what_is_not_flat_is_whole_too),
        cmocka_unit_test(a_picture_without_ink_is_none),
        cmocka_unit_test(damage_never_makes_the_painter_stumble),
        cmocka_unit_test(a_painter_that_claims_success_is_not_believed),
        cmocka_unit_test(one_bad_chart_leaves_the_others_painted),
        cmocka_unit_test(a_missing_painter_says_what_to_install),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
