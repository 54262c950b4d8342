/** chart/paint/picture.c: a picture of the program's own as lines, areas and words. */
#include "chart/paint/picture.h"

#include <math.h>
#include <string.h>

#include "chart/paint/words.h"
#include "chart/svg_tag.h"

enum { MOST_DASHES = 8 };

static const double farthest = 1e5, largest_letters = 1000.0;

/* The next number; one beyond all pictures ends it there. */
static bool next_number(double *out, struct armex_span *span)
{
    if (!armex_svg_number(out, span))
        return false;
    *out = fmax(-farthest, fmin(*out, farthest));
    return true;
}

static double number_of(const struct armex_svg_tag *tag, const char *name, double other)
{
    struct armex_span span = armex_svg_attribute(tag, name);
    double value;
    return span.at && next_number(&value, &span) ? value : other;
}

bool paint_picture_size(double size[2], const char *svg, size_t length)
{
    struct armex_svg_tag tag;
    const char *at = svg;

    while (armex_svg_next(&tag, &at, svg + length))
        if (armex_svg_is(&tag, "svg")) {
            size[0] = number_of(&tag, "width", 0.0);
            size[1] = number_of(&tag, "height", 0.0);
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

/* M and L with their pairs of numbers, closed by Z. */
static void trace(cairo_t *cairo, struct armex_span data)
{
    double x, y;
    bool move = true;

    while (data.length) {
        const char c = *data.at;
        if ((c >= '0' && c <= '9') || c == '-' || c == '.') {
            if (!next_number(&x, &data) || !next_number(&y, &data))
                return;
            if (move)
                cairo_move_to(cairo, x, y);
            else
                cairo_line_to(cairo, x, y);
            move = false;
            continue;
        }
        move = move || c == 'M';
        if (c == 'Z' || c == 'z')
            cairo_close_path(cairo);
        data.at++;
        data.length--;
    }
}

static void draw_path(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    struct armex_span dashes = armex_svg_attribute(tag, "stroke-dasharray");
    double lengths[MOST_DASHES];
    int n = 0;

    while (n < MOST_DASHES && dashes.at && next_number(&lengths[n], &dashes))
        n += lengths[n] > 0.0;
    cairo_new_path(cairo);
    trace(cairo, armex_svg_attribute(tag, "d"));
    cairo_set_dash(cairo, lengths, n, 0.0);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND); // a peak ends where it is
    cairo_set_line_width(cairo, number_of(tag, "stroke-width", 1.0));
    if (set_colour(cairo, tag, "stroke"))
        cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
}

/* Sides that run along the pixels stay sharp. */
static bool is_upright(struct armex_span points)
{
    double x, y, last_x = 0.0, last_y = 0.0;
    bool upright = true;

    for (size_t i = 0; armex_svg_number(&x, &points) && armex_svg_number(&y, &points);
         i++) {
        upright = upright && (!i || x == last_x || y == last_y);
        last_x = x;
        last_y = y;
    }
    return upright;
}

static void draw_polygon(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    const struct armex_span points = armex_svg_attribute(tag, "points");

    cairo_new_path(cairo);
    trace(cairo, points);
    cairo_close_path(cairo);
    cairo_set_antialias(cairo, points.at && is_upright(points)
                                   ? CAIRO_ANTIALIAS_NONE
                                   : CAIRO_ANTIALIAS_DEFAULT);
    if (set_colour(cairo, tag, "fill"))
        cairo_fill(cairo);
    cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
}

static void draw_circle(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    cairo_new_path(cairo);
    cairo_arc(cairo, number_of(tag, "cx", 0.0), number_of(tag, "cy", 0.0),
              fabs(number_of(tag, "r", 0.0)), 0.0, 2.0 * G_PI);
    if (set_colour(cairo, tag, "fill"))
        cairo_fill(cairo);
}

static void draw_text(const struct paint_sheet *sheet, const struct armex_svg_tag *tag,
                      struct armex_span words)
{
    const struct armex_span anchor = armex_svg_attribute(tag, "text-anchor");
    const struct paint_words how = {
        .x = number_of(tag, "x", 0.0),
        .y = number_of(tag, "y", 0.0),
        .anchor = armex_span_is(anchor, "end")      ? 1.0
                  : armex_span_is(anchor, "middle") ? 0.5
                                                    : 0.0,
        .size = fmin(number_of(tag, "font-size", 12.0), largest_letters),
        .bold = armex_span_is(armex_svg_attribute(tag, "font-weight"), "700")};
    struct armex_text text = {0};

    armex_span_plain(&text, words);
    if (!text.failed && text.length && set_colour(sheet->cairo, tag, "fill"))
        paint_words(sheet, &how, &text);
    armex_text_free(&text);
}

static void draw_mark(const struct paint_sheet *sheet, const struct armex_svg_tag *tag)
{
    if (armex_svg_is(tag, "path"))
        draw_path(sheet->cairo, tag);
    else if (armex_svg_is(tag, "polygon"))
        draw_polygon(sheet->cairo, tag);
    else if (armex_svg_is(tag, "circle"))
        draw_circle(sheet->cairo, tag);
    else if (sheet->paper && armex_svg_is(tag, "rect") &&
             set_colour(sheet->cairo, tag, "fill"))
        cairo_paint(sheet->cairo);
}

void paint_picture(const struct paint_sheet *sheet, const char *svg, size_t length)
{
    struct armex_svg_tag tag, opened = {0};
    const char *at = svg;

    while (armex_svg_next(&tag, &at, svg + length)) {
        if (!tag.closing)
            draw_mark(sheet, &tag);
        else if (armex_svg_is(&tag, "text") && armex_svg_is(&opened, "text"))
            draw_text(sheet, &opened, tag.before);
        opened = tag;
    }
}
