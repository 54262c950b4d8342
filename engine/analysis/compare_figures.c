/** analysis/compare_figures.c: the figures that two counts share, side by side. */
#include <math.h>

#include "analysis/columns.h"
#include "analysis/compare_parts.h"

enum {
    ENTITY,
    NAME,
    YEAR,
    DATASET_A,
    VINTAGE_A,
    MEASURE_A,
    SCOPE_A,
    VALUE_A,
    UNIT_A,
    STATUS_A,
    YEARS_A,
    DATASET_B,
    VINTAGE_B,
    MEASURE_B,
    SCOPE_B,
    VALUE_B,
    UNIT_B,
    STATUS_B,
    YEARS_B,
    RATIO,
    FLOW,
    UNLIKE,
    COLUMNS
};

#define TEXT ARMEX_COLUMN_TEXT
#define COUNT ARMEX_COLUMN_COUNT

static const struct armex_column columns[COLUMNS] = {
    [ENTITY] = {"entity", "Code", "", "code of the entity", TEXT, true},
    [NAME] = ARMEX_NAME_COLUMN,
    [YEAR] = {"year", "Year", "year", "the year, or the last of a window",
              ARMEX_COLUMN_YEAR, false},
    [DATASET_A] = ARMEX_DATASET_A_COLUMN,
    [VINTAGE_A] = ARMEX_VINTAGE_A_COLUMN,
    [MEASURE_A] = ARMEX_MEASURE_A_COLUMN,
    [SCOPE_A] = {"scope_a", "Scope", "", "which count of it", TEXT, true},
    [VALUE_A] = {"value_a", "Figure", "", "figure of the one", ARMEX_COLUMN_AMOUNT,
                 false},
    [UNIT_A] = {"unit_a", "Unit", "", "what it is counted in", TEXT, false},
    [STATUS_A] = {"status_a", "Status", "", "how firm it is", TEXT, true},
    [YEARS_A] = {"years_a", "Years", "", "that the figure stands for", COUNT, true},
    [DATASET_B] = ARMEX_DATASET_B_COLUMN,
    [VINTAGE_B] = ARMEX_VINTAGE_B_COLUMN,
    [MEASURE_B] = ARMEX_MEASURE_B_COLUMN,
    [SCOPE_B] = {"scope_b", "Scope", "", "which count of it", TEXT, true},
    [VALUE_B] = {"value_b", "Figure", "", "figure of the other", ARMEX_COLUMN_AMOUNT,
                 false},
    [UNIT_B] = {"unit_b", "Unit", "", "what it is counted in", TEXT, false},
    [STATUS_B] = {"status_b", "Status", "", "how firm it is", TEXT, true},
    [YEARS_B] = {"years_b", "Years", "", "that the figure stands for", COUNT, true},
    [RATIO] = {"ratio", "A / B", "", "a / b, where it means anything",
               ARMEX_COLUMN_NUMBER, false},
    [FLOW] = {"flow", "Flow", "", "exports or imports", TEXT, true},
    [UNLIKE] = {"unlike", "No ratio", "", "why there is no ratio", TEXT, true},
};

armex_status armex_compare_figures_table(struct armex_table **out, bool vintages,
                                         struct armex_error *error)
{
    const armex_status status =
        armex_table_create(out, "compare", columns, COLUMNS, error);

    if (!status) {
        (*out)->title = "The figures that both have";
        (*out)->columns[VINTAGE_A].machine = !vintages;
        (*out)->columns[VINTAGE_B].machine = !vintages;
    }
    return status;
}

static double ratio(double a, double b)
{
    const double quotient = a / b;
    return a > 0.0 && b > 0.0 && isfinite(quotient) ? quotient : (double)NAN;
}

/** Where a count's columns stand. */
struct side {
    size_t scope, value, unit, status, years;
};

static void put_side(struct armex_row *row, const struct armex_panel *panel, size_t s,
                     int year, struct side at)
{
    const struct armex_series *series = &panel->series[s];
    char unit[ARMEX_UNIT_SIZE];

    armex_unit_write(unit, series->unit);
    armex_row_text(row, at.scope, series->scope);
    armex_row_number(row, at.value, armex_panel_value(panel, s, year));
    armex_row_text(row, at.unit, unit);
    armex_row_text(row, at.status, armex_mark_name(armex_panel_mark(panel, s, year)));
    armex_row_number(row, at.years, series->period.years);
}

static void put_figures(struct armex_row *row, const struct armex_pair *pair,
                        const struct armex_match *match, int year)
{
    const struct side a = {SCOPE_A, VALUE_A, UNIT_A, STATUS_A, YEARS_A};
    const struct side b = {SCOPE_B, VALUE_B, UNIT_B, STATUS_B, YEARS_B};
    const struct armex_series *series = &pair->a.panel->series[match->a];
    const double value_a = armex_panel_value(pair->a.panel, match->a, year);
    const double value_b = armex_panel_value(pair->b.panel, match->b, year);

    armex_row_add(row);
    armex_row_text(row, ENTITY, series->entity);
    armex_row_text(row, NAME, series->name);
    armex_row_number(row, YEAR, year);
    armex_compare_put_count(row, &pair->a, DATASET_A, MEASURE_A, VINTAGE_A);
    armex_compare_put_count(row, &pair->b, DATASET_B, MEASURE_B, VINTAGE_B);
    put_side(row, pair->a.panel, match->a, year, a);
    put_side(row, pair->b.panel, match->b, year, b);
    armex_row_number(row, RATIO,
                     match->refused ? (double)NAN : ratio(value_a, value_b));
    armex_row_text(row, FLOW, armex_direction_name(series->flow));
    armex_row_text(row, UNLIKE, match->refused ? match->refused : "");
}

void armex_compare_figures(struct armex_row *row, const struct armex_pair *pair)
{
    for (size_t m = 0; m < pair->n_matches; m++)
        for (size_t y = 0; pair->matches[m].pooled && y < pair->n_years; y++) {
            const int year = pair->from + (int)y;
            const struct armex_match *match = &pair->matches[m];
            if (!isnan(armex_panel_value(pair->a.panel, match->a, year)) &&
                !isnan(armex_panel_value(pair->b.panel, match->b, year)))
                put_figures(row, pair, match, year);
        }
}
