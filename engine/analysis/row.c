/** analysis/row.c: filling one row of a table after another. */
#include "analysis/row.h"

void armex_row_add(struct armex_row *row)
{
    if (!row->status)
        row->status = armex_table_add(row->table, row->error);
}

void armex_row_number(struct armex_row *row, size_t column, double value)
{
    if (!row->status)
        row->status = armex_table_number(row->table, column, value, row->error);
}

void armex_row_text(struct armex_row *row, size_t column, const char *text)
{
    if (!row->status)
        row->status = armex_table_text(row->table, column, text, row->error);
}
