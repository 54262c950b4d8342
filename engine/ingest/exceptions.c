/** ingest/exceptions.c: an exception is matched to its rows by what their cells say. */
#include "ingest/exceptions.h"

#include <stdlib.h>

/** Whether a column says something of the exception, not of the row that it excuses. */
static bool is_own(const struct armex_cell *name)
{
    return armex_cell_is(name, "check") || armex_cell_is(name, "reason");
}

static armex_status check_header(const struct armex_exceptions *exceptions,
                                 struct armex_error *error)
{
    const struct armex_sheet *sheet = exceptions->sheet;
    const char *const needed[] = {"check", "reason"};

    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (armex_sheet_column(sheet, needed[i]) == sheet->n_columns)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              armex_cell_place(sheet->file, &sheet->header[0]),
                              "exceptions need a column '%s'", needed[i]);
    for (size_t c = 0; c < sheet->n_columns; c++) {
        const struct armex_cell *name = &sheet->header[c];
        const struct armex_clip clip = armex_cell_clip(name);
        if (!is_own(name) &&
            armex_sheet_column(exceptions->checked, clip.text) ==
                exceptions->checked->n_columns &&
            !armex_default_find(exceptions->defaults, clip.text))
            return armex_fail(
                error, ARMEX_BAD_INPUT, armex_cell_place(sheet->file, name),
                "%s has no column '%s'", exceptions->checked->file, clip.text);
    }
    return ARMEX_OK;
}

armex_status armex_exceptions_open(struct armex_exceptions *out,
                                   const struct armex_sheet *sheet,
                                   const struct armex_sheet *checked,
                                   const struct armex_defaults *defaults,
                                   struct armex_error *error)
{
    *out = (struct armex_exceptions){sheet, checked, defaults, NULL};
    if (!sheet)
        return ARMEX_OK;
    out->used = calloc(sheet->n_rows + 1, sizeof *out->used);
    return out->used ? check_header(out, error) : armex_fail_memory(error);
}

void armex_exceptions_close(struct armex_exceptions *exceptions)
{
    free(exceptions->used);
    *exceptions = (struct armex_exceptions){0};
}

static bool names_row(const struct armex_exceptions *exceptions, size_t e, size_t row)
{
    const struct armex_sheet *sheet = exceptions->sheet;

    for (size_t c = 0; c < sheet->n_columns; c++) {
        const struct armex_clip name = armex_cell_clip(&sheet->header[c]);
        if (is_own(&sheet->header[c]))
            continue;
        const struct armex_cell cell = armex_default_or_cell(
            exceptions->checked, row, name.text, exceptions->defaults);
        if (armex_cell_compare(&cell, armex_sheet_cell(sheet, e, c)) != 0)
            return false;
    }
    return true;
}

bool armex_exceptions_excuse(struct armex_exceptions *exceptions, const char *check,
                             size_t row)
{
    const struct armex_sheet *sheet = exceptions->sheet;
    bool excused = false;

    for (size_t e = 0; sheet && e < sheet->n_rows; e++) {
        const size_t column = armex_sheet_column(sheet, "check");
        if (armex_cell_is(armex_sheet_cell(sheet, e, column), check) &&
            names_row(exceptions, e, row)) {
            exceptions->used[e] = true;
            excused = true;
        }
    }
    return excused;
}

size_t armex_exceptions_unused(const struct armex_exceptions *exceptions, size_t from)
{
    const size_t n = exceptions->sheet ? exceptions->sheet->n_rows : 0;

    while (from < n && exceptions->used[from])
        from++;
    return from;
}
