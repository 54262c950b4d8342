/**
 * report/syncer.h: files made to survive a power cut while others are being written.
 *
 * A sync is mostly waiting for the disk, which a thread of its own does. The list
 * belongs to whoever adds to it; the lock guards it.
 */
#ifndef ARMEX_REPORT_SYNCER_H
#define ARMEX_REPORT_SYNCER_H

#include <pthread.h>
#include <stdbool.h>

#include "base/error.h"

struct armex_syncer {
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t added;
    const char **paths; /**< files and folders; borrowed */
    size_t n, capacity;
    size_t next; /**< the first that nobody has begun with */
    bool runs, ending;
    struct armex_error first; /**< failure, if any */
};

/** Starts the thread. Without one all are synced in the end. */
void armex_syncer_start(struct armex_syncer *syncer);

/** Adds a file that is written and closed, or a folder whose names are all there. */
void armex_syncer_add(struct armex_syncer *syncer, const char *path);

/** Syncs what is left, several at a time: a disk that is asked by several at once
 *  empties its cache once for all. Errors: ARMEX_IO, ARMEX_NO_MEMORY, whichever came
 *  first. */
armex_status armex_syncer_finish(struct armex_syncer *syncer,
                                 struct armex_error *error);

/** Ends it, whether or not all is synced. */
void armex_syncer_end(struct armex_syncer *syncer);

#endif
