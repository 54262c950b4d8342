/** analysis/show.c: the observations, with their status. */
#include "analysis/caution.h"
#include "analysis/columns.h"
#include "analysis/query_request.h"
#include "analysis/row.h"
#include "analysis/show_row.h"

const struct armex_column armex_show_columns[ARMEX_SHOW_COLUMNS] = {
    [ARMEX_SHOW_ENTITY] = ARMEX_ENTITY_COLUMN,
    [ARMEX_SHOW_NAME] = ARMEX_NAME_COLUMN,
    [ARMEX_SHOW_YEAR] = {"year", "Year", "year",
                         "of a fiscal year that in which it ends, of several years the "
                         "last",
                         ARMEX_COLUMN_YEAR, false},
    [ARMEX_SHOW_VALUE] = ARMEX_VALUE_COLUMN("figure in the unit of the row"),
    [ARMEX_SHOW_UNIT] = ARMEX_UNIT_COLUMN("unit of the value"),
    [ARMEX_SHOW_MEASURE] = ARMEX_MEASURE_COLUMN(false),
    [ARMEX_SHOW_SCOPE] = ARMEX_SCOPE_COLUMN(false),
    [ARMEX_SHOW_STATUS] = {"status", "Status", "",
                           "how firm the figure is, or why there is none",
                           ARMEX_COLUMN_TEXT, false},
    [ARMEX_SHOW_FLOW] = {"flow", "Flow", "", "exports or imports", ARMEX_COLUMN_TEXT,
                         true},
    [ARMEX_SHOW_FIRST_MONTH] = {"first_month", "First month", "",
                                "of the year counted: 1 for a calendar year",
                                ARMEX_COLUMN_COUNT, true},
    [ARMEX_SHOW_YEARS] = {"years", "Years", "", "how many years one figure covers",
                          ARMEX_COLUMN_COUNT, true},
    [ARMEX_SHOW_BREAK] = {"break", "Break", "",
                          "unit: from here on counted differently; entity: from here "
                          "on another state",
                          ARMEX_COLUMN_TEXT, true},
};

static const char *break_name(armex_mark mark)
{
    const bool unit = mark & ARMEX_UNIT_BREAK, entity = mark & ARMEX_ENTITY_BREAK;
    if (unit && entity)
        return "unit and entity";
    return unit ? "unit" : entity ? "entity" : "";
}

void armex_show_put(struct armex_row *row, const struct armex_series *series, int year,
                    double value, armex_mark mark)
{
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(row);
    armex_row_text(row, ARMEX_SHOW_ENTITY, series->entity);
    armex_row_text(row, ARMEX_SHOW_NAME, series->name);
    armex_row_number(row, ARMEX_SHOW_YEAR, year);
    armex_row_number(row, ARMEX_SHOW_VALUE, value);
    armex_row_text(row, ARMEX_SHOW_UNIT, unit);
    armex_row_text(row, ARMEX_SHOW_MEASURE, armex_measure_name(series->measure));
    armex_row_text(row, ARMEX_SHOW_SCOPE, series->scope);
    armex_row_text(row, ARMEX_SHOW_STATUS, armex_mark_name(mark));
    armex_row_text(row, ARMEX_SHOW_FLOW, armex_direction_name(series->flow));
    armex_row_number(row, ARMEX_SHOW_FIRST_MONTH, series->period.first_month);
    armex_row_number(row, ARMEX_SHOW_YEARS, series->period.years);
    armex_row_text(row, ARMEX_SHOW_BREAK, break_name(mark));
}

/** A bare gap has no row; a break within it is told with the next figure. */
static void put_series(struct armex_row *row, const struct armex_panel *panel, size_t s)
{
    armex_mark breaks = 0;
    for (size_t y = 0; y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        const armex_mark mark = armex_panel_mark(panel, s, year);
        breaks |= mark & (ARMEX_UNIT_BREAK | ARMEX_ENTITY_BREAK);
        if ((mark & ARMEX_STATUS_BITS) == ARMEX_MISSING)
            continue;
        armex_show_put(row, &panel->series[s], year, armex_panel_value(panel, s, year),
                       mark | breaks);
        breaks = 0;
    }
}

armex_status armex_show(struct armex_table **out, const struct armex_panel *panel,
                        struct armex_error *error)
{
    struct armex_column columns[ARMEX_SHOW_COLUMNS];
    struct armex_row row = {.error = error};

    for (size_t i = 0; i < ARMEX_SHOW_COLUMNS; i++)
        columns[i] = armex_show_columns[i];
    columns[ARMEX_SHOW_MEASURE].machine = columns[ARMEX_SHOW_SCOPE].machine =
        armex_panel_one_subject(panel);
    row.status =
        armex_table_create(&row.table, "show", columns, ARMEX_SHOW_COLUMNS, error);
    for (size_t s = 0; !row.status && s < panel->n_series; s++)
        put_series(&row, panel, s);
    if (!row.status)
        row.status =
            armex_notes_join(&row.table->notes, row.table->arena, &panel->notes, error);
    if (!row.status)
        row.status = armex_caution_fiscal(&row.table->notes, row.table->arena, panel,
                                          NULL, panel->n_series, error);
    if (!row.status)
        row.status =
            armex_caution_years(&row.table->notes, row.table->arena, panel, error);
    if (row.status)
        armex_table_free(row.table);
    *out = row.status ? NULL : row.table;
    return row.status;
}
