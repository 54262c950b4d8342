/** chart/paint/picture.c: a picture of the program's own as lines, areas and words. */
#include "chart/paint/picture.h"

#include <math.h>
#include <string.h>

#include "chart/paint/words.h"
#include "chart/svg_pen.h"

enum { MOST_DASHES = 8 };

static const double largest_letters = 1000.0;

bool paint_picture_size(double size[2], const char *svg, size_t length)
{
    struct armex_svg_tag tag = {0};
    const char *at = svg;

    while (armex_svg_next(&tag, &at, svg + length))
        if (armex_svg_is(&tag, "svg")) {
            size[0] = armex_svg_amount(&tag, "width", 0.0);
            size[1] = armex_svg_amount(&tag, "height", 0.0);
            return size[0] >= 1.0 && size[1] >= 1.0;
        }
    return false;
}

/* "#d1400c"; false: no colour. */
static bool set_colour(cairo_t *cairo, const struct armex_svg_tag *tag,
                       const char *name)
{
    static const char digits[] = "0123456789abcdef";
    const struct armex_span span = armex_svg_attribute(tag, name);
    unsigned rgb = 0;

    if (!span.at || span.length != 7 || *span.at != '#')
        return false;
    for (size_t i = 1; i < 7; i++) {
        const char *digit = strchr(digits, span.at[i] | 0x20);
        rgb = rgb << 4 | (digit ? (unsigned)(digit - digits) & 15U : 0U);
    }
    cairo_set_source_rgb(cairo, (rgb >> 16) / 255.0, (rgb >> 8 & 255U) / 255.0,
                         (rgb & 255U) / 255.0);
    return true;
}

static void trace(cairo_t *cairo, struct armex_span data)
{
    struct armex_svg_path path = {.data = data};
    enum armex_svg_step step;
    double at[2];

    while ((step = armex_svg_step(at, &path)) != ARMEX_SVG_END)
        if (step == ARMEX_SVG_CLOSE)
            cairo_close_path(cairo);
        else if (step == ARMEX_SVG_MOVE)
            cairo_move_to(cairo, at[0], at[1]);
        else
            cairo_line_to(cairo, at[0], at[1]);
}

static void draw_path(void *context, const struct armex_svg_tag *tag)
{
    cairo_t *cairo = ((const struct paint_sheet *)context)->cairo;
    struct armex_span dashes = armex_svg_attribute(tag, "stroke-dasharray");
    double lengths[MOST_DASHES];
    int n = 0;

    while (n < MOST_DASHES && dashes.at && armex_svg_number(&lengths[n], &dashes))
        n += lengths[n] > 0.0;
    if (!set_colour(cairo, tag, "stroke"))
        return;
    cairo_new_path(cairo);
    trace(cairo, armex_svg_attribute(tag, "d"));
    cairo_set_dash(cairo, lengths, n, 0.0);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND); // a peak ends where it is
    cairo_set_line_width(cairo, armex_svg_amount(tag, "stroke-width", 1.0));
    cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
}

/* Sides that run along the pixels stay sharp. */
static bool is_upright(struct armex_span data)
{
    struct armex_svg_path path = {.data = data};
    double at[2], last[2] = {0.0, 0.0};
    bool upright = true;

    for (size_t i = 0; armex_svg_step(at, &path) != ARMEX_SVG_END; i++) {
        upright = upright && (!i || at[0] == last[0] || at[1] == last[1]);
        last[0] = at[0];
        last[1] = at[1];
    }
    return upright;
}

static void draw_area(void *context, const struct armex_svg_tag *tag)
{
    cairo_t *cairo = ((const struct paint_sheet *)context)->cairo;
    const struct armex_span outline = armex_svg_attribute(tag, "d");

    if (!set_colour(cairo, tag, "fill"))
        return; // it only hears the pointer; its outline would join the next mark's
    cairo_new_path(cairo);
    trace(cairo, outline);
    cairo_close_path(cairo);
    cairo_set_antialias(cairo, outline.at && is_upright(outline)
                                   ? CAIRO_ANTIALIAS_NONE
                                   : CAIRO_ANTIALIAS_DEFAULT);
    cairo_fill(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
}

static void draw_circle(void *context, const struct armex_svg_tag *tag)
{
    cairo_t *cairo = ((const struct paint_sheet *)context)->cairo;
    if (!set_colour(cairo, tag, "fill"))
        return;
    cairo_new_path(cairo);
    cairo_arc(cairo, armex_svg_amount(tag, "cx", 0.0), armex_svg_amount(tag, "cy", 0.0),
              fabs(armex_svg_amount(tag, "r", 0.0)), 0.0, 2.0 * G_PI);
    cairo_fill(cairo);
}

static void draw_text(void *context, const struct armex_svg_tag *tag,
                      struct armex_span words)
{
    const struct paint_sheet *sheet = context;
    const struct paint_words how = {
        .x = armex_svg_amount(tag, "x", 0.0),
        .y = armex_svg_amount(tag, "y", 0.0),
        .anchor = armex_svg_anchor(tag),
        .size = fmin(armex_svg_amount(tag, "font-size", 12.0), largest_letters),
        .bold = armex_span_is(armex_svg_attribute(tag, "font-weight"), "700")};
    struct armex_text text = {0};

    armex_span_plain(&text, words);
    if (!text.failed && text.length && set_colour(sheet->cairo, tag, "fill"))
        paint_words(sheet, &how, &text);
    armex_text_free(&text);
}

static void fill_paper(void *context, const struct armex_svg_tag *tag)
{
    const struct paint_sheet *sheet = context;
    if (sheet->paper && set_colour(sheet->cairo, tag, "fill"))
        cairo_paint(sheet->cairo);
}

void paint_picture(struct paint_sheet *sheet, const char *svg, size_t length)
{
    static const struct armex_svg_pen pen = {.line = draw_path,
                                             .area = draw_area,
                                             .disc = draw_circle,
                                             .paper = fill_paper,
                                             .words = draw_text};
    armex_svg_draw(&pen, sheet, svg, length);
}
