/**
 * ingest/page.h: a publisher's csv as rows of cells, as publishers and spreadsheets
 * leave them: notes above the header and below the table, lines padded with commas.
 *
 * Rows lose the empty cells at their end and the blanks around every text; rows of
 * nothing are passed over. The header is found by its names, wherever it stands. A file
 * with a header in its first line and nothing but rows below is ingest/sheet.h.
 */
#ifndef ARMEX_INGEST_PAGE_H
#define ARMEX_INGEST_PAGE_H

#include "base/arena.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"
#include "ingest/names.h"
#include "ingest/rejects.h"

/** A row: `n` cells from `cells` on, at least one, the last of them not empty; there
 *  were `written` in the file. */
struct armex_page_row {
    const struct armex_cell *cells;
    size_t n, written;
};

struct armex_page {
    struct armex_arena *arena; /**< owns all that follows, and the page */
    const char *file;          /**< for messages; borrowed */
    const struct armex_document *document;
    struct armex_names *names; /**< as the document has them */
    struct armex_rejects *rejects;
    struct armex_csv *csv;
    struct armex_page_row *rows;
    size_t n_rows, capacity;
    bool is_kept; /**< by a document, until armex_page_forget() */
};

/** Reads the document, which must outlive the page.
 *  Owner:  the caller, armex_page_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at what ingest/csv.h refuses, ARMEX_NO_MEMORY. */
armex_status armex_page_open(struct armex_page **out,
                             const struct armex_document *document,
                             struct armex_error *error);

/** Only the rows at its beginning, for a look at what it is; NULL if it is no csv.
 *  A document that says where to keep it is looked at once. */
struct armex_page *armex_page_glance(const struct armex_document *document);

/** Ends what such a document keeps; another keeps nothing. */
void armex_page_forget(const struct armex_document *document);
void armex_page_close(struct armex_page *page); /* NULL is fine */

/** The cell in that column of the row; an empty one beyond its end, placed behind it.
 */
struct armex_cell armex_page_cell(const struct armex_page_row *row, size_t column);

/** Errors: ARMEX_BAD_INPUT at a row that is longer or shorter than the header row,
 * which may have been padded with empty cells. */
armex_status armex_page_check_length(const struct armex_page *page, size_t row,
                                     size_t header, struct armex_error *error);

/** The row behind the last of the table below the header: what follows is its footer
 *  (ingest/footer.h). */
size_t armex_page_end(const struct armex_page *page, size_t header);

/** Passes a row of the footer over. */
void armex_page_pass(const struct armex_page *page, size_t row);

/** Passes all rows of the footer over and takes them off the page. */
void armex_page_cut(struct armex_page *page, size_t header);

/** Where the row begins. */
struct armex_place armex_page_place(const struct armex_page *page, size_t row);

/** The column of that name, or the row's length. */
size_t armex_page_column(const struct armex_page_row *row, const char *name);

/** The first row that has all of `names`; n_rows if there is none. */
size_t armex_page_header(const struct armex_page *page, const char *const *names,
                         size_t n);

/** A year from 1900 to 2100 that the cell spells; 0 if it spells none. */
short armex_cell_year(const struct armex_cell *cell);

#endif
