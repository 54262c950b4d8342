/**
 * render/tidy.h: a panel as one row an observation, in the layout that armex itself
 * reads back.
 */
#ifndef ARMEX_RENDER_TIDY_H
#define ARMEX_RENDER_TIDY_H

#include "model/panel.h"
#include "model/table.h"

/** A table of the panel's observations, in the order of its series, then years.
 *  Columns: entity, name, year, years, first_month, flow, measure, scope, value, unit,
 *  multiplier (always 1), status, flag ("doubtful" for a figure that stands only
 *  because nothing better does).
 *
 *  Missing: an observation of which nothing is known has no row; one that is known to
 *           be withheld, not available or a target has a row without a value.
 *  Owner:   the caller, armex_table_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_tidy_table(struct armex_table **out, const struct armex_panel *panel,
                              struct armex_error *error);

#endif
