/**
 * ingest/footer.h: what stands below a table and is no row of it: its sources, notes
 * and totals. Whoever reads rows asks here, so that all pass over the same.
 *
 * A row is a note if its first cell that holds anything begins, in letters of either
 * case, with a word of notes ("Source", "Note", "(c)", "Data from database", "Last
 * updated", "Quelle", ...), a mark of footnotes ("*", a dagger, a raised digit, "[1]")
 * or an address of the web, and no cell behind it is a figure. It is a total if that
 * cell, years before it passed over, says "Total", "Grand total", "Sum" or the like and
 * nothing more, unless the user's map says whom that means.
 *
 * Such rows are a footer where no other row follows them; lines of nothing among them
 * count for nothing. The vintage tells how many were passed over, and which. Where a
 * row follows, they are rows like any, and refused as such.
 */
#ifndef ARMEX_INGEST_FOOTER_H
#define ARMEX_INGEST_FOOTER_H

#include "base/text.h"
#include "ingest/csv.h"
#include "ingest/ingest.h"

enum { ARMEX_FOOTER_TOTALS = 8 };

/** What was passed over; starts as {0}. The first rows of totals are kept: their texts
 *  are those of whoever read them. */
struct armex_footer {
    size_t n;
    struct armex_text told;
    struct armex_footer_row {
        struct armex_cell *cells;
        size_t n;
    } totals[ARMEX_FOOTER_TOTALS];
    size_t n_totals;
};

/** Whether the row is a note or a total, wherever it stands. Every document that is
 *  read as published has a footer; of another (a data package) nothing is passed over.
 */
bool armex_footer_is(const struct armex_document *document,
                     const struct armex_cell *cells, size_t n);

/** Whether the cell says "Total", "Grand total:" or the like, and nothing more. */
bool armex_footer_says_total(const struct armex_cell *cell);

/** Passes the row over. */
void armex_footer_take(struct armex_footer *footer, const struct armex_cell *cells,
                       size_t n);

/** Forgets what was passed over: the document is read again. NULL is fine. */
void armex_footer_clear(struct armex_footer *footer);

/** "Below the table, passed over: 2 lines (5 'Source: SIPRI', 6 'Total')."; nothing
 *  where there is none. NULL is fine. */
void armex_footer_words(struct armex_text *out, const struct armex_footer *footer);

/** What is done with one row. Errors: its own. */
typedef armex_status armex_row_taker(void *context, const struct armex_cell *cells,
                                     size_t n, struct armex_error *error);

/** Gives the rows that are left of the csv to `take`, in their order, but for those of
 *  the footer, which are passed over.
 *  Errors: those of armex_csv_next() and `take`; ARMEX_NO_MEMORY. */
armex_status armex_footer_rows(struct armex_csv *csv,
                               const struct armex_document *document,
                               armex_row_taker *take, void *context,
                               struct armex_error *error);

#endif
