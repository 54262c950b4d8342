/**
 * analysis/kalman_filter.h: what one pass of the filter leaves behind.
 *
 * Nothing is known of the first level and slope: every figure is carried three times,
 * as if both were 0, and what one more of either changes. The sums then tell what they
 * were.
 * Source: de Jong (1991), Annals of Statistics 19.
 */
#ifndef ARMEX_ANALYSIS_KALMAN_FILTER_H
#define ARMEX_ANALYSIS_KALMAN_FILTER_H

#include <stdbool.h>

#include "analysis/kalman.h"

enum { ARMEX_START = 2, ARMEX_CARRIED = 1 + ARMEX_START };

/** What is known of level and slope before the year's observation. */
struct armex_kalman_state {
    double level[ARMEX_CARRIED], slope[ARMEX_CARRIED];
    double p00, p01, p11;        /**< their covariance, the start being known */
    bool seen;                   /**< there is an observation */
    double error[ARMEX_CARRIED]; /**< observation - level */
    double variance;             /**< of the error */
};

/** What all observations say. */
struct armex_kalman_sums {
    size_t n;                  /**< observations */
    double origin;             /**< was taken off every observation */
    double log_variance;       /**< sum ln F + ln |S| - 2 ln of years between the first
                                    two, S^-1 the covariance of the start */
    double squares;            /**< sum v^2/F, the start being as estimated */
    double start[ARMEX_START]; /**< level and slope before the first year */
    double s00, s01, s11;      /**< the start's covariance */
};

/** Filters `y[0..n)`; `states`, of n, may be NULL. Needs 2 observations. */
struct armex_kalman_sums armex_kalman_filter(struct armex_kalman_state *states,
                                             const struct armex_local_trend *model,
                                             const double *y, size_t n);

#endif
