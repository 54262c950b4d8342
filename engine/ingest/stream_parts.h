/**
 * ingest/stream_parts.h: what the files of stream share among themselves.
 */
#ifndef ARMEX_INGEST_STREAM_PARTS_H
#define ARMEX_INGEST_STREAM_PARTS_H

#include "ingest/scan.h"
#include "ingest/stream.h"

enum {
    ARMEX_STREAM_PIECE =
        1 << 14, /**< scanned at a time, to stay in the nearest cache */
    ARMEX_STREAM_CHUNK = 1 << 19, /**< read at a time, to stay in the second */
    ARMEX_STREAM_ROW = 1 << 20,   /**< read beyond a chunk, for its last row */
};

struct armex_stream {
    const char *path;
    int file;
    bool own_file; /**< to be closed: not standard input */
    uint64_t size;
    uint32_t chunk;        /**< ARMEX_STREAM_CHUNK; more than the header */
    uint64_t body;         /**< where the first row below the header begins */
    char *head;            /**< the file's first bytes */
    struct armex_csv *csv; /**< owns texts of the header */
    const struct armex_cell *header;
    size_t n_columns;
    size_t n_cells; /**< of a row: n_columns, or one more */
    char delimiter;
    armex_scan_function *scan;
    bool misguessed; /**< by the last run */
};

/** The buffer of one thread, and how far it is read. Places are within `bytes`. */
struct armex_chunk {
    const struct armex_stream *stream;
    const struct armex_row_sink *sink;
    void *worker;
    char *buffer, *bytes;      /**< bytes: within the buffer, behind some padding */
    uint32_t *all_ends, *ends; /**< ends[-1]: the byte before `row` */
    uint64_t base;             /**< of bytes[0] in the file */
    uint32_t length, border;   /**< bytes at hand; where the next chunk begins */
    uint32_t row;              /**< where the row begins that is being read */
    size_t n_ends;             /**< found, of rows not yet taken */
    struct armex_scan scan;
    bool in_row;    /**< false: still in a row that belongs to the chunk before */
    bool last;      /**< the file ends here */
    bool unended;   /**< its last row had no line break, and was given one */
    bool careful;   /**< something in the row being read is odd */
    uint64_t fault; /**< where the first row begins that was refused */
};

/** Errors: ARMEX_NO_MEMORY. */
armex_status armex_chunk_create(struct armex_chunk *chunk,
                                const struct armex_stream *stream,
                                const struct armex_row_sink *sink, void *worker,
                                struct armex_error *error);
void armex_chunk_free(struct armex_chunk *chunk);

/** Reads chunk `number` of the file. Errors: ARMEX_IO. */
armex_status armex_chunk_read(struct armex_chunk *chunk, uint64_t number,
                              struct armex_error *error);

/** Whether its first quotes stand as they can only where it begins within quotes. What
 *  it says is likely, not certain, but for the first chunk. */
bool armex_chunk_seems_inside(const struct armex_chunk *chunk);

/** Gives its rows to the sink. `*inside` is whether it begins within quotes, and then
 *  whether the next one does. On any failure chunk->fault says where; ARMEX_BAD_INPUT
 *  comes without a message. Errors: as armex_stream_run(). */
armex_status armex_chunk_take(struct armex_chunk *chunk, bool *inside,
                              struct armex_error *error);

/** Reads `length` bytes at `offset`. Errors: ARMEX_IO. */
armex_status armex_stream_pread(const struct armex_stream *stream, char *to,
                                size_t length, uint64_t offset,
                                struct armex_error *error);

/** Gives the row in `length` bytes, which begins in that line, to sink->take_one().
 *  Errors: those of csv.h and of the sink. */
armex_status armex_stream_one(const struct armex_stream *stream,
                              const struct armex_row_sink *sink, void *worker,
                              const char *row, size_t length, size_t line,
                              struct armex_error *error);

/** The row that begins at `offset` again, for its message.
 *  Errors: what is wrong with it. */
armex_status armex_stream_blame(const struct armex_stream *stream,
                                const struct armex_row_sink *sink, void *worker,
                                uint64_t offset, struct armex_error *error);

#endif
