/**
 * analysis/forecast.h: the years to come, and how far off they may be.
 */
#ifndef ARMEX_ANALYSIS_FORECAST_H
#define ARMEX_ANALYSIS_FORECAST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

enum {
    ARMEX_LEAST_FOR_FORECAST = 10, /**< figures; fewer are refused */
    ARMEX_MOST_FORECAST = 25,      /**< years ahead */
};

enum armex_forecast_model {
    ARMEX_FORECAST_LEVEL,   /**< ETS(A,N,N): simple exponential smoothing */
    ARMEX_FORECAST_TREND,   /**< ETS(A,A,N): Holt's linear trend */
    ARMEX_FORECAST_DAMPED,  /**< ETS(A,Ad,N): a trend that levels out */
    ARMEX_FORECAST_CROSTON, /**< size of what is exported over years between */
    ARMEX_FORECAST_TSB,     /**< size times the chance of any, which may fade */
    ARMEX_FORECAST_MODELS
};

/** "level", "trend", "damped", "croston", "tsb". */
const char *armex_forecast_name(enum armex_forecast_model model);

/** Exponential smoothing with additive errors:
 *
 *      y(t) = level(t-1) + damping slope(t-1) + e(t)
 *      level(t) = level(t-1) + damping slope(t-1) + alpha e(t)
 *      slope(t) = damping slope(t-1) + beta e(t) */
struct armex_ets {
    enum armex_forecast_model model;
    double alpha, beta, damping; /**< beta 0 and damping 1 where there is no such */
    double first_level, first_slope;
    double level, slope; /**< after the last value */
    double squares;      /**< of the errors */
    double variance;     /**< squares / (n - parameters) */
    double aicc;
};

/** Runs the model over `y[0..n)` with its parameters and first states as they are;
 *  fills in level, slope, squares, variance, aicc. `errors`, of n, may be NULL.
 *
 *  Formula: aicc = n ln(squares) + 2 k + 2 k (k + 1)/(n - k - 1), k parameters,
 *           states and variance; infinite where n is too small for it. */
void armex_ets_run(struct armex_ets *ets, double *errors, const double *y, size_t n);

/** Fits `model`: the first states by least squares, the others by search, within
 *  alpha 0.0001 to 0.9999, beta 0.0001 to alpha, damping 0.8 to 0.98.
 *  Source:  Hyndman, Koehler, Ord & Snyder (2008), Forecasting with Exponential
 *           Smoothing, 2.5 and 5. Bounds as in R's forecast.
 *  Missing: none may be.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_ets_fit(struct armex_ets *out, enum armex_forecast_model model,
                           const double *y, size_t n, struct armex_error *error);

/** Fits level, trend and damped; keeps the one of least AICc.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_ets_choose(struct armex_ets *out, const double *y, size_t n,
                              struct armex_error *error);

/** The forecast `ahead` years from the last (1 is the next), and its variance.
 *  Formula: level + (damping + ... + damping^ahead) slope; variance (1 + sum over j
 *           < ahead of (alpha + beta (damping + ... + damping^j))^2).
 *  Source:  Hyndman et al. (2008), table 6.1, class 1. */
double armex_ets_forecast(const struct armex_ets *ets, int ahead, double *variance);

/** What a series that is often zero comes to in a year, on average.
 *
 *  Formula: Croston: z/p, sizes z and intervals p each smoothed by 0.1 from their
 *           first; the first interval counts from before the series. TSB: z times
 *           the chance of any, smoothed by 0.1 every year, from the share of years
 *           with any; the size smoothed by 0.1 from the first.
 *  Source:  Croston (1972), Operational Research Quarterly 23; Teunter, Syntetos &
 *           Babai (2011), European Journal of Operational Research 214. `chance` is
 *           that of any in a year: 1/p, or TSB's. */
double armex_forecast_croston(const double *y, size_t n, double *chance);
double armex_forecast_tsb(const double *y, size_t n, double *chance);

/** One year ahead or more. */
struct armex_forecast_year {
    double value;        /**< the median of a positive series, else the mean */
    double lower, upper; /**< 95 % */
    double lower_80, upper_80;
};

struct armex_forecast {
    enum armex_forecast_model model;
    struct armex_forecast_year year[ARMEX_MOST_FORECAST];
};

/** Forecasts `y[0..n)` for `ahead` years.
 *
 *  Formula: where every figure is above 0, ETS of ln y, chosen by AICc, and e to the
 *           power of its forecast and bounds (normal quantiles). Else Croston or TSB
 *           as `intermittent` says, each year by itself: nothing with 1 - chance,
 *           else one of the sizes seen, scaled so that their mean is the smoothed
 *           size: bounds are quantiles of that.
 *  Missing: none may be: the years must follow each other.
 *  Errors:  ARMEX_TOO_FEW below 6, or where fewer than 2 of a series with zeros are
 *           above; ARMEX_BAD_INPUT for a figure below 0; ARMEX_NO_MEMORY. A bound
 *           beyond a double is NAN. */
armex_status armex_forecast(struct armex_forecast *out, const double *y, size_t n,
                            int ahead, enum armex_forecast_model intermittent,
                            struct armex_error *error);

#endif
