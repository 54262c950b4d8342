/**
 * analysis/breaks.h: when a series changed its course, how surely, and how often.
 *
 * y = b0 (+ b1 x) + e, with other coefficients from each break on. A break is named by
 * the place of the first observation after it.
 */
#ifndef ARMEX_ANALYSIS_BREAKS_H
#define ARMEX_ANALYSIS_BREAKS_H

#include <stddef.h>

#include "base/error.h"

enum { ARMEX_MOST_BREAKS = 5, ARMEX_LEAST_FOR_BREAKS = 10 };

enum armex_break_model {
    ARMEX_BREAK_LEVEL = 1, /**< the mean changes */
    ARMEX_BREAK_TREND = 2, /**< mean and slope change */
};

/** One best division for every number of breaks. Places count from 0. */
struct armex_breaks {
    enum armex_break_model model;
    size_t n, shortest; /**< observations; the fewest between two breaks */
    size_t most;        /**< breaks tried: at most ARMEX_MOST_BREAKS */
    size_t place[ARMEX_MOST_BREAKS + 1][ARMEX_MOST_BREAKS]; /**< [m]: m of them */
    double squares[ARMEX_MOST_BREAKS + 1]; /**< of the residuals with m breaks */
    double bic[ARMEX_MOST_BREAKS + 1];
    double sup_f[ARMEX_MOST_BREAKS]; /**< [l]: of l + 1 against l; NAN: no room */
    size_t by_test;                  /**< breaks chosen by the sequential test at 5 % */
    size_t by_bic;                   /**< breaks with the least BIC */
};

/** Finds all breaks of `y[0..n)` over `x`, which increases.
 *
 *  Formula: every division into m + 1 regimes of at least `shortest` =
 *           max(floor(0.15 n), 3 for the level, 4 for the trend) observations, the
 *           one of least squares by dynamic programming. sup_f[l] = (S(l) - least S
 *           with one more break inside one regime of the l) / (S(l+1) / (n - (l + 2)
 *           q)), S(l+1) of that division, q coefficients. bic = n (ln(2 pi S/n) + 1)
 *           + (q + 1)(m + 1) ln n.
 *  Source:  Bai & Perron (1998), Econometrica 66; (2003), Journal of Applied
 *           Econometrics 18; BIC as Yao (1988), Statistics & Probability Letters 6,
 *           its constant as R's strucchange has it.
 *  Missing: none may be; the caller leaves them out.
 *  Errors:  ARMEX_TOO_FEW below ARMEX_LEAST_FOR_BREAKS; ARMEX_NO_MEMORY. */
armex_status armex_breaks_find(struct armex_breaks *out, const double *x,
                               const double *y, size_t n, enum armex_break_model model,
                               struct armex_error *error);

/** What sup_f[l] must exceed, at 5 %, trimming 15 %. For the trend they are a guide:
 *  the paper's hold for regressors that do not grow with time.
 *  Source:  Bai & Perron (1998), Table II, q = 1 and 2; 0.15 as in their 2003 paper. */
double armex_breaks_critical(enum armex_break_model model, size_t l);

/** The places between which break `k` of `m` lies with 95 %. NAN where that cannot be
 *  said: a regime has no residuals, or P(argmax <= 0) is below 0.025 or above 0.975.
 *
 *  Formula: the distribution of argmax V, a Brownian motion with two drifts;
 *           matrices and variances of each regime by itself.
 *  Source:  Bai (1997), Review of Economics and Statistics 79; Bai & Perron (2003),
 *           4.2.
 *  Errors:  none. */
void armex_breaks_interval(double *lower, double *upper,
                           const struct armex_breaks *breaks, size_t m, size_t k,
                           const double *x, const double *y);

/** How far the sum of residuals from the mean strays, n + 1 values from 0 to 0.
 *
 *  Formula: W(t) = sum up to t of (y - mean) / (s sqrt(n)); the p-value is that of
 *           the largest |W|: 2 sum (-1)^(j+1) exp(-2 j^2 W^2). 5 %: 1.358.
 *  Source:  Ploberger & Krämer (1992), Econometrica 60: OLS-CUSUM.
 *  Errors:  none; NAN where all values are alike. `process` has n + 1. */
double armex_cusum(double *process, const double *y, size_t n);
#define ARMEX_CUSUM_BOUNDARY 1.3581015157406195

#endif
