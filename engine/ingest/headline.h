/**
 * ingest/headline.h: which series is meant by whoever names no scope, and where a
 * series is counted differently from a year on.
 */
#ifndef ARMEX_INGEST_HEADLINE_H
#define ARMEX_INGEST_HEADLINE_H

#include "ingest/layout.h"

/** Marks one headline among all series of an entity, flow and measure.
 *
 *  Rule: the series that `stated` names (columns entity, measure, scope, unit,
 *  first_month; flow if it is not exports); else one of national scope before others,
 *  then current prices before constant ones, then the one with figures in the most
 *  years, then the first in the panel's order.
 *  `stated` may be NULL.
 *  Errors: ARMEX_BAD_INPUT at a row that names no series of the panel, or a second
 *          headline; ARMEX_NO_MEMORY. */
armex_status armex_headlines_mark(struct armex_panel *panel,
                                  const struct armex_sheet *stated,
                                  const struct armex_defaults *defaults,
                                  struct armex_error *error);

/** Marks ARMEX_UNIT_BREAK on the first year with a figure at or after the year of each
 *  row of `stated` (columns entity, measure, scope, year; flow if it is not exports),
 * in every series of that scope, whatever its unit. `stated` may be NULL. Errors:
 * ARMEX_BAD_INPUT at a row after whose year no figure stands; ARMEX_NO_MEMORY.
 */
armex_status armex_breaks_mark(struct armex_panel *panel,
                               const struct armex_sheet *stated,
                               const struct armex_defaults *defaults,
                               struct armex_error *error);

#endif
