/** ingest/tidy_bare.c: columns of a bare table told by their names. */
#include "ingest/tidy_bare.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "ingest/tidy_cell.h"
#include "ingest/wide_header.h"

/* Folded (base/text.h). */
static const char *const years[] = {"year", "calendar year", "jahr", "annee", "ano",
                                    "anno", "jaar",          "rok",  "yil"};

static bool is_year(const struct armex_cell *cell)
{
    char *folded = armex_fold(cell->text, cell->length);
    const size_t n = sizeof years / sizeof *years;
    const bool is = folded && armex_word_index(years, n, folded, strlen(folded)) < n;

    free(folded);
    return is;
}

/** Whether the layout has a column of that name, and reads it. */
static bool is_of_layout(const struct armex_cell *cell)
{
    for (size_t kind = 0; kind < ARMEX_TIDY_COLUMNS; kind++)
        if (armex_cell_says(cell, armex_tidy_kinds[kind].name))
            return !armex_cell_says(cell, "value");
    return false;
}

/** Takes column `c` for one that there is once. */
static bool take(size_t *column, size_t c, size_t n)
{
    const bool is_first = *column == n;

    *column = c;
    return is_first;
}

static bool take_column(struct armex_tidy_bare *out, const struct armex_cell *cell,
                        size_t c, size_t n)
{
    bool is_imports;
    const enum armex_wide_kind kind = armex_wide_kind_of(&is_imports, cell);

    switch (kind) {
    case ARMEX_WIDE_NAME:
        out->is_imports = is_imports;
        return take(&out->entity, c, n);
    case ARMEX_WIDE_CODE:
        return take(&out->code, c, n);
    case ARMEX_WIDE_YEAR:
        return false; // a table of one column a year
    case ARMEX_WIDE_ASIDE:
    case ARMEX_WIDE_EMPTY:
        return true;
    default:
        return is_year(cell)        ? take(&out->year, c, n)
               : is_of_layout(cell) ? true
                                    : take(&out->value, c, n);
    }
}

bool armex_tidy_bare_find(struct armex_tidy_bare *out, const struct armex_cell *cells,
                          size_t n)
{
    *out = (struct armex_tidy_bare){n, n, n, n, false};
    for (size_t c = 0; c < n; c++) {
        const struct armex_cell cell = armex_cell_trim(cells[c]);
        if (!take_column(out, &cell, c, n))
            return false;
    }
    return out->entity < n && out->year < n && out->value < n;
}

static void call(struct armex_sheet *sheet, size_t column, const char *name)
{
    if (column < sheet->n_columns) {
        sheet->header[column].text = name;
        sheet->header[column].length = strlen(name);
    }
}

static bool is_known(const struct armex_sheet *sheet, const struct armex_cell *cell)
{
    return armex_names_find(sheet->names, cell->text, cell->length);
}

/** Publishers call countries otherwise every few years, and their codes hardly ever. */
static void know_by_code(struct armex_sheet *sheet, const struct armex_tidy_bare *bare)
{
    for (size_t r = 0; bare->code < sheet->n_columns && r < sheet->n_rows; r++) {
        struct armex_cell *row = &sheet->cells[r * sheet->n_columns];
        if (!is_known(sheet, &row[bare->entity]) && is_known(sheet, &row[bare->code]))
            row[bare->entity] = row[bare->code];
    }
}

void armex_tidy_bare_name(struct armex_sheet *sheet, const struct armex_tidy_bare *bare)
{
    call(sheet, bare->entity, "entity");
    call(sheet, bare->year, "year");
    call(sheet, bare->value, "value");
    call(sheet, bare->code, "name");
    know_by_code(sheet, bare);
}
