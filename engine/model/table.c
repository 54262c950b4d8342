/** model/table.c: a table that is built row by row. */
#include "model/table.h"

#include <math.h>
#include <string.h>

static bool is_text(const struct armex_table *table, size_t column)
{
    return table->columns[column].type == ARMEX_COLUMN_TEXT;
}

static bool copy_column(struct armex_column *out, struct armex_arena *arena,
                        const struct armex_column *from)
{
    *out = *from;
    out->name = armex_arena_text(arena, from->name);
    out->title = armex_arena_text(arena, from->title);
    out->unit = armex_arena_text(arena, from->unit);
    out->description = armex_arena_text(arena, from->description);
    return out->name && out->title && out->unit && out->description;
}

armex_status armex_table_create(struct armex_table **out, const char *name,
                                const struct armex_column *columns, size_t n_columns,
                                struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_table *table = arena ? armex_arena_new(arena, 1, sizeof *table) : NULL;
    bool made = table != NULL;

    *out = NULL;
    if (made) {
        table->arena = arena;
        table->n_columns = n_columns;
        table->title = "";
        table->name = armex_arena_text(arena, name);
        table->columns = armex_arena_new(arena, n_columns, sizeof *table->columns);
        table->cells = armex_arena_new(arena, n_columns, sizeof *table->cells);
        made = table->name && table->columns && table->cells;
    }
    for (size_t i = 0; made && i < n_columns; i++)
        made = copy_column(&table->columns[i], arena, &columns[i]);
    if (!made) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *out = table;
    return ARMEX_OK;
}

void armex_table_free(struct armex_table *table)
{
    if (table)
        armex_arena_free(table->arena);
}

static armex_status make_room(struct armex_table *table, struct armex_error *error)
{
    const size_t capacity = table->capacity ? 2 * table->capacity : 64;

    for (size_t i = 0; i < table->n_columns; i++) {
        union armex_cells *cells = &table->cells[i];
        union armex_cells more;
        if (is_text(table, i)) {
            more.texts = armex_arena_new(table->arena, capacity, sizeof *more.texts);
            if (more.texts && table->n_rows)
                memcpy(more.texts, cells->texts, table->n_rows * sizeof *more.texts);
            if (!more.texts)
                return armex_fail_memory(error);
        } else {
            more.numbers =
                armex_arena_new(table->arena, capacity, sizeof *more.numbers);
            if (more.numbers && table->n_rows)
                memcpy(more.numbers, cells->numbers,
                       table->n_rows * sizeof *more.numbers);
            if (!more.numbers)
                return armex_fail_memory(error);
        }
        *cells = more;
    }
    table->capacity = capacity;
    return ARMEX_OK;
}

armex_status armex_table_add(struct armex_table *table, struct armex_error *error)
{
    if (table->n_rows == table->capacity) {
        const armex_status status = make_room(table, error);
        if (status)
            return status;
    }
    for (size_t i = 0; i < table->n_columns; i++) {
        if (is_text(table, i))
            table->cells[i].texts[table->n_rows] = "";
        else
            table->cells[i].numbers[table->n_rows] = NAN;
    }
    table->n_rows++;
    return ARMEX_OK;
}

static armex_status wrong_cell(const struct armex_table *table, size_t column,
                               const char *what, struct armex_error *error)
{
    return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                      "table %s: column %zu was given %s; please report this",
                      table->name, column, what);
}

armex_status armex_table_number(struct armex_table *table, size_t column, double value,
                                struct armex_error *error)
{
    if (table->n_rows == 0 || column >= table->n_columns || is_text(table, column))
        return wrong_cell(table, column, "a number where none belongs", error);
    if (isinf(value))
        return wrong_cell(table, column, "an infinite number", error);
    table->cells[column].numbers[table->n_rows - 1] = value;
    return ARMEX_OK;
}

