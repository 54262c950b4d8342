/** store/totals.c: counting and adding up a vintage. */
#include "store/totals.h"

enum { LANES = 8 };

/* One pass that a compiler turns into vectors: NAN differs from itself. */
static double sum_of(const double *values, size_t n)
{
    double lanes[LANES] = {0.0}, sum = 0.0;
    const size_t whole = n - n % LANES;

    for (size_t i = 0; i < whole; i += LANES)
        for (size_t lane = 0; lane < LANES; lane++) {
            const double value = values[i + lane];
            lanes[lane] += value == value ? value : 0.0;
        }
    for (size_t i = whole; i < n; i++)
        lanes[i - whole] += values[i] == values[i] ? values[i] : 0.0;
    for (size_t lane = 0; lane < LANES; lane++)
        sum += lanes[lane];
    return sum;
}

static struct armex_totals totals_of_panel(const struct armex_panel *panel)
{
    const size_t n = panel->n_series * panel->n_years;
    long long known[256], observations = 0;

    for (size_t mark = 0; mark < 256; mark++)
        known[mark] = armex_mark_has_value((armex_mark)mark);
    for (size_t i = 0; i < n; i++)
        observations += known[panel->marks[i]];
    return (struct armex_totals){observations, sum_of(panel->values, n)};
}

struct armex_totals armex_totals_of(const struct armex_vintage *vintage)
{
    const struct armex_table *records = vintage->records;
    struct armex_totals totals = {0, 0.0};

    if (vintage->panel)
        return totals_of_panel(vintage->panel);
    totals.observations = (long long)records->n_rows;
    for (size_t i = 0; i < records->n_columns; i++)
        if (records->columns[i].type != ARMEX_COLUMN_TEXT)
            totals.sum += sum_of(records->cells[i].numbers, records->n_rows);
    return totals;
}
