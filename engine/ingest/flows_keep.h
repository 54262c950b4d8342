/**
 * ingest/flows_keep.h: every row of arms of a file of customs trade, kept while its
 * totals are added up (ingest/totals.h), in memory that does not grow with the file.
 *
 * A row that counts in the totals and has another partner than the World is kept, in
 * 16 bytes. What does not fit a buffer of 1 MiB a thread goes to a file without a name.
 * Codes are numbered as they are met; the order of the file, and lists in theirs, come
 * back when the flows are made.
 */
#ifndef ARMEX_INGEST_FLOWS_KEEP_H
#define ARMEX_INGEST_FLOWS_KEEP_H

#include "ingest/flows_spool.h"
#include "ingest/totals.h"
#include "ingest/words.h"

struct armex_kept_row {
    double value; /**< NAN: none was stated */
    uint16_t reporter, partner, category;
    uint8_t year; /**< since ARMEX_TOTALS_FROM */
    uint8_t flow; /**< enum armex_trade_flow */
};

/** Rows that follow each other in the file. */
struct armex_kept_piece {
    uint64_t chunk; /**< of the file */
    uint64_t at;    /**< in rows: in the spool, or in the keeper's buffer */
    size_t n;
};

/** What all threads share. */
struct armex_keeping {
    struct armex_spool spool;
    pthread_mutex_t lock;        /**< of the words */
    struct armex_words *parties; /**< as the file writes them */
    struct armex_words *categories;
    bool too_many; /**< parties or categories: it can be no file of Comtrade's */
};

/** Owner: the caller, armex_keeping_close(), also after a failure. `folder` as of
 *  armex_spool_open(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_keeping_open(struct armex_keeping *keeping, const char *folder,
                                struct armex_error *error);
void armex_keeping_close(struct armex_keeping *keeping);

/** What one thread keeps. Starts as {.totals.columns = ..., .shared = ...}. */
struct armex_keeper {
    struct armex_totals_worker totals;
    struct armex_keeping *shared;
    struct armex_codes codes[ARMEX_TRADE_ROLES];
    struct armex_kept_row *rows; /**< the buffer */
    size_t n;
    uint64_t chunk;
    struct armex_kept_piece *pieces;
    size_t n_pieces, room, n_spooled; /**< n_spooled: the first are in the spool */
    uint64_t n_kept;
    bool unstated, others; /**< as of armex_flow_rows */
    char partner[16];      /**< the first partner but the World, as the file has it */
    bool several;          /**< partners, or one whose name is longer */
    armex_status failed;
    struct armex_error error;
};

void armex_keeper_close(struct armex_keeper *keeper);

/** The sink for keepers, and one that adds up and keeps no row. */
extern const struct armex_row_sink armex_keeper_sink, armex_keeper_totals_sink;

/** Puts what is in the buffer into the spool. Errors: ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_keeper_flush(struct armex_keeper *keeper, struct armex_error *error);

#endif
