/**
 * ingest/sources/comtrade_read.h: rows of Comtrade become a vintage, whether they come
 * from a file of any size or from a document in memory.
 */
#ifndef ARMEX_INGEST_SOURCES_COMTRADE_READ_H
#define ARMEX_INGEST_SOURCES_COMTRADE_READ_H

#include "ingest/sources/comtrade.h"

/** Where rows come from. */
struct armex_comtrade_rows {
    const char *path;
    const struct armex_cell *header;
    size_t n_columns;
    const char *sha256; /**< of the file; "": not taken */
    /** Gives all rows to the sink, from `n` threads, each with its worker. Errors:
     * those of armex_stream_run(). */
    armex_status (*run)(const struct armex_comtrade_rows *rows,
                        const struct armex_row_sink *sink, void *const *workers,
                        unsigned n, const struct armex_ingest_options *options,
                        struct armex_error *error);
    struct armex_stream *stream;           /**< or */
    const struct armex_document *document; /**< for `run` */
};

/** Whether the first 4,000 rows show commodity codes that lie within others (930110 in
 * 9301) of the same reporter, flow and year, and none that is more than what it lies
 * within: then they are parts of these, though the file does not say so. */
bool armex_comtrade_nested(const struct armex_comtrade_rows *rows,
                           const struct armex_trade_columns *columns);

/** Reads all rows by `n` threads.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: as armex_comtrade_bulk(). */
armex_status armex_comtrade_read(struct armex_vintage **out,
                                 const struct armex_comtrade_rows *rows,
                                 const struct armex_trade_columns *columns, unsigned n,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error);

#endif
