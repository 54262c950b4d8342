/**
 * chart/frame.h: the words around a picture: where they stand and where they break.
 */
#ifndef ARMEX_CHART_FRAME_H
#define ARMEX_CHART_FRAME_H

#include "base/arena.h"
#include "chart/chart.h"
#include "chart/font.h"

enum { ARMEX_MARGIN = 20 };

/** Pixels across: what the chart asks for, or the usual. */
int armex_chart_width(const struct armex_chart *chart);

/** Whether that is a phone's column, where less fits side by side. */
bool armex_chart_is_narrow(const struct armex_chart *chart);

/** What is left of a picture without title, subtitle, note and source. */
struct armex_cut {
    double top, height; /**< from where on, in whole pixels, and how much */
};

/** A picture being laid out. Starts with chart, words, font, arena; `scene` and
 *  `hovers` {0}. */
struct armex_drawing {
    const struct armex_chart *chart;
    const struct armex_chart_words *words;
    struct armex_font *font;
    struct armex_arena *arena;
    struct armex_text scene;
    struct armex_text hovers; /**< what an svg says when pointed at, a line each: first
                                   the words of marks, then fields: see chart/hover.h */
    double width, height;     /**< of the picture */
    double top;               /**< where the subtitle has ended */
    struct armex_cut cut;
    bool narrow;
};

/** Breaks `text` into lines of at most `width`, at most `most` of them; what does not
 *  fit ends with "…". Returns how many lines there are (0 for an empty text);
 *  SIZE_MAX: no memory. A word wider than a line is broken inside. */
size_t armex_break_lines(char **lines, struct armex_drawing *drawing, const char *text,
                         double size, enum armex_weight weight, double width,
                         size_t most);

/** `text`; else the usual short form of the name that it is; else as much of its
 *  beginning as fits `width` with "…". NULL: no memory. */
const char *armex_shorten(struct armex_drawing *drawing, const char *text, double size,
                          enum armex_weight weight, double width);

/** Sets width, narrow and top, and writes the blocks `$title` and `$subtitle`.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_frame_begin(struct armex_drawing *drawing,
                               struct armex_error *error);

/** Writes the block `$foot` below `bottom`, then the sizes W and H.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_frame_end(struct armex_drawing *drawing, double bottom,
                             struct armex_error *error);

#endif
