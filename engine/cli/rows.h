/**
 * cli/rows.h: a row of a table in one statement.
 */
#ifndef ARMEX_CLI_ROWS_H
#define ARMEX_CLI_ROWS_H

#include "model/table.h"

/** One cell; the column's type says which member is read. */
union armex_cell {
    const char *text;
    double number;
};

/** Adds a row and sets all its cells, `cells[0..table->n_columns)`.
 *  Errors: ARMEX_NO_MEMORY, ARMEX_BUG. */
armex_status armex_table_row(struct armex_table *table, const union armex_cell *cells,
                             struct armex_error *error);

/** A year as a cell: 0 stands for none, and is missing there. */
double armex_year_cell(int year);

#endif
