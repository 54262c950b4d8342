/**
 * analysis/claims_library.h: the datasets that claims are judged by, each read once.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_LIBRARY_H
#define ARMEX_ANALYSIS_CLAIMS_LIBRARY_H

#include "store/store.h"

/** One stored vintage; `vintage` is NULL until it is asked for. */
struct armex_book {
    const struct armex_stored *stored;
    struct armex_vintage *vintage;
    bool newest; /**< of its dataset, that was out on the day asked about */
};

struct armex_library {
    struct armex_book *books; /**< by dataset, the newest first */
    size_t n;
};

/** The vintages of `dataset` ("ID" or "ID@VINTAGE"; NULL: of all) that were out on day
 *  `as_of` (yyyymmdd; 0: all). With a vintage named, it alone.
 *  Owner: the caller, armex_library_close(), on failure too.
 *  Errors: as armex_store_find(); ARMEX_NO_MEMORY. */
armex_status armex_library_open(struct armex_library *out,
                                const struct armex_store *store, const char *dataset,
                                int as_of, struct armex_error *error);
void armex_library_close(struct armex_library *library); /* leaves {0} */

/** Reads the book unless it was read before. Errors: as armex_vintage_read(). */
armex_status armex_library_read(struct armex_book *book, struct armex_error *error);

#endif
