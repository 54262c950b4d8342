/**
 * ingest/flows_made.h: the rows that keepers kept, as flows in the order of the file:
 * the same whatever the number of threads.
 */
#ifndef ARMEX_INGEST_FLOWS_MADE_H
#define ARMEX_INGEST_FLOWS_MADE_H

#include "ingest/flows_keep.h"
#include "model/flows.h"

enum { ARMEX_FLOWS_IN_MEMORY = 1 << 18 }; /* rows; more of them stay in the spool */

/** What all keepers kept. `totals` are those of all of them together, keepers[0]'s.
 *  Each party of keeping->parties stands for itself until its code is set. A row at a
 *  lower level of the nomenclature than what counts of its reporter in its year is
 *  ARMEX_DETAIL. With more than `most` rows in all (ARMEX_FLOWS_IN_MEMORY), the flows
 *  have their rows elsewhere, and take the spool. `*out` is NULL where no row was kept.
 *  Owner:  the caller, armex_flows_free().
 *  Errors: ARMEX_NO_MEMORY, ARMEX_IO. */
armex_status armex_keepers_flows(struct armex_flows **out, struct armex_keeper *keepers,
                                 unsigned n, size_t most, struct armex_error *error);

#endif
