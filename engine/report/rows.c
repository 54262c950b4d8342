/** report/rows.c: the rows of a table that a `where` lets through. */
#include "report/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "chart/cells.h"
#include "country/entity.h"

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

static bool is_aggregate(const struct armex_table *table, size_t row)
{
    const size_t column = armex_table_column(table, "entity");

    return armex_entity_is_aggregate(armex_cell_text(table, row, column));
}

/* The place that a row gives; NAN: its figure is none. */
static double place_of(const struct armex_table *table, size_t row)
{
    const size_t unit = armex_table_column(table, "unit");

    return strcmp(armex_cell_text(table, row, unit), "rank") == 0
               ? armex_cell_number(table, row, armex_table_column(table, "value"))
               : NAN;
}

static bool is_missing(const struct armex_table *table, size_t row, size_t column)
{
    return table->columns[column].type == ARMEX_COLUMN_TEXT
               ? !*armex_table_get_text(table, row, column)
               : isnan(armex_table_get_number(table, row, column));
}

const char *armex_rows_unit(const struct armex_table *table, size_t row, size_t column)
{
    const struct armex_column *about = &table->columns[column];

    return about->type == ARMEX_COLUMN_AMOUNT && !*about->unit
               ? armex_cell_text(table, row, armex_table_column(table, "unit"))
               : "";
}

/* Whether row b belongs before row a. Euros and dollars are not held against each
 * other: the rows of one unit stand together. */
static bool precedes(const struct armex_table *table, size_t column, size_t b, size_t a)
{
    const bool aggregate = is_aggregate(table, a),
               missing = is_missing(table, a, column);

    if (aggregate != is_aggregate(table, b))
        return aggregate;
    if (missing || is_missing(table, b, column))
        return missing && !is_missing(table, b, column);
    const int units =
        strcmp(armex_rows_unit(table, b, column), armex_rows_unit(table, a, column));
    if (units != 0)
        return units < 0;
    if (table->columns[column].type == ARMEX_COLUMN_TEXT)
        return strcmp(armex_table_get_text(table, b, column),
                      armex_table_get_text(table, a, column)) < 0;
    const double first = armex_table_get_number(table, a, column);
    const double second = armex_table_get_number(table, b, column);
    return second > first ||
           (first == second && place_of(table, b) < place_of(table, a));
}

/* By insertion: stable, and a table that people read is short. */
armex_status armex_rows_sort(size_t *rows, size_t n, const struct armex_table *table,
                             const struct armex_label *by, struct armex_error *error)
{
    const size_t column = armex_table_column(table, by->text);

    if (column == table->n_columns)
        return armex_fail(error, ARMEX_BAD_SPEC, by->place, "%s has no column '%s'",
                          table->name, by->text);
    for (size_t i = 1; i < n; i++)
        for (size_t k = i; k > 0 && precedes(table, column, rows[k], rows[k - 1]);
             k--) {
            const size_t row = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = row;
        }
    return ARMEX_OK;
}

static armex_status copy_row(struct armex_table *to, const struct armex_table *from,
                             size_t row, struct armex_error *error)
{
    armex_status status = armex_table_add(to, error);

    for (size_t c = 0; !status && c < from->n_columns; c++)
        status = armex_table_copy_cell(to, c, from, row, c, error);
    return status;
}

armex_status armex_rows_copy(struct armex_table **out, const struct armex_table *table,
                             const struct armex_where_list *where,
                             const struct armex_label *sort, struct armex_error *error)
{
    struct armex_table *copy = NULL;
    size_t *rows = NULL, n = 0;
    armex_status status = armex_rows_where(&rows, &n, table, where, error);

    *out = NULL;
    if (!status && sort->text)
        status = armex_rows_sort(rows, n, table, sort, error);
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
