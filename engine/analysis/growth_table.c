/** analysis/growth_table.c: growth as a table, and the words that go with it. */
#include "analysis/growth_parts.h"

#include <math.h>

#include "analysis/caution.h"
#include "analysis/row.h"

enum {
    ENTITY,
    NAME,
    FROM,
    TO,
    FIRST,
    LAST,
    GROWTH,
    CAGR,
    REASON,
    UNIT,
    MEASURE,
    SCOPE,
    STANDARD_ERROR,
    OBSERVATIONS,
    COLUMNS
};

static const struct armex_column all_columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "ISO 3166 code, or a code of its own",
                ARMEX_COLUMN_TEXT, true},
    [NAME] = {"name", "Name", "", "name of the entity", ARMEX_COLUMN_TEXT, false},
    [FROM] = {"from", "From", "year", "year of the base; of a window its last",
              ARMEX_COLUMN_YEAR, false},
    [TO] = {"to", "To", "year", "year of the end; of a window its last",
            ARMEX_COLUMN_YEAR, false},
    [FIRST] = {"first", "First", "", "figure of the base, in the unit of the row",
               ARMEX_COLUMN_AMOUNT, false},
    [LAST] = {"last", "Last", "", "figure of the end, in the unit of the row",
              ARMEX_COLUMN_AMOUNT, false},
    [GROWTH] = {"growth", "Growth", "fraction", "by the method asked for",
                ARMEX_COLUMN_CHANGE, false},
    [CAGR] = {"cagr", "A year", "fraction",
              "compound yearly rate from first to last: (last/first)^(1/years) - 1",
              ARMEX_COLUMN_CHANGE, false},
    [REASON] = {"reason", "Why none", "", "why growth is undefined", ARMEX_COLUMN_TEXT,
                false},
    [UNIT] = {"unit", "Unit", "", "unit of first and last", ARMEX_COLUMN_TEXT, false},
    [MEASURE] = {"measure", "Measure", "", "what is counted", ARMEX_COLUMN_TEXT, false},
    [SCOPE] = {"scope", "Scope", "", "which of several counts of the measure",
               ARMEX_COLUMN_TEXT, false},
    [STANDARD_ERROR] = {"standard_error", "Std. error", "",
                        "standard error of ln(1 + growth)", ARMEX_COLUMN_NUMBER, false},
    [OBSERVATIONS] = {"observations", "Years", "", "figures above zero in the fit",
                      ARMEX_COLUMN_COUNT, false},
};

static const char *title_of(enum armex_growth_method method)
{
    static const char *const titles[] = {
        [ARMEX_GROWTH_YOY] = "Growth on the year before",
        [ARMEX_GROWTH_LOG] = "Growth on the year before, in logarithms",
        [ARMEX_GROWTH_CAGR] = "Growth from the first to the last year",
        [ARMEX_GROWTH_SYMMETRIC] = "Growth on the year before, symmetric rate",
        [ARMEX_GROWTH_TREND] = "Yearly growth, least-squares trend",
        [ARMEX_GROWTH_WINDOW] = "Growth on the window before",
    };
    return titles[method];
}

armex_status armex_growth_table(struct armex_growth_run *run)
{
    const enum armex_growth_method method = run->options.method;
    const size_t n = method == ARMEX_GROWTH_TREND ? COLUMNS : STANDARD_ERROR;
    const bool one_subject = armex_panel_one_subject(run->panel);
    struct armex_column columns[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        columns[i] = all_columns[i];
    columns[MEASURE].machine = columns[SCOPE].machine = one_subject;
    // between two years that follow, the yearly rate says the same again
    columns[CAGR].machine = method != ARMEX_GROWTH_CAGR && method != ARMEX_GROWTH_TREND;
    armex_status status =
        armex_table_create(&run->table, "growth", columns, n, run->error);
    if (!status) {
        run->table->title = title_of(method);
        status = armex_notes_join(&run->table->notes, run->table->arena,
                                  &run->panel->notes, run->error);
    }
    if (!status && method == ARMEX_GROWTH_WINDOW)
        status = armex_notes_add(&run->table->notes, run->table->arena, run->error,
                                 "sums of %d years; each bears the number of its last",
                                 run->options.window);
    return status;
}

armex_status armex_growth_put(struct armex_growth_run *run, size_t s,
                              const struct armex_growth_row *row)
{
    const struct armex_series *series = &run->panel->series[s];
    struct armex_row cells = {.table = run->table, .error = run->error};
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_add(&cells);
    armex_row_text(&cells, ENTITY, series->entity);
    armex_row_text(&cells, NAME, series->name);
    armex_row_number(&cells, FROM, row->from);
    armex_row_number(&cells, TO, row->to);
    armex_row_number(&cells, FIRST, row->first);
    armex_row_number(&cells, LAST, row->last);
    armex_row_number(&cells, GROWTH, row->growth);
    armex_row_number(&cells, CAGR, row->cagr);
    armex_row_text(&cells, REASON, armex_growth_reason_name(row->reason));
    armex_row_text(&cells, UNIT, unit);
    armex_row_text(&cells, MEASURE, armex_measure_name(series->measure));
    armex_row_text(&cells, SCOPE, series->scope);
    if (run->options.method == ARMEX_GROWTH_TREND) {
        armex_row_number(&cells, STANDARD_ERROR, row->standard_error);
        armex_row_number(&cells, OBSERVATIONS, (double)row->observations);
    }
    armex_growth_remark(run, s, row);
    return cells.status;
}
