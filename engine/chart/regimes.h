/**
 * chart/regimes.h: the stretches between the breaks of a series.
 */
#ifndef ARMEX_CHART_REGIMES_H
#define ARMEX_CHART_REGIMES_H

#include "chart/observations.h"

enum { ARMEX_REGIMES = 6 }; /**< one more than analysis/breaks.h finds breaks */

/** Years `first` to `last`, fitted from `begins` to `ends`; NAN without a figure above
 *  zero. */
struct armex_regime_fit {
    size_t first, last; /**< years of the lines */
    double begins, ends;
    double lower, upper; /**< 95 % interval of the year it begins in; NAN: the first
                              regime, or not known */
};

struct armex_regimes {
    size_t n;
    struct armex_regime_fit items[ARMEX_REGIMES];
    struct armex_lines lines; /**< the subject alone */
    bool sloped; /**< level and slope were let change, not the level alone */
};

/** Reads the breaks of the subject from a table of figures and trend.
 *  Formula: ln y = b0 (+ b1 year) by least squares in every regime, years with figures
 *           above zero alone: as analysis/breaks.h divided them.
 *  Errors:  ARMEX_BAD_INPUT when the table has no breaks of the subject, saying why;
 *           ARMEX_NO_MEMORY. */
armex_status armex_regimes_read(struct armex_regimes *out, struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error);

#endif
