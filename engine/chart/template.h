/**
 * chart/template.h: a template of plots/, as far as a chart has something to draw.
 */
#ifndef ARMEX_CHART_TEMPLATE_H
#define ARMEX_CHART_TEMPLATE_H

#include "base/text.h"

/** Appends `template` without the elements of its plot command, one a line, that draw
 *  a block without rows of its own: gnuplot takes as long for an element that draws
 *  nothing as for a short line. `scene` holds the blocks, see chart/scene.h. */
void armex_template_add(struct armex_text *out, const char *template,
                        const struct armex_text *scene);

#endif
