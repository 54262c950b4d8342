/**
 * ingest/unknown.h: what to say of a file that no source reads.
 */
#ifndef ARMEX_INGEST_UNKNOWN_H
#define ARMEX_INGEST_UNKNOWN_H

#include "ingest/ingest.h"

/** ARMEX_BAD_INPUT, in words about what the file is and what would be read instead;
 *  ARMEX_NO_MEMORY. */
armex_status armex_fail_unknown(const struct armex_document *document,
                                struct armex_error *error);

#endif
