/** chart/triangle.c: the growth of one series between any two of its years. */
#include "chart/triangle.h"

#include <math.h>

#include "chart/frame.h"

enum { MOST_YEARS = 40, MOST_YEARS_NARROW = 24 };

double armex_stretch_rate(const struct armex_line *line, size_t from, size_t to)
{
    const double first = line->values[from], last = line->values[to];
    for (size_t i = from + 1; i <= to; i++)
        if (armex_line_breaks(line, i))
            return (double)NAN;
    if (!(first > 0.0) || !(last > 0.0))
        return (double)NAN;
    const double rate = pow(last / first, 1.0 / (double)(to - from)) - 1.0;
    return isfinite(rate) ? rate : (double)NAN;
}

static void note_stretch(struct armex_triangle *triangle, struct armex_stretch stretch)
{
    const size_t longest = triangle->whole.to - triangle->whole.from;
    if (!triangle->spans || stretch.to - stretch.from > longest)
        triangle->whole = stretch;
    if (!triangle->spans || stretch.rate > triangle->best.rate)
        triangle->best = stretch;
    if (!triangle->spans || stretch.rate < triangle->worst.rate)
        triangle->worst = stretch;
    triangle->spans++;
    triangle->grown += stretch.rate > 0.0;
}

static void survey(struct armex_triangle *triangle)
{
    const struct armex_line *line = &triangle->lines.items[0];
    for (size_t from = line->first; from < line->last; from++)
        for (size_t to = from + 1; to <= line->last; to++) {
            const double rate = armex_stretch_rate(line, from, to);
            if (isnan(rate))
                triangle->gaps = true;
            else
                note_stretch(triangle, (struct armex_stretch){from, to, rate});
        }
}

/** The years of the subject alone. */
static armex_status keep_subject(struct armex_triangle *out, struct armex_arena *arena,
                                 const struct armex_lines *lines, bool narrow,
                                 struct armex_error *error)
{
    const struct armex_line *line = &lines->items[lines->highlight];
    struct armex_lines one = *lines;
    struct armex_line *copy = armex_arena_new(arena, 1, sizeof *copy);
    if (!copy)
        return armex_fail_memory(error);
    *copy = *line;
    copy->values += line->first;
    copy->marks += line->first;
    copy->first = 0;
    copy->last = line->last - line->first;
    one.first_year += (int)line->first;
    one.n_years = copy->last + 1;
    one.items = copy;
    one.n = 1;
    one.highlight = 0;
    one.low = one.high = 0.0;
    for (size_t i = 0; i <= copy->last; i++) {
        one.low = fmin(one.low, copy->values[i]);
        one.high = fmax(one.high, copy->values[i]);
    }
    const armex_status status = armex_lines_tail(
        &out->lines, arena, &one, narrow ? MOST_YEARS_NARROW : MOST_YEARS, error);
    out->cut = out->lines.n_years < one.n_years ? one.first_year : 0;
    return status;
}

armex_status armex_triangle_read(struct armex_triangle *out, struct armex_arena *arena,
                                 const struct armex_chart *chart,
                                 const struct armex_lines *lines,
                                 struct armex_error *error)
{
    const bool narrow = armex_chart_is_narrow(chart);
    *out = (struct armex_triangle){0};
    const armex_status status = keep_subject(out, arena, lines, narrow, error);
    if (status)
        return status;
    survey(out);
    if (!out->spans)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "nothing to draw: growth of %s needs two years with figures "
                          "above zero and no break between them",
                          out->lines.items[0].name);
    return ARMEX_OK;
}
