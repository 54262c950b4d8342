/**
 * analysis/claims_convert.h: figures in the currency that a claim speaks of.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_CONVERT_H
#define ARMEX_ANALYSIS_CLAIMS_CONVERT_H

#include "analysis/claims_parts.h"

/** The vintage's series of the statement's entity, flow and measure that are money, in
 *  the statement's unit, as known on day `as_of`; `*out` is NULL where the statement is
 *  about no amount of money, or nothing can be converted.
 *  Owner: the caller, armex_panel_free(). Errors: as armex_query_table();
 *  ARMEX_NO_MEMORY. */
armex_status armex_claim_converted(struct armex_panel **out,
                                   const struct armex_store *store,
                                   const struct armex_vintage *vintage,
                                   const struct armex_statement *statement, int as_of,
                                   struct armex_error *error);

#endif
