/** chart/largest.c: the lines with the greatest figures, and their last years. */
#include "chart/largest.h"

#include <math.h>
#include <stdlib.h>

struct ranked {
    const struct armex_line *line;
    double sum;
};

static double sum_of(const struct armex_line *line)
{
    double sum = 0.0;
    for (size_t i = line->first; i <= line->last; i++)
        sum += isnan(line->values[i]) ? 0.0 : line->values[i];
    return sum;
}

static int by_sum(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    if (a->sum != b->sum)
        return a->sum > b->sum ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line; // as in the table
}

static armex_status choose_rows(struct armex_largest *out, struct armex_arena *arena,
                                size_t most, struct armex_error *error)
{
    const struct armex_lines *lines = &out->lines;
    struct ranked *ranked = armex_arena_new(arena, lines->n, sizeof *ranked);
    out->rows = armex_arena_new(arena, most, sizeof(const struct armex_line *));
    if (!ranked || !out->rows)
        return armex_fail_memory(error);
    for (size_t i = 0; i < lines->n; i++)
        ranked[i] = (struct ranked){&lines->items[i], sum_of(&lines->items[i])};
    qsort(ranked, lines->n, sizeof *ranked, by_sum);
    for (size_t i = 0; i < lines->n; i++)
        if (out->n < most)
            out->rows[out->n++] = ranked[i].line;
        else if (ranked[i].line == &lines->items[lines->highlight])
            out->rows[most - 1] = ranked[i].line;
    out->left_out = lines->n - out->n;
    return ARMEX_OK;
}

static void survey(struct armex_largest *heat)
{
    for (size_t r = 0; r < heat->n; r++)
        for (size_t i = heat->rows[r]->first; i <= heat->rows[r]->last; i++) {
            heat->most = fmax(heat->most, fabs(heat->rows[r]->values[i]));
            heat->low = fmin(heat->low, heat->rows[r]->values[i]);
        }
}

armex_status armex_largest_choose(struct armex_largest *out, struct armex_arena *arena,
                                  const struct armex_lines *lines, size_t rows,
                                  size_t years, struct armex_error *error)
{
    *out = (struct armex_largest){0};
    armex_status status = armex_lines_tail(&out->lines, arena, lines, years, error);
    if (status)
        return status;
    out->cut = out->lines.n_years < lines->n_years ? lines->first_year : 0;
    status = choose_rows(out, arena, rows, error);
    if (!status)
        survey(out);
    return status;
}

double armex_largest_part(const struct armex_largest *heat, double value)
{
    if (isnan(value) || !(heat->most > 0.0))
        return isnan(value) ? value : 0.0;
    return copysign(sqrt(fabs(value) / heat->most), value);
}

int armex_shade_step(double part)
{
    return (int)lround(fmax(-1.0, fmin(1.0, part)) * ARMEX_SHADES);
}

void armex_shades_sort(size_t *order, const int *steps, size_t n)
{
    size_t starts[2 * ARMEX_SHADES + 2] = {0};
    for (size_t c = 0; c < n; c++)
        starts[steps[c] + ARMEX_SHADES + 1]++;
    for (size_t s = 1; s < 2 * ARMEX_SHADES + 2; s++)
        starts[s] += starts[s - 1];
    for (size_t c = 0; c < n; c++)
        order[starts[steps[c] + ARMEX_SHADES]++] = c;
}
