/** chart/points_narrow.c: which of two counts' points a chart shows, and on what scale.
 */
#include <math.h>
#include <string.h>

#include "chart/aside.h"
#include "chart/points.h"

static const double squeezed = 20.0; // times the least, on a scale from zero

static bool is_one_entity(const struct armex_points *points)
{
    for (size_t i = 1; i < points->n; i++)
        if (strcmp(points->items[i].entity, points->items[0].entity) != 0)
            return false;
    return true;
}

/** The last year with half as many figures as the fullest. */
static int telling_year(const struct armex_points *points)
{
    size_t counts[10000] = {0}, most = 0;
    for (size_t i = 0; i < points->n; i++) {
        const size_t n = ++counts[points->items[i].year];
        most = n > most ? n : most;
    }
    int year = 9999;
    while (year > 0 && (counts[year] == 0 || 2 * counts[year] < most))
        year--;
    return year;
}

static void keep_year(struct armex_points *points, int year)
{
    size_t n = 0;
    for (size_t i = 0; i < points->n; i++)
        if (points->items[i].year == year)
            points->items[n++] = points->items[i];
    points->n = n;
}

/** Whether the figures of a side above 0 lie more than 20 times apart. */
static bool is_spread(const struct armex_points *points, bool b)
{
    double least = INFINITY, most = 0.0;
    for (size_t i = 0; i < points->n; i++) {
        const struct armex_point *point = &points->items[i];
        if (!(point->a > 0.0 && point->b > 0.0))
            continue;
        least = fmin(least, b ? point->b : point->a);
        most = fmax(most, b ? point->b : point->a);
    }
    return most / squeezed > least;
}

/** A log scale has no 0: what is not above it is left out, if it is the lesser part. */
static void choose_log(struct armex_points *points)
{
    size_t n = 0;
    for (size_t i = 0; i < points->n; i++)
        n += points->items[i].a > 0.0 && points->items[i].b > 0.0;
    points->log =
        2 * n >= points->n && (is_spread(points, false) || is_spread(points, true));
    if (!points->log)
        return;
    points->nothing = points->n - n;
    n = 0;
    for (size_t i = 0; i < points->n; i++)
        if (points->items[i].a > 0.0 && points->items[i].b > 0.0)
            points->items[n++] = points->items[i];
    points->n = n;
}

static void find_span(struct armex_points *points)
{
    points->first_year = points->last_year = points->n ? points->items[0].year : 0;
    for (size_t i = 0; i < points->n; i++) {
        const int year = points->items[i].year;
        points->first_year = year < points->first_year ? year : points->first_year;
        points->last_year = year > points->last_year ? year : points->last_year;
    }
}

/** Leaves out who is not drawn beside states, and who has nothing on either side,
 *  unless nobody else is there. */
static armex_status leave_out(struct armex_points *points, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              struct armex_error *error)
{
    struct armex_text names = {0};
    const char *named = "";
    size_t n = 0, none = 0, asides = 0;
    for (size_t i = 0; i < points->n; i++)
        n += !points->items[i].none &&
             !armex_stands_aside(chart, points->items[i].entity);
    if (!n || n == points->n)
        return ARMEX_OK;
    n = 0;
    for (size_t i = 0; i < points->n; i++) {
        const struct armex_point point = points->items[i];
        const bool aside = armex_stands_aside(chart, point.entity);
        if (point.none)
            none++;
        else if (!aside)
            points->items[n++] = point;
        else if (strcmp(point.name, named) != 0) { // its years follow each other
            named = point.name;
            armex_aside_name(&names, asides++, named);
        }
    }
    points->n = n;
    points->none = none;
    if (!asides)
        return ARMEX_OK;
    points->aside = armex_aside_names(arena, &names, asides);
    return points->aside ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_points_narrow(struct armex_points *out, struct armex_arena *arena,
                                 const struct armex_chart *chart, bool ratio,
                                 struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    out->one_entity = is_one_entity(out) && out->n > 1;
    if (!ratio && !out->one_entity && out->n)
        keep_year(out, telling_year(out));
    if (!out->one_entity)
        status = leave_out(out, arena, chart, error);
    if (!ratio && out->n)
        choose_log(out);
    find_span(out);
    return status;
}
