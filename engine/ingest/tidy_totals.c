/** ingest/tidy_totals.c: values added up as they are printed, by their year. */
#include "ingest/tidy_totals.h"

#include <stdio.h>
#include <string.h>

#include "country/entity.h"
#include "ingest/printed_sum.h"
#include "ingest/written_year.h"

/** Whether all rows count the same. */
static bool are_alike(const struct armex_observations *rows)
{
    const struct armex_series *first = &rows->items[0].series;

    for (size_t i = 1; i < rows->n; i++) {
        const struct armex_series *series = &rows->items[i].series;
        if (series->measure != first->measure || series->flow != first->flow ||
            !armex_unit_equal(series->unit, first->unit) ||
            strcmp(series->scope, first->scope) != 0)
            return false;
    }
    return true;
}

static struct armex_cell cell_at(const struct armex_footer_row *row, size_t column)
{
    const struct armex_cell none = {"", 0, 0, 0};
    return column < row->n ? armex_cell_trim(row->cells[column]) : none;
}

/** The year beside a total; 0: none. */
static int year_of(const struct armex_footer_row *row, const struct armex_sheet *sheet)
{
    const struct armex_cell cell = cell_at(row, armex_sheet_column(sheet, "year"));
    return cell.length ? armex_written_year(cell.text, cell.length).year : 0;
}

static armex_status check(struct armex_panel *panel, const struct armex_footer_row *row,
                          const struct armex_sheet *sheet,
                          const struct armex_observations *rows,
                          struct armex_error *error)
{
    const struct armex_writing writing = {.unit = rows->items[0].series.unit,
                                          .comma = sheet->comma};
    const size_t column = armex_sheet_column(sheet, "value");
    const struct armex_cell total = cell_at(row, column);
    const int year = year_of(row, sheet);
    struct armex_printed_sum sum = {0};
    char of[32] = "all rows";

    for (size_t i = 0; i < rows->n; i++) {
        const struct armex_cell *cell =
            armex_sheet_cell(sheet, rows->items[i].row, column);
        if ((!year || rows->items[i].year == year) &&
            armex_printed_is_part(armex_entity_by_code(rows->items[i].series.entity)))
            armex_printed_add(&sum, cell, &writing);
    }
    const struct armex_printed_words words =
        armex_printed_compare(&sum, &total, &writing);
    if (year)
        snprintf(of, sizeof of, "%d", year);
    return *words.text ? armex_notes_add(&panel->notes, panel->arena, error,
                                         "line %u, a total: the figures of %s %s",
                                         (unsigned)total.line, of, words.text)
                       : ARMEX_OK;
}

armex_status armex_tidy_totals(struct armex_panel *panel,
                               const struct armex_footer *footer,
                               const struct armex_sheet *sheet,
                               const struct armex_observations *rows,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (!footer || !footer->n_totals || rows->dated || !rows->n || !are_alike(rows) ||
        !armex_printed_adds_up(rows->items[0].series.unit.kind) ||
        armex_sheet_column(sheet, "multiplier") < sheet->n_columns)
        return ARMEX_OK;
    for (size_t i = 0; !status && i < footer->n_totals; i++)
        status = check(panel, &footer->totals[i], sheet, rows, error);
    return status;
}
