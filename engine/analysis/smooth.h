/**
 * analysis/smooth.h: the course of a series without its noise.
 */
#ifndef ARMEX_ANALYSIS_SMOOTH_H
#define ARMEX_ANALYSIS_SMOOTH_H

#include <stddef.h>

#include "base/error.h"

/** Ravn & Uhlig (2002), Review of Economics and Statistics 84: 1600/4^4 for years. */
#define ARMEX_HP_LAMBDA_YEARLY 6.25

/** The trend of `y[0..n)`, one value a year.
 *
 *  Formula: min sum (y - trend)^2 + lambda sum (second difference of trend)^2.
 *  Source:  Hodrick & Prescott (1997), Journal of Money, Credit and Banking 29; missing
 *           years as Eilers (2003), A perfect smoother, Analytical Chemistry 75: they
 *           weigh nothing in the first sum, and the second leads the trend across.
 *  Missing: NAN: the year has a trend all the same.
 *  Errors:  ARMEX_TOO_FEW below 3 figures; ARMEX_NO_MEMORY. `trend` has n. */
armex_status armex_hodrick_prescott(double *trend, const double *y, size_t n,
                                    double lambda, struct armex_error *error);

struct armex_spline {
    double lambda;    /**< the weight of roughness, in years cubed */
    double freedom;   /**< trace of the smoother: 2 is a straight line, n the data */
    double deviation; /**< residual standard deviation, of n - freedom */
};

/** The cubic smoothing spline through (x, y), x increasing, at every x.
 *
 *  Formula: min sum (y - f(x))^2 + lambda integral f''^2; lambda where the
 *           generalised cross-validation n RSS / (n - freedom)^2 is least. `error`
 *           of a value: deviation times root of its leverage.
 *  Source:  Craven & Wahba (1979), Numerische Mathematik 31; Green & Silverman
 *           (1994), Nonparametric Regression, 2.3 and 3.5; Wahba (1983), JRSS B 45,
 *           the errors.
 *  Missing: x need not be evenly spaced; years left out do no harm.
 *  Errors:  ARMEX_TOO_FEW below 5; ARMEX_NO_MEMORY. `fitted` and `errors` have n. */
armex_status armex_smoothing_spline(struct armex_spline *out, double *fitted,
                                    double *errors, const double *x, const double *y,
                                    size_t n, struct armex_error *error);

/** The median of the `length` values that end with each of `y[0..n)`; NAN where
 *  fewer than `at_least` of these are there. A missing value is NAN and is left out,
 *  never replaced.
 *  Errors:  ARMEX_NO_MEMORY. `out` has n. */
armex_status armex_moving_median(double *out, const double *y, size_t n, size_t length,
                                 size_t at_least, struct armex_error *error);

#endif
