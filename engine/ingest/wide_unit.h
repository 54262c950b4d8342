/**
 * ingest/wide_unit.h: what a table of countries by years says of its unit: in a row
 * below its header, in the corner, above the table or below it.
 */
#ifndef ARMEX_INGEST_WIDE_UNIT_H
#define ARMEX_INGEST_WIDE_UNIT_H

#include "ingest/wide_header.h"

/** Sets unit and said of the header, and moves `first` beyond a row of units.
 *  Errors: ARMEX_BAD_INPUT at words below the header that are no unit, and at a second
 *          unit that is not the first. */
armex_status armex_wide_find_unit(struct armex_wide_header *out,
                                  const struct armex_page *page,
                                  struct armex_error *error);

#endif
