/**
 * chart/picture.h: what gnuplot or armex-paint wrote becomes a picture that can be
 * handed over.
 *
 * Checked that it is whole and, what gnuplot wrote, not blank; given its title,
 * description and provenance; freed of clocks, so that the same chart is the same
 * bytes.
 */
#ifndef ARMEX_CHART_PICTURE_H
#define ARMEX_CHART_PICTURE_H

#include "chart/chart.h"

/** What a picture says of itself. */
struct armex_picture {
    double width, height; /**< in the units of its marks */
    double zoom;          /**< pixels at scale 1 for each; 0: 1 */
    const char *style;    /**< what it was drawn for; NULL: the web */
    const struct armex_chart_words *words;
    const struct armex_notes *notes;
    const char *command;
    const char *family, *font_file;
    const char *
        hovers; /**< what an svg says when pointed at, as in a drawing; NULL: nothing */
    bool bare;  /**< of an svg: without title, subtitle, note and source */
    double top; /**< of a bare one: whole pixels of the drawing above the picture */
};

/** Appends the finished picture. Errors: ARMEX_IO when the bytes are not a whole, drawn
 *  picture, saying what is wrong; ARMEX_NO_MEMORY. */
armex_status armex_picture_finish(struct armex_text *out,
                                  enum armex_chart_format format, const char *bytes,
                                  size_t length, const struct armex_picture *picture,
                                  struct armex_error *error);

/** One format each; as above. */
armex_status armex_svg_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error);
armex_status armex_png_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error);
armex_status armex_tex_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error);
armex_status armex_pdf_finish(struct armex_text *out, const char *bytes, size_t length,
                              const struct armex_picture *picture,
                              struct armex_error *error);

/** What begins the remarks of a .tex that say where it comes from. */
#define ARMEX_TEX_SOURCES "Sources: "
#define ARMEX_TEX_COMMAND "Made by: "

/** "national-figures 2026-11-23 sha256:...; ...", "" without sources. */
void armex_picture_sources(struct armex_text *out, const struct armex_picture *picture);

/** "Inter (Inter-Regular.otf)", and unless it is of the web ", style paper". */
void armex_picture_font(struct armex_text *out, const struct armex_picture *picture);

/** A command to the letter, so that it can be run again: its quotes stay as they are.
 *  Controls and what is no character become '?'. The other is the same for XML. */
void armex_command_add(struct armex_text *out, const char *command);
void armex_command_xml_add(struct armex_text *out, const char *command);

#endif
