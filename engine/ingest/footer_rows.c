/** ingest/footer_rows.c: rows that may be a footer's, held until it is known. */
#include "ingest/footer.h"

#include <stdlib.h>
#include <string.h>

struct held {
    size_t at, n; /* its cells among all of them */
};

struct holding {
    struct armex_cell *cells;
    struct held *rows;
    size_t n_cells, room, n, capacity;
};

static bool hold(struct holding *to, const struct armex_cell *cells, size_t n)
{
    if (to->n_cells + n > to->room) {
        const size_t more = 2 * (to->n_cells + n);
        struct armex_cell *wider = reallocarray(to->cells, more, sizeof *wider);
        if (!wider)
            return false;
        to->cells = wider;
        to->room = more;
    }
    if (to->n == to->capacity) {
        const size_t more = to->capacity ? 2 * to->capacity : 16;
        struct held *rows = reallocarray(to->rows, more, sizeof *rows);
        if (!rows)
            return false;
        to->rows = rows;
        to->capacity = more;
    }
    memcpy(to->cells + to->n_cells, cells, n * sizeof *cells);
    to->rows[to->n++] = (struct held){to->n_cells, n};
    to->n_cells += n;
    return true;
}

static bool is_empty(const struct armex_cell *cells, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (armex_cell_trim(cells[i]).length)
            return false;
    return true;
}

/** A row follows: what was held are rows like it. */
static armex_status release(struct holding *from, armex_row_taker *take, void *context,
                            struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < from->n; i++)
        status = take(context, from->cells + from->rows[i].at, from->rows[i].n, error);
    from->n = from->n_cells = 0;
    return status;
}

static armex_status pass_on(struct holding *holding,
                            const struct armex_document *document,
                            const struct armex_cell *cells, size_t n,
                            armex_row_taker *take, void *context,
                            struct armex_error *error)
{
    armex_status status;

    if (armex_footer_is(document, cells, n))
        return hold(holding, cells, n) ? ARMEX_OK : armex_fail_memory(error);
    if (holding->n && is_empty(cells, n))
        return ARMEX_OK;
    status = release(holding, take, context, error);
    return status ? status : take(context, cells, n, error);
}

armex_status armex_footer_rows(struct armex_csv *csv,
                               const struct armex_document *document,
                               armex_row_taker *take, void *context,
                               struct armex_error *error)
{
    struct holding holding = {0};
    const struct armex_cell *cells;
    size_t n = 1;
    armex_status status = ARMEX_OK;

    while (!status && n) {
        status = armex_csv_next(csv, &cells, &n, error);
        if (!status && n)
            status = pass_on(&holding, document, cells, n, take, context, error);
    }
    for (size_t i = 0; !status && i < holding.n; i++)
        armex_footer_take(document->footer, holding.cells + holding.rows[i].at,
                          holding.rows[i].n);
    free(holding.cells);
    free(holding.rows);
    return status;
}
