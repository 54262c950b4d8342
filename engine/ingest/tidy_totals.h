/**
 * ingest/tidy_totals.h: totals below a tidy table, held against its rows.
 */
#ifndef ARMEX_INGEST_TIDY_TOTALS_H
#define ARMEX_INGEST_TIDY_TOTALS_H

#include "ingest/footer.h"
#include "ingest/observations.h"
#include "ingest/sheet.h"
#include "model/panel.h"

/** Adds a note for each total of the footer that no rounding explains: of the year that
 *  stands beside it, or of all rows where none does (ingest/printed_sum.h). Nothing is
 *  said where the rows are not of one measure, unit, scope and flow, where the file has
 *  multipliers, or several publications of an observation. `footer` NULL is fine.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_tidy_totals(struct armex_panel *panel,
                               const struct armex_footer *footer,
                               const struct armex_sheet *sheet,
                               const struct armex_observations *rows,
                               struct armex_error *error);

#endif
