/** ingest/sources/long_table.c: rows of country, year, figure become a vintage. */
#include "ingest/sources/long_table.h"

#include <stdio.h>

#include "base/number.h"
#include "ingest/indicator.h"
#include "ingest/page.h"
#include "ingest/party.h"
#include "ingest/stated.h"

/** A layout found in a page. */
struct table {
    const struct armex_long_layout *layout;
    const struct armex_page *page;
    size_t header;                  /* row */
    size_t name, code, time, value; /* columns; SIZE_MAX: not there */
};

static size_t column_of(const struct armex_page_row *row, const char *name)
{
    const size_t column = name ? armex_page_column(row, name) : row->n;
    return column < row->n ? column : SIZE_MAX;
}

static bool is_key(const struct table *table, size_t c)
{
    return c == table->name || c == table->code || c == table->time;
}

static size_t choose_value(const struct table *table, const struct armex_page_row *row)
{
    size_t first = SIZE_MAX;

    for (size_t c = 0; c < row->n; c++) {
        if (is_key(table, c))
            continue;
        if (armex_indicator_by_name(&row->cells[c]))
            return c;
        first = first == SIZE_MAX ? c : first;
    }
    return first;
}

static bool is_header(struct table *table, const struct armex_page_row *row)
{
    const struct armex_long_layout *layout = table->layout;
    const size_t keys = 1 + (layout->name != NULL) + (layout->code != NULL);

    table->name = column_of(row, layout->name);
    table->code = column_of(row, layout->code);
    table->time = column_of(row, layout->time);
    table->value =
        layout->value ? column_of(row, layout->value) : choose_value(table, row);
    return (!layout->name || table->name != SIZE_MAX) &&
           (!layout->code || table->code != SIZE_MAX) && table->time != SIZE_MAX &&
           table->value != SIZE_MAX && (!layout->alone || row->n == keys + 1);
}

static bool find_table(struct table *out, const struct armex_page *page,
                       const struct armex_long_layout *layout)
{
    *out = (struct table){.layout = layout, .page = page};
    while (out->header < page->n_rows && !is_header(out, &page->rows[out->header]))
        out->header++;
    return out->header < page->n_rows;
}

bool armex_long_table_is(const struct armex_document *document,
                         const struct armex_long_layout *layout)
{
    struct armex_page *page = armex_page_glance(document);
    struct table table;
    const bool known = page && find_table(&table, page, layout);

    armex_page_close(page);
    return known;
}

armex_status armex_long_year(int *year, const char *file, const struct armex_cell *cell,
                             struct armex_error *error)
{
    long number = 0;
    struct armex_date date;

    if (armex_whole_parse(&number, cell->text, cell->length, 1500, 2200))
        *year = (int)number;
    else if (armex_date_parse(&date, cell->text, cell->length))
        *year = date.year;
    else
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                          "'%s' is no year from 1500 to 2200",
                          armex_cell_clip(cell).text);
    return ARMEX_OK;
}

static struct armex_cell cell_of(const struct armex_page_row *row, size_t column)
{
    return column == SIZE_MAX ? (struct armex_cell){"", 0, 0, 0}
                              : armex_page_cell(row, column);
}

static armex_status take_row(struct armex_figures *figures, struct armex_party *party,
                             size_t quantity, const struct table *table, size_t r,
                             struct armex_error *error)
{
    const struct armex_page_row *row = &table->page->rows[r];
    const char *file = table->page->file;
    const struct armex_cell code = cell_of(row, table->code),
                            name = cell_of(row, table->name),
                            time = cell_of(row, table->time),
                            value = cell_of(row, table->value);
    int year = 0;
    armex_status status = armex_page_check_length(table->page, r, table->header, error);

    if (!status)
        status = armex_long_year(&year, file, &time, error);
    if (!status)
        status = armex_party_find(party, file, &code, &name, error);
    const struct armex_slot slot = {quantity, party->entity, year, 0, false};
    return status ? status : armex_figures_take(figures, slot, &value, error);
}

static armex_status take_all(struct armex_figures *figures, const struct table *table,
                             const struct armex_quantity *quantity,
                             struct armex_error *error)
{
    struct armex_party party = {.names = table->page->names};
    size_t number = 0;
    armex_status status = armex_figures_quantity(&number, figures, quantity, error);

    for (size_t r = table->header + 1; !status && r < table->page->n_rows; r++)
        status = armex_rejects_row(table->page->rejects,
                                   take_row(figures, &party, number, table, r, error),
                                   error);
    return status;
}

/** Names the dataset after what is counted, or after the file. */
static void name_edition(char dataset[64], const struct table *table,
                         const struct armex_cell *title)
{
    const char *prefix = table->layout->prefix;
    char slug[48];

    armex_slug(slug, sizeof slug, title->text, title->length);
    if (prefix)
        snprintf(dataset, 64, "%s%s", prefix, slug);
    else
        armex_name_of_file(dataset, 64, table->page->file);
}

static armex_status publish(struct armex_vintage **out, struct armex_figures *figures,
                            const struct table *table, const struct armex_cell *title,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    const struct armex_long_layout *layout = table->layout;
    const struct armex_clip words = armex_cell_clip(title);
    struct armex_edition edition = layout->credit;
    struct armex_panel *panel = NULL;
    char dataset[64];
    armex_status status = armex_figures_panel(&panel, figures, error);

    name_edition(dataset, table, title);
    edition.dataset = dataset;
    if (!edition.title)
        edition.title = words.text;
    if (!status && layout->finish)
        status = layout->finish(panel, error);
    if (status) {
        armex_panel_free(panel);
        return status;
    }
    return armex_edition_publish(out, &edition, document, options, panel, error);
}

static armex_status read_table(struct armex_vintage **out, const struct table *table,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    const struct armex_cell *column =
        &table->page->rows[table->header].cells[table->value];
    struct armex_figures *figures = NULL;
    struct armex_quantity quantity;
    struct armex_cell title = *column;
    armex_status status = ARMEX_OK;

    if (table->layout->quantity)
        quantity = *table->layout->quantity;
    else
        status = armex_stated_column(&quantity, &title, document->path, column, options,
                                     error);
    if (!status)
        status = armex_figures_create(&figures, document, error);
    if (!status)
        status = take_all(figures, table, &quantity, error);
    if (!status)
        status = publish(out, figures, table, &title, document, options, error);
    armex_figures_free(figures);
    return status;
}

armex_status armex_long_table_read(struct armex_vintage **out,
                                   const struct armex_long_layout *layout,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    const char *first = layout->name ? layout->name : layout->code;
    struct armex_page *page = NULL;
    struct table table;
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    if (!status && !find_table(&table, page, layout))
        status = armex_fail(error, ARMEX_BAD_INPUT,
                            (struct armex_place){document->path, 0, 0},
                            "there is no header with the columns %s, %s and %s", first,
                            layout->time, layout->value ? layout->value : "one more");
    if (!status) {
        armex_page_cut(page, table.header);
        status = read_table(out, &table, document, options, error);
    }
    armex_page_close(page);
    return status;
}
