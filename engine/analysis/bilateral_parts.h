/**
 * analysis/bilateral_parts.h: what the files of bilateral and network share.
 */
#ifndef ARMEX_ANALYSIS_BILATERAL_PARTS_H
#define ARMEX_ANALYSIS_BILATERAL_PARTS_H

#include "analysis/bilateral.h"
#include "analysis/row.h"
#include "base/text.h"

/** All that one sent another. */
struct armex_edge {
    uint32_t of[2]; /**< by enum armex_flow_direction: the supplier, the recipient */
    double value;
};

/** The flows of the years and categories meant, added up pair by pair. */
struct armex_edges {
    const struct armex_flows *flows;
    struct armex_edge *items; /**< by supplier, then recipient; none below or at 0 */
    size_t n;
    double *totals[2]; /**< of every entity, by side */
    double all;
    int from, to;
    size_t without_value; /**< rows that take no part */
};

/** Adds them up, in the order of the rows. Ended by armex_edges_end(), on failure too.
 *  Errors: as armex_bilateral_partners(). */
armex_status armex_edges_make(struct armex_edges *out, const struct armex_flows *flows,
                              const struct armex_bilateral_options *options,
                              struct armex_error *error);
void armex_edges_end(struct armex_edges *edges);

/** Whether deliveries of that category are meant. */
bool armex_edges_category(const struct armex_flows *flows, uint32_t category,
                          const struct armex_bilateral_options *options);

/** The entity in the flows' list; its length where it is not there. */
size_t armex_edges_entity(const struct armex_edges *edges, const char *code);

/** The name for people of an entity of the list. */
const char *armex_edges_name(const struct armex_edges *edges, size_t entity);

/** Whether it is somebody: no "unknown recipient(s)", no "areas nes", who count in
 * every sum and have no rank, for they may be many, or one that stands there already.
 */
bool armex_edges_is_known(const struct armex_edges *edges, size_t entity);

/** Entities with a total on that side, the largest first, equals by code, those
 *  not known after all others; `order` has room for all. Returns how many. */
size_t armex_edges_order(size_t *order, const struct armex_edges *edges,
                         enum armex_flow_direction side);

/** Title and notes that every such table bears: years, categories, what has no value.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_edges_notes(struct armex_table *table,
                               const struct armex_edges *edges,
                               const struct armex_bilateral_options *options,
                               const char *subject, struct armex_error *error);

#endif
