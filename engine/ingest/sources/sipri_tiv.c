/**
 * ingest/sources/sipri_tiv.c: SIPRI's published TIV tables, figures as printed.
 *
 * Whole millions: an empty cell is nil (none identified), "0" is below half a million.
 * The row of totals is the world's series; a table of one supplier's recipients (or one
 * recipient's suppliers) has it as that country's own, and its cells as flows. Sums of
 * years and percentages are not kept, but must agree with the years.
 *
 * Exports and imports of one day are two files, so they are two datasets: sipri-tiv and
 * sipri-tiv-imports; a table of one party's partners is sipri-tiv-from-usa.
 */
#include <stdlib.h>
#include <string.h>

#include "ingest/sources.h"
#include "ingest/sources/sipri_grid.h"

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    size_t header = 0;
    const bool known = page && armex_sipri_grid_found(&header, page);

    armex_page_close(page);
    return known;
}

/** The table and the series that its rows become. */
struct tables {
    struct armex_sipri_reading reading;
    struct armex_sipri_grid grid;
    struct line {
        const struct armex_entity *entity;
        enum armex_flow_direction flow;
        size_t row; /* SIZE_MAX: the sum of all rows */
    } * lines;
    size_t n_lines;
    struct armex_sipri_years years;
};

/** The one party whose partners the rows are; NULL: the rows are all there are. */
static const struct armex_entity *party_of(const struct tables *tables)
{
    const struct armex_sipri_selection *selection = &tables->reading.selection;
    return selection->supplier ? selection->supplier : selection->recipient;
}

static armex_status cell_at(double *value, armex_mark *mark,
                            const struct tables *tables, size_t row, size_t column,
                            struct armex_error *error)
{
    const struct armex_page *page = tables->reading.page;
    const struct armex_cell cell = armex_page_cell(&page->rows[row], column);
    return armex_sipri_tiv(value, mark, page->file, &cell, error);
}

/* A year that SIPRI had not yet released has no figure anywhere in the table. */
static armex_status find_years(struct tables *tables, struct armex_error *error)
{
    const struct armex_sipri_grid *grid = &tables->grid;
    const int first = grid->years[0].year, last = grid->years[grid->n_years - 1].year;
    struct armex_sipri_preamble *preamble = &tables->reading.preamble;
    struct armex_sipri_years found = {first, first};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < grid->n_lines; i++)
        for (size_t y = 0; !status && y < grid->n_years; y++) {
            double value;
            armex_mark mark = ARMEX_NIL;
            status = cell_at(&value, &mark, tables, grid->lines[i],
                             grid->years[y].column, error);
            status = armex_rejects_row(tables->reading.page->rejects, status, error);
            if (mark != ARMEX_NIL && grid->years[y].year > found.to)
                found.to = grid->years[y].year;
        }
    preamble->from = (short)first;
    preamble->to = (short)last;
    preamble->all_years = false;
    if (party_of(tables) && !preamble->date.year)
        found.to = last; // nothing tells a year without deliveries from one to come
    tables->years = party_of(tables) ? armex_sipri_coverage(preamble, found) : found;
    return status;
}

static void add_line(struct tables *tables, const struct armex_entity *entity,
                     enum armex_flow_direction flow, size_t row)
{
    tables->lines[tables->n_lines++] = (struct line){entity, flow, row};
}

/** The row of totals: the world's, or of the one party the other way round. */
static void add_total(struct tables *tables)
{
    const struct armex_entity *party = party_of(tables);
    const enum armex_flow_direction flow =
        tables->grid.rows == ARMEX_SIPRI_SUPPLIERS ? ARMEX_EXPORTS : ARMEX_IMPORTS;

    if (party)
        add_line(tables, party, flow == ARMEX_EXPORTS ? ARMEX_IMPORTS : ARMEX_EXPORTS,
                 tables->grid.totals);
    else if (tables->grid.totals != SIZE_MAX)
        add_line(tables, armex_entity_by_code("WLD"), flow, tables->grid.totals);
}

