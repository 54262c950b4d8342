/**
 * analysis/network.h: the trade as a network: who is linked to how many, how strongly,
 * and whether in both directions.
 */
#ifndef ARMEX_ANALYSIS_NETWORK_H
#define ARMEX_ANALYSIS_NETWORK_H

#include "analysis/bilateral.h"

/** Columns: rank, entity, name, recipients, suppliers, exports, imports, unit,
 *  reciprocity. One row an entity, the largest exports and imports together first, or
 * as named.
 *
 *  Formula: recipients, suppliers: out- and in-degree; exports, imports: out- and
 *           in-strength; reciprocity = sum over partners of min(sent, got) / exports.
 *           Of the whole, in a note: density = links / (N (N - 1)); reciprocity of
 * links = links that go both ways / links; of volume = sum of min(w_ij, w_ji) / sum of
 * w_ij. Source:  Garlaschelli & Loffredo (2004), Physical Review Letters 93 (links);
 * Squartini, Picciolo, Ruzzenenti & Garlaschelli (2013), Scientific Reports 3 (volume).
 *  Missing: reciprocity of who sent nothing. What an entity makes for itself is no
 * link. Owner:   the caller, armex_table_free(); `*out` is NULL on failure. Errors:  as
 * armex_bilateral_partners(). */
armex_status armex_network(struct armex_table **out, const struct armex_flows *flows,
                           const struct armex_bilateral_options *options,
                           struct armex_error *error);

#endif
