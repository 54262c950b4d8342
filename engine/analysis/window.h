/**
 * analysis/window.h: sums and means over trailing years.
 */
#ifndef ARMEX_ANALYSIS_WINDOW_H
#define ARMEX_ANALYSIS_WINDOW_H

#include "model/panel.h"

enum armex_window_kind { ARMEX_WINDOW_SUM, ARMEX_WINDOW_MEAN };

/** A panel whose year y holds the sum or mean of the years y - length + 1 .. y.
 *
 *  Formula: the figures are added in the order of the years; a mean is over the years
 *           present. Source: SIPRI's trailing five-year windows.
 *  Missing: fewer than `at_least` years present (0: all `length`) makes a window
 *           missing; a sum with years missing is the sum of those present, and a note
 *           says so. A window across a unit break or entity break is missing; one that
 *           begins with the break is not. Nil and below count as present: of nothing
 * but nil comes nil, of nil and below comes below. Otherwise the mark is the softest of
 * the figures'. Breaks stay marked in their year. Shape:   as `panel`; period.years is
 * multiplied by `length` for sums. Owner:   the caller, armex_panel_free(). Errors:
 * ARMEX_USAGE for a length below 1, above 100 or above the years there are, and for
 * `at_least` outside 0..length; ARMEX_BAD_INPUT for sums of what does not add up: per
 * cents, ranks, rates, indices, figures that each cover several years; ARMEX_NO_MEMORY.
 */
armex_status armex_window(struct armex_panel **out, const struct armex_panel *panel,
                          enum armex_window_kind kind, int length, int at_least,
                          struct armex_error *error);

/** The same in a panel of the windows that end in `from` to `to` alone, as far as
 *  `panel` reaches; the note on sums of years present speaks of those.
 *  Errors: as armex_window(); ARMEX_USAGE when `panel` holds none of these years. */
armex_status armex_window_years(struct armex_panel **out,
                                const struct armex_panel *panel,
                                enum armex_window_kind kind, int length, int at_least,
                                int from, int to, struct armex_error *error);

/** How many of the `length` years that end with `year` have a figure. */
int armex_window_coverage(const struct armex_panel *panel, size_t s, int year,
                          int length);

#endif
