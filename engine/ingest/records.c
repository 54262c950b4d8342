/** ingest/records.c: cells become typed columns. */
#include "ingest/records.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

static enum armex_column_type column_type(enum armex_field_type type)
{
    switch (type) {
    case ARMEX_FIELD_YEAR:
        return ARMEX_COLUMN_YEAR;
    case ARMEX_FIELD_INTEGER:
        return ARMEX_COLUMN_COUNT;
    case ARMEX_FIELD_NUMBER:
        return ARMEX_COLUMN_NUMBER;
    default:
        return ARMEX_COLUMN_TEXT;
    }
}

/** The schema's field of that column; a checked sheet has no other columns. */
static const struct armex_field *field_of(const struct armex_schema *schema,
                                          const struct armex_cell *name)
{
    size_t i = 0;

    while (i + 1 < schema->n_fields && !armex_cell_is(name, schema->fields[i].name))
        i++;
    return &schema->fields[i];
}

static struct armex_column column_of(const struct armex_field *field)
{
    return (struct armex_column){
        .name = field->name,
        .title = *field->title ? field->title : field->name,
        .unit = field->unit,
        .description = field->description,
        .type = column_type(field->type),
    };
}

static armex_status read_cell(struct armex_table *table, size_t column,
                              const struct armex_cell *cell, struct armex_error *error)
{
    double number = NAN;
    const char *text;

    if (table->columns[column].type != ARMEX_COLUMN_TEXT) {
        if (!armex_number_parse(&number, cell->text, cell->length, 0))
            number = NAN; // empty: the schema let nothing else through
        return armex_table_number(table, column, number, error);
    }
    text = armex_arena_copy(table->arena, cell->text, cell->length);
    return text ? armex_table_text(table, column, text, error)
                : armex_fail_memory(error);
}

static armex_status read_rows(struct armex_table *table,
                              const struct armex_sheet *sheet,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t row = 0; !status && row < sheet->n_rows; row++) {
        status = armex_table_add(table, error);
        for (size_t c = 0; !status && c < sheet->n_columns; c++)
            status = read_cell(table, c, armex_sheet_cell(sheet, row, c), error);
    }
    return status;
}

armex_status armex_records_read(struct armex_table **out, const char *name,
                                const char *title, const struct armex_sheet *sheet,
                                const struct armex_schema *schema,
                                struct armex_error *error)
{
    struct armex_column *columns = calloc(sheet->n_columns, sizeof *columns);
    struct armex_table *table = NULL;
    armex_status status;

    *out = NULL;
    if (!columns)
        return armex_fail_memory(error);
    for (size_t c = 0; c < sheet->n_columns; c++)
        columns[c] = column_of(field_of(schema, &sheet->header[c]));
    status = armex_table_create(&table, name, columns, sheet->n_columns, error);
    if (!status) {
        table->title = armex_arena_text(table->arena, title);
        status =
            table->title ? read_rows(table, sheet, error) : armex_fail_memory(error);
    }
    if (!status)
        *out = table;
    else
        armex_table_free(table);
    free(columns);
    return status;
}
