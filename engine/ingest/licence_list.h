/**
 * ingest/licence_list.h: a list of licences with a header, read row by row.
 */
#ifndef ARMEX_INGEST_LICENCE_LIST_H
#define ARMEX_INGEST_LICENCE_LIST_H

#include "ingest/columns.h"
#include "ingest/licences.h"

enum { ARMEX_LICENCE_COLUMNS = 16 }; /* at most */

struct armex_licence_list {
    struct armex_licence_kind kind;
    struct armex_edition edition;
    const char *const *columns; /**< that the list is known by */
    size_t n_columns;
    /** Reads the cells of one row, in the order of `columns` and without the blanks
     *  around them. They last as long as the licence is used.
     *  Errors: ARMEX_BAD_INPUT at the cell. */
    armex_status (*read_row)(struct armex_licence *out, const char *file,
                             const struct armex_cell *cells, struct armex_error *error);
};

/** Whether the document has the columns in one of its first rows. */
bool armex_licence_list_is(const struct armex_document *document,
                           const struct armex_licence_list *list);

/** Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: as armex_sheet_below(), `read_row` and armex_licences_vintage(). */
armex_status armex_licence_list_read(struct armex_vintage **out,
                                     const struct armex_licence_list *list,
                                     const struct armex_document *document,
                                     const struct armex_ingest_options *options,
                                     struct armex_error *error);

#endif
