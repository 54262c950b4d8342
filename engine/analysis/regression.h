/**
 * analysis/regression.h: linear least squares, with standard errors that hold up.
 *
 * Solved by an orthogonal decomposition in some 32 digits
 * (analysis/regression_exact.h): the answers are those of the data as given, also where
 * columns nearly depend on each other.
 */
#ifndef ARMEX_ANALYSIS_REGRESSION_H
#define ARMEX_ANALYSIS_REGRESSION_H

#include <stddef.h>

#include "base/error.h"

/** y = X b + e. Starts as {0}; ended by armex_fit_free(). */
struct armex_fit {
    size_t n, p;            /**< observations, coefficients */
    double *coefficient;    /**< p */
    double *standard_error; /**< p: classical, sqrt(s^2 (X'X)^-1); 0 degrees: NAN */
    double *inverse;        /**< p x p, row-major: (X'X)^-1 */
    double *residual;       /**< n */
    double *leverage;       /**< n: x (X'X)^-1 x', within [0, 1] */
    double squares;         /**< sum of the squared residuals */
    double deviation;       /**< residual standard deviation, of n - p; NAN if n = p */
    double r_squared; /**< 1 - squares / sum (y - mean)^2; NAN if all y are alike */
};

/** Fits `y` on the columns of `x`, n x p, row-major; a constant is a column of ones.
 *
 *  Formula: min |y - X b|^2 by modified Gram-Schmidt on X and y together, every
 *           column scaled by a power of two first.
 *  Source:  Björck (1996), Numerical Methods for Least Squares Problems, 2.4.
 *  Missing: none may be; the caller leaves out the rows.
 *  Errors:  ARMEX_TOO_FEW for n < p; ARMEX_BAD_INPUT where a column depends on those
 *           before it or the answer is beyond a double; ARMEX_NO_MEMORY. `*out` is
 *           then empty. */
armex_status armex_regression(struct armex_fit *out, const double *x, const double *y,
                              size_t n, size_t p, struct armex_error *error);

/** Fits y = b0 + b1 x + ... + bd x^d; the powers are formed in 32 digits too.
 *  Errors:  as armex_regression(). */
armex_status armex_regression_polynomial(struct armex_fit *out, const double *x,
                                         const double *y, size_t n, size_t degree,
                                         struct armex_error *error);

void armex_fit_free(struct armex_fit *fit); /* leaves {0} */

/** Years over which residuals may hang together: floor(4 (n/100)^(2/9)), below n.
 *  Source:  Newey & West (1994), Review of Economic Studies 61, for the Bartlett
 *           kernel. */
size_t armex_newey_west_lag(size_t n);

/** Standard errors that allow for autocorrelation up to `lag` years and for unequal
 *  variances. `time[0..n)` are whole numbers that increase, such as years.
 *
 *  Formula: n/(n-p) (X'X)^-1 [sum over |l| <= lag of (1 - |l|/(lag+1)) sum of u(i)
 *           u(j)' over time(j) - time(i) = l] (X'X)^-1, u = x times residual.
 *  Source:  Newey & West (1987), Econometrica 55; for years without an observation
 *           Datta & Du (2012), "Nonparametric HAC estimation for time series data
 *           with missing observations", the amplitude-modulated estimator.
 *  Missing: a pair counts by the years between its two, so a gap is no
 *           neighbourhood.
 *  Errors:  none; NAN where n = p. `out` has p. */
void armex_regression_hac(double *out, const struct armex_fit *fit, const double *x,
                          const int *time, size_t lag);

/** Standard errors that allow for unequal variances.
 *
 *  Formula: (X'X)^-1 [sum x x' (residual / (1 - leverage))^2] (X'X)^-1.
 *  Source:  MacKinnon & White (1985), Journal of Econometrics 29: HC3.
 *  Errors:  none; NAN where a leverage is 1. `out` has p. */
void armex_regression_hc3(double *out, const struct armex_fit *fit, const double *x);

#endif
