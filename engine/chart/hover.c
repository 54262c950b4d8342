/** chart/hover.c: what a mark says when it is pointed at. */
#include "chart/hover.h"

#include "chart/figure.h"
#include "chart/picture.h"
#include "chart/scene.h"

struct armex_field armex_field_around(double x, double y, double half)
{
    return (struct armex_field){x - half, y - half, 2.0 * half, 2.0 * half};
}

/** "<path d="M12.5 30h10v8h-10z"><title>": a rectangle in few bytes. */
static void begin_field(struct armex_text *out, struct armex_field field)
{
    armex_text_add(out, "<path d=\"M");
    armex_decimal_add(out, field.x, 1);
    armex_text_add(out, " ");
    armex_decimal_add(out, field.y, 1);
    armex_text_add(out, "h");
    armex_decimal_add(out, field.width, 1);
    armex_text_add(out, "v");
    armex_decimal_add(out, field.height, 1);
    armex_text_add(out, "h");
    armex_decimal_add(out, -field.width, 1);
    armex_text_add(out, "z\"><title>");
}

void armex_hover_add(struct armex_drawing *drawing, struct armex_field field,
                     const char *words)
{
    const bool extends = field.width > 0.0 && field.height > 0.0;
    const double somewhere = field.x + field.y;
    if (drawing->chart->format != ARMEX_SVG || !extends || somewhere != somewhere)
        return;
    begin_field(&drawing->hovers, field);
    armex_xml_add(&drawing->hovers, words);
    armex_text_add(&drawing->hovers, "</title></path>\n");
}

void armex_hover_figure(struct armex_drawing *drawing, struct armex_field field,
                        const char *name, const char *when, double value,
                        struct armex_unit unit, armex_mark mark)
{
    char figure[ARMEX_FIGURE_SIZE];
    struct armex_text words = {0};
    if (drawing->chart->format != ARMEX_SVG)
        return;
    armex_figure_with_unit(figure, value, unit);
    armex_text_printf(&words, "%s%s%s: %s", name, *name ? ", " : "", when, figure);
    if (armex_mark_is_soft(mark))
        armex_text_printf(&words, ", %s",
                          mark & ARMEX_WEAK ? "doubtful" : armex_mark_name(mark));
    if (words.failed)
        drawing->hovers.failed = true;
    else
        armex_hover_add(drawing, field, words.data);
    armex_text_free(&words);
}
