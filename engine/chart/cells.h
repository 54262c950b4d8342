/**
 * chart/cells.h: reading the cells of a table that may lack a column.
 */
#ifndef ARMEX_CHART_CELLS_H
#define ARMEX_CHART_CELLS_H

#include "model/table.h"

/** A column to look for; `*at` is n_columns where an optional one is absent. */
struct armex_cell_want {
    const char *name;
    size_t *at;
    bool required;
};

/** Errors: ARMEX_BAD_INPUT naming the column that `kind` of chart needs and the
 *  analysis whose table has it. */
armex_status armex_cells_find(const struct armex_table *table,
                              const struct armex_cell_want *wants, size_t n,
                              const char *kind, const char *analysis,
                              struct armex_error *error);

/** "" for an absent column or one of numbers. */
const char *armex_cell_text(const struct armex_table *table, size_t row, size_t column);

/** NAN for an absent column or one of texts. */
double armex_cell_number(const struct armex_table *table, size_t row, size_t column);

#endif
