/**
 * ingest/csv.h: comma-separated text as RFC 4180 has it, row by row, each cell with its
 * place.
 *
 * What is read: UTF-8 with or without a byte order mark; lines ended by LF, CRLF or CR,
 * the last one ended or not; cells set apart by , ; tab or |; cells in double quotes,
 * with blanks before them or not, that hold delimiters, line breaks and doubled quotes.
 * What is refused, with its place: a quote inside a cell that does not begin with one,
 * text after a closing quote, a quote never closed, a NUL byte, anything that is not
 * UTF-8.
 *
 * Rows may differ in length here, for publishers write notes above their tables; a
 * rectangle with a header is ingest/sheet.h. A line that holds nothing is a row of one
 * empty cell.
 */
#ifndef ARMEX_INGEST_CSV_H
#define ARMEX_INGEST_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

/** One cell. `text` is not NUL-terminated: it points into the file's bytes, or, where
 *  doubled quotes had to be made single, into memory of the reader. `line` and `column`
 *  (in bytes, from 1) are those of the cell's first byte, its quote if it has one. */
struct armex_cell {
    const char *text;
    size_t length;
    uint32_t line, column;
};

struct armex_place armex_cell_place(const char *file, const struct armex_cell *cell);

/** Whether the cell holds exactly `text`. */
bool armex_cell_is(const struct armex_cell *cell, const char *text);

/** Whether the cell says `text`, whatever the case of its ASCII letters. */
bool armex_cell_says(const struct armex_cell *cell, const char *text);

/** Where in the cell `words` stand first, in letters of either case; NULL: nowhere. */
const char *armex_cell_find(const struct armex_cell *cell, const char *words);

/** Order of cells by bytes, a beginning before what it begins. <0, 0, >0. */
int armex_cell_compare(const struct armex_cell *a, const struct armex_cell *b);

/** The cell without the blanks around its text, ASCII or of another kind (no-break,
 *  thin), where there are any; it begins in the column of its text. */
struct armex_cell armex_cell_trim(struct armex_cell cell);

/** A cell's text as a message quotes it: cut to what a line can bear. */
struct armex_clip {
    char text[64];
};
struct armex_clip armex_cell_clip(const struct armex_cell *cell);

struct armex_csv;

/** Begins to read `length` bytes, which must stay as long as the cells are used; `file`
 *  is for messages. `delimiter` 0: found by armex_csv_delimiter().
 *  Owner:  the caller, armex_csv_close().
 *  Errors: ARMEX_NO_MEMORY; ARMEX_BUG for a delimiter that is a quote or line break. */
armex_status armex_csv_open(struct armex_csv **out, const char *file, const char *bytes,
                            size_t length, char delimiter, struct armex_error *error);

/** What was opened is the middle of a file: its first line is line `line` of that. */
void armex_csv_begin_at(struct armex_csv *csv, size_t line);

/** What was opened is known to be UTF-8 without NUL: it is not looked at again. */
void armex_csv_trust(struct armex_csv *csv);

/** From now on cells come without the blanks around their text (armex_cell_trim()). */
void armex_csv_trim(struct armex_csv *csv);

/** The next row. `*n` is 0 after the last one. `*cells` is good until the next call,
 *  the texts of its cells until armex_csv_close().
 *  Errors: ARMEX_BAD_INPUT at the byte that is wrong, ARMEX_NO_MEMORY. */
armex_status armex_csv_next(struct armex_csv *csv, const struct armex_cell **cells,
                            size_t *n, struct armex_error *error);

void armex_csv_close(struct armex_csv *csv); /* NULL is fine */

/** What sets the cells of the csv apart. */
char armex_csv_delimits(const struct armex_csv *csv);

/** The delimiter under which the first 48 rows, of at most 64 KiB, make the largest
 *  table: of rows with the same number of cells, as many as there are, times the
 *  delimiters in each; of equals the first of , ; tab |. A text of one column gives a
 *  comma. Out of memory gives a comma, too. */
char armex_csv_delimiter(const char *bytes, size_t length);

#endif
