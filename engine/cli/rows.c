/** cli/rows.c: a row of a table in one statement. */
#include "cli/rows.h"

#include <math.h>

armex_status armex_table_row(struct armex_table *table, const union armex_cell *cells,
                             struct armex_error *error)
{
    armex_status status = armex_table_add(table, error);

    for (size_t i = 0; !status && i < table->n_columns; i++)
        status = table->columns[i].type == ARMEX_COLUMN_TEXT
                     ? armex_table_text(table, i, cells[i].text, error)
                     : armex_table_number(table, i, cells[i].number, error);
    return status;
}

double armex_year_cell(int year)
{
    return year ? (double)year : (double)NAN;
}
