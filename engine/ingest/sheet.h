/**
 * ingest/sheet.h: a csv with a header: named columns, every row as long as the header.
 */
#ifndef ARMEX_INGEST_SHEET_H
#define ARMEX_INGEST_SHEET_H

#include "ingest/csv.h"
#include "ingest/ingest.h"
#include "ingest/names.h"
#include "ingest/rejects.h"
#include "ingest/written_marks.h"

/** Shape: cell [row * n_columns + column]; row 0 is the first below the header. */
struct armex_sheet {
    const char *file;          /**< for messages; borrowed */
    struct armex_names *names; /**< as the document has them, or NULL */
    struct armex_rejects *rejects;
    struct armex_csv *csv;  /**< owns the texts that are not in the file's bytes */
    enum armex_comma comma; /**< as the user's map says, else as the figures of the
                                 layout show it; at first either */
    size_t above;           /**< rows of titles over the header */
    size_t n_columns, n_rows;
    struct armex_cell *header;
    struct armex_cell *cells;
};

/** Reads all of it. `bytes` and `file` must outlive the sheet; `delimiter` as
 *  armex_csv_open(). Lines that hold nothing but delimiters are passed over where there
 * are several columns, and so are empty cells behind the last column that has a name.
 *  Names of columns lose the blanks around them, cells keep theirs.
 *  Owner:  the caller, armex_sheet_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT with its place: what armex_csv_next() refuses, no header, a
 *          column without a name or with the name of another, a row longer or shorter
 *          than the header; ARMEX_NO_MEMORY. */
armex_status armex_sheet_read(struct armex_sheet **out, const char *file,
                              const char *bytes, size_t length, char delimiter,
                              struct armex_error *error);

/** The same of a document, whose rows of a wrong length may be set aside, and whose
 *  footer is passed over (ingest/footer.h). */
armex_status armex_sheet_of(struct armex_sheet **out,
                            const struct armex_document *document,
                            struct armex_error *error);

/** Whether a row is the header that is looked for. */
typedef bool armex_header_test(const void *context, const struct armex_cell *cells,
                               size_t n);

/** Whether one of the first 48 rows is the header, and how many stand above it. */
bool armex_sheet_header(size_t *above, const struct armex_document *document,
                        armex_header_test *test, const void *context);

/** As armex_sheet_of(), of a document with titles above its header: they are passed
 *  over. Where no row is the header, the first one is taken for it. */
armex_status armex_sheet_below(struct armex_sheet **out,
                               const struct armex_document *document,
                               armex_header_test *test, const void *context,
                               struct armex_error *error);

void armex_sheet_free(struct armex_sheet *sheet); /* NULL is fine */

/** The column of that name, or n_columns. */
size_t armex_sheet_column(const struct armex_sheet *sheet, const char *name);

const struct armex_cell *armex_sheet_cell(const struct armex_sheet *sheet, size_t row,
                                          size_t column);
struct armex_place armex_sheet_place(const struct armex_sheet *sheet, size_t row,
                                     size_t column);

/** The first row, from the top, whose cells in `columns` all equal those of a row above
 *  it: `*row`, and the uppermost such row in `*earlier`. `*row` is n_rows if there is
 *  none. Rows whose cells are all empty count only where `with_empty` says so.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_sheet_repeat(size_t *row, size_t *earlier,
                                const struct armex_sheet *sheet, const size_t *columns,
                                size_t n, bool with_empty, struct armex_error *error);

/** The names of the columns as a message lists them: "a, b, c and 9 more". */
struct armex_header_words {
    char text[256];
};
struct armex_header_words armex_header_words(const struct armex_cell *header, size_t n);

#endif
