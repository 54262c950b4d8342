/**
 * store/vintage_write.h: the parts of a vintage file, each written by one function.
 * vintage_file.c describes the layout and calls them in their order.
 */
#ifndef ARMEX_STORE_VINTAGE_WRITE_H
#define ARMEX_STORE_VINTAGE_WRITE_H

#include "model/vintage.h"
#include "store/put.h"

enum { ARMEX_LAYOUT = 1 }; /* raised when a reader of before could not read it */

void armex_put_provenance(struct armex_put *put, const struct armex_vintage *vintage);

/** `scratch` is for texts made on the way. */
void armex_put_panel(struct armex_put *put, const struct armex_panel *panel,
                     struct armex_arena *scratch);
void armex_put_publications(struct armex_put *put,
                            const struct armex_publications *publications,
                            struct armex_arena *scratch);
void armex_put_flows(struct armex_put *put, const struct armex_flows *flows,
                     struct armex_arena *scratch);
void armex_put_records(struct armex_put *put, const struct armex_table *records);

#endif
