/**
 * chart/free_labels.h: names beside points, none on another name or on a point.
 */
#ifndef ARMEX_CHART_FREE_LABELS_H
#define ARMEX_CHART_FREE_LABELS_H

#include "chart/hover.h"

struct armex_free_label {
    double x, y; /**< of its point, in pixels */
    const char *text;
    bool bold;
    bool placed;               /**< found room */
    double centre_x, centre_y; /**< where its words then stand */
};

/** A point that no name may cover. */
struct armex_free_mark {
    double x, y;
};

/** What names stand on. */
struct armex_free_ground {
    struct armex_free_mark *marks; /**< points, then spots that names shun */
    size_t n_marks;                /**< no name covers these */
    size_t n_shy;                  /**< a name covers these only for want of room */
    struct armex_field bounds;     /**< within which they stand */
};

/** Gives each label, the first first, the first place beside its point that is free:
 *  right, left, above, below, then the corners. One without room is left out, so the
 *  most telling ought to come first. Errors: ARMEX_NO_MEMORY. */
armex_status armex_free_labels_place(struct armex_free_label *labels, size_t n,
                                     const struct armex_free_ground *on, double size,
                                     struct armex_drawing *drawing,
                                     struct armex_error *error);

#endif
