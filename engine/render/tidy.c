/** render/tidy.c: a panel as one row an observation. */
#include "render/tidy.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    YEARS,
    FIRST_MONTH,
    FLOW,
    MEASURE,
    SCOPE,
    VALUE,
    UNIT,
    MULTIPLIER,
    STATUS,
    FLAG,
    N_COLUMNS
};

static const struct armex_column columns[N_COLUMNS] = {
    [ENTITY] = {"entity", "Code", "",
                "Code of the entity: ISO 3166-1 alpha-3 for states", ARMEX_COLUMN_TEXT,
                false},
    [NAME] = {"name", "Name", "", "English name of the entity", ARMEX_COLUMN_TEXT,
              false},
    [YEAR] =
        {"year", "Year", "year",
         "Calendar year, year in which a fiscal year ends, or last year of a window",
         ARMEX_COLUMN_YEAR, false},
    [YEARS] = {"years", "Years", "year", "How many years one figure covers",
               ARMEX_COLUMN_YEAR, false},
    [FIRST_MONTH] = {"first_month", "First month", "month",
                     "First month of the year meant: 1 for a calendar year",
                     ARMEX_COLUMN_YEAR, false},
    [FLOW] = {"flow", "Flow", "", "exports or imports", ARMEX_COLUMN_TEXT, false},
    [MEASURE] = {"measure", "Measure", "", "What is counted", ARMEX_COLUMN_TEXT, false},
    [SCOPE] = {"scope", "Scope", "", "Which of several counts of the measure",
               ARMEX_COLUMN_TEXT, false},
    [VALUE] = {"value", "Value", "",
               "The figure, in the unit; empty where there is none",
               ARMEX_COLUMN_NUMBER, false},
    [UNIT] = {"unit", "Unit", "", "In what it is counted", ARMEX_COLUMN_TEXT, false},
    [MULTIPLIER] = {"multiplier", "Multiplier", "",
                    "Value times multiplier is the amount in the unit",
                    ARMEX_COLUMN_YEAR, false},
    [STATUS] = {"status", "Status", "", "What is known of the figure",
                ARMEX_COLUMN_TEXT, false},
    [FLAG] = {"flag", "Flag", "", "doubtful: nothing better stands", ARMEX_COLUMN_TEXT,
              false}};

static armex_status add_observation(struct armex_table *table,
                                    const struct armex_panel *panel, size_t s, int year,
                                    struct armex_error *error)
{
    const struct armex_series *series = &panel->series[s];
    const armex_mark mark = armex_panel_mark(panel, s, year);
    const double numbers[N_COLUMNS] = {
        [YEAR] = year,
        [YEARS] = series->period.years,
        [FIRST_MONTH] = series->period.first_month,
        [VALUE] = armex_panel_value(panel, s, year),
        [MULTIPLIER] = 1,
    };
    char unit[ARMEX_UNIT_SIZE];
    const char *texts[N_COLUMNS] = {
        [ENTITY] = series->entity,
        [NAME] = series->name,
        [FLOW] = armex_direction_name(series->flow),
        [MEASURE] = armex_measure_name(series->measure),
        [SCOPE] = series->scope,
        [UNIT] = unit,
        [STATUS] = armex_mark_name(mark),
        [FLAG] = mark & ARMEX_WEAK ? "doubtful" : "",
    };
    armex_status status = armex_table_add(table, error);

    armex_unit_write(unit, series->unit);
    for (size_t c = 0; !status && c < N_COLUMNS; c++)
        status = texts[c] ? armex_table_text(table, c, texts[c], error)
                          : armex_table_number(table, c, numbers[c], error);
    return status;
}

armex_status armex_tidy_table(struct armex_table **out, const struct armex_panel *panel,
                              struct armex_error *error)
{
    armex_status status =
        armex_table_create(out, "observations", columns, N_COLUMNS, error);

    if (!status)
        status = armex_notes_join(&(*out)->notes, (*out)->arena, &panel->notes, error);
    for (size_t s = 0; !status && s < panel->n_series; s++)
        for (size_t y = 0; !status && y < panel->n_years; y++) {
            const int year = panel->first_year + (int)y;
            if (armex_panel_mark(panel, s, year) & ARMEX_STATUS_BITS)
                status = add_observation(*out, panel, s, year, error);
        }
    if (status) {
        armex_table_free(*out);
        *out = NULL;
    }
    return status;
}
