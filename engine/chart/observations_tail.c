/** chart/observations_tail.c: lines cut to the years that are shown. */
#include <math.h>

#include "chart/observations.h"

static void find_ends(struct armex_line *line, size_t years)
{
    line->first = 1;
    line->last = 0;
    for (size_t i = years; i-- > 0;)
        if (!isnan(line->values[i])) {
            line->last = line->last < line->first ? i : line->last;
            line->first = i;
        }
}

/** Figures of one line among the years from `skip` on. */
static struct armex_line tail_of(const struct armex_line *line, size_t skip,
                                 size_t years)
{
    struct armex_line tail = *line;
    tail.values += skip;
    tail.marks += skip;
    find_ends(&tail, years);
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

/** The years that any of the lines has a figure in: [*first, *last]. */
static void find_span(size_t *first, size_t *last, const struct armex_lines *lines)
{
    *first = lines->n_years;
    *last = 0;
    for (size_t i = 0; i < lines->n; i++) {
        *first = lines->items[i].first < *first ? lines->items[i].first : *first;
        *last = lines->items[i].last > *last ? lines->items[i].last : *last;
    }
}

void armex_lines_trim(struct armex_lines *lines)
{
    size_t kept = 0, first, last;
    for (size_t i = 0; i < lines->n; i++) {
        find_ends(&lines->items[i], lines->n_years);
        if (lines->items[i].first <= lines->items[i].last)
            lines->items[kept++] = lines->items[i];
    }
    lines->n = kept;
    lines->low = lines->high = 0.0;
    find_span(&first, &last, lines);
    for (size_t i = 0; i < lines->n; i++) {
        note_extent(lines, &lines->items[i]);
        lines->items[i].values += first;
        lines->items[i].marks += first;
        lines->items[i].first -= first;
        lines->items[i].last -= first;
    }
    if (lines->n) {
        lines->first_year += (int)first;
        lines->n_years = last - first + 1;
    }
}
