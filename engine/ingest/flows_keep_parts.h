/**
 * ingest/flows_keep_parts.h: what the files of flows_keep share among themselves.
 */
#ifndef ARMEX_INGEST_FLOWS_KEEP_PARTS_H
#define ARMEX_INGEST_FLOWS_KEEP_PARTS_H

#include "ingest/flows_keep.h"

/** Makes room in the buffer for one row at least. Errors: ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_keeper_room(struct armex_keeper *keeper, struct armex_error *error);

/** What was kept from `first` on in the buffer goes with the piece before it, or is one
 *  of its own. false: no memory. */
bool armex_keeper_add(struct armex_keeper *keeper, size_t first);

/** A row has this partner. */
void armex_keeper_meet(struct armex_keeper *keeper, const char *text, size_t length);

/** The take_one() of both sinks: with a row kept, and without. */
armex_status armex_keeper_take_one(void *context, const char *file,
                                   const struct armex_cell *cells, size_t n,
                                   struct armex_error *error);
armex_status armex_keeper_add_one(void *context, const char *file,
                                  const struct armex_cell *cells, size_t n,
                                  struct armex_error *error);

#endif
