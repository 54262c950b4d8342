/** ingest/xlsx_cell.c: finding a cell, and what it says. */
#include "ingest/xlsx.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/number.h"

static int compare(const void *key, const void *item)
{
    const struct armex_xlsx_cell *a = key, *b = item;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static const struct armex_xlsx_cell *find(const struct armex_xlsx_sheet *sheet,
                                          uint32_t row, uint16_t column)
{
    const struct armex_xlsx_cell wanted = {.row = row, .column = column};

    return sheet->n ? bsearch(&wanted, sheet->cells, sheet->n, sizeof wanted, compare)
                    : NULL;
}

struct armex_xlsx_cell armex_xlsx_at(const struct armex_xlsx_sheet *sheet, uint32_t row,
                                     uint16_t column)
{
    struct armex_xlsx_cell cell = {.text = "", .row = row, .column = column};
    const struct armex_xlsx_cell *found = find(sheet, row, column);

    for (size_t i = 0; !found && i < sheet->n_blocks; i++) {
        const struct armex_xlsx_block *block = &sheet->blocks[i];
        if (row >= block->first_row && row <= block->last_row &&
            column >= block->first_column && column <= block->last_column)
            found = find(sheet, block->first_row, block->first_column);
    }
    if (found) {
        cell = *found;
        cell.row = row;
        cell.column = column;
    }
    return cell;
}

bool armex_xlsx_says(const struct armex_xlsx_cell *cell, const char *text)
{
    return cell->length == strlen(text) && armex_same_letters(cell->text, text);
}

bool armex_xlsx_number(double *out, const struct armex_xlsx_cell *cell, int exponent)
{
    return cell->kind == ARMEX_XLSX_NUMBER &&
           armex_number_parse(out, cell->text, cell->length, exponent);
}

/** A year may be a number, or a text that a spreadsheet made of it. */
int armex_xlsx_year(const struct armex_xlsx_cell *cell)
{
    double number = 0.0;
    long year = 0;

    if (cell->kind == ARMEX_XLSX_NUMBER && armex_xlsx_number(&number, cell, 0))
        return number >= 1900 && number <= 2100 && floor(number) == number ? (int)number
                                                                           : 0;
    if (cell->kind == ARMEX_XLSX_TEXT &&
        armex_whole_parse(&year, cell->text, cell->length, 1900, 2100))
        return (int)year;
    return 0;
}

/** "AB12". */
static void write_place(char out[16], const struct armex_xlsx_cell *cell)
{
    char letters[8];
    size_t n = 0, at = 0;

    for (unsigned c = cell->column; c && n < sizeof letters; c = (c - 1) / 26)
        letters[n++] = (char)('A' + (c - 1) % 26);
    while (n)
        out[at++] = letters[--n];
    snprintf(out + at, 16 - at, "%u", (unsigned)cell->row);
}

armex_status armex_xlsx_fail(struct armex_error *error,
                             const struct armex_xlsx_sheet *sheet,
                             const struct armex_xlsx_cell *cell, const char *format,
                             ...)
{
    char words[1024], place[16];
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    write_place(place, cell);
    return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){sheet->file, 0, 0},
                      "sheet '%s', cell %s: %s", sheet->name, place, words);
}