static int compare_lines(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    const int order = strcmp(a->entity->code, b->entity->code);

    if (order || a->flow != b->flow)
        return order ? order : (int)a->flow - (int)b->flow;
    return (a->row > b->row) - (a->row < b->row);
}

static armex_status find_lines(struct tables *tables, struct armex_error *error)
{
    const struct armex_page *page = tables->reading.page;
    const struct armex_sipri_grid *grid = &tables->grid;
    const enum armex_flow_direction flow =
        grid->rows == ARMEX_SIPRI_SUPPLIERS ? ARMEX_EXPORTS : ARMEX_IMPORTS;
    armex_status status = ARMEX_OK;

    tables->lines =
        armex_arena_new(page->arena, grid->n_lines + 1, sizeof *tables->lines);
    if (!tables->lines)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && i < grid->n_lines; i++) {
        const struct armex_entity *entity = NULL;
        const struct armex_cell name =
            armex_page_cell(&page->rows[grid->lines[i]], grid->name);
        status = armex_sipri_entity(&entity, page, &name, error);
        if (!status)
            add_line(tables, entity, flow, grid->lines[i]);
        status = armex_rejects_row(page->rejects, status, error);
    }
    if (status)
        return status;
    add_total(tables);
    qsort(tables->lines, tables->n_lines, sizeof *tables->lines, compare_lines);
    for (size_t i = 1; !status && i < tables->n_lines; i++)
        if (tables->lines[i].entity == tables->lines[i - 1].entity &&
            tables->lines[i].flow == tables->lines[i - 1].flow)
            status = armex_rejects_row(
                page->rejects,
                armex_fail(error, ARMEX_BAD_INPUT,
                           armex_page_place(page, tables->lines[i].row),
                           "%s stands in line %zu already",
                           tables->lines[i].entity->name,
                           armex_page_place(page, tables->lines[i - 1].row).line),
                error);
    return status;
}

/** The sum of all rows in one year, for a table that lost its row of totals. */
static armex_status sum_rows(double *value, armex_mark *mark,
                             const struct tables *tables, size_t column,
                             struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *value = 0.0;
    *mark = ARMEX_NIL;
    for (size_t i = 0; !status && i < tables->grid.n_lines; i++) {
        double one = 0.0;
        armex_mark its = ARMEX_NIL;
        status = cell_at(&one, &its, tables, tables->grid.lines[i], column, error);
        *value += one;
        *mark = its == ARMEX_NIL || *mark == ARMEX_FINAL ? *mark : its;
    }
    return status;
}

static armex_status fill_line(struct armex_panel *panel, size_t s,
                              const struct tables *tables, struct armex_error *error)
{
    const struct line *line = &tables->lines[s];
    const struct armex_series series = {.entity = line->entity->code,
                                        .name = line->entity->name,
                                        .scope = "national",
                                        .unit.kind = ARMEX_TIV,
                                        .measure = ARMEX_DELIVERIES_TIV,
                                        .flow = line->flow,
                                        .period = {1, 1},
                                        .headline = true};
    armex_status status =
        armex_series_copy(&panel->series[s], &series, panel->arena, error);

    for (size_t y = 0; !status && y < tables->grid.n_years; y++) {
        const struct armex_sipri_year_column *year = &tables->grid.years[y];
        if (year->year > tables->years.to)
            break;
        const size_t at = armex_panel_at(panel, s, year->year);
        status = line->row == SIZE_MAX
                     ? sum_rows(&panel->values[at], &panel->marks[at], tables,
                                year->column, error)
                     : cell_at(&panel->values[at], &panel->marks[at], tables, line->row,
                               year->column, error);
    }
    return status;
}

static armex_status make_panel(struct armex_panel **out, const struct tables *tables,
                               struct armex_error *error)
{
    const struct armex_sipri_years years = tables->years;
    armex_status status = armex_panel_create(
        out, tables->n_lines, years.from, (size_t)(years.to - years.from) + 1, error);

    for (size_t s = 0; !status && s < tables->n_lines; s++)
        status = fill_line(*out, s, tables, error);
    if (!status)
        status = armex_sipri_qualify(*out, &tables->reading, error);
    return status;
}

