/**
 * chart/triangle.h: the growth of one series between any two of its years.
 */
#ifndef ARMEX_CHART_TRIANGLE_H
#define ARMEX_CHART_TRIANGLE_H

#include "chart/observations.h"

/** Two years of the line, as indices of its values, and the rate between them. */
struct armex_stretch {
    size_t from, to;
    double rate;
};

struct armex_triangle {
    struct armex_lines lines; /**< the subject alone, of the years that are shown */
    size_t spans, grown; /**< stretches that have a rate, and whose rate is above 0 */
    struct armex_stretch whole, best, worst; /**< the longest; the extremes, the first
                                                of equals */
    bool gaps;                               /**< some stretches have no rate */
    int cut; /**< the first year of the table, where some are not shown; 0 */
};

/** The mean growth a year from year `from` to year `to` of a line.
 *  Formula: (last / first)^(1 / years) - 1.
 *  Missing: NAN where an end has no figure above 0, or a break lies between. */
double armex_stretch_rate(const struct armex_line *line, size_t from, size_t to);

/** At most 40 years, 24 in a narrow picture: the last. Everything lives in `arena`.
 *  Errors: ARMEX_BAD_INPUT when no two years can be compared; ARMEX_NO_MEMORY. */
armex_status armex_triangle_read(struct armex_triangle *out, struct armex_arena *arena,
                                 const struct armex_chart *chart,
                                 const struct armex_lines *lines,
                                 struct armex_error *error);

#endif
