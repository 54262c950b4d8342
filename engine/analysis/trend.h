/**
 * analysis/trend.h: where a series is heading, how surely, and when it changed its
 * course.
 */
#ifndef ARMEX_ANALYSIS_TREND_H
#define ARMEX_ANALYSIS_TREND_H

#include "model/panel.h"
#include "model/table.h"

enum armex_trend_fit {
    ARMEX_TREND_LINE,     /**< growth a year by ln y = a + b t, and by Theil and Sen */
    ARMEX_TREND_MEAN,     /**< trailing means */
    ARMEX_TREND_MEDIAN,   /**< trailing medians */
    ARMEX_TREND_SPLINE,   /**< cubic smoothing spline of ln y */
    ARMEX_TREND_HP,       /**< Hodrick-Prescott of ln y, lambda 6.25 */
    ARMEX_TREND_LOCAL,    /**< local linear trend of ln y: Kalman smoother */
    ARMEX_TREND_BREAKS,   /**< breaks in level and slope of ln y */
    ARMEX_TREND_STEPS,    /**< breaks in the level of ln y */
    ARMEX_TREND_CUSUM,    /**< whether yearly growth kept one mean */
    ARMEX_TREND_OUTLIERS, /**< years far off the Theil-Sen line */
    ARMEX_TREND_FITS
};

enum { ARMEX_TREND_WINDOW = 5 }; /**< years of a mean or median where none are named */

struct armex_trend_options {
    enum armex_trend_fit fit;
    int window;   /**< years of a mean or median; 0: ARMEX_TREND_WINDOW */
    int at_least; /**< years present for a window to count; 0: all of them */
    bool levels;  /**< of spline, hp, local, breaks and steps: fit the figures, not
                       their logarithms: a zero is then a figure like any other */
    int forecast; /**< years to forecast, up to 25; 0: none, and `fit` decides */
    int threads;  /**< of the backtest, at most; 0: as many as there are processors */
    int from, to; /**< years looked at; 0: from each series' first figure above zero, to
                       its last figure */
};

bool armex_trend_fit_parse(enum armex_trend_fit *out, const char *text, size_t length);

/** One row a series (line), a year (mean, median, spline, hp, local, cusum, outliers),
 * a break (breaks, steps) or a year to come (forecast). All begin with entity, name and
 *  end with reason, unit, measure, scope. Between them:
 *
 *  line:      from, to, observations, growth (exp(b) - 1 a year), lower, upper (95 %,
 * by standard_error_hac and t of n - 2), standard_error, standard_error_hac,
 *             standard_error_hc3 (of b), lag, r_squared, autocorrelation (of residuals
 *             a year apart; missing where years are left out), theil_sen,
 *             theil_sen_lower, theil_sen_upper (as growth), p_value (Mann-Kendall).
 *             See analysis/regression.h, analysis/robust_fit.h.
 *  smoothers: year, value, fitted, lower, upper (95 %; spline and local), growth of the
 *             fitted curve at the year (local). See analysis/smooth.h,
 *             analysis/kalman.h, analysis/window.h.
 *  breaks:    number (0: none), year (the first after the break), lower, upper (95 %,
 *             not beyond the figures), before, after (fitted just there), change, sup_f
 *             (of this many breaks against one fewer), critical (5 %), bic. As many
 *             breaks as the sequential test finds; by_bic says how many the BIC would.
 *             See analysis/breaks.h.
 *  cusum:     year, growth, cusum, boundary (5 %), p_value. See analysis/breaks.h.
 *  outliers:  year, value, fitted, score, outlier ("yes" beyond 3.5).
 *  forecast:  year, forecast, lower_80, upper_80, lower, upper, model, error,
 *             naive_error, drift_error, origins. See analysis/forecast.h,
 *             analysis/backtest.h.
 *
 *  Levels:  with `levels` fitted, bounds and growth are of the figures themselves; a
 *           band may reach below zero. `bic` is of the figures in their unit.
 *  Reason:  why a series has no answer, in a row of its own: "missing": no figure;
 *           "too_few": fewer than it takes (3 for a line and outliers, 5 for spline, hp
 *           and local, 10 for breaks, steps, cusum and forecast; a note counts them);
 *           "zero_base": a figure of zero or less has no logarithm (a note names its
 *           years); "gap"; "unit_break", "entity_break"; "no_noise": all on one line.
 *  Missing: line, outliers, spline, breaks, steps leave years out, line and outliers
 *           also those of zero or less; local and hp estimate them, local with a wider
 *           band. A note names the years. Means and medians as armex_window(). cusum
 *           and forecast refuse a gap; a note names the longest stretch without.
 *  Notes:   how each was made; soft figures; fiscal years; percentages; figures that
 *           overlap; the forecasts that a naive one would have beaten.
 *  Owner:   the caller, armex_table_free().
 *  Errors:  ARMEX_USAGE for a forecast beyond 25 years, and for levels of what is about
 *           growth; as armex_window(); ARMEX_NO_MEMORY. */
armex_status armex_trend(struct armex_table **out, const struct armex_panel *panel,
                         const struct armex_trend_options *options,
                         struct armex_error *error);

#endif
