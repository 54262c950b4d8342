/**
 * store/listing.h: many small remarks gathered into one note.
 *
 * A note that names forty states helps nobody: the first twelve stand, the rest are
 * counted.
 */
#ifndef ARMEX_STORE_LISTING_H
#define ARMEX_STORE_LISTING_H

#include "base/text.h"
#include "model/notes.h"

/** Starts as {0}. */
struct armex_listing {
    struct armex_text text;
    size_t n; /**< remarks so far, also those that are only counted */
};

/** Adds one, set off from the one before by `separator`. */
void armex_listing_add(struct armex_listing *listing, const char *separator,
                       const char *format, ...) __attribute__((format(printf, 3, 4)));

/** The text so far with "and N more" where remarks were only counted; "" if none. */
const char *armex_listing_words(struct armex_listing *listing);

/** Ends the listing; if it holds any remark, `before`, the remarks and `after` become
 *  one note. It is ended on failure too. Errors: ARMEX_NO_MEMORY. */
armex_status armex_listing_note(struct armex_listing *listing,
                                struct armex_notes *notes, struct armex_arena *arena,
                                const char *before, const char *after,
                                struct armex_error *error);

void armex_listing_free(struct armex_listing *listing); /* leaves {0} */

#endif
