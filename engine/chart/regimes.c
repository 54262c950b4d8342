/** chart/regimes.c: the stretches between the breaks of a series. */
#include "chart/regimes.h"

#include <math.h>
#include <string.h>

#include "analysis/breaks_regime.h"
#include "chart/cells.h"
#include "chart/subject.h"

struct columns {
    size_t number, year, lower, upper, reason, fit;
};

static armex_status find_columns(struct columns *at, const struct armex_table *table,
                                 struct armex_error *error)
{
    const struct armex_cell_want wants[] = {
        {"number", &at->number, true},  {"year", &at->year, true},
        {"lower", &at->lower, true},    {"upper", &at->upper, true},
        {"reason", &at->reason, false}, {"fit", &at->fit, true}};
    return armex_cells_find(table, wants, sizeof wants / sizeof *wants, "breaks",
                            "trend with breaks", error);
}

/** Fits one regime to the figures above zero. */
static void fit(struct armex_regime_fit *regime, const struct armex_line *line,
                bool sloped)
{
    struct armex_regime sums = {0};
    for (size_t i = regime->first; i <= regime->last; i++)
        if (line->values[i] > 0.0)
            armex_regime_add(&sums, (double)i, log(line->values[i]));
    const double slope =
        armex_regime_slope(&sums, sloped ? ARMEX_BREAK_TREND : ARMEX_BREAK_LEVEL);
    const double begins =
        exp(sums.mean_y + slope * ((double)regime->first - sums.mean_x));
    const double ends = exp(sums.mean_y + slope * ((double)regime->last - sums.mean_x));
    regime->begins = sums.n && isfinite(begins) ? begins : (double)NAN;
    regime->ends = sums.n && isfinite(ends) ? ends : (double)NAN;
}

/** Begins a regime for every break, in the order of the table. */
static bool take_rows(struct armex_regimes *out, const struct armex_table *table,
                      const struct columns *at, const struct armex_line *line,
                      const char **reason)
{
    const int first_year = out->lines.first_year;
    bool found = false;
    for (size_t row = 0; row < table->n_rows; row++) {
        const char *fitted_by = armex_cell_text(table, row, at->fit);
        const double year = armex_cell_number(table, row, at->year);
        const double number = armex_cell_number(table, row, at->number);
        if (!armex_subject_row(table, row, line) || !*fitted_by)
            continue;
        if (*armex_cell_text(table, row, at->reason)) {
            *reason = armex_cell_text(table, row, at->reason);
            continue;
        }
        found = found || number >= 0.0;
        out->sloped = strcmp(fitted_by, "steps") != 0;
        const double before = first_year + (double)out->items[out->n - 1].first;
        if (!(number >= 1.0) || !(year > before) || out->n == ARMEX_REGIMES ||
            !(year < first_year + (double)out->lines.n_years))
            continue;
        const size_t place = (size_t)(year - first_year);
        out->items[out->n - 1].last = place - 1;
        out->items[out->n++] = (struct armex_regime_fit){
            .first = place,
            .last = out->lines.n_years - 1,
            .lower = armex_cell_number(table, row, at->lower),
            .upper = armex_cell_number(table, row, at->upper)};
    }
    return found;
}

armex_status armex_regimes_read(struct armex_regimes *out, struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    const char *reason = "";
    struct columns at;
    *out = (struct armex_regimes){.n = 1};
    armex_status status = find_columns(&at, chart->table, error);
    if (!status)
        status = armex_lines_subject(&out->lines, arena, lines,
                                     line->last - line->first + 1, error);
    if (status)
        return status;
    out->items[0] = (struct armex_regime_fit){
        .last = out->lines.n_years - 1, .lower = (double)NAN, .upper = (double)NAN};
    if (!take_rows(out, chart->table, &at, line, &reason))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "no breaks can be sought for %s: %s%s", line->name,
                          armex_subject_reason(reason),
                          strcmp(reason, "zero_base") == 0
                              ? "; 'armex trend --fit steps --levels' finds those of "
                                "the figures themselves"
                              : "");
    for (size_t r = 0; r < out->n; r++) {
        fit(&out->items[r], out->lines.items, out->sloped);
        out->lines.high =
            fmax(out->lines.high, fmax(out->items[r].begins, out->items[r].ends));
    }
    return ARMEX_OK;
}
