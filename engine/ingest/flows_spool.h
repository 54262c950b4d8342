/**
 * ingest/flows_spool.h: a file without a name, which holds what memory should not and
 * is gone with whoever opened it, however he ends.
 */
#ifndef ARMEX_INGEST_FLOWS_SPOOL_H
#define ARMEX_INGEST_FLOWS_SPOOL_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct armex_spool {
    pthread_mutex_t lock;
    const char *folder; /**< where there is room; NULL or none there: see the source */
    int file;           /**< -1 until something is written */
    uint64_t end;
};

/** `folder` lives as long. It is ended by armex_spool_close(). */
void armex_spool_open(struct armex_spool *spool, const char *folder);
void armex_spool_close(struct armex_spool *spool);

/** Whether anything was written. */
bool armex_spool_is_used(const struct armex_spool *spool);

/** Appends `length` bytes, which then lie at `*offset`; several threads may.
 *  Errors: ARMEX_IO. */
armex_status armex_spool_write(struct armex_spool *spool, const void *bytes,
                               size_t length, uint64_t *offset,
                               struct armex_error *error);

/** Reads what was written; several threads may. Errors: ARMEX_IO. */
armex_status armex_spool_read(const struct armex_spool *spool, void *out, size_t length,
                              uint64_t offset, struct armex_error *error);

#endif
