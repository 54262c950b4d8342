/**
 * ingest/rows_of_text.h: the rows of a csv as they stand in the file, uncut: where each
 * begins and ends. A line break within quotes ends none.
 *
 * Quotes come in pairs whatever the delimiter is, so rows are found without knowing it.
 */
#ifndef ARMEX_INGEST_ROWS_OF_TEXT_H
#define ARMEX_INGEST_ROWS_OF_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** Whether a line ends with the byte `at`: an LF, or a CR that no LF follows. */
static inline bool armex_ends_line(const char *at, const char *end)
{
    return *at == '\n' || (*at == '\r' && !(at + 1 < end && at[1] == '\n'));
}

struct armex_text_row {
    const char *text;       /**< first byte */
    size_t length;          /**< with the line break at its end */
    size_t line, next_line; /**< that it begins in, that the next one begins in */
    const char *end;        /**< of the whole text */
};

/** Stands before the first row; a byte order mark belongs to none. */
struct armex_text_row armex_text_rows(const char *bytes, size_t length);

/** Moves on to the next row; false after the last one. */
bool armex_text_row_next(struct armex_text_row *row);

/** Its length without the line break at its end. */
size_t armex_text_row_content(const struct armex_text_row *row);

/** How many cells the delimiter makes of it; and how many there are up to the last that
 *  holds anything. */
struct armex_text_row_cells {
    size_t all, filled;
};
struct armex_text_row_cells armex_text_row_cells(const struct armex_text_row *row,
                                                 char delimiter);

/** Of the first 48 rows the first of the widest, under the delimiter , ; tab or | that
 *  makes the most cells: nothing is wider than a header. `row.text` is NULL where there
 *  is no row. */
struct armex_text_header {
    struct armex_text_row row;
    struct armex_text_row_cells cells;
    char delimiter;
};
struct armex_text_header armex_text_find_header(const char *bytes, size_t length);

#endif
