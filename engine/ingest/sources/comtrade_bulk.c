/** ingest/sources/comtrade_bulk.c: UN Comtrade's files, bulk downloads among them, read
 * from several places at once. */
#include "ingest/sources/comtrade_bulk.h"

#include <string.h>

#include "base/hash.h"
#include "ingest/footer.h"
#include "ingest/sources/comtrade_read.h"
#include "ingest/stream_parts.h"

static armex_status run_stream(const struct armex_comtrade_rows *rows,
                               const struct armex_row_sink *sink, void *const *workers,
                               unsigned n, const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    return armex_stream_run(rows->stream, sink, workers, n, options, error);
}

/** Of a large file it would take longer than to read it; standard input is read once.
 */
static armex_status take_hash(char out[ARMEX_SHA256_SIZE], const char *path,
                              const struct armex_stream *stream,
                              struct armex_error *error)
{
    const uint64_t large = (uint64_t)1 << 24;

    *out = '\0';
    if (armex_stream_size(stream) > large || strcmp(path, "-") == 0)
        return ARMEX_OK;
    return armex_sha256_file(out, path, error);
}

/** Where the last line with anything in it begins; `*length` without its end. */
static const char *last_line(const char *text, size_t *length)
{
    size_t end = *length, start;

    while (end && strchr("\r\n ,;\t", text[end - 1]))
        end--;
    for (start = end; start && text[start - 1] != '\n' && text[start - 1] != '\r';)
        start--;
    *length = end - start;
    return text + start;
}

static bool is_padded(const struct armex_cell *cells, size_t n)
{
    for (size_t c = 0; c < n; c++)
        if (armex_cell_trim(cells[c]).length != cells[c].length)
            return true;
    return false;
}

/** Whether the line is a footer's, or one of cells with blanks around them. */
static armex_status judge_line(bool *is, const char *path, const char *line,
                               size_t length, struct armex_error *error)
{
    struct armex_footer footer = {0};
    const struct armex_document document = {.path = path, .footer = &footer};
    const struct armex_cell *cells = NULL;
    struct armex_csv *csv = NULL;
    size_t n = 0;
    armex_status status = armex_csv_open(&csv, path, line, length, 0, error);

    if (!status && !armex_csv_next(csv, &cells, &n, NULL))
        *is = armex_footer_is(&document, cells, n) || is_padded(cells, n);
    armex_csv_close(csv);
    return status;
}

/** Whether the file, by its last line, wants more care than several threads give, for
 *  whom no row is the last: then one reads it, if it is not too large for that. */
static armex_status needs_care(bool *needs, const char *path,
                               const struct armex_stream *stream,
                               struct armex_error *error)
{
    const uint64_t size = armex_stream_size(stream);
    char tail[2048 + 1] = "";
    size_t length = size < sizeof tail ? (size_t)size : sizeof tail - 1;

    *needs = false;
    if (size > ARMEX_INGEST_LIMIT)
        return ARMEX_OK;
    armex_status status =
        armex_stream_pread(stream, tail, length, size - length, error);
    if (status)
        return status;
    const char *line = last_line(tail, &length);
    return judge_line(needs, path, line, length, error);
}

armex_status armex_comtrade_bulk(struct armex_vintage **out, const char *path,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    struct armex_trade_columns columns;
    struct armex_stream *stream = NULL;
    struct armex_comtrade_rows rows = {.path = path, .run = run_stream};
    char sha256[ARMEX_SHA256_SIZE];
    bool care = false;
    armex_status status = armex_stream_open(&stream, path, error);

    *out = NULL;
    if (status == ARMEX_BAD_INPUT) // no csv: packed, a workbook; others know better
        return ARMEX_OK;
    if (status || !stream)
        return status;
    rows.header = armex_stream_header(stream, &rows.n_columns);
    if (armex_comtrade_bulk_columns(&columns, rows.header, rows.n_columns)) {
        status = needs_care(&care, path, stream, error);
        if (!status && !care)
            status = take_hash(sha256, path, stream, error);
        rows.sha256 = sha256;
        rows.stream = stream;
        if (!status && !care)
            status = armex_comtrade_read(out, &rows, &columns,
                                         armex_stream_threads(options), options, error);
    }
    armex_stream_close(stream);
    return status;
}
