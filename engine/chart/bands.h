/**
 * chart/bands.h: series stacked on each other, as parts of a whole.
 */
#ifndef ARMEX_CHART_BANDS_H
#define ARMEX_CHART_BANDS_H

#include "chart/observations.h"

enum { ARMEX_BANDS = 8 }; /**< as many are named; the others are one band */

struct armex_band {
    const struct armex_line *line; /**< NULL: all others */
    const char *name;
    double *low, *high; /**< of every year; NAN where there is no figure */
    bool *joined;       /**< whether the band runs on from the year before */
    size_t last;        /**< the last year with a figure */
};

struct armex_bands {
    size_t n, others, sums; /**< bands; lines in the last; aggregates left out */
    struct armex_band items[ARMEX_BANDS + 1]; /**< the subject lowest */
    const struct armex_line *subject; /**< the highlighted line, else the greatest */
    struct armex_lines whole;         /**< twice one line: the height of all bands */
    bool share;                       /**< per cents of each year's whole */
    bool published;                   /**< the shares are the publisher's */
    bool gaps;                        /**< a year within a band has no figure */
    size_t torn;         /**< years within the subject's without its figure */
    size_t fewest, most; /**< lines with a figure, in a year that has any */
};

/** Stacks the subject, then the lines of the greatest sums, then all others. Sums of
 *  many, like the world, are no part of themselves and are left out.
 *
 *  Formula: height = figure; with chart->share 100 figure / sum of the year's figures.
 *           Published shares are stacked as they are, and all others are what is
 *           missing to 100.
 *  Missing: no band in that year, and no height for what lies above it. A year within
 *           the subject's that has no figure of it has no bands at all: all would fall
 *           to the ground. Where the subject begins or ends no band runs on. A state
 *           that did not exist yet, or no more, adds 0.
 *  Owner:   everything lives in `arena` or is borrowed from `lines`.
 *  Errors:  ARMEX_BAD_INPUT for a figure below 0, which is no part of a whole, and for
 *           lines that count different things; ARMEX_NO_MEMORY. */
armex_status armex_bands_read(struct armex_bands *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error);

#endif
