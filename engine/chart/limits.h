/**
 * chart/limits.h: limits of agreement of points, and who lies outside.
 */
#ifndef ARMEX_CHART_LIMITS_H
#define ARMEX_CHART_LIMITS_H

#include "analysis/agreement.h"
#include "base/arena.h"
#include "chart/points.h"

struct armex_limits {
    struct armex_agreement levels; /**< all of it known */
    size_t outside;                /**< points beyond the limits */
};

/** Of points of an agreement chart, three or more (chart/points.h).
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_limits_find(struct armex_limits *out, struct armex_arena *arena,
                               const struct armex_points *points,
                               struct armex_error *error);

/** How far beyond the limits a point lies, as a logarithm; 0 within them. */
double armex_limits_beyond(const struct armex_limits *limits,
                           const struct armex_point *point);

#endif
