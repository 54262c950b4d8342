/**
 * analysis/panel_math.h: growth, means, trends, ranks and shares of a whole panel.
 *
 * Arrays in, arrays out, at the speed of memory: for panels of thousands of series,
 * where a table of words and reasons is not what is asked for. The everyday forms are
 * armex_growth(), armex_window() and armex_rank(); each result here equals theirs
 * within what is said beside it, and whether the processor has wide registers or not,
 * and however many threads there are, the answer has the same bits.
 *
 * Shape:   n_years x n_series, year by year: value of series s in year y stands at
 *          [y * n_series + s], as in model/panel.h.
 * Missing: NAN. A result that is undefined is NAN, never infinite.
 */
#ifndef ARMEX_ANALYSIS_PANEL_MATH_H
#define ARMEX_ANALYSIS_PANEL_MATH_H

#include "base/threads.h"

enum { ARMEX_MEAN_YEARS = 5 };

/** Where the results go; NULL: not wanted. Two that are wanted do not overlap, nor do
 *  they overlap the values. */
struct armex_panel_results {
    /** x(t)/x(t-1) - 1; undefined on a base of zero or less. Row 0 is the growth to the
     *  second year: n_years - 1 rows. Bits: those of the everyday form. */
    double *growth;
    /** ln x(t) - ln x(t-1); undefined where either is zero or less. n_years - 1 rows.
     *  Each logarithm is within 1 ulp of the true one. */
    double *log_growth;
    /** Mean of 5 trailing years, undefined if any is missing. Row 0 is that of the
     * fifth year: n_years - 4 rows. Bits: those of the everyday form. */
    double *mean;
    /** (last/first)^(1/years) - 1 from a series' first figure to its last; undefined
     * for a single figure and on a base of zero or less. 1 row. Bits: of the everyday.
     */
    double *cagr;
    /** b of ln x(t) = a + b t by least squares over the years above zero, undefined
     * with fewer than two. 1 row. Within 1e-12 (|b| + 1e-3) of gsl_fit_linear(). */
    double *slope;
    /** Competition rank of every series in its year: 1 + how many are larger. n_years
     *  rows. Bits: of armex_ranks(). */
    double *rank;
    /** x / sum of the year; undefined for a year whose sum is zero or infinite or that
     *  has a figure below zero. n_years rows. Within 1e-14 of a plain sum's. */
    double *share;
    /** Herfindahl-Hirschman index, the sum of share^2 of each year. n_years values. */
    double *hhi;
};

/** Computes what is wanted of `values`, with at most `threads` threads.
 *  Source: World Bank, WDI statistical methods (least-squares growth); R's rank() for
 *          ties.method = "min"; Hirschman (1964), AER 54(5).
 *  Errors: ARMEX_NO_MEMORY, also for more than 2^32 - 1 series, ARMEX_USAGE for more
 *          than 2^20 years; the results are then undefined. */
armex_status armex_panel_math(const struct armex_panel_results *out,
                              const double *values, size_t n_series, size_t n_years,
                              int threads, struct armex_error *error);

/** The same with threads that are kept for the next call, and are worth it for less. */
armex_status armex_panel_math_by(struct armex_threads *threads,
                                 const struct armex_panel_results *out,
                                 const double *values, size_t n_series, size_t n_years,
                                 struct armex_error *error);

#endif
