/**
 * analysis/rounding.h: between which bounds a figure lies that was printed rounded.
 */
#ifndef ARMEX_ANALYSIS_ROUNDING_H
#define ARMEX_ANALYSIS_ROUNDING_H

#include "model/vintage.h"

/** The unit of the last digit in which the figure of series s in `year` was printed, in
 *  the series' unit: 1e6 for TIV in whole millions.
 *
 *  Formula: the largest power of ten of which every figure of the series is a multiple.
 *           Of per cents, figures of 10 and more are judged apart from smaller ones,
 *           for publishers give those fewer decimals, and no step is above 1. Counts
 *           are not rounded: 0.
 *  Missing: figures are taken to 12 significant digits, so that sums of decimals keep
 *           theirs. NAN where no figure tells: all missing, none or printed 0. Few
 *           figures may all end in a zero by chance, and the step is then too large. */
double armex_rounding_step(const struct armex_panel *panel, size_t s, int year);

/** The steps of the figures whose publication says how many digits it printed, in the
 *  shape of the panel's values; NAN where none does.
 *
 *  Formula: 10^(floor(log10 |value|) + 1 - significant digits), of the publication that
 *           decides on the day `as_of` (0: that knows all).
 *  Owner:   the caller, free(); NULL where the vintage keeps no publications.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_rounding_published(double **out, const struct armex_panel *panel,
                                      const struct armex_vintage *vintage, int as_of,
                                      struct armex_error *error);

/** Two panels like `panel`, with its marks: the least and the most that each figure may
 *  stand for.
 *
 *  Formula: value - step/2 and value + step/2, of a value of zero or more not below
 *           zero; of a printed 0 (ARMEX_BELOW) 0 and step/2.
 *  Missing: none identified (ARMEX_NIL) is 0 and 0. Where no step is known both are
 *           NAN, though the mark says that a figure stands there.
 *  Owner:   the caller, armex_panel_free(); both are NULL on failure.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_rounding_bounds(struct armex_panel **low, struct armex_panel **high,
                                   const struct armex_panel *panel, const double *steps,
                                   struct armex_error *error);

#endif
