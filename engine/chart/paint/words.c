/** chart/paint/words.c: a line of words painted. */
#include "chart/paint/words.h"

const char *paint_families(void)
{
    return "Inter,Open Sans,Liberation Sans,DejaVu Sans";
}

static PangoLayout *set(const struct paint_sheet *sheet, const struct paint_words *how,
                        const struct armex_text *words, double zoom)
{
    PangoLayout *layout = pango_layout_new(sheet->context);
    PangoFontDescription *font = pango_font_description_from_string(paint_families());

    pango_font_description_set_absolute_size(font, how->size * zoom * PANGO_SCALE);
    pango_font_description_set_weight(font, how->bold ? PANGO_WEIGHT_BOLD
                                                      : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_single_paragraph_mode(layout, TRUE);
    pango_layout_set_text(layout, words->data, (int)words->length);
    if (sheet->figures) {
        PangoAttrList *attributes = pango_attr_list_new();
        pango_attr_list_insert(attributes, pango_attr_font_features_new("tnum=1"));
        pango_layout_set_attributes(layout, attributes);
        pango_attr_list_unref(attributes);
    }
    pango_font_description_free(font);
    return layout;
}

/* In pixels, not in units that are scaled: so that letters stand on whole ones. */
void paint_words(const struct paint_sheet *sheet, const struct paint_words *how,
                 const struct armex_text *words)
{
    double x = how->x, y = how->y, zoom = 1.0, slant = 0.0;
    int width;

    cairo_user_to_device(sheet->cairo, &x, &y);
    cairo_user_to_device_distance(sheet->cairo, &zoom, &slant);
    PangoLayout *layout = set(sheet, how, words, zoom);
    pango_layout_get_size(layout, &width, NULL);
    cairo_save(sheet->cairo);
    cairo_identity_matrix(sheet->cairo);
    cairo_move_to(sheet->cairo, x - how->anchor * width / PANGO_SCALE,
                  y - (double)pango_layout_get_baseline(layout) / PANGO_SCALE);
    pango_cairo_show_layout(sheet->cairo, layout);
    cairo_restore(sheet->cairo);
    g_object_unref(layout);
}
