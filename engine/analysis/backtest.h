/**
 * analysis/backtest.h: how far off forecasts would have been.
 */
#ifndef ARMEX_ANALYSIS_BACKTEST_H
#define ARMEX_ANALYSIS_BACKTEST_H

#include "analysis/forecast.h"

enum {
    ARMEX_BACKTEST_FIRST = 8, /**< figures that the first forecast may see */
    ARMEX_BACKTEST_MOST = 40, /**< origins: the newest so many */
};

/** Of forecasts one, two, ... years ahead: [0] is the next year. NAN where the series
 *  is too short to try. */
struct armex_backtest {
    int origins[ARMEX_MOST_FORECAST];        /**< how many forecasts were tried */
    double error[ARMEX_MOST_FORECAST];       /**< mean absolute error */
    double naive_error[ARMEX_MOST_FORECAST]; /**< of the last figure */
    double drift_error[ARMEX_MOST_FORECAST]; /**< of the line from first to last */
};

/** Forecasts every year of `y[0..n)` but the first eight, or the newest forty if there
 *  are more, from the years before it alone, the model chosen anew each time, and
 *  compares.
 *
 *  Formula: mean over origins t of |y(t + h) - forecast|; naive: y(t); drift: y(t) +
 *           h (y(t) - y(1))/(t - 1). A forecast that is beyond a double is not
 *           counted.
 *  Source:  Tashman (2000), International Journal of Forecasting 16: rolling origin.
 *  Missing: none may be.
 *  Threads: at most `threads`; the answer is the same for any number of them.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_backtest(struct armex_backtest *out, const double *y, size_t n,
                            int ahead, enum armex_forecast_model intermittent,
                            int threads, struct armex_error *error);

#endif
