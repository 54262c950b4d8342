/**
 * model/vintage.h: one publication of one dataset, whole: what ingest makes and the
 * store keeps.
 */
#ifndef ARMEX_MODEL_VINTAGE_H
#define ARMEX_MODEL_VINTAGE_H

#include "model/flows.h"
#include "model/publication.h"
#include "model/table.h"

/** A vintage is observations (a panel, with its publications where observations have
 *  several, or with the flows that it is the totals of) or records (a table), never
 *  both; the other pointers are NULL. */
struct armex_vintage {
    struct armex_arena *arena; /**< owns provenance */
    struct armex_provenance provenance;
    struct armex_panel *panel;
    struct armex_publications *publications;
    struct armex_flows *flows;
    struct armex_table *records;
};

/** An empty vintage with a copy of `provenance`. Owner: the caller,
 *  armex_vintage_free(), which frees the panel, publications, flows and records it
 *  was given.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_vintage_create(struct armex_vintage **out,
                                  const struct armex_provenance *provenance,
                                  struct armex_error *error);
void armex_vintage_free(struct armex_vintage *vintage); /* NULL is fine */

#endif
