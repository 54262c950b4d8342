/**
 * cli/ingest_ahead.h: files read and stored by two threads, and taken in their order.
 *
 * Half of a small file's time goes to reading it, half to waiting for the disk to have
 * it; another file can do either meanwhile. What comes out is what one thread would
 * give: a file is stored after all before it that hold the same dataset.
 */
#ifndef ARMEX_CLI_INGEST_AHEAD_H
#define ARMEX_CLI_INGEST_AHEAD_H

#include "ingest/ingest.h"
#include "store/store.h"

/** What is to be done; outlives the work. Large files, those of which it is to be told
 *  how far they are, and files that are none are read by one thread. */
struct armex_ahead_plan {
    const char *const *files;
    size_t n;
    const struct armex_ingest_options *options;
    const char *store; /**< its folder; NULL: nothing is stored */
    /** Done with each file once it was read, before it is stored; a failure is that of
     *  the file. NULL: nothing. By either thread. */
    armex_status (*once_read)(void *context, struct armex_error *error);
    void *context;
};

/** What became of a file. */
struct armex_ahead_file {
    struct armex_vintage *vintage; /**< NULL after a failure to read it */
    enum armex_added added;
    armex_status status;
    struct armex_error error; /**< of it, once it failed */
};

struct armex_ahead;

/** Begins.
 *  Owner:  the caller, armex_ahead_close().
 *  Errors: as armex_store_open(); ARMEX_NO_MEMORY. */
armex_status armex_ahead_open(struct armex_ahead **out,
                              const struct armex_ahead_plan *plan,
                              struct armex_error *error);

/** The next file, once it is done; the caller frees its vintage. false: none is left.
 */
bool armex_ahead_next(struct armex_ahead *ahead, struct armex_ahead_file *out);

/** Begins no other file; those begun are still to be taken. */
void armex_ahead_stop(struct armex_ahead *ahead);

void armex_ahead_close(struct armex_ahead *ahead); /* NULL is fine */

#endif
