/** chart/outlook.c: the years to come of a series. */
#include "chart/outlook.h"

#include <math.h>

#include "chart/cells.h"
#include "chart/subject.h"

struct columns {
    size_t year, value, lower_80, upper_80, lower, upper, model, error, naive, tries;
    size_t reason, fit;
};

static armex_status find_columns(struct columns *at, const struct armex_table *table,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {
        {"year", &at->year, true},          {"forecast", &at->value, true},
        {"lower_80", &at->lower_80, true},  {"upper_80", &at->upper_80, true},
        {"lower", &at->lower, true},        {"upper", &at->upper, true},
        {"model", &at->model, false},       {"error", &at->error, false},
        {"naive_error", &at->naive, false}, {"origins", &at->tries, false},
        {"reason", &at->reason, false},     {"fit", &at->fit, false}};
    return armex_cells_find(table, wants, sizeof wants / sizeof *wants, "fan",
                            "trend with a forecast", error);
}

static double known(double value)
{
    return isfinite(value) ? value : (double)NAN;
}

static struct armex_outlook_year year_of(const struct armex_table *table,
                                         const struct columns *at, size_t row)
{
    return (struct armex_outlook_year){
        .year = (int)armex_cell_number(table, row, at->year),
        .value = known(armex_cell_number(table, row, at->value)),
        .lower_80 = known(armex_cell_number(table, row, at->lower_80)),
        .upper_80 = known(armex_cell_number(table, row, at->upper_80)),
        .lower = known(armex_cell_number(table, row, at->lower)),
        .upper = known(armex_cell_number(table, row, at->upper)),
    };
}

/** Takes the rows that follow the last figure year by year. */
static void take_rows(struct armex_outlook *out, const struct armex_table *table,
                      const struct columns *at, const struct armex_line *line, int last,
                      const char **reason)
{
    for (size_t row = 0; row < table->n_rows; row++) {
        const double year = armex_cell_number(table, row, at->year);
        if (!armex_subject_row(table, row, line))
            continue;
        if (*armex_cell_text(table, row, at->reason))
            *reason = armex_cell_text(table, row, at->reason);
        if (out->n == ARMEX_OUTLOOK_YEARS || year != last + 1.0 + (double)out->n ||
            !isfinite(armex_cell_number(table, row, at->value)))
            continue;
        if (!out->n) {
            const double tries = armex_cell_number(table, row, at->tries);
            out->model = armex_cell_text(table, row, at->model);
            out->error = known(armex_cell_number(table, row, at->error));
            out->naive = known(armex_cell_number(table, row, at->naive));
            out->tries = tries >= 1.0 && tries < 1e6 ? (int)tries : 0;
        }
        out->years[out->n++] = year_of(table, at, row);
    }
}

armex_status armex_outlook_read(struct armex_outlook *out, struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    const int last = lines->first_year + (int)line->last;
    const char *reason = "";
    struct columns at;
    *out =
        (struct armex_outlook){.model = "", .error = (double)NAN, .naive = (double)NAN};
    armex_status status = find_columns(&at, chart->table, error);
    if (status)
        return status;
    take_rows(out, chart->table, &at, line, last, &reason);
    if (!out->n)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "no forecast for %s: %s", line->name,
                          armex_subject_reason(reason));
    status = armex_lines_subject(&out->lines, arena, lines,
                                 line->last - line->first + 1 + out->n, error);
    for (size_t i = 0; i < out->n; i++) {
        const struct armex_outlook_year *year = &out->years[i];
        out->lines.high = fmax(out->lines.high, fmax(year->value, year->upper));
        out->lines.low = fmin(out->lines.low, fmin(year->value, year->lower));
    }
    return status;
}
