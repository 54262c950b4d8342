/**
 * analysis/estimates_draw.h: sums over a window when years and numbers of some
 * deliveries are estimates, drawn again and again.
 *
 * Pure numerics: arrays in, numbers out.
 */
#ifndef ARMEX_ANALYSIS_ESTIMATES_DRAW_H
#define ARMEX_ANALYSIS_ESTIMATES_DRAW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/** A delivery of which something is estimated. */
struct armex_estimated_delivery {
    uint64_t deal; /**< deliveries of one deal are drawn together */
    double value;
    uint32_t entity;
    short year;
    bool year_estimated, number_estimated;
};

struct armex_estimates_draw {
    size_t n_entities;
    const double *firm; /**< of each entity: what is not estimated in the window */
    const bool
        *ranked; /**< whether it is ranked; its value counts in the total anyway */
    size_t n;
    const struct armex_estimated_delivery
        *items;          /**< of the window and a year around */
    int from, to;        /**< the window */
    int first, last;     /**< years that are recorded at all */
    double year_error;   /**< chance that an estimated year is off by one, 0 to 1 */
    double number_error; /**< how far off an estimated number may be, 0 to 1 */
    size_t resamples;    /**< 1 or more */
    uint64_t seed;
    int top;     /**< k of the probability to be among the first k */
    int threads; /**< the answer does not depend on it */
};

/** 95 % of the draws lie within; NAN: never ranked, or no total. */
struct armex_estimates_interval {
    double low, high, share_low, share_high, rank_low, rank_high;
    double top; /**< share of the draws in which it is among the first k */
};

/** Fills `out[0 .. n_entities]`, of which the last is of the total.
 *
 *  Formula: in each draw every deal is right with its estimated years (probability 1 -
 *           year_error), or a year early, or a year late (each year_error / 2), and its
 *           estimated numbers are off by a factor drawn evenly from 1 - number_error to
 *           1 + number_error. A delivery is not moved beyond `first` or `last`. Of the
 *           sums of all draws the smallest whose cumulative share is at least 0.025 and
 *           0.975 (the inverse of the empirical distribution); likewise of shares and
 * of competition ranks. Nothing at all ranks behind all others. Source:  Efron &
 * Tibshirani (1993), An Introduction to the Bootstrap, percentile intervals. Draws:
 * Steele, Lea & Flood (2014), OOPSLA, SplitMix64's mixing function, of seed, draw and
 * deal, so that threads and the order of deals change nothing. Errors: ARMEX_NO_MEMORY.
 */
armex_status armex_estimates_draw(struct armex_estimates_interval *out,
                                  const struct armex_estimates_draw *draw,
                                  struct armex_error *error);

#endif
