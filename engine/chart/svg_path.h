/**
 * chart/svg_path.h: an outline or a line as short path data.
 */
#ifndef ARMEX_CHART_SVG_PATH_H
#define ARMEX_CHART_SVG_PATH_H

#include "chart/svg_tag.h"

/** Appends the path data or the list of points of gnuplot's, in tenths of a pixel and
 *  each place as its distance from the one before: "M195.6 388.3h7v7l-7-.5". The
 *  distances are of the rounded places, so nothing adds up to a drift. `top` pixels are
 *  taken off all heights. */
void armex_svg_path_add(struct armex_text *out, struct armex_span data, double top);

/** Appends a rectangle, at whole pixels: "M12 30h10v8h-10". */
void armex_svg_box_add(struct armex_text *out, long x, long y, long width, long height);

/** Appends `before`, then a number rounded to a tenth: "195.6", "7", "-.5". */
void armex_svg_tenths_after(struct armex_text *out, const char *before, double value);

#endif
