/** report/rows.c: the rows of a table that a `where` lets through. */
#include "report/rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

static bool fits(const struct armex_table *table, size_t row, size_t column,
                 const char *text)
{
    double number;

    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        return strcmp(armex_table_get_text(table, row, column), text) == 0;
    return armex_number_parse(&number, text, strlen(text), 0) &&
           number == armex_table_get_number(table, row, column);
}

static armex_status check_columns(const struct armex_table *table,
                                  const struct armex_where_list *where,
                                  struct armex_error *error)
{
    for (size_t i = 0; i < where->n; i++)
        if (armex_table_column(table, where->items[i].column) == table->n_columns)
            return armex_fail(error, ARMEX_BAD_SPEC, where->items[i].place,
                              "%s has no column '%s'", table->name,
                              where->items[i].column);
    return ARMEX_OK;
}

armex_status armex_rows_where(size_t **out, size_t *n, const struct armex_table *table,
                              const struct armex_where_list *where,
                              struct armex_error *error)
{
    const armex_status status = check_columns(table, where, error);

    *out = NULL;
    *n = 0;
    if (status)
        return status;
    *out = calloc(table->n_rows + 1, sizeof **out);
    if (!*out)
        return armex_fail_memory(error);
    for (size_t row = 0; row < table->n_rows; row++) {
        bool all = true;
        for (size_t i = 0; all && i < where->n; i++)
            all = fits(table, row, armex_table_column(table, where->items[i].column),
                       where->items[i].text);
        if (all)
            (*out)[(*n)++] = row;
    }
    return ARMEX_OK;
}
