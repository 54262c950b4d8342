/** ingest/sources/sipri_workbook.c: cells of SIPRI's workbooks. */
#include "ingest/sources/sipri_workbook.h"

#include <math.h>
#include <string.h>

#include "base/ascii.h"
#include "ingest/archive.h"
#include "ingest/written.h"

uint32_t armex_workbook_header(const struct armex_xlsx_sheet *sheet, const char *first)
{
    const uint32_t look = 40; // notes above a header are fewer
    const size_t enough = 3;

    for (uint32_t row = 1; row <= sheet->n_rows && row <= look; row++) {
        const struct armex_xlsx_cell cell = armex_xlsx_at(sheet, row, 1);
        size_t years = 0;
        if (!armex_xlsx_says(&cell, first))
            continue;
        for (uint16_t column = 2; column <= sheet->n_columns && years < enough;
             column++) {
            const struct armex_xlsx_cell head = armex_xlsx_at(sheet, row, column);
            years += armex_xlsx_year(&head) > 0;
        }
        if (years == enough)
            return row;
    }
    return 0;
}

armex_status armex_workbook_take(struct armex_figures *figures, struct armex_slot slot,
                                 const struct armex_xlsx_sheet *sheet,
                                 const struct armex_xlsx_cell *cell,
                                 struct armex_error *error)
{
    static const armex_mark by_colour[] = {
        [ARMEX_XLSX_PLAIN] = ARMEX_FINAL,
        [ARMEX_XLSX_BLUE] = ARMEX_ESTIMATE,
        [ARMEX_XLSX_RED] = ARMEX_ESTIMATE | ARMEX_WEAK,
    };
    const struct armex_cell place = {cell->text, cell->length, cell->row, cell->column};
    armex_mark mark = by_colour[cell->colour], word;
    double value = NAN;

    if (!cell->length)
        mark = ARMEX_MISSING;
    else if (armex_written_word(&word, cell->text, cell->length))
        mark = word;
    else if (!armex_xlsx_number(&value, cell, slot.exponent))
        return armex_xlsx_fail(error, sheet, cell, "'%s' is not a number",
                               armex_cell_clip(&place).text);
    else if (value < 0)
        return armex_xlsx_fail(error, sheet, cell, "'%s' is below zero",
                               armex_cell_clip(&place).text);
    return armex_figures_put(figures, slot, value == 0 ? 0.0 : value, mark, &place,
                             error);
}

bool armex_workbook_has(const struct armex_document *document, const char *sheet)
{
    struct armex_xlsx *book = NULL;
    bool found = false;

    if (!armex_is_zip(document->bytes, document->length) ||
        armex_xlsx_open(&book, document->path, document->bytes, document->length, NULL))
        return false;
    for (size_t i = 0; i < armex_xlsx_sheets(book) && !found; i++)
        found = armex_same_letters(armex_xlsx_sheet_name(book, i), sheet);
    armex_xlsx_close(book);
    return found;
}
