/**
 * chart/hover.h: what a mark says when it is pointed at.
 *
 * An SVG has an unseen field over each mark, with the figure in a <title>, which
 * browsers show beside the pointer. Other formats have none. Who does not point reads
 * the same figures in <desc>.
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

/** Adds a field that says `words`; later fields lie above earlier ones. A field without
 *  extent, or with a NAN, is left out. */
void armex_hover_add(struct armex_drawing *drawing, struct armex_field field,
                     const char *words);

/** The same with "NAME, WHEN: FIGURE", and of a soft figure what it is:
 *  "South Korea, 2025: $15.0 billion, preliminary". Without a name "WHEN: FIGURE". */
void armex_hover_figure(struct armex_drawing *drawing, struct armex_field field,
                        const char *name, const char *when, double value,
                        struct armex_unit unit, armex_mark mark);

#endif
