/** analysis/resample_table.c: the sums, and the order they stand in. */
#include "analysis/resample_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/panel_rank.h"

enum { MOST = ARMEX_RESAMPLE_YEARS, MOST_OUTCOMES = 46656, MOST_SUMS = 462 };

/* Of m years: outcomes, and sums that differ. */
static const uint32_t outcomes_of[MOST + 1] = {0, 1, 4, 27, 256, 3125, MOST_OUTCOMES};
static const uint16_t sums_of[MOST + 1] = {0, 1, 3, 10, 35, 126, MOST_SUMS};

struct armex_resample_numbering {
    uint32_t years[MOST_SUMS][MOST]; /* that a sum adds up, ascending */
    uint16_t sums[MOST_OUTCOMES];    /* the number of each outcome's sum */
};

/* The figures of a series in ascending order; says how many there are. */
static uint32_t figures(double out[MOST], const double *values, size_t n_years)
{
    uint32_t m = 0;
    for (size_t y = 0; y < n_years; y++) {
        uint32_t to = m;
        if (!isfinite(values[y]))
            continue;
        for (; to && out[to - 1] > values[y]; to--)
            out[to] = out[to - 1];
        out[to] = values[y];
        m++;
    }
    return m;
}

/* The m digits of an outcome in base m, ascending. */
static void digits_of(uint32_t digits[MOST], uint32_t outcome, uint32_t m)
{
    for (uint32_t i = 0; i < m; i++, outcome /= m) {
        const uint32_t digit = outcome % m;
        uint32_t to = i;
        for (; to && digits[to - 1] > digit; to--)
            digits[to] = digits[to - 1];
        digits[to] = digit;
    }
}

static uint32_t outcome_of(const uint32_t digits[MOST], uint32_t m)
{
    uint32_t outcome = 0;
    for (uint32_t i = 0; i < m; i++)
        outcome = outcome * m + digits[i];
    return outcome;
}

/* Outcomes that are the same years in another order share a sum; the one in ascending
 * order is the least of them, and so is met first. */
static void number_sums(struct armex_resample_numbering *out, uint32_t m)
{
    uint16_t next = 0;
    for (uint32_t outcome = 0; outcome < outcomes_of[m]; outcome++) {
        uint32_t digits[MOST] = {0};
        digits_of(digits, outcome, m);
        const uint32_t ascending = outcome_of(digits, m);
        if (ascending == outcome)
            memcpy(out->years[next], digits, sizeof digits);
        out->sums[outcome] = ascending == outcome ? next++ : out->sums[ascending];
    }
}

static void add_up(double *sums, const struct armex_resample_numbering *numbering,
                   const double figures[MOST], uint32_t m)
{
    for (uint32_t number = 0; number < sums_of[m]; number++) {
        sums[number] = 0.0;
        for (uint32_t i = 0; i < m; i++)
            sums[number] += figures[numbering->years[number][i]];
    }
}

static armex_status number(struct armex_resample_table *table, uint32_t m,
                           struct armex_error *error)
{
    if (table->numberings[m])
        return ARMEX_OK;
    table->numberings[m] = calloc(1, sizeof *table->numberings[m]);
    if (!table->numberings[m])
        return armex_fail_memory(error);
    number_sums(table->numberings[m], m);
    return ARMEX_OK;
}

/* Which series have figures, and how many sums they have together. */
static armex_status find_series(struct armex_resample_table *out, const double *values,
                                size_t n_series, size_t n_years,
                                struct armex_error *error)
{
    double there[MOST];
    armex_status status = ARMEX_OK;

    out->series = calloc(n_series + 1, sizeof *out->series);
    if (!out->series)
        return armex_fail_memory(error);
    for (size_t s = 0; !status && s < n_series; s++) {
        const uint32_t m = figures(there, values + s * n_years, n_years);
        if (m == 0)
            continue;
        status = number(out, m, error);
        if (!status)
            out->series[out->n++] = (struct armex_resampled){
                s, outcomes_of[m], out->numberings[m]->sums, NULL};
        out->n_places += sums_of[m];
    }
    return status;
}

/* Ranks tell how many are larger; equals then queue up as they come. */
static armex_status put_in_order(struct armex_resample_table *table, const double *sums,
                                 double *ranks, struct armex_error *error)
{
    const size_t n = table->n_places, size = armex_panel_rank_scratch(n);
    void *scratch = size ? aligned_alloc(64, (size + 63) / 64 * 64) : NULL;
    uint32_t *queue = calloc(n + 1, sizeof *queue);
    armex_status status = scratch && queue ? ARMEX_OK : armex_fail_memory(error);

    if (!status) {
        armex_panel_rank(ranks, sums, n, scratch);
        for (size_t i = 0; i < n; i++) {
            const uint32_t above = (uint32_t)ranks[i] - 1;
            table->ways[i] = (struct armex_outcome){above + queue[above]++, above};
        }
    }
    free(queue);
    free(scratch);
    return status;
}

static armex_status rank_sums(struct armex_resample_table *table, const double *values,
                              size_t n_years, struct armex_error *error)
{
    double *sums = calloc(table->n_places + 1, sizeof *sums);
    double *ranks = calloc(table->n_places + 1, sizeof *ranks);
    armex_status status = ARMEX_OK;
    size_t at = 0;

    table->ways = calloc(table->n_places + 1, sizeof *table->ways);
    if (!sums || !ranks || !table->ways)
        status = armex_fail_memory(error);
    for (size_t i = 0; !status && i < table->n; i++) {
        struct armex_resampled *series = &table->series[i];
        double there[MOST] = {0};
        const uint32_t m = figures(there, values + series->series * n_years, n_years);
        add_up(sums + at, table->numberings[m], there, m);
        series->ways = table->ways + at;
        at += sums_of[m];
    }
    if (!status)
        status = put_in_order(table, sums, ranks, error);
    free(ranks);
    free(sums);
    return status;
}

armex_status armex_resample_table(struct armex_resample_table *out,
                                  const double *values, size_t n_series, size_t n_years,
                                  struct armex_error *error)
{
    *out = (struct armex_resample_table){0};
    const armex_status status = find_series(out, values, n_series, n_years, error);
    return status ? status : rank_sums(out, values, n_years, error);
}

void armex_resample_table_free(struct armex_resample_table *table)
{
    for (int m = 0; m <= MOST; m++)
        free(table->numberings[m]);
    free(table->ways);
    free(table->series);
    *table = (struct armex_resample_table){0};
}
