/**
 * ingest/stream.h: a csv of any size, read by several threads in bounded memory.
 *
 * The file is cut into chunks of 512 KiB. Each thread takes the next chunk, reads it
 * into a buffer of its own and finds its cells (ingest/scan.h); a row belongs to the
 * chunk in which it begins, but for one that begins with the chunk, which belongs to
 * the one before. Whether a chunk begins within quotes only the chunks before it can
 * tell. One thread knows; several go by how the chunk's first quotes stand, and look
 * afterwards whether each began as the one before it ended: if not, nothing of it is
 * kept, and one thread has to do it again.
 *
 * What is read and refused is what ingest/csv.h says, with four differences: a
 * line of blanks is as empty as one without, any encoding will do in which ASCII is
 * ASCII (bytes beyond show as '?' where they are no UTF-8), a row of more than 1 MiB
 * may be refused, and each row may end with one empty cell more than the header has, as
 * Comtrade writes them.
 */
#ifndef ARMEX_INGEST_STREAM_H
#define ARMEX_INGEST_STREAM_H

#include "ingest/csv.h"
#include "ingest/ingest.h"

/** Rows that have as many cells as there are columns. Cell c of row r ends at the place
 *  ends[r * n_cells + c] in `bytes` and begins after the end before it; the first one
 *  of row 0 at `start`, which is ends[-1] + 1 and never 0. Quotes are not taken off. 64
 *  bytes before and beyond each can be read. */
struct armex_rows {
    const char *bytes;
    uint32_t start;
    const uint32_t *ends;
    size_t n, n_cells;
};

/** What is done with rows; `worker` belongs to one thread. */
struct armex_row_sink {
    /** Takes rows from the first on and returns how many; at one that needs more care
     *  it stops. */
    size_t (*take)(void *worker, const struct armex_rows *rows);
    /** Takes that one, cell by cell, without blanks around them (armex_cell_trim()),
     *  `n` the number of columns. What it decides depends
     *  on the cells alone, for a row that is refused comes a second time, for its
     *  message. */
    armex_status (*take_one)(void *worker, const char *file,
                             const struct armex_cell *cells, size_t n,
                             struct armex_error *error);
    /** Told, before any rows of it, which chunk of the file comes next: chunks count
     *  up from 0, each has all of its rows in their order. NULL: never mind. */
    void (*begin)(void *worker, uint64_t chunk);
};

struct armex_stream;

/** Opens a regular file and reads its header. `*out` is NULL, and all is well, where
 *  the file is none ("-" may be one).
 *  Owner:  the caller, armex_stream_close().
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO, ARMEX_NO_MEMORY; ARMEX_BAD_INPUT for a header
 *          that is none. */
armex_status armex_stream_open(struct armex_stream **out, const char *path,
                               struct armex_error *error);
void armex_stream_close(struct armex_stream *stream); /* NULL is fine */

/** Cells of the header; they live as long as the stream. */
const struct armex_cell *armex_stream_header(const struct armex_stream *stream,
                                             size_t *n);
uint64_t armex_stream_size(const struct armex_stream *stream); /**< in bytes */

/** How many threads the options ask for: their number, or one a processor. */
unsigned armex_stream_threads(const struct armex_ingest_options *options);

/** Gives all rows to the sink, from `n` threads, each with its worker. Rows of a chunk
 *  come in their order, chunks in none.
 *  Errors: those of the sink and of ingest/csv.h, of several the first in the file;
 *          ARMEX_IO; ARMEX_TRY_AGAIN when options->progress() asked for it, or
 *          armex_stream_misguessed(). */
armex_status armex_stream_run(struct armex_stream *stream,
                              const struct armex_row_sink *sink, void *const *workers,
                              unsigned n, const struct armex_ingest_options *options,
                              struct armex_error *error);

/** Whether the last run took quotes wrongly and has to be done again, by one thread and
 *  a worker that has seen nothing yet. */
bool armex_stream_misguessed(const struct armex_stream *stream);

#endif
