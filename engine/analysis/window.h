/**
 * analysis/window.h: sums and means over trailing years.
 */
#ifndef ARMEX_ANALYSIS_WINDOW_H
#define ARMEX_ANALYSIS_WINDOW_H

#include "model/panel.h"

enum armex_window_kind { ARMEX_WINDOW_SUM, ARMEX_WINDOW_MEAN };

/** A panel whose year y holds the sum or mean of the years y - length + 1 .. y.
 *  Missing: fewer than `at_least` years present (0: all `length`) makes a window
 * missing; a sum with years missing is the sum of those present, and a note says so. A
 * window across a unit break or entity break is missing. Nil and below count as
 * present. Shape:   as `panel`; period.years is multiplied by `length` for sums. Owner:
 * the caller, armex_panel_free(). Errors:  ARMEX_USAGE for a length below 1 or above
 * the years there are; ARMEX_NO_MEMORY. */
armex_status armex_window(struct armex_panel **out, const struct armex_panel *panel,
                          enum armex_window_kind kind, int length, int at_least,
                          struct armex_error *error);

#endif
