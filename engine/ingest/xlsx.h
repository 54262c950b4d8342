/**
 * ingest/xlsx.h: workbooks as Excel and its likes save them, as text and places.
 *
 * Read: shared and inline strings (rich text without its phonetic hints), numbers as
 * written, the saved results of formulas, truth values, errors, dates; merged cells;
 * the colour of the letters, for publishers say "estimate" with it. Not read: charts,
 * comments, hidden state, macros.
 *
 * Workbooks are hostile: parts are unpacked under the limits of ingest/archive.h, a
 * DOCTYPE is refused, so nothing outside is ever fetched and nothing expands, and a
 * cell costs memory only if something stands in it, wherever it claims to be.
 * Source: ECMA-376, Office Open XML, part 1: SpreadsheetML.
 */
#ifndef ARMEX_INGEST_XLSX_H
#define ARMEX_INGEST_XLSX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

enum armex_xlsx_kind {
    ARMEX_XLSX_EMPTY,
    ARMEX_XLSX_TEXT,
    ARMEX_XLSX_NUMBER, /**< its text is the number as saved, "6.2E-2" */
    ARMEX_XLSX_DATE,   /**< its text is the day, "2014-12-31" */
    ARMEX_XLSX_BOOL,   /**< "0" or "1" */
    ARMEX_XLSX_ERROR,  /**< "#DIV/0!" */
};

enum armex_xlsx_colour { ARMEX_XLSX_PLAIN, ARMEX_XLSX_RED, ARMEX_XLSX_BLUE };

/** Rows and columns count from 1, as the workbook's own letters and numbers do. Texts
 *  end with a NUL and lose the blanks around them. */
struct armex_xlsx_cell {
    const char *text;
    size_t length;
    uint32_t row;
    uint16_t column;
    uint8_t kind;   /**< enum armex_xlsx_kind */
    uint8_t colour; /**< enum armex_xlsx_colour */
};

/** A block of merged cells: its first cell speaks for all. */
struct armex_xlsx_block {
    uint32_t first_row, last_row;
    uint16_t first_column, last_column;
};

struct armex_xlsx_sheet {
    struct armex_arena *arena;     /**< owns its texts, and the sheet */
    const char *file, *name;       /**< borrowed from the workbook */
    struct armex_xlsx_cell *cells; /**< only those with something in them, row by row */
    size_t n, capacity;
    struct armex_xlsx_block *blocks;
    size_t n_blocks, most_blocks;
    uint32_t n_rows;    /**< the last row with something in it */
    uint16_t n_columns; /**< the last such column */
};

struct armex_xlsx; /* a workbook */

/** Opens `length` bytes, which must outlive it, like `file`.
 *  Owner:  the caller, armex_xlsx_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT: no workbook, damaged or hostile; ARMEX_NO_MEMORY. */
armex_status armex_xlsx_open(struct armex_xlsx **out, const char *file,
                             const char *bytes, size_t length,
                             struct armex_error *error);
void armex_xlsx_close(struct armex_xlsx *book); /* NULL is fine */

size_t armex_xlsx_sheets(const struct armex_xlsx *book);
const char *armex_xlsx_sheet_name(const struct armex_xlsx *book, size_t i);

/** The day on which the workbook was made, as its properties say; year 0 if not. */
struct armex_date armex_xlsx_created(const struct armex_xlsx *book);

/** Reads sheet `i`. It must not outlive the workbook.
 *  Owner:  the caller, armex_xlsx_sheet_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT: damaged, two cells in one place, a cell beyond column XFD
 *          or row 1048576; ARMEX_NO_MEMORY. */
armex_status armex_xlsx_sheet_read(struct armex_xlsx_sheet **out,
                                   struct armex_xlsx *book, size_t i,
                                   struct armex_error *error);
void armex_xlsx_sheet_free(struct armex_xlsx_sheet *sheet); /* NULL is fine */

/** What stands there; of merged cells the first; an empty cell where nothing does. */
struct armex_xlsx_cell armex_xlsx_at(const struct armex_xlsx_sheet *sheet, uint32_t row,
                                     uint16_t column);

/** Whether the cell says `text`, whatever the case of its ASCII letters. */
bool armex_xlsx_says(const struct armex_xlsx_cell *cell, const char *text);

/** Reads a number times ten to the power `exponent`; false if it is none. */
bool armex_xlsx_number(double *out, const struct armex_xlsx_cell *cell, int exponent);

/** A year from 1900 to 2100 that the cell holds; 0 if it holds none. */
int armex_xlsx_year(const struct armex_xlsx_cell *cell);

/** "trade.xlsx: sheet 'Current US$', cell AB12: ..." */
armex_status armex_xlsx_fail(struct armex_error *error,
                             const struct armex_xlsx_sheet *sheet,
                             const struct armex_xlsx_cell *cell, const char *format,
                             ...) __attribute__((format(printf, 4, 5)));

#endif
