/**
 * ingest/sources/worldbank_wide.c: one row a country and indicator, one column a year.
 *
 * The World Bank's API_*.csv and its bulk file, with the lines above the header or
 * without them, as downloaded or saved again by a spreadsheet; and the same table from
 * its DataBank, whose years read "2012 [YR2012]" and whose missing figures "..".
 */
#include <string.h>

#include "ingest/sources.h"
#include "ingest/sources/worldbank.h"

/* What the columns have been called. */
static const char *const names[] = {"Country Name", "Country", "name", NULL};
static const char *const codes[] = {"Country Code", "code", NULL};
static const char *const titles[] = {"Indicator Name", "Series Name", "series", NULL};
static const char *const series[] = {"Indicator Code", "Series Code", "series_code",
                                     NULL};

struct layout {
    size_t name, code, title, series; /* columns; SIZE_MAX: not there */
    size_t first_year;                /* column; years follow to the end */
};

static size_t column_of(const struct armex_page_row *row, const char *const *called)
{
    for (; *called; called++) {
        const size_t column = armex_page_column(row, *called);
        if (column < row->n)
            return column;
    }
    return SIZE_MAX;
}

/** "2012", "2012 [YR2012]"; 0: no year. */
static int year_of(const struct armex_cell *cell)
{
    const size_t digits = 4;
    struct armex_cell year = *cell;

    if (cell->length > digits && memchr(cell->text, '[', cell->length))
        year.length = digits;
    return armex_cell_year(&year);
}

static bool find_layout(struct layout *out, const struct armex_page_row *row)
{
    *out = (struct layout){column_of(row, names), column_of(row, codes),
                           column_of(row, titles), column_of(row, series), 0};
    while (out->first_year < row->n && !year_of(&row->cells[out->first_year]))
        out->first_year++;
    return out->code != SIZE_MAX && out->first_year < row->n &&
           (out->title != SIZE_MAX || out->series != SIZE_MAX);
}

/** The row of the header; n_rows if there is none. */
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

static struct armex_cell cell_of(const struct armex_page_row *row, size_t column)
{
    return column == SIZE_MAX ? (struct armex_cell){"", 0, 0, 0}
                              : armex_page_cell(row, column);
}

/** The table that is read: its header's row and columns, and what year each is of. */
struct table {
    size_t header;
    struct layout layout;
    short *years; /* by column; 0: none */
};

static bool read_years(struct table *table, const struct armex_page *page)
{
    const struct armex_page_row *columns = &page->rows[table->header];

    table->years = armex_arena_new(page->arena, columns->n, sizeof *table->years);
    for (size_t c = table->layout.first_year; table->years && c < columns->n; c++)
        table->years[c] = (short)year_of(&columns->cells[c]);
    return table->years != NULL;
}

static armex_status take_years(struct armex_worldbank *bank, const struct table *table,
                               size_t r, struct armex_error *error)
{
    const size_t n = bank->page->rows[table->header].n;
    armex_status status = ARMEX_OK;

    for (size_t c = table->layout.first_year; !status && c < n; c++) {
        const struct armex_cell cell = armex_page_cell(&bank->page->rows[r], c);
        const struct armex_slot slot = {bank->quantity, bank->party.entity,
                                        table->years[c], 0, false};
        if (slot.year)
            status = armex_figures_take(bank->figures, slot, &cell, error);
    }
    return status;
}

static armex_status take_row(struct armex_worldbank *bank, const struct table *table,
                             size_t r, struct armex_error *error)
{
    const struct layout *layout = &table->layout;
    const struct armex_page_row *row = &bank->page->rows[r];
    const struct armex_worldbank_heading heading = {cell_of(row, layout->series),
                                                    cell_of(row, layout->title)};
    const struct armex_cell code = cell_of(row, layout->code),
                            name = cell_of(row, layout->name);
    armex_status status = armex_page_check_length(bank->page, r, table->header, error);

    if (!status)
        status = armex_worldbank_meet(bank, &heading, error);
    if (status || bank->quantity == SIZE_MAX)
        return status;
    status = armex_party_find(&bank->party, bank->page->file, &code, &name, error);
    return status ? status : take_years(bank, table, r, error);
}

static armex_status take_all(struct armex_worldbank *bank, struct armex_error *error)
{
    const struct armex_place whole = {bank->page->file, 0, 0};
    struct table table = {0};
    armex_status status = ARMEX_OK;

    table.header = find_header(&table.layout, bank->page);
    if (table.header == bank->page->n_rows)
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no header with the columns Country Code, Indicator "
                          "Code and years");
    if (!read_years(&table, bank->page))
        return armex_fail_memory(error);
    const size_t end = armex_page_end(bank->page, table.header);
    for (size_t r = 0; !status && r < bank->page->n_rows; r++) {
        bool is_remark;
        status = armex_worldbank_remark(&is_remark, bank, r, error);
        if (!status && r >= end && !is_remark)
            armex_page_pass(bank->page, r);
        else if (!status && r > table.header && !is_remark)
            status = armex_rejects_row(bank->page->rejects,
                                       take_row(bank, &table, r, error), error);
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

const struct armex_source armex_source_worldbank = {
    .name = "worldbank",
    .credit = "World Bank indicators, one row a country, one column a year",
    .recognise = recognise,
    .read = read,
};
