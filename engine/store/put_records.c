/** store/put_records.c: a table, each column a variable of its own. */
#include "store/vintage_write.h"

#include <math.h>
#include <string.h>

static void put_words(struct armex_put *put, struct armex_object *data,
                      const struct armex_column *column)
{
    armex_put_text(put, data, "units", column->unit);
    armex_put_text(put, data, "comment", column->description);
    armex_put_whole(put, data, "column_type", column->type);
    armex_put_whole(put, data, "column_machine", column->machine);
}

static void put_column(struct armex_put *put, const struct armex_axis *axis,
                       const struct armex_column *column,
                       const union armex_cells *cells)
{
    struct armex_variable variable = {
        column->name, column->title, ARMEX_FORM_DOUBLE, 1, {axis, NULL}};

    if (strchr(column->name, '/') || strcmp(column->name, "record") == 0 ||
        column->name[0] == '\0' || column->name[0] == '.') {
        put->failed = true; // such a name means another thing in HDF5
        return;
    }
    if (column->type == ARMEX_COLUMN_TEXT) {
        variable.form = ARMEX_FORM_TEXT;
        put_words(put, armex_put_variable(put, &variable, cells->texts), column);
        return;
    }
    struct armex_object *data = armex_put_variable(put, &variable, cells->numbers);
    armex_put_number(put, data, "_FillValue", NAN);
    put_words(put, data, column);
}

void armex_put_records(struct armex_put *put, const struct armex_table *records)
{
    const struct armex_axis *axis = armex_put_dimension(put, "record", records->n_rows);

    armex_put_text(put, put->file, "table_name", records->name);
    armex_put_text(put, put->file, "table_title", records->title);
    for (size_t i = 0; i < records->n_columns; i++)
        put_column(put, axis, &records->columns[i], &records->cells[i]);
}