/** The cells of one row, each from or to the one party. */
static armex_status gather(struct armex_sipri_flows *flows, const struct tables *tables,
                           size_t row, struct armex_error *error)
{
    const struct armex_page *page = tables->reading.page;
    const char *code = party_of(tables)->code;
    const struct armex_cell party = {code, strlen(code), 0, 0}, none = {"", 0, 0, 0},
                            name = armex_page_cell(&page->rows[row], tables->grid.name);
    const bool supplies = tables->reading.selection.supplier != NULL;
    struct armex_sipri_delivery delivery = {.place = armex_page_place(page, row)};
    struct armex_flow *flow = &delivery.flow;
    armex_status status = armex_sipri_name(&flow->supplier, flows->names, page,
                                           supplies ? &party : &name, error);

    if (!status)
        status = armex_sipri_name(&flow->recipient, flows->names, page,
                                  supplies ? &name : &party, error);
    if (!status)
        status = armex_sipri_category(&flow->category, flows->categories, &none, error);
    for (size_t y = 0; !status && y < tables->grid.n_years; y++) {
        flow->year = (short)tables->grid.years[y].year;
        status = cell_at(&flow->value, &flow->mark, tables, row,
                         tables->grid.years[y].column, error);
        if (!status)
            status = armex_sipri_flows_add(flows, &delivery, error);
    }
    return status;
}

static armex_status make_flows(struct armex_flows **out, const struct tables *tables,
                               struct armex_error *error)
{
    static const struct armex_sipri_kind kind = {.scope = "national"};
    struct armex_sipri_flows flows = {0};
    armex_status status = armex_sipri_flows_open(&flows, error);

    for (size_t i = 0; !status && i < tables->grid.n_lines; i++)
        status = gather(&flows, tables, tables->grid.lines[i], error);
    if (!status)
        status = armex_sipri_flows_make(out, &flows, &kind, error);
    armex_sipri_flows_close(&flows);
    return status;
}

static armex_status open_table(struct tables *tables,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    size_t header = 0;
    armex_status status = armex_sipri_begin(&tables->reading, document, options, error);

    if (!status && !armex_sipri_grid_found(&header, tables->reading.page))
        header = tables->reading.page->n_rows;
    if (!status)
        status = armex_sipri_set_header(&tables->reading, header,
                                        "'Exports by' or 'Recipient' and years", error);
    if (!status)
        status = armex_sipri_grid_read(&tables->grid, &tables->reading, error);
    if (!status)
        status = armex_sipri_grid_check(&tables->grid, tables->reading.page, error);
    if (!status)
        status = find_years(tables, error);
    if (!status)
        status = find_lines(tables, error);
    return status;
}

static armex_status make_vintage(struct armex_vintage **out,
                                 const struct tables *tables, struct armex_error *error)
{
    const bool imports =
        !party_of(tables) && tables->grid.rows == ARMEX_SIPRI_RECIPIENTS;
    const struct armex_sipri_subject subject = {
        .dataset = imports ? "sipri-tiv-imports" : "sipri-tiv",
        .title = imports ? "SIPRI Arms Transfers Database: TIV of arms imports"
                         : "SIPRI Arms Transfers Database: TIV of arms exports",
        .description =
            "Deliveries of major arms as SIPRI's tables print them, in whole "
            "millions of trend-indicator values (TIV), which measure "
            "military capability moved and not money paid.",
        .last_year = tables->years.to,
    };
    armex_status status = armex_sipri_vintage(out, &tables->reading, &subject, error);

    if (!status)
        status = make_panel(&(*out)->panel, tables, error);
    if (!status && party_of(tables))
        status = make_flows(&(*out)->flows, tables, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct tables tables = {0};
    armex_status status = open_table(&tables, document, options, error);

    *out = NULL;
    if (!status)
        status = make_vintage(out, &tables, error);
    armex_sipri_end(&tables.reading);
    return status;
}

const struct armex_source armex_source_sipri_tiv = {
    .name = "sipri-tiv",
    .credit = "SIPRI's TIV tables of arms exports or imports, one row a country",
    .recognise = recognise,
    .read = read,
};
