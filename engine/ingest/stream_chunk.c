/** ingest/stream_chunk.c: one chunk of the file becomes rows. */
#include "ingest/stream_parts.h"

#include <stdlib.h>
#include <string.h>

enum {
    AHEAD = 4096, // read beyond the chunk at once, for the row that straddles its end
    LOOKED_AT = 1024, // of a chunk, for how its first quotes stand
    PADDING = 128,
    BUFFER = ARMEX_STREAM_CHUNK + ARMEX_STREAM_ROW + AHEAD,
};

armex_status armex_chunk_create(struct armex_chunk *chunk,
                                const struct armex_stream *stream,
                                const struct armex_row_sink *sink, void *worker,
                                struct armex_error *error)
{
    const size_t most_ends = ARMEX_STREAM_PIECE + stream->n_cells + PADDING;

    *chunk = (struct armex_chunk){.stream = stream, .sink = sink, .worker = worker};
    // Pages that are never touched cost nothing: few files need all of the buffer.
    // calloc() would touch what was in use before.
    chunk->buffer = malloc(PADDING + BUFFER + PADDING);
    chunk->all_ends = reallocarray(NULL, most_ends + 1, sizeof *chunk->ends);
    if (!chunk->buffer || !chunk->all_ends)
        return armex_fail_memory(error);
    memset(chunk->buffer, 0, PADDING);
    chunk->bytes = chunk->buffer + PADDING;
    chunk->ends = chunk->all_ends + 1;
    return ARMEX_OK;
}

void armex_chunk_free(struct armex_chunk *chunk)
{
    free(chunk->buffer);
    free(chunk->all_ends);
}

static armex_status read_more(struct armex_chunk *chunk, uint32_t more,
                              struct armex_error *error)
{
    const uint64_t at = chunk->base + chunk->length, left = chunk->stream->size - at;
    const uint32_t length = left < more ? (uint32_t)left : more;
    const armex_status status = armex_stream_pread(
        chunk->stream, chunk->bytes + chunk->length, length, at, error);

    if (status)
        return status;
    chunk->length += length;
    chunk->last = length == left;
    chunk->unended =
        chunk->last && chunk->length > 0 && chunk->bytes[chunk->length - 1] != '\n';
    if (chunk->unended)
        chunk->bytes[chunk->length++] = '\n';
    memset(chunk->bytes + chunk->length, 0, PADDING - 1);
    return ARMEX_OK;
}

armex_status armex_chunk_read(struct armex_chunk *chunk, uint64_t number,
                              struct armex_error *error)
{
    const uint64_t left = chunk->stream->size - number * chunk->stream->chunk;

    chunk->base = number * chunk->stream->chunk;
    chunk->length = 0;
    chunk->border = chunk->stream->chunk;
    chunk->n_ends = 0;
    chunk->in_row = number == 0;
    chunk->row = number == 0 ? (uint32_t)chunk->stream->body : 0;
    chunk->careful = false;
    if (left < chunk->stream->chunk)
        chunk->border = (uint32_t)left;
    if (chunk->sink->begin)
        chunk->sink->begin(chunk->worker, number);
    return read_more(chunk, chunk->stream->chunk + AHEAD, error);
}

/** Whether a csv could go on with these bytes, from within quotes or not. */
static bool could_be(const struct armex_chunk *chunk, bool inside, uint32_t length)
{
    struct armex_scan scan = {.delimiter = chunk->stream->delimiter,
                              .inside = inside ? UINT64_MAX : 0,
                              .may_open = 1};

    chunk->stream->scan(&scan, chunk->bytes, 0, length, chunk->ends);
    return !scan.faults;
}

bool armex_chunk_seems_inside(const struct armex_chunk *chunk)
{
    const uint32_t length = chunk->length < LOOKED_AT ? chunk->length : LOOKED_AT;

    return chunk->base > 0 && !could_be(chunk, false, length) &&
           could_be(chunk, true, length);
}

/** The row in [chunk->row, end), where `end` is its line break. */
static armex_status take_one(struct armex_chunk *chunk, uint32_t end,
                             struct armex_error *error)
{
    const bool added = chunk->unended && end + 1 == chunk->length;
    const armex_status status = armex_stream_one(
        chunk->stream, chunk->sink, chunk->worker, chunk->bytes + chunk->row,
        end + !added - chunk->row, 1, error);

    if (status)
        chunk->fault = chunk->base + chunk->row;
    chunk->row = end + 1;
    return status;
}

static bool is_break(const struct armex_chunk *chunk, uint32_t end)
{
    return chunk->bytes[end] == '\n' || chunk->bytes[end] == '\r';
}

/** Whether the first `n` rows all have the cells they should. */
static bool are_regular(const struct armex_chunk *chunk, size_t n)
{
    const size_t n_cells = chunk->stream->n_cells;
    const bool one_more = n_cells > chunk->stream->n_columns;
    const uint32_t *ends = chunk->ends + n_cells - 1;

    if (chunk->careful || n > chunk->n_ends / n_cells)
        return false;
    for (size_t row = 0; row < n; row++, ends += n_cells)
        if (!is_break(chunk, *ends) ||
            (one_more && ends[0] - ends[-1] > 1 + (chunk->bytes[ends[0] - 1] == '\r')))
            return false;
    return true;
}

/** Each taker leaves in `*taken` how many ends it used up. */
static armex_status take_regular(struct armex_chunk *chunk, size_t n, size_t *taken,
                                 struct armex_error *error)
{
    const size_t n_cells = chunk->stream->n_cells;
    armex_status status = ARMEX_OK;

