/**
 * analysis/breaks_regime.h: the least squares of one regime, one observation at a time.
 */
#ifndef ARMEX_ANALYSIS_BREAKS_REGIME_H
#define ARMEX_ANALYSIS_BREAKS_REGIME_H

#include "analysis/breaks.h"

/** Starts as {0}. Moments are about the means: sums of squares would lose digits.
 *  Source: Welford (1962), Technometrics 4; Chan, Golub & LeVeque (1983). */
struct armex_regime {
    size_t n;
    double mean_x, mean_y, xx, xy, yy;
};

static inline void armex_regime_add(struct armex_regime *regime, double x, double y)
{
    regime->n++;
    const double dx = x - regime->mean_x, dy = y - regime->mean_y;
    regime->mean_x += dx / (double)regime->n;
    regime->mean_y += dy / (double)regime->n;
    regime->xx += dx * (x - regime->mean_x);
    regime->xy += dx * (y - regime->mean_y);
    regime->yy += dy * (y - regime->mean_y);
}

static inline double armex_regime_slope(const struct armex_regime *regime,
                                        enum armex_break_model model)
{
    return model == ARMEX_BREAK_TREND && regime->xx > 0.0 ? regime->xy / regime->xx
                                                          : 0.0;
}

/** Sum of the squared residuals. */
static inline double armex_regime_squares(const struct armex_regime *regime,
                                          enum armex_break_model model)
{
    const double rest = regime->yy - armex_regime_slope(regime, model) * regime->xy;
    return rest > 0.0 ? rest : 0.0;
}

#endif
