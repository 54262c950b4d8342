/**
 * analysis/row.h: filling one row of a table after another.
 *
 * The first failure is kept and every later call does nothing: check once, at the end.
 */
#ifndef ARMEX_ANALYSIS_ROW_H
#define ARMEX_ANALYSIS_ROW_H

#include "model/table.h"

struct armex_row {
    struct armex_table *table;
    struct armex_error *error;
    armex_status status;
};

void armex_row_add(struct armex_row *row);
void armex_row_number(struct armex_row *row, size_t column, double value);
void armex_row_text(struct armex_row *row, size_t column, const char *text);

#endif
