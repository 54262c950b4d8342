/** ingest/columns.c: columns found by their names, cells without their blanks. */
#include "ingest/columns.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ingest/written.h"

bool armex_row_has_columns(const struct armex_cell *cells, size_t n_cells,
                           const char *const *names, size_t n)
{
    size_t found = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t c = 0; c < n_cells; c++) {
            const struct armex_cell cell = armex_cell_trim(cells[c]);
            if (armex_cell_is(&cell, names[i])) {
                found++;
                break;
            }
        }
    return found == n;
}

armex_status armex_columns_find(size_t *columns, const struct armex_sheet *sheet,
                                const char *const *names, size_t n,
                                struct armex_error *error)
{
    for (size_t i = 0; i < n; i++) {
        columns[i] = armex_sheet_column(sheet, names[i]);
        if (columns[i] == sheet->n_columns)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(sheet->file, &sheet->header[0]),
                              "there is no column '%s'", names[i]);
    }
    return ARMEX_OK;
}

static armex_status check_amount(double *amount, const char *file,
                                 const struct armex_cell *cell,
                                 struct armex_error *error)
{
    if (*amount < 0)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                          "'%s' is below zero, as no trade is",
                          armex_cell_clip(cell).text);
    *amount = *amount == 0 ? 0.0 : *amount; // never -0
    return ARMEX_OK;
}

armex_status armex_read_amount(double *out, const char *file,
                               const struct armex_cell *cell, struct armex_error *error)
{
    const struct armex_cell text = armex_cell_trim(*cell);

    *out = NAN;
    if (!text.length)
        return ARMEX_OK;
    if (!armex_number_parse(out, text.text, text.length, 0))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                          "'%s' is not a number; leave the cell empty if unknown",
                          armex_cell_clip(&text).text);
    return check_amount(out, file, &text, error);
}

armex_status armex_read_written_amount(double *out, const char *file,
                                       const struct armex_cell *cell,
                                       const char *currency, struct armex_error *error)
{
    const struct armex_cell text = armex_cell_trim(*cell);
    struct armex_unit unit = {.kind = ARMEX_MONEY};
    struct armex_written said;

    memcpy(unit.currency, currency, sizeof unit.currency);
    if (armex_number_parse(out, text.text, text.length, 0))
        return check_amount(out, file, &text, error);
    const struct armex_writing writing = {.unit = unit,
                                          .place = armex_cell_place(file, cell)};
    const armex_status status = armex_written_read(&said, &text, &writing, error);
    *out = said.value;
    return status ? status : check_amount(out, file, &text, error);
}
