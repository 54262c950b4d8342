/** chart/map_classes.c: the figures of a map, and the few classes they are coloured in.
 */
#include "chart/map_classes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "chart/outlines.h"
#include "chart/words.h"

enum { MOST_DECIMALS = 6 };

static const double quantiles[] = {0.35, 0.6, 0.8, 0.93};

double armex_map_figure(const struct armex_map_classes *classes,
                        const struct armex_standing *item)
{
    return classes->share ? 100.0 * item->share : item->value;
}

void armex_map_figure_text(char out[ARMEX_FIGURE_SIZE],
                           const struct armex_map_classes *classes,
                           const struct armex_standing *item)
{
    if (classes->share)
        armex_figure_share(out, item->share);
    else
        armex_figure_with_unit(out, item->value, classes->unit);
}

static int ascending(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return a < b ? -1 : a > b;
}

/** Of 1, 2 and 5 times the powers of ten the nearest by ratio. */
static double nice(double value)
{
    const double power = pow(10.0, floor(log10(value)));
    const double part = value / power; // 1 to 10
    return power * (part < sqrt(2.0)    ? 1.0
                    : part < sqrt(10.0) ? 2.0
                    : part < sqrt(50.0) ? 5.0
                                        : 10.0);
}

static void choose_limits(struct armex_map_classes *out, const double *figures,
                          size_t n)
{
    out->n = 1;
    for (size_t i = 0; n && i < sizeof quantiles / sizeof *quantiles; i++) {
        const double limit = nice(figures[(size_t)(quantiles[i] * (double)(n - 1))]);
        const double before = out->n > 1 ? out->limits[out->n - 2] : figures[0];
        if (limit > before * 1.01 && limit <= figures[n - 1])
            out->limits[out->n++ - 1] = limit;
    }
}

armex_status armex_map_classes_make(struct armex_map_classes *out,
                                    struct armex_arena *arena,
                                    const struct armex_standings *standings,
                                    struct armex_error *error)
{
    size_t n = 0;
    *out = (struct armex_map_classes){.unit = standings->unit,
                                      .share = armex_standings_show_share(standings)};
    if (out->share)
        out->unit = (struct armex_unit){.kind = ARMEX_PERCENT};
    armex_standings_of(standings, standings->years[standings->n_years - 1], &out->first,
                       &out->end);
    double *figures = armex_arena_new(arena, standings->n, sizeof *figures);
    if (!figures)
        return armex_fail_memory(error);
    for (size_t i = out->first; i < out->end; i++) {
        const double figure = armex_map_figure(out, &standings->items[i]);
        if (isfinite(figure) && figure > 0.0)
            figures[n++] = figure;
    }
    qsort(figures, n, sizeof *figures, ascending);
    out->greatest = n ? figures[n - 1] : 0.0;
    choose_limits(out, figures, n);
    return ARMEX_OK;
}

size_t armex_map_class(const struct armex_map_classes *classes, double figure)
{
    size_t step = 0;
    if (!isfinite(figure))
        return ARMEX_MAP_CLASSES;
    while (step + 1 < classes->n && figure >= classes->limits[step] * (1.0 - 1e-12))
        step++;
    return step;
}

/** A limit, with the decimals that it has. */
static void limit_text(char out[ARMEX_FIGURE_SIZE],
                       const struct armex_map_classes *classes, double limit)
{
    const int scale = armex_figure_scale(classes->greatest);
    const double shown = limit / pow(10.0, scale);
    const int decimals =
        shown > 0.9 ? 0 : (int)fmin(ceil(-log10(shown) - 1e-9), MOST_DECIMALS);
    armex_figure_tick(out, limit, scale, decimals, NULL);
}

const char *armex_map_class_label(struct armex_arena *arena,
                                  const struct armex_map_classes *classes, size_t step)
{
    char from[ARMEX_FIGURE_SIZE] = "", to[ARMEX_FIGURE_SIZE] = "";
    if (classes->n == 1)
        return armex_arena_text(arena, "all with a figure");
    if (step > 0)
        limit_text(from, classes, classes->limits[step - 1]);
    if (step + 1 < classes->n)
        limit_text(to, classes, classes->limits[step]);
    if (!*from)
        return armex_arena_printf(arena, "under %s", to);
    if (!*to)
        return armex_arena_printf(arena, "%s and more", from);
    return armex_arena_printf(arena, "%s\u2013%s", from, to);
}

bool armex_map_has(const char *entity)
{
    for (size_t i = 0; i < armex_outline_points_n; i++)
        if (!strcmp(armex_outline_points[i].entity, entity))
            return true;
    return false;
}
