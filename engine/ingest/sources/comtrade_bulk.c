/** ingest/sources/comtrade_bulk.c: UN Comtrade's files, bulk downloads among them, read
 * from several places at once. */
#include "ingest/sources/comtrade_bulk.h"

#include <string.h>

#include "base/hash.h"
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

/** What is too large for one thread is read as if it needed none. */
static armex_status needs_care(bool *needs, const struct armex_stream *stream,
                               struct armex_error *error)
{
    const uint64_t size = armex_stream_size(stream);
    char tail[ARMEX_COMTRADE_TAIL];
    const size_t length = size < sizeof tail ? (size_t)size : sizeof tail;
    armex_status status = ARMEX_OK;

    *needs = false;
    if (size > ARMEX_INGEST_LIMIT)
        return ARMEX_OK;
    status = armex_stream_pread(stream, tail, length, size - length, error);
    if (!status)
        *needs = armex_comtrade_care(tail, length);
    return status;
}

/** By several threads, and once more by one where they misunderstood each other. */
static armex_status read_rows(struct armex_vintage **out,
                              const struct armex_comtrade_rows *rows,
                              const struct armex_trade_columns *columns,
                              const struct armex_ingest_options *options,
                              struct armex_error *error)
{
    const armex_status status = armex_comtrade_read(
        out, rows, columns, armex_stream_threads(options), options, error);

    return armex_stream_misguessed(rows->stream)
               ? armex_comtrade_read(out, rows, columns, 1, options, error)
               : status;
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
        status = needs_care(&care, stream, error);
        if (!status && !care)
            status = take_hash(sha256, path, stream, error);
        rows.sha256 = sha256;
        rows.stream = stream;
        if (!status && !care)
            status = read_rows(out, &rows, &columns, options, error);
    }
    armex_stream_close(stream);
    return status;
}
