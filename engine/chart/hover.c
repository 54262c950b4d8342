/** chart/hover.c: what a mark says when it is pointed at. */
#include "chart/hover.h"

#include <math.h>

#include "chart/figure.h"
#include "chart/scene.h"
#include "chart/svg_path.h"

struct armex_field armex_field_around(double x, double y, double half)
{
    return (struct armex_field){x - half, y - half, 2.0 * half, 2.0 * half};
}

/** "<path d="M12 30h10v8h-10"><title>": a rectangle in few bytes. Between whole pixels
 *  nobody points, and fields that touch share their rounded edge. */
static void begin_field(struct armex_text *out, struct armex_field field)
{
    const long x = lround(field.x), y = lround(field.y);
    const long width = lround(field.x + field.width) - x;
    const long height = lround(field.y + field.height) - y;
    armex_text_add(out, "<path d=\"");
    armex_svg_box_add(out, x, y, width > 1 ? width : 1, height > 1 ? height : 1);
    armex_text_add(out, "\"><title>");
}

/** Whether the picture is to say it at all. */
static bool is_field(const struct armex_drawing *drawing, struct armex_field field)
{
    const bool extends = field.width > 0.0 && field.height > 0.0;
    const double somewhere = field.x + field.y;
    return drawing->chart->format == ARMEX_SVG && extends && somewhere == somewhere;
}

void armex_hover_add(struct armex_drawing *drawing, struct armex_field field,
                     const char *words)
{
    if (!is_field(drawing, field))
        return;
    begin_field(&drawing->hovers, field);
    armex_xml_add(&drawing->hovers, words);
    armex_text_add(&drawing->hovers, "</title></path>\n");
}

/** "South Korea, 2025: $15.0 billion, preliminary" */
static void say_figure(struct armex_text *out, const char *name, const char *when,
                       double value, struct armex_unit unit, armex_mark mark)
{
    char figure[ARMEX_FIGURE_SIZE];
    armex_figure_with_unit(figure, value, unit);
    armex_xml_add(out, name);
    armex_text_add(out, *name ? ", " : "");
    armex_xml_add(out, when);
    armex_text_add(out, ": ");
    armex_xml_add(out, figure);
    if (!armex_mark_is_soft(mark))
        return;
    armex_text_add(out, ", ");
    armex_text_add(out, mark & ARMEX_WEAK ? "doubtful" : armex_mark_name(mark));
}

void armex_hover_figure(struct armex_drawing *drawing, struct armex_field field,
                        const char *name, const char *when, double value,
                        struct armex_unit unit, armex_mark mark)
{
    if (!is_field(drawing, field))
        return;
    begin_field(&drawing->hovers, field);
    say_figure(&drawing->hovers, name, when, value, unit, mark);
    armex_text_add(&drawing->hovers, "</title></path>\n");
}

void armex_hover_mark(struct armex_drawing *drawing, const char *name, const char *when,
                      double value, struct armex_unit unit, armex_mark mark)
{
    if (drawing->chart->format != ARMEX_SVG)
        return;
    say_figure(&drawing->hovers, name, when, value, unit, mark);
    armex_text_add(&drawing->hovers, "\n");
}

void armex_hover_mark_words(struct armex_drawing *drawing, const char *words)
{
    if (drawing->chart->format != ARMEX_SVG)
        return;
    armex_xml_add(&drawing->hovers, words);
    armex_text_add(&drawing->hovers, "\n");
}
