/**
 * chart/fitted.h: the curve that a trend fits to each line, in the place of its
 * figures.
 */
#ifndef ARMEX_CHART_FITTED_H
#define ARMEX_CHART_FITTED_H

#include "chart/observations.h"

/** What the lines of a chart were fitted to. */
struct armex_fitted {
    const char *fit; /**< "mean", "median", "spline", "hp", "local" */
    int window;      /**< years of a mean or median; 0: of no window */
    bool yearly;     /**< each figure is of one year */
    const double *lower,
        *upper;                 /**< 95 % of the subject's curve in each year, NAN where
                                     it is not known; NULL: the fit has no such thing */
    struct armex_lines figures; /**< item i is what item i of the lines was fitted to */
    const char *unfitted; /**< sentences, each with a blank after it: who has no curve,
                               the subject first, and why; "": nobody */
};

/** Puts curves in the place of the figures, where the table
 *  (analysis/figures_and_trend.h) has rows of a fit: `lines->fitted` then holds the
 *  figures; else nothing is done. Low and high are those of the curves and of the
 *  subject's figures, which are drawn beside its curve.
 *
 *  Missing: a year without a fitted value is NAN, with the mark of a figure that is not
 *           available; so is a mean over years in which there was no state. Lines
 *           without any are left out, save for the subject, whose figures are drawn all
 *           the same: its curve then has last < first.
 *  Owner:   all lives in `arena`.
 *  Errors:  ARMEX_BAD_INPUT when no line has a fitted value, saying why;
 *           ARMEX_NO_MEMORY. */
armex_status armex_lines_fit(struct armex_lines *lines, struct armex_arena *arena,
                             const struct armex_chart *chart,
                             struct armex_error *error);

/** "five-year mean", "smoothing spline"; of many "five-year means". NULL: no memory. */
const char *armex_fit_name(struct armex_arena *arena, const struct armex_fitted *fitted,
                           bool many);

#endif
