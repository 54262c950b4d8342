/** chart/shares.c: a table of `share` as measures of concentration over years. */
#include "chart/shares.h"

#include <math.h>

#include "chart/cells.h"

enum { MOST_YEARS = 2000 };

struct columns {
    size_t year, hhi, cr4, effective, entities;
};

static const double least_part = 0.25; // of the exporters of the best covered year

/** Whether a row has an index of enough exporters. */
static bool is_shown(const struct armex_concentrations *out,
                     const struct armex_table *table, const struct columns *at,
                     size_t row)
{
    const double year = armex_cell_number(table, row, at->year);
    const double entities = armex_cell_number(table, row, at->entities);
    return isfinite(armex_cell_number(table, row, at->hhi)) && year >= 1.0 &&
           year <= 9999.0 && year == floor(year) &&
           !(entities < least_part * out->most);
}

static void find_most(struct armex_concentrations *out, const struct armex_table *table,
                      const struct columns *at)
{
    for (size_t row = 0; row < table->n_rows; row++)
        out->most = fmax(out->most, armex_cell_number(table, row, at->entities));
    for (size_t row = 0; row < table->n_rows; row++)
        out->dropped +=
            armex_cell_number(table, row, at->entities) < least_part * out->most;
}

static armex_status find_span(struct armex_concentrations *out,
                              const struct armex_table *table, const struct columns *at,
                              struct armex_error *error)
{
    double first = 0.0, last = 0.0;
    for (size_t row = 0; row < table->n_rows; row++) {
        const double year = armex_cell_number(table, row, at->year);
        if (!is_shown(out, table, at, row))
            continue;
        first = first == 0.0 || year < first ? year : first;
        last = year > last ? year : last;
    }
    if (first == 0.0)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: no year has an index of concentration");
    if (last - first >= MOST_YEARS)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "cannot draw more than %d years", MOST_YEARS);
    out->first_year = (int)first;
    out->n_years = (size_t)(last - first) + 1;
    out->last = out->n_years - 1;
    return ARMEX_OK;
}

static double known(double value)
{
    return isfinite(value) ? value : (double)NAN;
}

static armex_status fill(struct armex_concentrations *out,
                         const struct armex_table *table, const struct columns *at,
                         struct armex_error *error)
{
    double entities[2] = {0.0, 0.0}; // of the first year and of the last
    for (size_t i = 0; i < out->n_years; i++)
        out->hhi[i] = out->largest_four[i] = out->effective[i] = (double)NAN;
    for (size_t row = 0; row < table->n_rows; row++) {
        const double year = armex_cell_number(table, row, at->year);
        if (!is_shown(out, table, at, row))
            continue;
        const size_t i = (size_t)(year - out->first_year);
        if (!isnan(out->hhi[i]))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%d has two indices: draw a table without --decompose",
                              (int)year);
        if (i == 0 || i == out->last)
            entities[i == out->last] = armex_cell_number(table, row, at->entities);
        out->hhi[i] = known(armex_cell_number(table, row, at->hhi));
        out->largest_four[i] = known(armex_cell_number(table, row, at->cr4));
        out->effective[i] = known(armex_cell_number(table, row, at->effective));
    }
    out->comparable = out->last > 0 && entities[0] == entities[1];
    return ARMEX_OK;
}

armex_status armex_concentrations_read(struct armex_concentrations *out,
                                       struct armex_arena *arena,
                                       const struct armex_chart *chart,
                                       struct armex_error *error)
{
    const struct armex_table *table = chart->table;
    struct columns at;
    *out = (struct armex_concentrations){0};
    const struct armex_cell_want wants[] = {{"year", &at.year, true},
                                            {"hhi", &at.hhi, true},
                                            {"cr4", &at.cr4, true},
                                            {"effective_number", &at.effective, true},
                                            {"entities", &at.entities, false}};
    armex_status status = armex_cells_find(table, wants, sizeof wants / sizeof *wants,
                                           chart->kind->name, "share", error);
    if (status)
        return status;
    find_most(out, table, &at);
    status = find_span(out, table, &at, error);
    if (status)
        return status;
    out->hhi = armex_arena_new(arena, out->n_years, sizeof(double));
    out->largest_four = armex_arena_new(arena, out->n_years, sizeof(double));
    out->effective = armex_arena_new(arena, out->n_years, sizeof(double));
    if (!out->hhi || !out->largest_four || !out->effective)
        return armex_fail_memory(error);
    return fill(out, table, &at, error);
}
