/**
 * analysis/kalman.h: a trend whose level and slope wander: the local linear trend
 * model.
 *
 *     y(t) = level(t) + e(t)                     e ~ N(0, irregular)
 *     level(t+1) = level(t) + slope(t) + u(t)    u ~ N(0, level)
 *     slope(t+1) = slope(t) + v(t)               v ~ N(0, slope)
 */
#ifndef ARMEX_ANALYSIS_KALMAN_H
#define ARMEX_ANALYSIS_KALMAN_H

#include <stddef.h>

#include "base/error.h"

/** Variances of the three disturbances; none below 0, not all 0. */
struct armex_local_trend {
    double irregular, level, slope;
};

/** The log-likelihood of `model` for `y[0..n)`, one value a year.
 *
 *  Formula: that of all observations given the first two, which tell where the trend
 *           begins: nothing is assumed of the first level and slope.
 *  Source:  Harvey (1989), Forecasting, Structural Time Series Models and the Kalman
 *           Filter, 3.4; de Jong (1991), Annals of Statistics 19: the augmented
 *           filter.
 *  Missing: NAN: the filter predicts across, and learns nothing.
 *  Errors:  none; NAN for fewer than 3 observations. */
double armex_local_trend_likelihood(const struct armex_local_trend *model,
                                    const double *y, size_t n);

/** What the whole series says of every year: level, slope and the level's standard
 *  deviation, n each.
 *  Source:  Durbin & Koopman (2012), Time Series Analysis by State Space Methods, 4.4:
 *           fixed-interval smoothing.
 *  Missing: NAN: a year without a figure has an estimate, with a wider deviation.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_local_trend_smooth(double *level, double *slope, double *deviation,
                                      const struct armex_local_trend *model,
                                      const double *y, size_t n,
                                      struct armex_error *error);

/** The variances under which `y[0..n)` is most likely.
 *  Formula: the likelihood above; the common scale is solved for, the proportions
 *           are searched from nine starts (analysis/minimise.h).
 *  Errors:  ARMEX_TOO_FEW below 5 observations; ARMEX_BAD_INPUT if all lie on one
 *           line: there is no noise to divide; ARMEX_NO_MEMORY. */
armex_status armex_local_trend_fit(struct armex_local_trend *out, const double *y,
                                   size_t n, struct armex_error *error);

#endif
