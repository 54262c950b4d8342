/**
 * chart/flow.h: the places of suppliers and recipients, and the words beside them.
 */
#ifndef ARMEX_CHART_FLOW_H
#define ARMEX_CHART_FLOW_H

#include "chart/frame.h"
#include "chart/hover.h"
#include "chart/streams.h"

/** How wide a bar is, and how far from it words stand. */
#define ARMEX_FLOW_BAR 8.0
#define ARMEX_FLOW_ASIDE 16.0

/** The least a band is drawn wide. */
#define ARMEX_FLOW_HAIR 1.8

/** Where everything stands, in pixels. */
struct armex_flow_places {
    struct armex_streams streams;
    double x0, x1, y0, y1; /**< between the outer edges of the bars */
    double scale;          /**< pixels for a unit */
    double tops[2][ARMEX_STREAM_ENDS];
    double label_width;
    int figures; /**< the power of ten that figures are shown in */
};

/** What stands beside the bars. Where it is narrow the figure stands below the name, or
 *  behind its second line. */
struct armex_flow_labels {
    const char *first[2][ARMEX_STREAM_ENDS], *second[2][ARMEX_STREAM_ENDS];
    bool broken[2][ARMEX_STREAM_ENDS]; /**< the second line is of the name, too */
};

/** Chooses the words, and sets flow->label_width. Errors: ARMEX_NO_MEMORY. */
armex_status armex_flow_labels_choose(struct armex_flow_labels *out,
                                      struct armex_drawing *drawing,
                                      struct armex_flow_places *flow,
                                      struct armex_error *error);

/** Writes name_px and the blocks left, right, subject_left, subject_right,
 *  left_figures, right_figures and leaders. Errors: ARMEX_NO_MEMORY. */
armex_status armex_flow_labels_put(struct armex_drawing *drawing,
                                   const struct armex_flow_places *flow,
                                   const struct armex_flow_labels *labels,
                                   struct armex_error *error);

/** The bar of end `i` of a side. */
struct armex_field armex_flow_bar(const struct armex_flow_places *flow, size_t side,
                                  size_t i);

#endif
