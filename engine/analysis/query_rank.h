/**
 * analysis/query_rank.h: the ranking that a query asks for, or the table beside it.
 */
#ifndef ARMEX_ANALYSIS_QUERY_RANK_H
#define ARMEX_ANALYSIS_QUERY_RANK_H

#include "analysis/query_request.h"

/** Ranks the panel, which is in the unit asked for: the ranking, with the partners of
 *  each where they are asked for, or how firm its ranks are, or how much it moved.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT for partners where the vintage has no flows; else as
 *          armex_rank(), armex_rank_details(), armex_mobility(). */
armex_status armex_query_rank(struct armex_table **out, const struct armex_panel *panel,
                              const struct armex_vintage *vintage,
                              struct armex_request *request, struct armex_error *error);

#endif
