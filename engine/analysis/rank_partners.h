/**
 * analysis/rank_partners.h: beside each one ranked, whom it supplies or is supplied by.
 */
#ifndef ARMEX_ANALYSIS_RANK_PARTNERS_H
#define ARMEX_ANALYSIS_RANK_PARTNERS_H

#include "analysis/rank.h"
#include "model/flows.h"

enum { ARMEX_MAIN_PARTNERS = 3 };

/** Adds to a ranking the three main recipients of each exporter (flow ARMEX_EXPORTS),
 *  or main suppliers of each importer, over the years that the row covers. Columns, for
 *  n of 1 to 3: partner_n (code), partner_n_name, partner_n_share.
 *
 *  Formula: share = value of the deliveries between the two / all that the row's entity
 *           sent (or got), so that shares of one row add up to 1 at most. Source: SIPRI
 *           Fact Sheet, Trends in International Arms Transfers, tables 1 and 2.
 *  Missing: an entity with fewer partners has "" and NAN; "unknown recipient" counts in
 *           what shares are of, and is nobody's main partner.
 *  Order:   the largest first, equals by code.
 *  Owner:   `*table` is replaced by one that the caller owns as it did the old one; on
 *           failure it is untouched. Errors: ARMEX_USAGE where the flows do not reach
 *           those years; ARMEX_NO_MEMORY. */
armex_status armex_rank_add_partners(struct armex_table **table,
                                     const struct armex_flows *flows,
                                     enum armex_flow_direction flow,
                                     const struct armex_rank_options *options,
                                     struct armex_error *error);

#endif
