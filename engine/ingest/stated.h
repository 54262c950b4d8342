/**
 * ingest/stated.h: what the user states of a file that does not say itself.
 */
#ifndef ARMEX_INGEST_STATED_H
#define ARMEX_INGEST_STATED_H

#include "ingest/figures.h"
#include "ingest/indicator.h"
#include "ingest/ingest.h"

/** Whether the measure and unit of the options, where given, are ones.
 *  Errors: ARMEX_USAGE, naming the nearest. */
armex_status armex_stated_check(const struct armex_ingest_options *options,
                                struct armex_error *error);

/** Sets measure and unit from the options, both of which must be given; scope national,
 *  flow exports. Errors: as above. */
armex_status armex_stated_quantity(struct armex_quantity *out,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error);

/** What a column counts: what its name says, completed by the user. `title` becomes the
 *  words to call it by.
 *  Errors: ARMEX_BAD_INPUT at the column for what nobody says; ARMEX_USAGE. */
armex_status armex_stated_column(struct armex_quantity *out, struct armex_cell *title,
                                 const char *file, const struct armex_cell *column,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error);

#endif
