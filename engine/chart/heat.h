/**
 * chart/heat.h: which lines and years a heat map shows.
 */
#ifndef ARMEX_CHART_HEAT_H
#define ARMEX_CHART_HEAT_H

#include "chart/observations.h"

struct armex_heat {
    struct armex_lines lines; /**< of the years that are shown */
    const struct armex_line **rows;
    size_t n, left_out; /**< rows shown, lines beyond them */
    size_t sums;        /**< lines of aggregates, which beside states are not shown */
    double most,
        low; /**< of the rows shown: the greatest without its sign, the least */
    int cut; /**< the first year of the table, where some are not shown; 0 */
};

/** At most 40 rows, the greatest sum of figures first, equals as in the table; the
 *  subject in the last place when it is further down. At most 60 years, 24 in a narrow
 *  picture: the last. Everything lives in `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_heat_choose(struct armex_heat *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               const struct armex_lines *lines,
                               struct armex_error *error);

/** How dark a figure is: −1 to 1, the root of its part of the greatest. NAN: none. */
double armex_heat_part(const struct armex_heat *heat, double value);

#endif
