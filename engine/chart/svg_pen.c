/** chart/svg_pen.c: the marks of a finished picture, one after the other. */
#include "chart/svg_pen.h"

static void draw_mark(const struct armex_svg_pen *pen, void *context,
                      const struct armex_svg_tag *tag)
{
    const struct {
        const char *name;
        armex_svg_stroke *stroke;
    } strokes[] = {{"path", pen->line},
                   {"polygon", pen->area},
                   {"circle", pen->disc},
                   {"rect", pen->paper}};
    for (size_t i = 0; i < sizeof strokes / sizeof *strokes; i++)
        if (armex_svg_is(tag, strokes[i].name))
            strokes[i].stroke(context, tag);
}

void armex_svg_draw(const struct armex_svg_pen *pen, void *context, const char *svg,
                    size_t length)
{
    struct armex_svg_tag tag, opened = {0};
    const char *at = svg;

    while (armex_svg_next(&tag, &at, svg + length)) {
        if (!tag.closing)
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
    }
    if (!data->length || !armex_svg_number(&at[0], data) ||
        !armex_svg_number(&at[1], data))
        return ARMEX_SVG_END;
    const enum armex_svg_step step = path->begun ? ARMEX_SVG_LINE : ARMEX_SVG_MOVE;
    path->begun = true;
    return step;
}