    chunk->ends[-1] = chunk->row - 1;
    for (size_t done = 0; !status && done < n;) {
        const struct armex_rows rows = {
            chunk->bytes, chunk->row, chunk->ends + done * n_cells, n - done, n_cells};
        done += chunk->sink->take(chunk->worker, &rows);
        if (done > 0)
            chunk->row = chunk->ends[done * n_cells - 1] + 1;
        if (done < n)
            status = take_one(chunk, chunk->ends[++done * n_cells - 1], error);
    }
    *taken = n * n_cells;
    return status;
}

static armex_status take_carefully(struct armex_chunk *chunk, size_t n, size_t *taken,
                                   struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    size_t i = 0;

    for (; !status && n > 0; i++)
        if (is_break(chunk, chunk->ends[i])) {
            status = take_one(chunk, chunk->ends[i], error);
            n--;
        }
    *taken = i;
    return status;
}

static void drop_ends(struct armex_chunk *chunk, size_t n)
{
    chunk->n_ends -= n;
    memmove(chunk->ends, chunk->ends + n, chunk->n_ends * sizeof *chunk->ends);
}

/** The first line break after another chunk's row: ours begin behind it. */
static void leave_row(struct armex_chunk *chunk)
{
    size_t first = 0;

    while (!is_break(chunk, chunk->ends[first]))
        first++;
    chunk->row = chunk->ends[first++] + 1;
    chunk->in_row = true;
    drop_ends(chunk, first);
}

/** Of the next `n` rows, those that begin before the next chunk's. Of those beyond them
 *  are_regular() knows nothing: that these have the cells they should is seen here. */
static size_t count_own(struct armex_chunk *chunk, size_t n)
{
    uint32_t row = chunk->row;
    size_t own = 0, i = 0;

    if (chunk->length <= chunk->border)
        return n;
    for (; own < n && row <= chunk->border; own++) {
        while (!is_break(chunk, chunk->ends[i]))
            i++;
        row = chunk->ends[i++] + 1;
        chunk->careful = chunk->careful || i != (own + 1) * chunk->stream->n_cells;
    }
    return own;
}

/** Takes the rows that what was scanned last made whole. */
static armex_status take_whole(struct armex_chunk *chunk, bool at_border,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    size_t n = chunk->scan.lines, taken = 0;

    chunk->scan.lines = 0;
    chunk->careful = chunk->careful || chunk->scan.faults;
    if (n > 0 && !chunk->in_row) {
        leave_row(chunk);
        n--;
    }
    if (at_border && chunk->in_row)
        n = count_own(chunk, n);
    if (n > 0) {
        status = are_regular(chunk, n) ? take_regular(chunk, n, &taken, error)
                                       : take_carefully(chunk, n, &taken, error);
        chunk->careful = chunk->scan.faults != 0; // the row that follows may have it
    }
    chunk->scan.faults = 0;
    drop_ends(chunk, taken);
    if (chunk->n_ends > chunk->stream->n_cells) { // too many: only its end matters
        chunk->n_ends = 0;
        chunk->careful = true;
    }
    return status;
}

static uint32_t scan_to(struct armex_chunk *chunk, uint32_t from, uint32_t to)
{
    chunk->n_ends += chunk->stream->scan(&chunk->scan, chunk->bytes, from, to,
                                         chunk->ends + chunk->n_ends);
    return to;
}

/** Reads on, twice as far each time. false: the row is too long. */
static bool reach_out(struct armex_chunk *chunk, armex_status *status,
                      struct armex_error *error)
{
    const uint32_t beyond = chunk->length - chunk->border;

    if (2 * beyond > ARMEX_STREAM_ROW)
        return false;
    *status = read_more(chunk, beyond, error);
    return true;
}

/** The rows around the border, of which the last may end in another chunk. */
static armex_status take_last(struct armex_chunk *chunk, uint32_t at,
                              struct armex_error *error)
{
    const uint32_t border = chunk->border;
    armex_status status = ARMEX_OK;
    bool more = true;

    while (!status && more && (!chunk->in_row || chunk->row <= border)) {
        const uint32_t left = chunk->length - at;
        if (left >= ARMEX_SCAN_BLOCK || (chunk->last && left > 0)) {
            at = scan_to(chunk, at,
                         at + (left < ARMEX_SCAN_BLOCK ? left : ARMEX_SCAN_BLOCK));
            status = take_whole(chunk, true, error);
        } else
            more = !chunk->last && reach_out(chunk, &status, error);
    }
    if (status || !chunk->in_row || chunk->row > border || chunk->row >= chunk->length)
        return status;
    chunk->fault = chunk->base + chunk->row; // it never ends
    return ARMEX_BAD_INPUT;
}

/** Whether the border lies within quotes, of which the scan knows up to `at`. */
static bool ends_inside(const struct armex_chunk *chunk, uint32_t at)
{
    bool inside = chunk->scan.inside != 0;

    for (; at < chunk->border; at++)
        inside ^= chunk->bytes[at] == '"';
    return inside;
}

armex_status armex_chunk_take(struct armex_chunk *chunk, bool *inside,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    uint32_t at = chunk->row;

    chunk->scan = (struct armex_scan){.delimiter = chunk->stream->delimiter,
                                      .inside = *inside ? UINT64_MAX : 0,
                                      .may_open = 1};
    while (!status && chunk->border - at >= ARMEX_SCAN_BLOCK && at < chunk->border) {
        uint32_t length = chunk->border - at;
        length = length > ARMEX_STREAM_PIECE
                     ? ARMEX_STREAM_PIECE
                     : length / ARMEX_SCAN_BLOCK * ARMEX_SCAN_BLOCK;
        at = scan_to(chunk, at, at + length);
        status = take_whole(chunk, false, error);
    }
    *inside = ends_inside(chunk, at);
    return status ? status : take_last(chunk, at, error);
}
