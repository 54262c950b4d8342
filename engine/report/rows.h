/**
 * report/rows.h: the rows of a table that a `where` of the specification lets through.
 */
#ifndef ARMEX_REPORT_ROWS_H
#define ARMEX_REPORT_ROWS_H

#include "model/table.h"
#include "report/spec.h"

/** Indices of the rows where every column has its text; all rows of an empty `where`.
 *  A number fits when it is the same number.
 *  Owner:  the caller, free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_SPEC for a column that is not there; ARMEX_NO_MEMORY. */
armex_status armex_rows_where(size_t **out, size_t *n, const struct armex_table *table,
                              const struct armex_where_list *where,
                              struct armex_error *error);

/** The unit that a row names for an amount of that column; "" where the column names
 *  it, or nobody does. */
const char *armex_rows_unit(const struct armex_table *table, size_t row, size_t column);

/** Puts `rows[0..n)` in the order of a column: numbers largest first, texts by bytes,
 *  missing cells last, and aggregates such as the world after the states. Amounts in
 *  unlike units are not held against each other: the rows of one unit stand together,
 *  the units by their names. Of equals the better place comes first where the figures
 *  are places; else they keep their order.
 *  Errors: ARMEX_BAD_SPEC for a column that is not there. */
armex_status armex_rows_sort(size_t *rows, size_t n, const struct armex_table *table,
                             const struct armex_label *column,
                             struct armex_error *error);

/** A table of those rows, in the order of `sort` where it is given, with the columns,
 * title and notes of `table`. Owner:  the caller, armex_table_free(); `*out` is NULL on
 * failure. Errors: as armex_rows_where(). */
armex_status armex_rows_copy(struct armex_table **out, const struct armex_table *table,
                             const struct armex_where_list *where,
                             const struct armex_label *sort, struct armex_error *error);

#endif
