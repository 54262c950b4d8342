/**
 * ingest/sources/sdmx_json.h: SDMX-JSON data messages, of versions 1.0 and 2.0 and the
 * drafts before them.
 */
#ifndef ARMEX_INGEST_SOURCES_SDMX_JSON_H
#define ARMEX_INGEST_SOURCES_SDMX_JSON_H

#include "ingest/ingest.h"

/** Whether the document is one, by the names of its members. */
bool armex_sdmx_json_is(const struct armex_document *document);

/** Reads it: series of any dimension, or flat observations.
 *  Owner:  the caller, armex_vintage_free(), also after a failure.
 *  Errors: as armex_json_read(), armex_sdmx_structure_read(), armex_sdmx_rows_take()
 *          and armex_sdmx_rows_vintage(); ARMEX_BAD_INPUT at what is not as the
 *          structure says. */
armex_status armex_sdmx_json_read(struct armex_vintage **out,
                                  const struct armex_document *document,
                                  const struct armex_ingest_options *options,
                                  struct armex_error *error);

#endif
