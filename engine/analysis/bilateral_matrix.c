/** analysis/bilateral_matrix.c: suppliers by recipients. */
#include <stdlib.h>

#include "analysis/bilateral_parts.h"

enum { ENTITY, NAME, FIRST_PARTNER, AFTER_PARTNERS = 2, TOP_UNLESS_NAMED = 10 };

/* The entities of one side that have a line of their own, in their order. */
struct lines {
    size_t *of;
    size_t n;
};

struct matrix {
    const struct armex_edges *edges;
    struct lines suppliers, recipients;
    double *cells; /* a row a supplier: recipients, others, total */
    struct armex_row row;
};

static armex_status choose(struct lines *out, const struct armex_edges *edges,
                           enum armex_flow_direction side,
                           const struct armex_entity *const *named, size_t n_named,
                           int top, struct armex_error *error)
{
    const size_t most = (size_t)(top ? top : TOP_UNLESS_NAMED);

    out->of = calloc(edges->flows->n_entities + n_named + 1, sizeof *out->of);
    if (!out->of)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n_named; i++) {
        out->of[out->n] = armex_edges_entity(edges, named[i]->code);
        out->n += out->of[out->n] < edges->flows->n_entities;
    }
    if (!n_named) {
        out->n = armex_edges_order(out->of, edges, side);
        out->n = out->n < most ? out->n : most;
    }
    return ARMEX_OK;
}

static size_t line_of(const struct lines *lines, size_t entity)
{
    size_t i = 0;

    while (i < lines->n && lines->of[i] != entity)
        i++;
    return i;
}

static void fill(struct matrix *run)
{
    const size_t width = run->recipients.n + AFTER_PARTNERS;

    for (size_t i = 0; i < run->edges->n; i++) {
        const struct armex_edge *edge = &run->edges->items[i];
        const size_t row = line_of(&run->suppliers, edge->of[ARMEX_EXPORTS]);
        const size_t column = line_of(&run->recipients, edge->of[ARMEX_IMPORTS]);
        if (row == run->suppliers.n)
            continue;
        run->cells[row * width + column] += edge->value; // past the last: others
        run->cells[row * width + width - 1] += edge->value;
    }
}

static armex_status make_table(struct matrix *run, struct armex_error *error)
{
    const size_t n = run->recipients.n + FIRST_PARTNER + AFTER_PARTNERS;
    struct armex_column *columns = calloc(n, sizeof *columns);
    char unit[ARMEX_UNIT_SIZE];

    if (!columns)
        return armex_fail_memory(error);
    armex_unit_write(unit, run->edges->flows->unit);
    columns[ENTITY] = (struct armex_column){
        "entity", "Code", "", "code of the supplier", ARMEX_COLUMN_TEXT, true};
    columns[NAME] = (struct armex_column){
        "name", "Supplier", "", "name of the supplier", ARMEX_COLUMN_TEXT, false};
    for (size_t i = 0; i < run->recipients.n; i++) {
        const size_t partner = run->recipients.of[i];
        columns[FIRST_PARTNER + i] =
            (struct armex_column){run->edges->flows->entities[partner],
                                  armex_edges_name(run->edges, partner),
                                  unit,
                                  "what that recipient got",
                                  ARMEX_COLUMN_AMOUNT,
                                  false};
    }
    columns[n - 2] = (struct armex_column){
        "others", "Others", unit, "what all other recipients got", ARMEX_COLUMN_AMOUNT,
        false};
    columns[n - 1] = (struct armex_column){
        "total", "Total", unit, "all it sent", ARMEX_COLUMN_AMOUNT, false};
    const armex_status status =
        armex_table_create(&run->row.table, "flows", columns, n, error);
    free(columns);
    return status;
}

static armex_status put_rows(struct matrix *run)
{
    const size_t width = run->recipients.n + AFTER_PARTNERS;

    for (size_t i = 0; i < run->suppliers.n; i++) {
        const size_t supplier = run->suppliers.of[i];
        armex_row_add(&run->row);
        armex_row_text(&run->row, ENTITY, run->edges->flows->entities[supplier]);
        armex_row_text(&run->row, NAME, armex_edges_name(run->edges, supplier));
        for (size_t c = 0; c < width; c++)
            armex_row_number(&run->row, FIRST_PARTNER + c, run->cells[i * width + c]);
    }
    return run->row.status;
}

static armex_status make_cells(struct matrix *run,
                               const struct armex_bilateral_options *options,
                               struct armex_error *error)
{
    const bool exports = options->flow == ARMEX_EXPORTS;
    armex_status status = choose(&run->suppliers, run->edges, ARMEX_EXPORTS,
                                 exports ? options->entities : options->partners,
                                 exports ? options->n_entities : options->n_partners,
                                 options->top, error);

    if (!status)
        status = choose(&run->recipients, run->edges, ARMEX_IMPORTS,
                        exports ? options->partners : options->entities,
                        exports ? options->n_partners : options->n_entities,
                        options->top, error);
    if (!status) {
        run->cells = calloc(run->suppliers.n * (run->recipients.n + AFTER_PARTNERS) + 1,
                            sizeof *run->cells);
        status = run->cells ? ARMEX_OK : armex_fail_memory(error);
    }
    if (!status)
        fill(run);
    return status;
}

armex_status armex_bilateral_matrix(struct armex_table **out,
                                    const struct armex_flows *flows,
                                    const struct armex_bilateral_options *options,
                                    struct armex_error *error)
{
    struct armex_edges edges;
    struct matrix run = {.edges = &edges, .row = {.error = error}};
    armex_status status = armex_edges_make(&edges, flows, options, error);

    if (!status)
        status = make_cells(&run, options, error);
    if (!status)
        status = make_table(&run, error);
    if (!status)
        status = put_rows(&run);
    if (!status)
        status = armex_edges_notes(run.row.table, &edges, options,
                                   "Suppliers by recipients", error);
    free(run.cells);
    free(run.suppliers.of);
    free(run.recipients.of);
    armex_edges_end(&edges);
    if (status)
        armex_table_free(run.row.table);
    *out = status ? NULL : run.row.table;
    return status;
}
