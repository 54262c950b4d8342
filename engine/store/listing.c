/** store/listing.c: many small remarks gathered into one note. */
#include "store/listing.h"

#include <stdarg.h>
#include <stdio.h>

enum { REMARKS_IN_FULL = 12 };

void armex_listing_add(struct armex_listing *listing, const char *separator,
                       const char *format, ...)
{
    char remark[512]; // a longer one is cut: it is a remark
    va_list arguments;

    if (listing->n++ >= REMARKS_IN_FULL)
        return;
    va_start(arguments, format);
    vsnprintf(remark, sizeof remark, format, arguments);
    va_end(arguments);
    if (listing->n > 1)
        armex_text_add(&listing->text, separator);
    armex_text_add(&listing->text, remark);
}

const char *armex_listing_words(struct armex_listing *listing)
{
    if (listing->n > REMARKS_IN_FULL) {
        armex_text_printf(&listing->text, " and %zu more",
                          listing->n - REMARKS_IN_FULL);
        listing->n = REMARKS_IN_FULL; // said once
    }
    return listing->text.data ? listing->text.data : "";
}

armex_status armex_listing_note(struct armex_listing *listing,
                                struct armex_notes *notes, struct armex_arena *arena,
                                const char *before, const char *after,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (listing->n) {
        const char *words = armex_listing_words(listing);
        status = listing->text.failed ? armex_fail_memory(error)
                                      : armex_notes_add(notes, arena, error, "%s%s%s",
                                                        before, words, after);
    }
    armex_listing_free(listing);
    return status;
}

void armex_listing_free(struct armex_listing *listing)
{
    armex_text_free(&listing->text);
    *listing = (struct armex_listing){0};
}
