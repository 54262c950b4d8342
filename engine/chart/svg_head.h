/**
 * chart/svg_head.h: what an SVG says of itself, before its marks.
 */
#ifndef ARMEX_CHART_SVG_HEAD_H
#define ARMEX_CHART_SVG_HEAD_H

#include "chart/picture.h"

/** Appends the opening tag with the size, then title, description and provenance. */
void armex_svg_head_add(struct armex_text *out, const struct armex_picture *picture);

#endif
