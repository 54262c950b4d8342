/**
 * analysis/query_data.h: which data a query means where it does not say.
 */
#ifndef ARMEX_ANALYSIS_QUERY_DATA_H
#define ARMEX_ANALYSIS_QUERY_DATA_H

#include "analysis/query_request.h"

/** Borrows the vintage that is meant, with as much of it as the query needs.
 *  Owner: the store; on loan until armex_store_return(). Errors: as armex_store_find()
 *  and armex_store_borrow(). */
armex_status armex_query_vintage(const struct armex_vintage **out,
                                 const struct armex_store *store,
                                 const struct armex_request *request,
                                 struct armex_error *error);

/** Settles the measure: as named; every one for `show`; else the only one among the
 *  series that the selection meets. Errors: ARMEX_USAGE naming the measures there. */
armex_status armex_query_measure(struct armex_request *request,
                                 const struct armex_vintage *vintage,
                                 struct armex_error *error);

/** Settles the year ranked for: the last of --years; else the newest year with at least
 *  half as many figures as the year that has most. A note of the panel names it.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_query_rank_year(struct armex_request *request,
                                   struct armex_panel *panel,
                                   struct armex_error *error);

/** Adds the world to the entities named where contributions to growth are asked for and
 *  the vintage has its total, which then has no rows of its own. */
void armex_query_add_whole(struct armex_request *request,
                           const struct armex_vintage *vintage);

/** Whether any series is in another unit than the one asked for. */
bool armex_query_must_convert(const struct armex_panel *panel,
                              const struct armex_request *request);

/** All series of a dataset that figures are converted by, its provenance among the
 *  notes. Owner: the caller, armex_panel_free(). Errors: as armex_store_find(),
 *  armex_store_borrow(), armex_select(). */
armex_status armex_query_table(struct armex_panel **out,
                               const struct armex_store *store, const char *dataset,
                               struct armex_error *error);

#endif
