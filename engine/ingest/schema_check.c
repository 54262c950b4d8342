/** ingest/schema_check.c: a sheet held against its schema, cell by cell. */
#include "ingest/schema.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/number.h"

static bool is_boolean(const struct armex_cell *cell)
{
    static const char *const words[] = {"true",  "True",  "TRUE",  "1",
                                        "false", "False", "FALSE", "0"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (armex_cell_is(cell, words[i]))
            return true;
    return false;
}

/** Whether the cell spells a value of the type; a number's value in `*value`. */
static bool has_type(const struct armex_cell *cell, enum armex_field_type type,
                     double *value)
{
    struct armex_date date;
    long whole = 0;

    switch (type) {
    case ARMEX_FIELD_NUMBER:
        return armex_number_parse(value, cell->text, cell->length, 0);
    case ARMEX_FIELD_INTEGER:
    case ARMEX_FIELD_YEAR:
        if (!armex_whole_parse(&whole, cell->text, cell->length, LONG_MIN, LONG_MAX))
            return false;
        *value = (double)whole;
        return true;
    case ARMEX_FIELD_DATE:
        return armex_date_parse(&date, cell->text, cell->length) && date.day;
    case ARMEX_FIELD_BOOLEAN:
        return is_boolean(cell);
    default:
        return true;
    }
}

static bool is_allowed(const struct armex_field *field, const struct armex_cell *cell)
{
    for (size_t i = 0; i < field->n_allowed; i++)
        if (armex_cell_is(cell, field->allowed[i]))
            return true;
    return field->n_allowed == 0;
}

static armex_status fail_at(struct armex_error *error, const struct armex_sheet *sheet,
                            const struct armex_cell *cell,
                            const struct armex_field *field, const char *what)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(sheet->file, cell),
                      "'%s' is not a value of '%s', which must %s",
                      armex_cell_clip(cell).text, field->name, what);
}

/** What the cell must be and is not, or NULL. */
static const char *objection(const struct armex_field *field,
                             const struct armex_cell *cell)
{
    static const char *const types[ARMEX_FIELD_TYPES] = {
        [ARMEX_FIELD_INTEGER] = "be a whole number",
        [ARMEX_FIELD_NUMBER] = "be a number",
        [ARMEX_FIELD_YEAR] = "be a year",
        [ARMEX_FIELD_DATE] = "be a day, YYYY-MM-DD",
        [ARMEX_FIELD_BOOLEAN] = "be true or false",
    };
    const double length = (double)cell->length;
    double value = NAN; // no bound holds back what is no number

    if (!has_type(cell, field->type, &value))
        return types[field->type];
    if (value < field->minimum)
        return "not be below the schema's minimum";
    if (value > field->maximum)
        return "not be above the schema's maximum";
    if (length < field->min_length || length > field->max_length)
        return "keep to the length in the schema";
    return is_allowed(field, cell) ? NULL : "be one of the words in the schema";
}

static armex_status check_cell(const struct armex_field *field,
                               const struct armex_sheet *sheet,
                               const struct armex_cell *cell, struct armex_error *error)
{
    const char *wrong;
    bool matches = true;
    armex_status status = ARMEX_OK;

    if (!cell->length && !field->required)
        return ARMEX_OK;
    if (!cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(sheet->file, cell),
                          "'%s' is empty; the schema requires a value", field->name);
    wrong = objection(field, cell);
    if (wrong)
        return fail_at(error, sheet, cell, field, wrong);
    if (field->pattern)
        status = armex_pattern_match(&matches, field->pattern, cell->text, cell->length,
                                     error);
    if (!status && !matches)
        status = fail_at(error, sheet, cell, field, "match the schema's pattern");
    return status;
}

/** Which column each field stands in. */
static armex_status match_columns(size_t *columns, const struct armex_schema *schema,
                                  const struct armex_sheet *sheet,
                                  struct armex_error *error)
{
    const struct armex_place top = armex_cell_place(sheet->file, &sheet->header[0]);

    for (size_t i = 0; i < schema->n_fields; i++) {
        columns[i] = armex_sheet_column(sheet, schema->fields[i].name);
        if (columns[i] == sheet->n_columns)
            return armex_fail(error, ARMEX_BAD_INPUT, top,
                              "the column '%s' of the schema is missing",
                              schema->fields[i].name);
    }
    for (size_t c = 0; c < sheet->n_columns; c++) {
        size_t i = 0;
        while (i < schema->n_fields && columns[i] != c)
            i++;
        if (i == schema->n_fields)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(sheet->file, &sheet->header[c]),
                              "the schema has no field '%s'",
                              armex_cell_clip(&sheet->header[c]).text);
    }
    return ARMEX_OK;
}

static void blank_missing(const struct armex_schema *schema, struct armex_sheet *sheet)
{
    for (size_t i = 0; i < sheet->n_rows * sheet->n_columns; i++)
        for (size_t m = 0; m < schema->n_missing; m++)
            if (armex_cell_is(&sheet->cells[i], schema->missing[m]))
                sheet->cells[i].length = 0;
}

static armex_status check_unique(const struct armex_sheet *sheet, const size_t *columns,
                                 size_t n, const char *what, bool with_empty,
                                 struct armex_error *error)
{
    size_t row, earlier;
    const armex_status status =
        armex_sheet_repeat(&row, &earlier, sheet, columns, n, with_empty, error);

    if (status || row == sheet->n_rows)
        return status;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_sheet_place(sheet, row, columns[0]),
                      "this row repeats the %s of line %zu", what,
                      armex_sheet_place(sheet, earlier, columns[0]).line);
}

static armex_status check_key(const struct armex_schema *schema,
                              const struct armex_sheet *sheet, size_t *columns,
                              struct armex_error *error)
{
    for (size_t i = 0; i < schema->n_key; i++) {
        columns[i] = armex_sheet_column(sheet, schema->key[i]);
        if (columns[i] == sheet->n_columns)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(sheet->file, &sheet->header[0]),
                              "the primary key's column '%s' is missing",
                              schema->key[i]);
    }
    return schema->n_key
               ? check_unique(sheet, columns, schema->n_key, "primary key", true, error)
               : ARMEX_OK;
}

armex_status armex_schema_check(const struct armex_schema *schema,
                                struct armex_sheet *sheet, struct armex_error *error)
{
    const size_t most =
        schema->n_fields > schema->n_key ? schema->n_fields : schema->n_key;
    size_t *columns = calloc(most + 1, sizeof *columns);
    armex_status status;

    if (!columns)
        return armex_fail_memory(error);
    status = match_columns(columns, schema, sheet, error);
    if (!status)
        blank_missing(schema, sheet);
    for (size_t row = 0; !status && row < sheet->n_rows; row++)
        for (size_t i = 0; !status && i < schema->n_fields; i++)
            status = check_cell(&schema->fields[i], sheet,
                                armex_sheet_cell(sheet, row, columns[i]), error);
    for (size_t i = 0; !status && i < schema->n_fields; i++)
        if (schema->fields[i].unique)
            status = check_unique(sheet, &columns[i], 1, schema->fields[i].name, false,
                                  error);
    if (!status)
        status = check_key(schema, sheet, columns, error);
    free(columns);
    return status;
}
