/**
 * chart/studio.h: what charts drawn together share: font, theme, templates.
 *
 * Belongs to one thread at a time.
 */
#ifndef ARMEX_CHART_STUDIO_H
#define ARMEX_CHART_STUDIO_H

#include "chart/frame.h"
#include "chart/kinds.h"

struct armex_studio {
    struct armex_font *font;
    const char *plots; /**< folder of the templates; borrowed */
    char *theme, *canvas;
    char *templates[ARMEX_CHART_KINDS]; /**< NULL: not read yet */
};

/** Errors: ARMEX_NOT_FOUND when theme or canvas are not in the folder;
 *  ARMEX_NO_MEMORY. */
armex_status armex_studio_open(struct armex_studio *studio,
                               const struct armex_chart_tools *tools,
                               struct armex_error *error);
void armex_studio_close(struct armex_studio *studio); /* fine on {0} */

/** A chart laid out. Starts as {0}; armex_plate_free() ends it. */
struct armex_plate {
    struct armex_arena *arena;
    struct armex_chart_words words;
    struct armex_text script; /**< settings and data, without theme and template */
    struct armex_text hovers;
    double width, height; /**< of what is laid out */
    double zoom;          /**< pixels of the picture for one of those */
    struct armex_cut cut;
    const char *template;
};

/** Lays a chart out. Errors: ARMEX_USAGE for a width or scale that makes no picture;
 *  ARMEX_NOT_FOUND when the template is missing; else as the tables have them. */
armex_status armex_plate_make(struct armex_plate *sheet, struct armex_studio *studio,
                              const struct armex_chart *chart,
                              struct armex_error *error);
void armex_plate_free(struct armex_plate *sheet);

/** Which look the theme gives a chart, from 1: a gnuplot that has read the theme for
 * one chart needs it no more for others of that look. */
int armex_chart_look(const struct armex_chart *chart);

/** Appends the script that draws the sheet into `file`; NULL: into the file named when
 *  the script is run, or one beside it. `themed`: gnuplot knows the theme already. */
void armex_plate_script(struct armex_text *out, const struct armex_plate *sheet,
                        const struct armex_studio *studio,
                        const struct armex_chart *chart, const char *file, bool themed);

#endif
