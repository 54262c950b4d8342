/** ingest/licence_list.c: from the rows of a list to its licences. */
#include "ingest/licence_list.h"

static bool is_header(const void *context, const struct armex_cell *cells, size_t n)
{
    const struct armex_licence_list *list = context;
    return armex_row_has_columns(cells, n, list->columns, list->n_columns);
}

bool armex_licence_list_is(const struct armex_document *document,
                           const struct armex_licence_list *list)
{
    size_t above;
    return armex_sheet_header(&above, document, is_header, list);
}

static armex_status take_row(struct armex_licences *licences,
                             const struct armex_licence_list *list,
                             const struct armex_sheet *sheet, const size_t *columns,
                             size_t row, struct armex_error *error)
{
    struct armex_cell cells[ARMEX_LICENCE_COLUMNS];
    struct armex_licence licence = {.year = 0};

    for (size_t c = 0; c < list->n_columns; c++)
        cells[c] = armex_cell_trim(*armex_sheet_cell(sheet, row, columns[c]));
    const armex_status status = list->read_row(&licence, sheet->file, cells, error);
    return status ? status : armex_licences_add(licences, &licence, error);
}

static armex_status take_rows(struct armex_licences *licences,
                              const struct armex_licence_list *list,
                              const struct armex_sheet *sheet,
                              struct armex_error *error)
{
    size_t columns[ARMEX_LICENCE_COLUMNS];
    armex_status status =
        armex_columns_find(columns, sheet, list->columns, list->n_columns, error);

    for (size_t row = 0; !status && row < sheet->n_rows; row++)
        status = armex_rejects_row(sheet->rejects,
                                   take_row(licences, list, sheet, columns, row, error),
                                   error);
    return status;
}

armex_status armex_licence_list_read(struct armex_vintage **out,
                                     const struct armex_licence_list *list,
                                     const struct armex_document *document,
                                     const struct armex_ingest_options *options,
                                     struct armex_error *error)
{
    struct armex_licences licences;
    struct armex_sheet *sheet = NULL;
    armex_status status = armex_licences_open(&licences, &list->kind, document, error);

    *out = NULL;
    if (!status)
        status = armex_sheet_below(&sheet, document, is_header, list, error);
    if (!status)
        status = take_rows(&licences, list, sheet, error);
    if (!status)
        status = armex_licences_vintage(out, &licences, &list->edition, document,
                                        options, error);
    armex_licences_close(&licences);
    armex_sheet_free(sheet);
    return status;
}
