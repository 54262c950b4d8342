/**
 * analysis/estimated_column.h: beside each figure, what part of it rests on estimates.
 */
#ifndef ARMEX_ANALYSIS_ESTIMATED_COLUMN_H
#define ARMEX_ANALYSIS_ESTIMATED_COLUMN_H

#include "model/table.h"
#include "model/vintage.h"

/** Replaces the table by one with a last column `estimated` more: of the deliveries
 *  that the row's figure is the sum of, the part of the value of which the year or the
 *  number is an estimate. Where rows go `from` one figure `to` another, estimated_first
 *  before it is of the first, estimated of the last.
 *
 *  Formula: over the row's `entity` (where there is no such column, or it is WLD:
 *           everybody) as the side `flow`, its `year`, `from` or `to` and those before
 *           it, as many as its `years` says, else `window`.
 *  Missing: NAN where nothing was delivered.
 *  Owner:   as before; on failure the table is as it was.
 *  Errors:  ARMEX_BAD_INPUT for a vintage that does not say what is estimated;
 *           ARMEX_USAGE for a table without years; ARMEX_NO_MEMORY. */
armex_status armex_estimated_column(struct armex_table **table,
                                    const struct armex_vintage *vintage,
                                    enum armex_flow_direction flow, int window,
                                    struct armex_error *error);

#endif
