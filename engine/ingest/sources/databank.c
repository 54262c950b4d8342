/**
 * ingest/sources/databank.c: an extract of the World Bank's DataBank with one row a
 * country and year, one column an indicator: "Arms exports (...) [MS.MIL.XPRT.KD]".
 */
#include <string.h>

#include "ingest/sources.h"
#include "ingest/sources/worldbank.h"

struct layout {
    size_t time, name, code;      /* columns */
    size_t *columns, *quantities; /* of indicators that armex has a measure for */
    size_t n;
};

/** Splits "name [CODE]"; false if there is no code. */
static bool split(struct armex_worldbank_heading *out, const struct armex_cell *cell)
{
    size_t open = cell->length;

    while (open > 0 && cell->text[open - 1] != '[')
        open--;
    if (open < 2 || cell->length < open + 2 || cell->text[cell->length - 1] != ']')
        return false;
    *out = (struct armex_worldbank_heading){
        {cell->text + open, cell->length - open - 1, cell->line, cell->column + open},
        {cell->text, open - 1, cell->line, cell->column}};
    while (out->name.length && out->name.text[out->name.length - 1] == ' ')
        out->name.length--;
    return true;
}

static bool find_layout(struct layout *out, const struct armex_page_row *row)
{
    const char *const names[] = {"Country Name", "Country"};
    struct armex_worldbank_heading heading;
    bool coded = false;

    out->time = armex_page_column(row, "Time");
    out->code = armex_page_column(row, "Country Code");
    out->name = armex_page_column(row, names[0]);
    if (out->name == row->n)
        out->name = armex_page_column(row, names[1]);
    for (size_t c = 0; c < row->n; c++)
        coded = coded || split(&heading, &row->cells[c]);
    return out->time < row->n && out->code < row->n && coded;
}

static size_t find_header(struct layout *layout, const struct armex_page *page)
{
    size_t row = 0;

    while (row < page->n_rows && !find_layout(layout, &page->rows[row]))
        row++;
    return row;
}

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    struct layout layout;
    const bool known = page && find_header(&layout, page) < page->n_rows;

    armex_page_close(page);
    return known;
}

/** Which columns there is a measure for. */
static armex_status meet_columns(struct layout *layout, struct armex_worldbank *bank,
                                 const struct armex_page_row *header,
                                 struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    layout->n = 0;
    layout->columns = armex_arena_new(bank->page->arena, header->n, sizeof(size_t));
    layout->quantities = armex_arena_new(bank->page->arena, header->n, sizeof(size_t));
    if (!layout->columns || !layout->quantities)
        return armex_fail_memory(error);
    for (size_t c = 0; !status && c < header->n; c++) {
        struct armex_worldbank_heading heading;
        if (!split(&heading, &header->cells[c]))
            continue;
        status = armex_worldbank_meet(bank, &heading, error);
        if (bank->quantity == SIZE_MAX)
            continue;
        layout->columns[layout->n] = c;
        layout->quantities[layout->n++] = bank->quantity;
    }
    return status;
}

static armex_status take_row(struct armex_worldbank *bank, const struct layout *layout,
                             const struct armex_page_row *row,
                             struct armex_error *error)
{
    const struct armex_cell code = armex_page_cell(row, layout->code),
                            name = armex_page_cell(row, layout->name),
                            time = armex_page_cell(row, layout->time);
    const int year = armex_cell_year(&time);
    armex_status status = ARMEX_OK;

    if (!year)
        return armex_fail(
            error, ARMEX_BAD_INPUT, armex_cell_place(bank->page->file, &time),
            "'%s' is no year from 1900 to 2100", armex_cell_clip(&time).text);
    status = armex_party_find(&bank->party, bank->page->file, &code, &name, error);
    for (size_t i = 0; !status && i < layout->n; i++) {
        const struct armex_cell cell = armex_page_cell(row, layout->columns[i]);
        const struct armex_slot slot = {layout->quantities[i], bank->party.entity, year,
                                        0, false};
        status = armex_figures_take(bank->figures, slot, &cell, error);
    }
    return status;
}

static armex_status take_all(struct armex_worldbank *bank, struct armex_error *error)
{
    const struct armex_page *page = bank->page;
    const struct armex_place whole = {page->file, 0, 0};
    struct layout layout = {0};
    const size_t header = find_header(&layout, page);
    armex_status status;

    if (header == page->n_rows)
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no header with the columns Time, Country Code and "
                          "names of indicators that end in their [CODE]");
    const size_t end = armex_page_end(page, header);
    status = meet_columns(&layout, bank, &page->rows[header], error);
    for (size_t r = 0; !status && r < page->n_rows; r++) {
        bool is_remark;
        status = armex_worldbank_remark(&is_remark, bank, r, error);
        if (status || r <= header || is_remark)
            continue;
        if (r >= end) {
            armex_page_pass(page, r);
            continue;
        }
        status = armex_page_check_length(page, r, header, error);
        if (!status)
            status = take_row(bank, &layout, &page->rows[r], error);
        status = armex_rejects_row(page->rejects, status, error);
    }
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    return armex_worldbank_read(out, take_all, document, options, error);
}

const struct armex_source armex_source_databank = {
    .name = "databank",
    .credit = "World Bank DataBank extracts, one column an indicator",
    .recognise = recognise,
    .read = read,
};
