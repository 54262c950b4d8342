/**
 * analysis/robust_fit.h: a trend that a few wild years cannot turn.
 */
#ifndef ARMEX_ANALYSIS_ROBUST_FIT_H
#define ARMEX_ANALYSIS_ROBUST_FIT_H

#include <stddef.h>

#include "base/error.h"

struct armex_robust_fit {
    double slope, intercept;
    double lower, upper; /**< of the slope, 95 %; NAN where n is too small to say */
    double p_value;      /**< of no trend at all, two-sided */
};

/** The Theil-Sen line through (x, y), n of them, x increasing.
 *
 *  Formula: slope = median of (y(j) - y(i))/(x(j) - x(i)), i < j; intercept = median
 *           of y - slope x. p_value: Mann-Kendall, S = sum of sign(y(j) - y(i)),
 *           variance (n(n-1)(2n+5) - sum t(t-1)(2t+5))/18 over ties t, continuity
 *           correction 1. Interval: the M-th slope from either end, M = floor((N -
 *           1.96 sd(S))/2) of the N slopes.
 *  Source:  Sen (1968), Journal of the American Statistical Association 63; Kendall
 *           (1975), Rank Correlation Methods; Hollander & Wolfe (1999), 9.3.
 *  Missing: none may be; years left out do no harm.
 *  Errors:  ARMEX_TOO_FEW below 3; ARMEX_NO_MEMORY. */
armex_status armex_theil_sen(struct armex_robust_fit *out, const double *x,
                             const double *y, size_t n, struct armex_error *error);

/** How far each of `values[0..n)` lies from their middle, in robust standard
 *  deviations.
 *
 *  Formula: (x - median) / (1.4826 median |x - median|); where more than half are
 *           alike (x - median) / (1.2533 mean |x - median|); 0 where all are alike.
 *  Source:  Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers: beyond 3.5
 *           is an outlier.
 *  Errors:  ARMEX_NO_MEMORY. `out` has n. */
armex_status armex_robust_scores(double *out, const double *values, size_t n,
                                 struct armex_error *error);

/** The median of `values[0..n)`, which are put in order; NAN of none. */
double armex_median(double *values, size_t n);

#endif
