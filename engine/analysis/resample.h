/**
 * analysis/resample.h: how sure a ranking is, by drawing the years again.
 */
#ifndef ARMEX_ANALYSIS_RESAMPLE_H
#define ARMEX_ANALYSIS_RESAMPLE_H

#include <stdint.h>

#include "base/error.h"

enum { ARMEX_RESAMPLE_YEARS = 6 }; /* the longest window: 6^6 draws fit a table */

struct armex_resample_options {
    size_t resamples; /**< 1 or more; the usual is 10,000 */
    uint64_t seed;
    int top;     /**< k of the probability to be among the first k */
    int threads; /**< the answer does not depend on it */
};

/** One series' ranks over all resamples. */
struct armex_rank_interval {
    double low, high; /**< 2.5 % and 97.5 % of its ranks; NAN: never ranked */
    double top;       /**< share of resamples in which it is among the first k */
};

/** Ranks n series by sums over a window, with the years of each drawn anew, with
 *  replacement and apart from the other series', `resamples` times.
 *
 *  Formula: a series with m figures in the window draws m of them; competition rank of
 *           its sum among all. low, high: the smallest rank whose cumulative share is
 * at least 0.025, 0.975 (the inverse of the empirical distribution). Source:  Efron &
 * Tibshirani (1993), An Introduction to the Bootstrap, percentile intervals; Goldstein
 * & Spiegelhalter (1996), JRSS A 159(3), intervals of ranks. Draws: Steele, Lea & Flood
 * (2014), OOPSLA, SplitMix64, used as a function of seed, resample and the series'
 * place among those with figures, so that threads change nothing. An outcome's
 * probability is off by less than 2e-5 of itself. Shape:   `values` n_series x n_years,
 * a series' years side by side; n_years at most ARMEX_RESAMPLE_YEARS. Missing: NAN
 * years are not drawn; a series without any is never ranked. Equal sums share a rank;
 * sums are of years in ascending order of value. Errors:  ARMEX_USAGE for too many
 * years or no resamples; ARMEX_NO_MEMORY. */
armex_status armex_rank_resample(struct armex_rank_interval *out, const double *values,
                                 size_t n_series, size_t n_years,
                                 const struct armex_resample_options *options,
                                 struct armex_error *error);

#endif
