/** chart/limits.c: limits of agreement of points, and who lies outside. */
#include "chart/limits.h"

#include <math.h>

double armex_limits_beyond(const struct armex_limits *limits,
                           const struct armex_point *point)
{
    const double ratio = log(point->a) - log(point->b);
    const double slack = 1e-12; // of logarithms that were added up
    const double beyond =
        fmax(limits->levels.lower - ratio, ratio - limits->levels.upper);
    return beyond > slack ? beyond : 0.0;
}

armex_status armex_limits_find(struct armex_limits *out, struct armex_arena *arena,
                               const struct armex_points *points,
                               struct armex_error *error)
{
    double *figures[2];
    *out = (struct armex_limits){0};
    armex_status status = armex_points_figures(figures, arena, points, error);
    if (!status)
        status = armex_agreement_levels(&out->levels, figures[0], figures[1], points->n,
                                        error);
    for (size_t i = 0; !status && i < points->n; i++)
        out->outside += armex_limits_beyond(out, &points->items[i]) > 0.0;
    return status;
}