armex_status armex_table_text(struct armex_table *table, size_t column,
                              const char *text, struct armex_error *error)
{
    if (table->n_rows == 0 || column >= table->n_columns || !is_text(table, column))
        return wrong_cell(table, column, "a text where none belongs", error);
    const size_t row = table->n_rows - 1;
    const char **texts = table->cells[column].texts;
    if (text && row > 0 && strcmp(texts[row - 1], text) == 0) {
        texts[row] = texts[row - 1]; // a unit, a measure: the same in row after row
        return ARMEX_OK;
    }
    const char *copy = armex_arena_text(table->arena, text);
    if (!copy)
        return armex_fail_memory(error);
    texts[row] = copy;
    return ARMEX_OK;
}

armex_status armex_table_copy_cell(struct armex_table *to, size_t to_column,
                                   const struct armex_table *from, size_t row,
                                   size_t column, struct armex_error *error)
{
    const union armex_cells cells = from->cells[column];

    return is_text(from, column)
               ? armex_table_text(to, to_column, cells.texts[row], error)
               : armex_table_number(to, to_column, cells.numbers[row], error);
}

size_t armex_table_column(const struct armex_table *table, const char *name)
{
    size_t i = 0;
    while (i < table->n_columns && (table->columns[i].name[0] != name[0] ||
                                    strcmp(table->columns[i].name, name) != 0))
        i++;
    return i;
}

armex_status armex_table_take(struct armex_table *table, const size_t *order, size_t n,
                              struct armex_error *error)
{
    for (size_t i = 0; i < table->n_columns; i++) {
        union armex_cells taken;
        if (is_text(table, i)) {
            taken.texts = armex_arena_new(table->arena, n, sizeof *taken.texts);
            for (size_t row = 0; taken.texts && row < n; row++)
                taken.texts[row] = table->cells[i].texts[order[row]];
            if (!taken.texts)
                return armex_fail_memory(error);
        } else {
            taken.numbers = armex_arena_new(table->arena, n, sizeof *taken.numbers);
            for (size_t row = 0; taken.numbers && row < n; row++)
                taken.numbers[row] = table->cells[i].numbers[order[row]];
            if (!taken.numbers)
                return armex_fail_memory(error);
        }
        table->cells[i] = taken;
    }
    table->n_rows = n;
    table->capacity = n;
    return ARMEX_OK;
}

static bool copy_cells(struct armex_table *to, const struct armex_table *from,
                       size_t column)
{
    union armex_cells *cells = &to->cells[column];
    const union armex_cells there = from->cells[column];
    const size_t n = from->n_rows;

    if (!is_text(from, column)) {
        cells->numbers = armex_arena_room(to->arena, n, sizeof *cells->numbers);
        if (cells->numbers && n > 0)
            memcpy(cells->numbers, there.numbers, n * sizeof *cells->numbers);
        return cells->numbers != NULL;
    }
    cells->texts = armex_arena_new(to->arena, n, sizeof *cells->texts);
    bool copied = cells->texts != NULL;
    for (size_t row = 0; copied && row < n; row++) {
        cells->texts[row] = armex_arena_text(to->arena, there.texts[row]);
        copied = cells->texts[row] != NULL;
    }
    return copied;
}

armex_status armex_table_copy(struct armex_table **out, const struct armex_table *table,
                              struct armex_error *error)
{
    armex_status status =
        armex_table_create(out, table->name, table->columns, table->n_columns, error);

    if (status)
        return status;
    struct armex_table *copy = *out;
    bool copied = (copy->title = armex_arena_text(copy->arena, table->title)) != NULL;
    for (size_t i = 0; copied && i < table->n_columns; i++)
        copied = copy_cells(copy, table, i);
    copy->n_rows = copy->capacity = copied ? table->n_rows : 0;
    status = copied ? armex_notes_join(&copy->notes, copy->arena, &table->notes, error)
                    : armex_fail_memory(error);
    if (status) {
        armex_table_free(copy);
        *out = NULL;
    }
    return status;
}
