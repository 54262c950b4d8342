/** chart/svg_head.c: what an SVG says of itself, before its marks. */
#include "chart/svg_head.h"

#include "chart/font.h"
#include "chart/scene.h"
#include "chart/svg_path.h"

static void add_fact(struct armex_text *out, const char *name, struct armex_text *fact)
{
    if (fact->length) {
        armex_text_printf(out, "<dc:%s>", name);
        armex_xml_add(out, fact->data);
        armex_text_printf(out, "</dc:%s>", name);
    }
    out->failed = out->failed || fact->failed;
    armex_text_free(fact);
}

void armex_svg_head_add(struct armex_text *out, const struct armex_picture *picture)
{
    struct armex_text fact = {0};
    const double zoom = picture->zoom > 0.0 ? picture->zoom : 1.0;
    armex_svg_tenths_after(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
                           picture->width * zoom);
    armex_svg_tenths_after(out, "\" height=\"", picture->height * zoom);
    armex_svg_tenths_after(out, "\" viewBox=\"0 0 ", picture->width);
    armex_svg_tenths_after(out, " ", picture->height);
    armex_text_printf(out, "\" role=\"img\" lang=\"en\" font-family=\"%s\">\n<title>",
                      armex_font_fallbacks());
    armex_xml_add(out, picture->words->title);
    armex_text_add(out, "</title>\n<desc>");
    armex_xml_add(out, picture->words->description);
    armex_text_add(out, "</desc>\n<metadata "
                        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
    armex_picture_sources(&fact, picture);
    add_fact(out, "source", &fact);
    if (picture->command && *picture->command) {
        armex_text_add(out, "<dc:description>");
        armex_command_xml_add(out, picture->command);
        armex_text_add(out, "</dc:description>");
    }
    armex_text_add(&fact, "font ");
    armex_picture_font(&fact, picture);
    add_fact(out, "format", &fact);
    armex_text_add(out, "</metadata>\n");
}
