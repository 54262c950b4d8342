/** chart/observations_tail.c: the last years of lines. */
#include <math.h>

#include "chart/observations.h"

/** Figures of one line among the years from `skip` on. */
static struct armex_line tail_of(const struct armex_line *line, size_t skip,
                                 size_t years)
{
    struct armex_line tail = *line;
    tail.values += skip;
    tail.marks += skip;
    tail.first = 1;
    tail.last = 0;
    for (size_t i = years; i-- > 0;)
        if (!isnan(tail.values[i])) {
            tail.last = tail.last < tail.first ? i : tail.last;
            tail.first = i;
        }
    return tail;
}

static void note_extent(struct armex_lines *lines, const struct armex_line *line)
{
    for (size_t i = line->first; i <= line->last; i++) {
        lines->low = fmin(lines->low, line->values[i]);
        lines->high = fmax(lines->high, line->values[i]);
    }
}

armex_status armex_lines_tail(struct armex_lines *out, struct armex_arena *arena,
                              const struct armex_lines *lines, size_t years,
                              struct armex_error *error)
{
    const size_t skip = lines->n_years > years ? lines->n_years - years : 0;
    *out = *lines;
    if (!skip)
        return ARMEX_OK;
    out->first_year += (int)skip;
    out->n_years = years;
    out->n = out->highlight = 0;
    out->low = out->high = 0.0;
    out->items = armex_arena_new(arena, lines->n, sizeof *out->items);
    if (!out->items)
        return armex_fail_memory(error);
    for (size_t i = 0; i < lines->n; i++) {
        const struct armex_line tail = tail_of(&lines->items[i], skip, years);
        if (tail.last < tail.first)
            continue;
        if (i == lines->highlight)
            out->highlight = out->n;
        out->items[out->n++] = tail;
        note_extent(out, &tail);
    }
    return ARMEX_OK;
}
