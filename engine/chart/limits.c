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
    double *a = armex_arena_new(arena, points->n, sizeof *a);
    double *b = armex_arena_new(arena, points->n, sizeof *b);
    *out = (struct armex_limits){0};
    if (!a || !b)
        return armex_fail_memory(error);
    for (size_t i = 0; i < points->n; i++) {
        a[i] = points->items[i].a;
        b[i] = points->items[i].b;
    }
    const armex_status status =
        armex_agreement_levels(&out->levels, a, b, points->n, error);
    for (size_t i = 0; !status && i < points->n; i++)
        out->outside += armex_limits_beyond(out, &points->items[i]) > 0.0;
    return status;
}
