/** chart/index.c: series as 100 in a base year. */
#include "chart/index.h"

#include <math.h>

static const double hundred = 100.0;

/** The first figure above 0, as an index of years; n_years: none. */
static size_t first_base(const struct armex_lines *lines, const struct armex_line *line)
{
    for (size_t i = line->first; i <= line->last; i++)
        if (line->values[i] > 0.0)
            return i;
    return lines->n_years;
}

static bool has_base(const struct armex_line *line, size_t base)
{
    return base >= line->first && base <= line->last && line->values[base] > 0.0;
}

static bool is_divided(const struct armex_line *line, size_t base, size_t i)
{
    const size_t from = i < base ? i : base, to = i < base ? base : i;
    for (size_t at = from + 1; at <= to; at++)
        if (armex_line_breaks(line, at))
            return true;
    return false;
}

/** Indices of one line; years before and after the breaks around the base are emptied.
 */
static armex_status index_line(struct armex_line *line, struct armex_arena *arena,
                               size_t n_years, size_t base, struct armex_error *error)
{
    double *indices = armex_arena_new(arena, n_years, sizeof *indices);
    armex_mark *marks = armex_arena_new(arena, n_years, sizeof *marks);
    size_t first = base, last = base;
    if (!indices || !marks)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n_years; i++) {
        const bool divided =
            i >= line->first && i <= line->last && is_divided(line, base, i);
        const double value = hundred * (line->values[i] / line->values[base]);
        indices[i] = divided || !isfinite(value) ? (double)NAN : value;
        marks[i] = divided ? ARMEX_UNKNOWN_YET : line->marks[i];
        if (isnan(indices[i]))
            continue;
        first = i < first ? i : first;
        last = i > last ? i : last;
    }
    line->values = indices;
    line->marks = marks;
    line->first = first;
    line->last = last;
    return ARMEX_OK;
}

static void survey(struct armex_lines *lines)
{
    lines->low = lines->high = 0.0;
    for (size_t l = 0; l < lines->n; l++)
        for (size_t i = lines->items[l].first; i <= lines->items[l].last; i++) {
            lines->low = fmin(lines->low, lines->items[l].values[i]);
            lines->high = fmax(lines->high, lines->items[l].values[i]);
        }
}

armex_status armex_lines_index(struct armex_lines *lines, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error)
{
    const struct armex_line *subject = &lines->items[lines->highlight];
    const size_t base = chart->base ? (size_t)(chart->base - lines->first_year)
                                    : first_base(lines, subject);
    armex_status status = ARMEX_OK;
    size_t kept = 0, highlight = 0;
    if (base >= lines->n_years || !has_base(subject, base))
        return chart->base
                   ? armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                                "%s has no figure above zero in %d, the base year: "
                                "choose another with --base",
                                subject->name, chart->base)
                   : armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                                "nothing to draw: %s has no figure above zero",
                                subject->name);
    for (size_t l = 0; !status && l < lines->n; l++) {
        struct armex_line line = lines->items[l];
        if (!has_base(&line, base))
            continue;
        status = index_line(&line, arena, lines->n_years, base, error);
        highlight = l == lines->highlight ? kept : highlight;
        lines->items[kept++] = line;
    }
    lines->unbased = lines->n - kept;
    lines->n = kept;
    lines->highlight = highlight;
    lines->base = lines->first_year + (int)base;
    lines->unit = (struct armex_unit){.kind = ARMEX_COUNT};
    survey(lines);
    return status;
}
