/**
 * store/vintage_read.h: the parts of a vintage file, each read by one function.
 *
 * Errors: ARMEX_NO_MEMORY, or ARMEX_BAD_INPUT with get->why set and no message yet;
 * what was made so far is the vintage's, and freed with it.
 */
#ifndef ARMEX_STORE_VINTAGE_READ_H
#define ARMEX_STORE_VINTAGE_READ_H

#include "model/vintage.h"
#include "store/hdf5_get.h"

armex_status armex_get_provenance(struct armex_vintage **out, struct armex_get *get,
                                  struct armex_error *error);
armex_status armex_get_panel(struct armex_vintage *vintage, struct armex_get *get,
                             struct armex_error *error);
armex_status armex_get_publications(struct armex_vintage *vintage,
                                    struct armex_get *get, struct armex_error *error);
armex_status armex_get_flows(struct armex_vintage *vintage, struct armex_get *get,
                             struct armex_error *error);
armex_status armex_get_records(struct armex_vintage *vintage, struct armex_get *get,
                               struct armex_error *error);

/** The notes, which the file has one a line. */
armex_status armex_get_notes(struct armex_notes *notes, struct armex_arena *arena,
                             struct armex_get *get, struct armex_error *error);

#endif
