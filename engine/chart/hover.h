/**
 * chart/hover.h: what a mark says when it is pointed at.
 *
 * An SVG has the figure in a <title>, which browsers show beside the pointer: of the
 * mark itself where its shape is what is pointed at, else of an unseen field over it.
 * Other formats have none. Who does not point hears the figures in <desc>.
 */
#ifndef ARMEX_CHART_HOVER_H
#define ARMEX_CHART_HOVER_H

#include "chart/frame.h"
#include "model/mark.h"
#include "model/unit.h"

/** More fields than this in one picture, and the context goes without. */
enum { ARMEX_HOVERS = 600 };

/** A field of the picture, in pixels: its upper-left corner, then its size. */
struct armex_field {
    double x, y, width, height;
};

/** A square around a point. */
struct armex_field armex_field_around(double x, double y, double half);

/** Adds a field that says `words`, at whole pixels; later fields lie above earlier
 * ones. A field without extent, or with a NAN, is left out. */
void armex_hover_add(struct armex_drawing *drawing, struct armex_field field,
                     const char *words);

/** The same with "NAME, WHEN: FIGURE", and of a soft figure what it is:
 *  "South Korea, 2025: $15.0 billion, preliminary". Without a name "WHEN: FIGURE". */
void armex_hover_figure(struct armex_drawing *drawing, struct armex_field field,
                        const char *name, const char *when, double value,
                        struct armex_unit unit, armex_mark mark);

/** The same of a mark itself: the first boxes that the template draws after its frame
 *  say this, in that order. All marks must be added before the first field, and each
 *  box must be drawn. What the template draws after them lets the pointer through. */
void armex_hover_mark(struct armex_drawing *drawing, const char *name, const char *when,
                      double value, struct armex_unit unit, armex_mark mark);

/** The same with words of its own. */
void armex_hover_mark_words(struct armex_drawing *drawing, const char *words);

#endif
