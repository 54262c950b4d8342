/**
 * ingest/merge_mark.h: lines that a version control system leaves where two versions of
 * a file could not be merged.
 *
 * Between them stand two versions of the same rows, and nobody has chosen: such a file
 * is no publication.
 */
#ifndef ARMEX_INGEST_MERGE_MARK_H
#define ARMEX_INGEST_MERGE_MARK_H

#include "ingest/ingest.h"

/** Errors: ARMEX_BAD_INPUT at the first line that begins with "<<<<<<< " or
 *  ">>>>>>> ". */
armex_status armex_refuse_merge_marks(const struct armex_document *document,
                                      struct armex_error *error);

#endif
