/**
 * ingest/wide_sums.h: totals that a table of countries by years gives, held against the
 * figures they are totals of.
 */
#ifndef ARMEX_INGEST_WIDE_SUMS_H
#define ARMEX_INGEST_WIDE_SUMS_H

#include "ingest/wide_header.h"
#include "model/panel.h"

/** Adds a note for each row and column of totals that no rounding explains, with the
 *  first of its totals, what the figures add up to, and the difference; of each the
 *  first ARMEX_FOOTER_TOTALS are looked at.
 *
 *  A total is right within half a unit of the last place that it is printed to, and as
 *  much of every figure in it. Aggregates (World, EU) are not added to what they hold.
 *  What is no figure adds nothing, and a figure of one country that stands there twice
 *  is added once.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_wide_sums(struct armex_panel *panel,
                             const struct armex_wide_header *header,
                             const struct armex_page *page, struct armex_error *error);

#endif
