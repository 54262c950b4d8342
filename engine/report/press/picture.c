/** report/press/picture.c: a chart of the program's own as lines, areas and real text.
 */
#include "report/press/picture.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "base/text.h"
#include "chart/svg_tag.h"

enum { MOST_DASHES = 8 };

static double number_of(const struct armex_svg_tag *tag, const char *name, double other)
{
    struct armex_span span = armex_svg_attribute(tag, name);
    double value;
    return span.at && armex_svg_number(&value, &span) ? value : other;
}

static bool find_size(double size[2], const char *svg, size_t length)
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

double press_picture_height(const char *svg, size_t length, double width)
{
    double size[2];
    return find_size(size, svg, length) ? width * size[1] / size[0] : 0.0;
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
    press_colour_set(cairo, (enum press_colour)rgb);
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
            if (!armex_svg_number(&x, &data) || !armex_svg_number(&y, &data))
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

    while (n < MOST_DASHES && dashes.at && armex_svg_number(&lengths[n], &dashes))
        n += lengths[n] > 0.0;
    cairo_new_path(cairo);
    trace(cairo, armex_svg_attribute(tag, "d"));
    cairo_set_dash(cairo, lengths, n, 0.0);
    cairo_set_line_width(cairo, number_of(tag, "stroke-width", 1.0));
    if (set_colour(cairo, tag, "stroke"))
        cairo_stroke(cairo);
    cairo_set_dash(cairo, NULL, 0, 0.0);
}

static void draw_polygon(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    cairo_new_path(cairo);
    trace(cairo, armex_svg_attribute(tag, "points"));
    cairo_close_path(cairo);
    if (set_colour(cairo, tag, "fill"))
        cairo_fill(cairo);
}

static void draw_circle(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    cairo_new_path(cairo);
    cairo_arc(cairo, number_of(tag, "cx", 0.0), number_of(tag, "cy", 0.0),
              fabs(number_of(tag, "r", 0.0)), 0.0, 2.0 * G_PI);
    if (set_colour(cairo, tag, "fill"))
        cairo_fill(cairo);
}

static void draw_text(const struct press_sheet *sheet, const struct armex_svg_tag *tag,
                      struct armex_span words)
{
    const struct armex_span anchor = armex_svg_attribute(tag, "text-anchor");
    const struct press_style style = {
        .tag = "",
        .size = number_of(tag, "font-size", 12.0),
        .bold = armex_span_is(armex_svg_attribute(tag, "font-weight"), "700"),
        .figures = true};
    struct armex_text text = {0};

    armex_span_plain(&text, words);
    if (!text.failed && text.length && set_colour(sheet->cairo, tag, "fill"))
        press_words_line(sheet, &style, text.data, number_of(tag, "x", 0.0),
                         number_of(tag, "y", 0.0),
                         armex_span_is(anchor, "end")      ? 1.0
                         : armex_span_is(anchor, "middle") ? 0.5
                                                           : 0.0);
    armex_text_free(&text);
}

static void draw_mark(cairo_t *cairo, const struct armex_svg_tag *tag)
{
    if (armex_svg_is(tag, "path"))
        draw_path(cairo, tag);
    else if (armex_svg_is(tag, "polygon"))
        draw_polygon(cairo, tag);
    else if (armex_svg_is(tag, "circle"))
        draw_circle(cairo, tag);
}

void press_picture_draw(const struct press_sheet *sheet, const char *svg, size_t length,
                        double x, double y, double width)
{
    struct armex_svg_tag tag, opened = {0};
    const char *at = svg;
    double size[2];

    if (!find_size(size, svg, length))
        return;
    cairo_save(sheet->cairo);
    cairo_translate(sheet->cairo, x, y);
    cairo_scale(sheet->cairo, width / size[0], width / size[0]);
    while (armex_svg_next(&tag, &at, svg + length)) {
        if (!tag.closing)
            draw_mark(sheet->cairo, &tag);
        else if (armex_svg_is(&tag, "text") && armex_svg_is(&opened, "text"))
            draw_text(sheet, &opened, tag.before);
        opened = tag;
    }
    cairo_restore(sheet->cairo);
}
