/** chart/svg_pen.c: the marks of a finished picture, one after the other. */
#include "chart/svg_pen.h"

#include <math.h>

static void draw_mark(const struct armex_svg_pen *pen, void *context,
                      const struct armex_svg_tag *tag)
{
    if (armex_svg_is(tag, "path") && armex_svg_attribute(tag, "stroke").at)
        pen->line(context, tag);
    else if (armex_svg_is(tag, "path"))
        pen->area(context, tag);
    else if (armex_svg_is(tag, "circle"))
        pen->disc(context, tag);
    else if (armex_svg_is(tag, "rect"))
        pen->paper(context, tag);
}

void armex_svg_draw(const struct armex_svg_pen *pen, void *context, const char *svg,
                    size_t length)
{
    struct armex_svg_tag tag = {0}, opened = {0};
    const struct armex_span none = {NULL, 0};
    const char *at = svg;

    while (armex_svg_next(&tag, &at, svg + length)) {
        if (armex_svg_is(&tag, "g"))
            tag.around = tag.closing ? none : tag.attributes;
        else if (!tag.closing)
            draw_mark(pen, context, &tag);
        else if (armex_svg_is(&tag, "text") && armex_svg_is(&opened, "text"))
            pen->words(context, &opened, tag.before);
        opened = tag;
    }
}

double armex_svg_amount(const struct armex_svg_tag *tag, const char *name, double other)
{
    struct armex_span span = armex_svg_attribute(tag, name);
    double value;
    return span.at && armex_svg_number(&value, &span) ? value : other;
}

double armex_svg_anchor(const struct armex_svg_tag *tag)
{
    const struct armex_span anchor = armex_svg_attribute(tag, "text-anchor");
    return armex_span_is(anchor, "end")      ? 1.0
           : armex_span_is(anchor, "middle") ? 0.5
                                             : 0;
}

static bool begins_number(char c)
{
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/** Reads the numbers of a step into path->at; false: there are too few. */
static bool read_place(struct armex_svg_path *path)
{
    const double last[2] = {path->at[0], path->at[1]};
    const bool relative = path->command >= 'a';
    for (size_t i = 0; i < 2; i++) {
        if ((i && path->command == 'h') || (!i && path->command == 'v'))
            continue;
        if (!armex_svg_number(&path->at[i], &path->data))
            return false;
        if (relative) // a tenth is what was written; sums of them would drift
            path->at[i] = round((last[i] + path->at[i]) * 10.0) / 10.0;
    }
    return true;
}

enum armex_svg_step armex_svg_step(double at[2], struct armex_svg_path *path)
{
    struct armex_span *data = &path->data;

    while (data->length && !begins_number(*data->at)) {
        const char c = *data->at;
        data->at++;
        data->length--;
        path->begun = path->begun && c != 'M';
        if (c == 'Z' || c == 'z')
            return ARMEX_SVG_CLOSE;
        if (c >= 'A')
            path->command = c;
    }
    if (!data->length || !read_place(path))
        return ARMEX_SVG_END;
    at[0] = path->at[0];
    at[1] = path->at[1];
    const enum armex_svg_step step = path->begun ? ARMEX_SVG_LINE : ARMEX_SVG_MOVE;
    path->begun = true;
    return step;
}
