/**
 * report/svg.h: a chart's file as a drawing within a page.
 */
#ifndef ARMEX_REPORT_SVG_H
#define ARMEX_REPORT_SVG_H

#include "base/text.h"

/** Appends the marks of `picture` in an <svg> of its own: of class `kind`, without the
 *  file's prolog, title, description and metadata (a title would show as a tip over the
 *  whole drawing). It is spoken as `label`, under the id "ID.chart"; without a label as
 *  the drawing of that id is. Colours stay as they are; the page's style sheet gives
 *  each its part in light and dark. false: a file that is no svg, which adds nothing.
 */
bool armex_svg_inline(struct armex_text *out, const struct armex_text *picture,
                      const char *kind, const char *id, const char *label);

#endif
