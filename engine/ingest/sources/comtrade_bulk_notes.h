/**
 * ingest/sources/comtrade_bulk_notes.h: what must be said beside totals of customs
 * trade.
 */
#ifndef ARMEX_INGEST_SOURCES_COMTRADE_BULK_NOTES_H
#define ARMEX_INGEST_SOURCES_COMTRADE_BULK_NOTES_H

#include "ingest/totals.h"

/** Adds them to the panel: what was counted and what was passed over, codes that are
 *  not known, commodities that contain each other, a vintage that was inferred.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_comtrade_bulk_notes(struct armex_panel *panel,
                                       const struct armex_totals_worker *totals,
                                       const struct armex_ingest_options *options,
                                       struct armex_error *error);

#endif
