/**
 * ingest/tidy_titles.h: the unit that stands in a title above a tidy table, or
 * above the figures of a bare one.
 */
#ifndef ARMEX_INGEST_TIDY_TITLES_H
#define ARMEX_INGEST_TIDY_TITLES_H

#include "ingest/layout.h"
#include "ingest/said_unit.h"

/** What the titles say, where they say something; starts as {0}. */
struct armex_tidy_title {
    struct armex_said_unit unit;
    char unit_text[ARMEX_UNIT_SIZE],
        multiplier[16]; /**< as columns of the layout hold them */
};

/** Looks through the rows above the header of the document's sheet, and at the name
 *  that the figures of a bare table have (ingest/tidy_bare.h).
 *  Errors: ARMEX_BAD_INPUT at a second unit that is not the first; ARMEX_NO_MEMORY. */
armex_status armex_tidy_title_find(struct armex_tidy_title *out,
                                   const struct armex_document *document,
                                   const struct armex_sheet *sheet,
                                   struct armex_error *error);

/** Adds to the defaults, which have room for two more, what the title says and neither
 *  a column nor a default does. The title must outlive them.
 *  Errors: ARMEX_USAGE at the title for another unit than `stated` (NULL: none). */
armex_status armex_tidy_title_take(struct armex_defaults *defaults,
                                   const struct armex_tidy_title *title,
                                   const struct armex_sheet *sheet, const char *stated,
                                   struct armex_error *error);

#endif
