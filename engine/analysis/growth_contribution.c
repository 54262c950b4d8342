/** analysis/growth_contribution.c: what part of the whole's growth is one entity's. */
#include "analysis/growth_contribution.h"

#include <math.h>
#include <string.h>

#include "analysis/growth.h"
#include "country/entity.h"

static bool is_world(const struct armex_series *series)
{
    return strcmp(series->entity, "WLD") == 0;
}

static bool alike(const struct armex_series *a, const struct armex_series *b)
{
    return a->measure == b->measure && a->flow == b->flow &&
           armex_unit_equal(a->unit, b->unit) && a->period.years == b->period.years;
}

static armex_status check_unit(const struct armex_series *series,
                               struct armex_error *error)
{
    const enum armex_unit_kind kind = series->unit.kind;
    char words[64];

    if (kind == ARMEX_MONEY || kind == ARMEX_TIV || kind == ARMEX_COUNT)
        return ARMEX_OK;
    armex_unit_words(words, series->unit);
    return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                      "figures of %s (scope %s) are in %s, which do not add up to a "
                      "whole; leave out --contribution",
                      series->name, series->scope, words);
}

armex_status armex_growth_check_whole(const struct armex_panel *panel,
                                      struct armex_error *error)
{
    for (size_t s = 0; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s], *first = panel->series;
        const armex_status status = check_unit(series, error);
        if (status)
            return status;
        if (!alike(series, first))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%s and %s differ in measure or unit and do not add up "
                              "to a whole; --measure chooses one, --unit usd converts",
                              first->name, series->name);
        for (size_t other = 0; other < s; other++)
            if (strcmp(series->entity, panel->series[other].entity) == 0)
                return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                                  "%s has several series here and would count twice; "
                                  "choose one with --measure and --scope",
                                  series->name);
    }
    return ARMEX_OK;
}

/* Whether both ends are figures, of which 0 is one, and of the same series. */
static bool has_ends(const struct armex_panel *panel, size_t s, int from, int to)
{
    switch (armex_growth_check(panel, s, from, to, ARMEX_GROWTH_YOY)) {
    case ARMEX_NO_MISSING:
    case ARMEX_NO_GAP:
    case ARMEX_NO_UNIT_BREAK:
    case ARMEX_NO_ENTITY_BREAK:
        return false;
    default:
        return true;
    }
}

struct armex_growth_whole armex_growth_whole(const struct armex_panel *panel, int from,
                                             int to)
{
    struct armex_growth_whole out = {
        .from = from, .to = to, .base = 0.0, .growth = NAN};
    double end = 0.0;
    bool world = false;

    for (size_t s = 0; s < panel->n_series; s++)
        world |= is_world(&panel->series[s]);
    for (size_t s = 0; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        const bool counts =
            world ? is_world(series) : !armex_entity_is_aggregate(series->entity);
        if (!counts || !has_ends(panel, s, from, to))
            continue;
        out.base += armex_panel_value(panel, s, from);
        end += armex_panel_value(panel, s, to);
        out.n += !world;
    }
    if (out.base > 0.0 && isfinite(end / out.base))
        out.growth = end / out.base - 1.0;
    else
        out.base = NAN;
    return out;
}

double armex_growth_contribution(const struct armex_panel *panel, size_t s,
                                 const struct armex_growth_whole *whole)
{
    if (!has_ends(panel, s, whole->from, whole->to))
        return NAN;
    const double change = armex_panel_value(panel, s, whole->to) -
                          armex_panel_value(panel, s, whole->from);
    return isfinite(change / whole->base) ? change / whole->base : NAN;
}
