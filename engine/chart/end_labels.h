/**
 * chart/end_labels.h: the names of lines, where the lines end.
 */
#ifndef ARMEX_CHART_END_LABELS_H
#define ARMEX_CHART_END_LABELS_H

#include "chart/plot_area.h"
#include "chart/words.h"

struct armex_end_label {
    const struct armex_line *line;
    const char *text;
};

struct armex_end_labels {
    struct armex_end_label items[ARMEX_NAMED_LINES];
    size_t n;
    double width; /**< of all that stands right of the plot */
};

/** Names and last figures of the lines; over armex_named_lines() those of the greatest
 *  last figures, and always the subject, if it has any. A line alone needs no name: its
 *  title says it.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_end_labels_choose(struct armex_end_labels *out,
                                     struct armex_drawing *drawing,
                                     const struct armex_lines *lines,
                                     struct armex_error *error);

/** Writes the blocks labels, subject_label and leaders. */
armex_status armex_end_labels_put(struct armex_end_labels *labels,
                                  struct armex_drawing *drawing,
                                  const struct armex_plot *plot,
                                  struct armex_error *error);

#endif
