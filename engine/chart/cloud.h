/**
 * chart/cloud.h: points of two counts in a picture, and the names of the telling ones.
 */
#ifndef ARMEX_CHART_CLOUD_H
#define ARMEX_CHART_CLOUD_H

#include "chart/free_labels.h"
#include "chart/points.h"

struct armex_cloud {
    const struct armex_points *points;
    struct armex_free_ground ground; /**< its first marks are where the points lie */
};

/** How much the name of a point tells; below 0: it is not named. */
typedef double armex_telling(const struct armex_points *points, size_t point,
                             const void *context);

/** Writes the blocks dots, hollow, accent_dots, accent_hollow. */
void armex_cloud_dots(struct armex_drawing *drawing, const struct armex_cloud *cloud);

/** Writes the blocks names and subject_names: the subject first, then the 60 that tell
 *  most, each where there is room. With `years` a name has its year.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_cloud_names(struct armex_drawing *drawing,
                               const struct armex_cloud *cloud, armex_telling *telling,
                               const void *context, bool years,
                               struct armex_error *error);

/** Whether a point is of the subject. */
bool armex_is_subject(const struct armex_points *points, size_t point);

#endif
