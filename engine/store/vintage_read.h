/**
 * store/vintage_read.h: the parts of a vintage file, each read by one function.
 *
 * Errors: ARMEX_NO_MEMORY, or ARMEX_BAD_INPUT with get->why set and no message yet;
 * what was made so far is the vintage's, and freed with it.
 */
#ifndef ARMEX_STORE_VINTAGE_READ_H
#define ARMEX_STORE_VINTAGE_READ_H

#include "store/get.h"
#include "store/totals.h"
#include "store/vintage_file.h"

armex_status armex_get_provenance(struct armex_vintage **out, struct armex_get *get,
                                  struct armex_error *error);
armex_status armex_get_panel(struct armex_vintage *vintage, struct armex_get *get,
                             struct armex_error *error);
armex_status armex_get_publications(struct armex_vintage *vintage,
                                    struct armex_get *get, struct armex_error *error);
/** Without `keep` the rows are checked block by block, and none is held in memory. */
armex_status armex_get_flows(struct armex_vintage *vintage, struct armex_get *get,
                             bool keep, struct armex_error *error);
armex_status armex_get_records(struct armex_vintage *vintage, struct armex_get *get,
                               struct armex_error *error);

/** The notes, which the file has one a line. */
armex_status armex_get_notes(struct armex_notes *notes, struct armex_arena *arena,
                             struct armex_get *get, struct armex_error *error);

/** Which way a file is read: from its image, or by HDF5. */
enum armex_way { ARMEX_PLAINLY, ARMEX_BY_HDF5 };

/** Reads the file at `path`, whose image is open. `totals` (NULL: never mind) are those
 *  it recorded. Errors: as above, with `*why` set for ARMEX_BAD_INPUT. */
armex_status armex_vintage_read_image(struct armex_vintage **out,
                                      struct armex_totals *totals, const char **why,
                                      const struct armex_image *image, const char *path,
                                      enum armex_vintage_parts parts,
                                      enum armex_way way, struct armex_error *error);

#endif
