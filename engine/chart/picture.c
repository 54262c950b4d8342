/** chart/picture.c: what gnuplot wrote becomes a picture that can be handed over. */
#include "chart/picture.h"

#include <string.h>

#include "chart/scene.h"

void armex_picture_sources(struct armex_text *out, const struct armex_picture *picture)
{
    for (size_t i = 0; i < picture->notes->n_sources; i++) {
        const struct armex_provenance *source = &picture->notes->sources[i];
        char date[ARMEX_DATE_SIZE];
        armex_date_write(date, source->vintage);
        armex_text_add(out, i ? "; " : "");
        armex_words_add(out, source->dataset);
        armex_text_printf(out, "%s%s%s", *date ? " " : "", date,
                          *source->sha256 ? " sha256:" : "");
        armex_words_add(out, source->sha256);
    }
}

void armex_picture_font(struct armex_text *out, const struct armex_picture *picture)
{
    armex_text_add(out, picture->family);
    if (*picture->font_file) {
        armex_text_add(out, " (");
        armex_words_add(out, picture->font_file);
        armex_text_add(out, ")");
    }
    if (picture->style)
        armex_text_printf(out, ", style %s", picture->style);
}

static void add_escaped(struct armex_text *out, struct armex_text *clean)
{
    for (const char *at = clean->data; at && *at; at++) {
        const size_t plain = strcspn(at, "&<>");
        armex_text_add_bytes(out, at, plain);
        at += plain;
        if (!*at)
            break;
        armex_text_add(out, *at == '&' ? "&amp;" : *at == '<' ? "&lt;" : "&gt;");
    }
    out->failed = out->failed || clean->failed;
    armex_text_free(clean);
}

void armex_command_add(struct armex_text *out, const char *command)
{
    const char *end = command + strlen(command);
    while (command < end) {
        const char *from = command;
        const unsigned c = armex_utf8_next(&command, end);
        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd ||
            (c & 0xfffe) == 0xfffe)
            armex_text_add(out, "?");
        else
            armex_text_add_bytes(out, from, (size_t)(command - from));
    }
}

void armex_command_xml_add(struct armex_text *out, const char *command)
{
    struct armex_text clean = {0};
    armex_command_add(&clean, command);
    add_escaped(out, &clean);
}

armex_status armex_picture_finish(struct armex_text *out,
                                  enum armex_chart_format format, const char *bytes,
                                  size_t length, const struct armex_picture *picture,
                                  struct armex_error *error)
{
    armex_status status;
    if (format == ARMEX_SVG)
        status = armex_svg_finish(out, bytes, length, picture, error);
    else if (format == ARMEX_PNG)
        status = armex_png_finish(out, bytes, length, picture, error);
    else if (format == ARMEX_TEX)
        status = armex_tex_finish(out, bytes, length, picture, error);
    else
        status = armex_pdf_finish(out, bytes, length, picture, error);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
