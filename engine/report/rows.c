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

static armex_status copy_row(struct armex_table *to, const struct armex_table *from,
                             size_t row, struct armex_error *error)
{
    armex_status status = armex_table_add(to, error);

    for (size_t c = 0; !status && c < from->n_columns; c++)
        status =
            from->columns[c].type == ARMEX_COLUMN_TEXT
                ? armex_table_text(to, c, armex_table_get_text(from, row, c), error)
                : armex_table_number(to, c, armex_table_get_number(from, row, c),
                                     error);
    return status;
}

armex_status armex_rows_copy(struct armex_table **out, const struct armex_table *table,
                             const struct armex_where_list *where,
                             struct armex_error *error)
{
    struct armex_table *copy = NULL;
    size_t *rows = NULL, n = 0;
    armex_status status = armex_rows_where(&rows, &n, table, where, error);

    *out = NULL;
    if (!status)
        status = armex_table_create(&copy, table->name, table->columns,
                                    table->n_columns, error);
    if (!status && !(copy->title = armex_arena_text(copy->arena, table->title)))
        status = armex_fail_memory(error);
    for (size_t i = 0; !status && i < n; i++)
        status = copy_row(copy, table, rows[i], error);
    if (!status)
        status = armex_notes_join(&copy->notes, copy->arena, &table->notes, error);
    free(rows);
    if (status)
        armex_table_free(copy);
    else
        *out = copy;
    return status;
}
