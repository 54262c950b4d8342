/** ingest/stream_row.c: one row read exactly, and where it stands in the file. */
#include "ingest/stream_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static armex_status check_length(const struct armex_stream *stream,
                                 const struct armex_cell *cells, size_t n,
                                 struct armex_error *error)
{
    const size_t wanted = stream->n_columns;

    if (n == wanted || (n == wanted + 1 && cells[wanted].length == 0))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(stream->path, cells),
                      "this row has %zu cell%s, the header %zu", n, n == 1 ? "" : "s",
                      wanted);
}

static const char mark[] = "\xef\xbb\xbf";
enum { MARK = sizeof mark - 1 };

/** A byte order mark begins a file and no row: where a row has one, it gets another,
 *  which will be taken off. */
static bool is_marked(const char *row, size_t length)
{
    return length >= MARK && memcmp(row, mark, MARK) == 0;
}

/** What a byte beyond ASCII shows as where the text is not UTF-8: 0xa0 is a no-break
 *  space in all such encodings that matter (ISO 8859, Windows-125x). */
static char shown(char byte)
{
    if ((unsigned char)byte < 0x80)
        return byte;
    return (unsigned char)byte == 0xa0 ? ' ' : '?';
}

/** The row as ingest/csv.h may read it by itself: without bytes beyond ASCII in other
 *  encodings than UTF-8. NULL: no memory. */
static char *copy_of(const char *row, size_t *length, bool ascii)
{
    const size_t head = !ascii && is_marked(row, *length) ? MARK : 0;
    char *copy = malloc(head + *length + 1);

    if (!copy)
        return NULL;
    memcpy(copy, mark, head);
    memcpy(copy + head, row, *length);
    *length += head;
    for (size_t i = 0; ascii && i < *length; i++)
        copy[i] = shown(copy[i]);
    return copy;
}

static armex_status read_row(const struct armex_stream *stream,
                             const struct armex_row_sink *sink, void *worker,
                             const char *row, size_t length, size_t line,
                             struct armex_error *error)
{
    struct armex_csv *csv = NULL;
    const struct armex_cell *cells;
    size_t n = 0;
    armex_status status =
        armex_csv_open(&csv, stream->path, row, length, stream->delimiter, error);

    if (!status) {
        armex_csv_begin_at(csv, line);
        armex_csv_trim(csv);
        status = armex_csv_next(csv, &cells, &n, error);
    }
    if (!status && n > 0 && !(n == 1 && cells[0].length == 0)) { // an empty line
        status = check_length(stream, cells, n, error);
        if (!status)
            status =
                sink->take_one(worker, stream->path, cells, stream->n_columns, error);
    }
    armex_csv_close(csv);
    return status;
}

armex_status armex_stream_one(const struct armex_stream *stream,
                              const struct armex_row_sink *sink, void *worker,
                              const char *row, size_t length, size_t line,
                              struct armex_error *error)
{
    const bool plain = armex_utf8_valid(row, length) || memchr(row, 0, length) != NULL;
    char *copy = NULL;

    if (!plain || is_marked(row, length)) {
        copy = copy_of(row, &length, !plain);
        if (!copy)
            return armex_fail_memory(error);
        row = copy;
    }
    const armex_status status =
        read_row(stream, sink, worker, row, length, line, error);
    free(copy);
    return status;
}

/** In which line `offset` lies. */
static armex_status find_line(const struct armex_stream *stream, char *buffer,
                              uint64_t offset, size_t *line, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    char before = 0;

    *line = 1;
    for (uint64_t at = 0; !status && at < offset; at += ARMEX_STREAM_ROW) {
        const uint64_t left = offset - at;
        const size_t length = left < ARMEX_STREAM_ROW ? (size_t)left : ARMEX_STREAM_ROW;
        status = armex_stream_pread(stream, buffer, length, at, error);
        for (size_t i = 0; !status && i < length; i++) {
            *line += buffer[i] == '\r' || (buffer[i] == '\n' && before != '\r');
            before = buffer[i];
        }
    }
    return status;
}

armex_status armex_stream_blame(const struct armex_stream *stream,
                                const struct armex_row_sink *sink, void *worker,
                                uint64_t offset, struct armex_error *error)
{
    const uint64_t left = stream->size - offset;
    const size_t length = left < ARMEX_STREAM_ROW ? (size_t)left : ARMEX_STREAM_ROW;
    char *buffer = malloc(ARMEX_STREAM_ROW + 1);
    size_t line = 1;

    if (!buffer)
        return armex_fail_memory(error);
    armex_status status = find_line(stream, buffer, offset, &line, error);
    if (!status)
        status = armex_stream_pread(stream, buffer, length, offset, error);
    if (!status)
        status = armex_stream_one(stream, sink, worker, buffer, length, line, error);
    if (!status)
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){stream->path, line, 1},
                            "the row that begins here is longer than 1 MiB; is a quote "
                            "never closed?");
    free(buffer);
    return status;
}
