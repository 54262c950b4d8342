/**
 * ingest/sources/sipri_page.h: a file of SIPRI's as rows of cells, with what its
 * preamble says. Every layout of the Arms Transfers Database is read through it.
 *
 * Read: UTF-8 as ingest/csv.h has it; text that is not UTF-8 is taken for ISO-8859-1,
 * as SIPRI's server writes it (columns of messages then count bytes of its UTF-8 form).
 * Copies that a spreadsheet saved again differ in quotes, in commas that pad every line
 * and in empty lines: rows lose the empty cells at their end and the blanks around
 * every text; rows of nothing are passed over.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_PAGE_H
#define ARMEX_INGEST_SOURCES_SIPRI_PAGE_H

#include "base/arena.h"
#include "base/date.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"

/** A row: `n` cells from `cells` on, at least one, the last of them not empty; there
 *  were `written` in the file. */
struct armex_sipri_row {
    const struct armex_cell *cells;
    size_t n, written;
};

/** What the lines above the header say; texts are "" and numbers 0 where they do not.
 */
struct armex_sipri_preamble {
    struct armex_cell title;     /**< the first row, if it lies above the header */
    struct armex_cell generated; /**< the date as written */
    struct armex_date date;      /**< the same, read; year 0 if it is none */
    struct armex_cell supplier; /**< whom deliveries are from: "all", "United States" */
    struct armex_cell recipient; /**< and to: "All countries", "Ukraine" */
    short from, to;              /**< years that were asked for */
    bool all_years;              /**< "Not specified" */
};

struct armex_sipri_page {
    struct armex_arena *arena; /**< owns all that follows, and the page */
    const char *file;          /**< for messages; borrowed */
    struct armex_csv *csv;
    char *converted; /**< the text in UTF-8, or NULL: the document's own bytes serve */
    struct armex_sipri_row *rows;
    size_t n_rows, capacity;
};

/** Reads the document, which must outlive the page.
 *  Owner:  the caller, armex_sipri_page_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at what ingest/csv.h refuses, ARMEX_NO_MEMORY. */
armex_status armex_sipri_page_open(struct armex_sipri_page **out,
                                   const struct armex_document *document,
                                   struct armex_error *error);

/** Only the rows at its beginning, for a look at what it is; NULL if it is no csv. */
struct armex_sipri_page *armex_sipri_page_glance(const struct armex_document *document);
void armex_sipri_page_close(struct armex_sipri_page *page); /* NULL is fine */

/** The cell in that column of the row; an empty one beyond its end, placed behind it.
 */
struct armex_cell armex_sipri_cell(const struct armex_sipri_row *row, size_t column);

/** Errors: ARMEX_BAD_INPUT at a row that is longer or shorter than the header row,
 * which may have been padded with empty cells. */
armex_status armex_sipri_check_length(const struct armex_sipri_page *page, size_t row,
                                      size_t header, struct armex_error *error);

/** Where the row begins. */
struct armex_place armex_sipri_place(const struct armex_sipri_page *page, size_t row);

/** Whether the cell says `text`, whatever the case of its ASCII letters. */
bool armex_sipri_says(const struct armex_cell *cell, const char *text);

/** The column of that name, or the row's length. */
size_t armex_sipri_column(const struct armex_sipri_row *row, const char *name);

/** The first row that has all of `names`; n_rows if there is none. */
size_t armex_sipri_header(const struct armex_sipri_page *page, const char *const *names,
                          size_t n);

/** Reads rows 0 to `header`. */
void armex_sipri_preamble_read(struct armex_sipri_preamble *out,
                               const struct armex_sipri_page *page, size_t header);

/** A year from 1900 to 2100 that the cell spells; 0 if it spells none. */
short armex_sipri_year(const struct armex_cell *cell);

#endif
