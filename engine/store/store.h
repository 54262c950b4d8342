/**
 * store/store.h: a folder of vintages, DATASET/VINTAGE.h5, over the built-in ones.
 *
 * A user's store lies over the curated datasets that ship with the program: both are
 * always seen, the user's own file wins where the same vintage is in both. Readers take
 * no lock.
 */
#ifndef ARMEX_STORE_STORE_H
#define ARMEX_STORE_STORE_H

#include "store/vintage_file.h"

struct armex_store;

/** One stored vintage. Texts live as long as the store. */
struct armex_stored {
    const char *dataset;
    struct armex_date vintage;
    const char *path;
    bool builtin;
};

/** `own` is the user's folder (need not exist yet), `builtin` the program's; NULL:
 *  none.
 *  Owner:  the caller, armex_store_close().
 *  Errors: ARMEX_NO_MEMORY; ARMEX_IO when a folder is there and cannot be read. */
armex_status armex_store_open(struct armex_store **out, const char *own,
                              const char *builtin, struct armex_error *error);
void armex_store_close(struct armex_store *store); /* NULL is fine */

/** All of it, sorted by dataset, then vintage; a file whose name is no date is left
 * out. */
const struct armex_stored *armex_store_list(const struct armex_store *store, size_t *n);

/** The vintage that `spec` ("ID" or "ID@VINTAGE") names: without VINTAGE the newest, or
 *  the newest that was out on day `as_of` (yyyymmdd; 0: no limit). A built-in dataset
 *  whose observations carry their own dates answers any day: `as_of` does not hide it.
 *  `spec` NULL: the only dataset there is. An ID that is no dataset's name means the
 *  only one whose name goes on from it with a hyphen: "sipri-tiv" is sipri-tiv-imports
 *  where there is no sipri-tiv.
 *  Errors: ARMEX_USAGE naming the nearest dataset or vintage, or the candidates. */
armex_status armex_store_find(const struct armex_stored **out,
                              const struct armex_store *store, const char *spec,
                              int as_of, struct armex_error *error);

/** The vintage as read from its file, once for all who ask the same parts of it; any
 *  thread may ask (see store/lending.h).
 *  Owner:  the store; the caller has it on loan until armex_store_return(), which must
 *          come before armex_store_close(). `*out` is NULL on failure.
 *  Errors: as armex_vintage_read(). */
armex_status armex_store_borrow(const struct armex_vintage **out,
                                const struct armex_store *store,
                                const struct armex_stored *stored,
                                enum armex_vintage_parts parts,
                                struct armex_error *error);
void armex_store_return(const struct armex_store *store,
                        const struct armex_vintage *vintage); /* NULL is fine; then
                                                                 `store` may be, too */

enum armex_added { ARMEX_ADDED_NEW, ARMEX_ADDED_SAME };

/** Writes `vintage` into the user's folder. `*added` says whether it was new or the
 *  same source bytes stood there already.
 *  Errors: ARMEX_BAD_INPUT when other bytes of the same dataset and vintage stand there
 *          (names both hashes and what to do); ARMEX_USAGE for an id or vintage that is
 *          no plain name or date; else as armex_vintage_write(). */
armex_status armex_store_add(enum armex_added *added, struct armex_store *store,
                             const struct armex_vintage *vintage,
                             struct armex_error *error);

#endif
