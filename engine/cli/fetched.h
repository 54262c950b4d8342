/**
 * cli/fetched.h: a publisher's file that was fetched, and what makes it known again.
 *
 * STORE/.fetched/DATASET/ holds the file as it came, under the name that its address
 * has, and state.json, by which the next run asks only for what is newer. The state is
 * written after the file is read, so that a file that cannot be read is asked for
 * again.
 */
#ifndef ARMEX_CLI_FETCHED_H
#define ARMEX_CLI_FETCHED_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

/** Texts live in an arena and are never NULL. */
struct armex_fetched {
    const char *folder, *file; /**< paths */
    const char *url;           /**< asked for; "": nothing was fetched yet */
    const char *etag, *last_modified;
    const char *day; /**< of the file, else of the answer: "2026-02-12"; or "" */
    const char *sha256;
};

/** What stands below `store` of `dataset`; a state that cannot be read, or that is not
 *  of the file beside it or of `url`, is none.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_fetched_read(struct armex_fetched *out, const char *store,
                                const char *dataset, const char *url,
                                struct armex_arena *arena, struct armex_error *error);

/** Errors: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_fetched_write(const struct armex_fetched *fetched,
                                 struct armex_error *error);

/** How to ask. */
struct armex_fetch_options {
    const char *program; /**< armex-fetch; NULL: on the PATH */
    long largest;        /**< bytes */
    long seconds;        /**< for a connection, and of silence */
};

/** Asks for `url`, unless it is as `fetched` has it, and puts the newer file in its
 *  place, whole or not at all; `*newer` says whether there was one. `fetched` then says
 *  what came, and is not written yet.
 *  Errors: ARMEX_UNAVAILABLE without armex-fetch; ARMEX_TRY_AGAIN when the network or
 *          the publisher does not answer; ARMEX_NOT_FOUND when there is no such file;
 *          ARMEX_BAD_INPUT when it is too large or leads to where nobody is sure who
 *          answers; ARMEX_IO when it cannot be written. */
armex_status armex_fetch(bool *newer, struct armex_fetched *fetched, const char *url,
                         const struct armex_fetch_options *options,
                         struct armex_arena *arena, struct armex_error *error);

#endif
