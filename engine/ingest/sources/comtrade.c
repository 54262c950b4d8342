/** ingest/sources/comtrade.c: documents of UN Comtrade that lie in memory: what came
 * packed, through a pipe, or in another encoding. */
#include <string.h>

#include "ingest/rejects.h"
#include "ingest/sources.h"
#include "ingest/sources/comtrade_read.h"

/** The header, as long as `csv` is open. */
static armex_status read_header(struct armex_csv **csv, const struct armex_cell **cells,
                                size_t *n, const struct armex_document *document,
                                struct armex_error *error)
{
    armex_status status = armex_csv_open(csv, document->path, document->bytes,
                                         document->length, 0, error);

    *n = 0;
    return status ? status : armex_csv_next(*csv, cells, n, error);
}

static bool recognise(const struct armex_document *document)
{
    const struct armex_cell *cells = NULL;
    struct armex_trade_columns columns;
    struct armex_csv *csv = NULL;
    size_t n;
    const bool known = !read_header(&csv, &cells, &n, document, NULL) &&
                       armex_comtrade_bulk_columns(&columns, cells, n);

    armex_csv_close(csv);
    return known;
}

/** A row is as long as the header, or one empty cell longer. */
static armex_status check_length(const char *path, const struct armex_cell *cells,
                                 size_t n, size_t due, struct armex_error *error)
{
    if (n == due || (n == due + 1 && !cells[due].length))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(path, &cells[0]),
                      "this row has %zu cell%s, the header %zu", n, n == 1 ? "" : "s",
                      due);
}

/** Whether somebody wants the reading to end, asked every so many rows. */
static armex_status ask(const struct armex_comtrade_rows *rows,
                        const struct armex_ingest_options *options,
                        struct armex_error *error)
{
    if (!options->progress ||
        options->progress(options->progress_context, 0, rows->document->length))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_TRY_AGAIN, (struct armex_place){rows->path, 0, 0},
                      "reading was stopped, and nothing of it was kept");
}

/** One thread is enough for what fits memory. */
static armex_status run_document(const struct armex_comtrade_rows *rows,
                                 const struct armex_row_sink *sink,
                                 void *const *workers, unsigned n_workers,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const size_t often = 4096;
    const struct armex_cell *cells = NULL;
    struct armex_csv *csv = NULL;
    size_t n, seen = 0;
    armex_status status = read_header(&csv, &cells, &n, rows->document, error);

    (void)n_workers;
    while (!status) {
        status = armex_csv_next(csv, &cells, &n, error);
        if (status || !n)
            break;
        if (n == 1 && !cells[0].length)
            continue; // an empty line
        status = check_length(rows->path, cells, n, rows->n_columns, error);
        if (!status)
            status =
                sink->take_one(workers[0], rows->path, cells, rows->n_columns, error);
        status = armex_rejects_row(options->rejects, status, error);
        if (!status && ++seen % often == 0)
            status = ask(rows, options, error);
    }
    armex_csv_close(csv);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_comtrade_rows rows = {.path = document->path,
                                       .sha256 = document->sha256,
                                       .run = run_document,
                                       .document = document};
    struct armex_trade_columns columns;
    struct armex_csv *csv = NULL;
    armex_status status =
        read_header(&csv, &rows.header, &rows.n_columns, document, error);

    *out = NULL;
    if (!status && !armex_comtrade_bulk_columns(&columns, rows.header, rows.n_columns))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){document->path, 1, 1},
                            "the first row does not have Comtrade's columns for year, "
                            "reporter, partner, flow, commodity and value");
    if (!status)
        status = armex_comtrade_read(out, &rows, &columns, 1, options, error);
    armex_csv_close(csv);
    return status;
}

const struct armex_source armex_source_comtrade = {
    .name = "comtrade",
    .credit = "UN Comtrade's tables of trade, of every layout and size: arms of HS "
              "chapter 93, tanks (8710), warships (8906.10)",
    .recognise = recognise,
    .read = read,
};
