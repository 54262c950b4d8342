/**
 * ingest/columns.h: csv files that are known by the columns of their header.
 */
#ifndef ARMEX_INGEST_COLUMNS_H
#define ARMEX_INGEST_COLUMNS_H

#include "ingest/ingest.h"
#include "ingest/sheet.h"

/** Whether all of these columns are among the cells, blanks around their names left
 * off.
 */
bool armex_row_has_columns(const struct armex_cell *cells, size_t n_cells,
                           const char *const *names, size_t n);

/** Where the columns are.
 *  Errors: ARMEX_BAD_INPUT at the header for the first that is not there. */
armex_status armex_columns_find(size_t *columns, const struct armex_sheet *sheet,
                                const char *const *names, size_t n,
                                struct armex_error *error);

/** The amount in a cell: NAN where it is empty.
 *  Errors: ARMEX_BAD_INPUT at the cell: no number, or one below zero. */
armex_status armex_read_amount(double *out, const char *file,
                               const struct armex_cell *cell,
                               struct armex_error *error);

/** The same where people write the tables: a sum in that currency ("eur") as
 *  ingest/written.h has it; NAN where none stands.
 *  Errors: as there, brackets refused; a sum below zero. */
armex_status armex_read_written_amount(double *out, const char *file,
                                       const struct armex_cell *cell,
                                       const char *currency, struct armex_error *error);

#endif
