/**
 * chart/shares.h: a table of `share` as measures of concentration over years.
 */
#ifndef ARMEX_CHART_SHARES_H
#define ARMEX_CHART_SHARES_H

#include "chart/chart.h"

/** Year i is first_year + i; NAN where there is nothing to divide. */
struct armex_concentrations {
    int first_year;
    size_t n_years, first, last; /**< first and last with an index */
    double most;          /**< exporters in the best covered year; 0: not known */
    size_t dropped;       /**< years with too few exporters to be shown */
    bool comparable;      /**< as many exporters in the first year as in the last */
    double *hhi;          /**< 0 to 1 */
    double *largest_four; /**< their share, 0 to 1 */
    double *effective;    /**< so many equal ones would be as concentrated */
};

/** Years with fewer than a quarter as many exporters as the best covered one are left
 *  out: their index is of who was listed, not of the world.
 *  Everything lives in `arena`. Errors: ARMEX_BAD_INPUT for a table of another kind,
 *  with a year twice, or without an index; ARMEX_NO_MEMORY. */
armex_status armex_concentrations_read(struct armex_concentrations *out,
                                       struct armex_arena *arena,
                                       const struct armex_chart *chart,
                                       struct armex_error *error);

#endif
