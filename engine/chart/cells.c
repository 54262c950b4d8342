/** chart/cells.c: reading the cells of a table that may lack a column. */
#include "chart/cells.h"

#include <math.h>

#include "chart/sentence.h"

armex_status armex_cells_find(const struct armex_table *table,
                              const struct armex_cell_want *wants, size_t n,
                              const char *kind, const char *analysis,
                              struct armex_error *error)
{
    for (size_t i = 0; i < n; i++) {
        *wants[i].at = armex_table_column(table, wants[i].name);
        if (*wants[i].at >= table->n_columns && wants[i].required)
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%s %s chart draws a table of %s, and this one has no "
                              "column '%s'",
                              armex_article(kind), kind, analysis, wants[i].name);
    }
    return ARMEX_OK;
}

const char *armex_cell_text(const struct armex_table *table, size_t row, size_t column)
{
    if (column >= table->n_columns || table->columns[column].type != ARMEX_COLUMN_TEXT)
        return "";
    return armex_table_get_text(table, row, column);
}

double armex_cell_number(const struct armex_table *table, size_t row, size_t column)
{
    if (column >= table->n_columns || table->columns[column].type == ARMEX_COLUMN_TEXT)
        return (double)NAN;
    return armex_table_get_number(table, row, column);
}
