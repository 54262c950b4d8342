/** ingest/sources/comtrade.c: documents of UN Comtrade that lie in memory: what came
 * packed, through a pipe, or in another encoding. */
#include <stdlib.h>
#include <string.h>

#include "ingest/footer.h"
#include "ingest/map.h"
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

/** Rows on their way to a sink. */
struct feeding {
    const struct armex_comtrade_rows *rows;
    const struct armex_row_sink *sink;
    void *worker;
    const struct armex_ingest_options *options;
    size_t seen;
};

static armex_status feed(void *context, const struct armex_cell *cells, size_t n,
                         struct armex_error *error)
{
    const size_t often = 4096;
    struct feeding *feeding = context;
    const struct armex_comtrade_rows *rows = feeding->rows;

    if (n == 1 && !cells[0].length)
        return ARMEX_OK; // an empty line
    armex_status status = check_length(rows->path, cells, n, rows->n_columns, error);
    if (!status)
        status = feeding->sink->take_one(feeding->worker, rows->path, cells,
                                         rows->n_columns, error);
    status = armex_rejects_row(feeding->options->rejects, status, error);
    return !status && ++feeding->seen % often == 0 ? ask(rows, feeding->options, error)
                                                   : status;
}

/** One thread is enough for what fits memory. */
static armex_status run_document(const struct armex_comtrade_rows *rows,
                                 const struct armex_row_sink *sink,
                                 void *const *workers, unsigned n_workers,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    struct armex_document document = *rows->document;
    struct feeding feeding = {
        .rows = rows, .sink = sink, .worker = workers[0], .options = options};
    const struct armex_cell *cells = NULL;
    struct armex_csv *csv = NULL;
    size_t n;
    armex_status status = read_header(&csv, &cells, &n, rows->document, error);

    (void)n_workers;
    armex_footer_clear(document.footer); // rows are run through several times
    if (!armex_comtrade_care(document.bytes, document.length))
        document.footer = NULL;
    if (!status) {
        armex_csv_trim(csv);
        status = armex_footer_rows(csv, &document, feed, &feeding, error);
    }
    armex_csv_close(csv);
    return status;
}

static armex_status copy_header(struct armex_cell **out,
                                const struct armex_comtrade_rows *rows,
                                struct armex_error *error)
{
    *out = calloc(rows->n_columns + 1, sizeof **out);
    if (!*out)
        return armex_fail_memory(error);
    for (size_t c = 0; c < rows->n_columns; c++)
        (*out)[c] = rows->header[c];
    return ARMEX_OK;
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
    struct armex_cell *header = NULL;
    struct armex_csv *csv = NULL;
    armex_status status =
        read_header(&csv, &rows.header, &rows.n_columns, document, error);

    *out = NULL;
    if (!status)
        status = copy_header(&header, &rows, error);
    if (!status)
        status = armex_comtrade_rename(header, rows.n_columns, options->map,
                                       document->path, error);
    rows.header = header;
    if (!status && !armex_comtrade_bulk_columns(&columns, header, rows.n_columns))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){document->path, 1, 1},
                            "the first row does not have Comtrade's columns for year, "
                            "reporter, partner, flow, commodity and value%s",
                            armex_map_has_columns(options->map)
                                ? ", nor does the map say which they are"
                                : "; a --map says which they are");
    if (!status)
        status = armex_comtrade_read(out, &rows, &columns, 1, options, error);
    armex_csv_close(csv);
    free(header);
    return status;
}

const struct armex_source armex_source_comtrade = {
    .name = "comtrade",
    .credit = "UN Comtrade's tables of trade, of every layout and size: arms of HS "
              "chapter 93, tanks (8710), warships (8906.10)",
    .recognise = recognise,
    .read = read,
};
