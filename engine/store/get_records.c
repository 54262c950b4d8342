/** store/get_records.c: a table, each column a variable of its own. */
#include "store/vintage_read.h"

#include <string.h>

/** What a variable says of its column. */
static bool get_column(struct armex_get *get, struct armex_column *column,
                       const char *name, struct armex_arena *scratch)
{
    int type = 0, machine = 0;

    *column = (struct armex_column){.name = name};
    if (!(column->title = armex_get_text(get, name, "long_name", scratch)) ||
        !(column->unit = armex_get_text(get, name, "units", scratch)) ||
        !(column->description = armex_get_text(get, name, "comment", scratch)) ||
        !armex_get_number(get, name, "column_type", ARMEX_AS_INT, &type) ||
        !armex_get_number(get, name, "column_machine", ARMEX_AS_INT, &machine))
        return false;
    if (type < ARMEX_COLUMN_TEXT || type > ARMEX_COLUMN_NUMBER)
        return armex_get_fault(get, "a column is of no type");
    column->type = (enum armex_column_type)type;
    column->machine = machine != 0;
    return true;
}

static struct armex_column *get_columns(struct armex_get *get, size_t *n,
                                        struct armex_arena *scratch)
{
    const size_t links = armex_get_count(get);
    struct armex_column *columns = armex_arena_new(scratch, links, sizeof *columns);

    *n = 0;
    if (!columns) {
        armex_get_no_memory(get);
        return NULL;
    }
    for (size_t i = 0; !get->why && i < links; i++) {
        const char *name = armex_get_name(get, i, scratch);

        if (name && strcmp(name, "record") != 0 &&
            get_column(get, &columns[*n], name, scratch))
            ++*n;
    }
    return get->why ? NULL : columns;
}

static bool get_cells(struct armex_get *get, struct armex_table *table, size_t n_rows)
{
    bool read = true;

    for (size_t i = 0; read && i < table->n_columns; i++) {
        const char *name = table->columns[i].name;
        // texts and numbers are both eight bytes and share one pointer
        double *cells = armex_arena_new(table->arena, n_rows, sizeof *cells);

        if (!cells)
            return armex_get_no_memory(get);
        table->cells[i].numbers = cells;
        read = table->columns[i].type == ARMEX_COLUMN_TEXT
                   ? armex_get_texts(get, name, n_rows, table->arena,
                                     table->cells[i].texts)
                   : armex_get_values(get, name, ARMEX_AS_DOUBLE, n_rows, cells);
    }
    table->n_rows = table->capacity = read ? n_rows : 0;
    return read;
}

static armex_status create_table(struct armex_vintage *vintage, struct armex_get *get,
                                 struct armex_arena *scratch, struct armex_error *error)
{
    size_t n_columns = 0;
    const struct armex_column *columns = get_columns(get, &n_columns, scratch);
    const char *name = armex_get_text(get, NULL, "table_name", scratch);
    const char *title = armex_get_text(get, NULL, "table_title", scratch);

    if (!columns || !name || !title)
        return ARMEX_BAD_INPUT;
    const armex_status status =
        armex_table_create(&vintage->records, name, columns, n_columns, error);
    if (status)
        return status;
    vintage->records->title = armex_arena_text(vintage->records->arena, title);
    return vintage->records->title ? ARMEX_OK : armex_fail_memory(error);
}

armex_status armex_get_records(struct armex_vintage *vintage, struct armex_get *get,
                               struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    size_t shape[2];
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    if (!status && !armex_get_shape(get, "record", 8, shape))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status = create_table(vintage, get, scratch, error);
    if (!status && !get_cells(get, vintage->records, shape[0]))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status = armex_get_notes(&vintage->records->notes, vintage->records->arena, get,
                                 error);
    armex_arena_free(scratch);
    return status;
}
