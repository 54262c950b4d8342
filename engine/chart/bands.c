/** chart/bands.c: series stacked on each other, as parts of a whole. */
#include "chart/bands.h"

#include <math.h>

#include "chart/largest.h"
#include "country/entity.h"

static const double all_of_it = 100.0, rounding = 0.05; // per cent

static armex_status refuse(const struct armex_lines *lines, struct armex_error *error)
{
    if (!lines->one_measure)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "an area chart adds up what it shows, and these count "
                          "different things: choose one with --measure");
    for (size_t l = 0; l < lines->n; l++)
        for (size_t i = lines->items[l].first; i <= lines->items[l].last; i++)
            if (lines->items[l].values[i] < 0.0)
                return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                                  "an area chart stacks parts of a whole, and %s has "
                                  "a figure below zero in %d: draw a 'line'",
                                  lines->items[l].name, lines->first_year + (int)i);
    return ARMEX_OK;
}

static bool was_no_state(const struct armex_line *line, size_t year)
{
    return (line->marks[year] & ARMEX_STATUS_BITS) == ARMEX_NO_STATE;
}

/** A state that did not exist adds nothing to the whole, and leaves no gap in it. */
static double figure_of(const struct armex_line *line, size_t year)
{
    if (was_no_state(line, year))
        return 0.0;
    const bool there = year >= line->first && year <= line->last;
    return there ? line->values[year] : (double)NAN;
}

/** The sum of the year's figures, and how many there are. */
static double sum_of(const struct armex_line *const *rows, size_t n, size_t year,
                     size_t *figures)
{
    double sum = 0.0;
    *figures = 0;
    for (size_t r = 0; r < n; r++) {
        const double figure = figure_of(rows[r], year);
        if (isnan(figure))
            continue;
        sum += figure;
        ++*figures;
    }
    return *figures ? sum : (double)NAN;
}

/** What all lines beyond the named come to; NAN where none has a figure. */
static double rest_of(const struct armex_bands *bands,
                      const struct armex_line *const *rows, size_t named, size_t n,
                      size_t year)
{
    size_t figures, shown;
    if (bands->published) {
        const double sum = sum_of(rows, named, year, &shown);
        const double rest = all_of_it - sum;
        return rest > rounding ? rest : (double)NAN;
    }
    const double rest = sum_of(rows + named, n - named, year, &figures);
    return figures ? rest : (double)NAN;
}

static armex_status make_band(struct armex_band *band, struct armex_arena *arena,
                              const struct armex_line *line, size_t years,
                              struct armex_error *error)
{
    *band = (struct armex_band){.line = line,
                                .name = line ? line->label : "All others",
                                .low = armex_arena_new(arena, years, sizeof(double)),
                                .high = armex_arena_new(arena, years, sizeof(double)),
                                .joined = armex_arena_new(arena, years, sizeof(bool))};
    return band->low && band->high && band->joined ? ARMEX_OK
                                                   : armex_fail_memory(error);
}

/** Whether a year lies within the subject's and has no figure of it. */
static bool is_torn(const struct armex_bands *bands, size_t year)
{
    const struct armex_line *subject = bands->subject;
    return year > subject->first && year < subject->last &&
           isnan(subject->values[year]);
}

/** Whether what lies on the subject keeps its ground from the year before. */
static bool keeps_ground(const struct armex_bands *bands, size_t year)
{
    return isnan(figure_of(bands->subject, year)) ==
           isnan(figure_of(bands->subject, year - 1));
}

static void leave_out(struct armex_bands *bands, size_t year)
{
    for (size_t b = 0; b < bands->n; b++)
        bands->items[b].low[year] = bands->items[b].high[year] = (double)NAN;
    bands->whole.items->values[year] = (double)NAN;
    bands->torn++;
}

/** Stacks one year; its height is that of the whole. */
static void stack_year(struct armex_bands *bands, const struct armex_line *const *rows,
                       size_t named, size_t n, size_t year)
{
    size_t figures;
    const double sum = sum_of(rows, n, year, &figures);
    const double part = bands->share && !bands->published ? all_of_it / sum : 1.0;
    double *heights = bands->whole.items->values, top = 0.0;
    for (size_t b = 0; b < bands->n; b++) {
        struct armex_band *band = &bands->items[b];
        const double height =
            part * (band->line ? figure_of(band->line, year)
                               : rest_of(bands, rows, named, n, year));
        const bool there = figures > 0 && isfinite(height);
        band->low[year] = there ? top : (double)NAN;
        band->high[year] = there ? top + height : (double)NAN;
        band->joined[year] = there && year > 0 && !isnan(band->high[year - 1]) &&
                             keeps_ground(bands, year) &&
                             !(band->line && armex_line_breaks(band->line, year));
        if (there && !(band->line && was_no_state(band->line, year)))
            band->last = year;
        top += there ? height : 0.0;
        bands->gaps =
            bands->gaps || (!there && band->line && year > band->line->first &&
                            year < band->line->last);
    }
    heights[year] = figures ? top : (double)NAN;
    if (figures) {
        bands->fewest =
            bands->most && bands->fewest < figures ? bands->fewest : figures;
        bands->most = bands->most > figures ? bands->most : figures;
        bands->whole.high = fmax(bands->whole.high, top);
    }
}

/** One line as high as all bands, for the axes. */
static armex_status make_whole(struct armex_bands *bands, struct armex_arena *arena,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    struct armex_line *line = armex_arena_new(arena, 2, sizeof *line);
    if (!line)
        return armex_fail_memory(error);
    *line = lines->items[lines->highlight];
    line->first = 0;
    line->last = lines->n_years - 1;
    line->values = armex_arena_new(arena, lines->n_years, sizeof *line->values);
    line->marks = armex_arena_new(arena, lines->n_years, sizeof *line->marks);
    line[1] = line[0];
    bands->whole = *lines;
    bands->whole.n = 2; // of two lines, a year alone stands beside the names
    bands->whole.items = line;
    bands->whole.highlight = 0;
    bands->whole.low = bands->whole.high = 0.0;
    if (bands->share)
        bands->whole.unit = (struct armex_unit){.kind = ARMEX_PERCENT};
    return line->values && line->marks ? ARMEX_OK : armex_fail_memory(error);
}

/** The subject lowest, where its band has a straight edge to be read from; it is always
 *  among the named. */
static void bring_down(const struct armex_line **rows, size_t n, size_t named,
                       const struct armex_line *subject)
{
    size_t at = 0;
    while (at + 1 < n && rows[at] != subject)
        at++;
    if (at >= named) {
        rows[at] = rows[named - 1];
        at = named - 1;
    }
    for (; at > 0; at--)
        rows[at] = rows[at - 1];
    rows[0] = subject;
}

/** Leaves out who sums up others, like the world, but for the subject, unless there are
 *  no others: even who was asked for by name is no part of a whole that it is. */
static void drop_sums(struct armex_bands *out, struct armex_largest *all)
{
    const struct armex_line *subject = &all->lines.items[all->lines.highlight];
    size_t kept = 0;
    for (size_t r = 0; r < all->n; r++)
        out->sums +=
            all->rows[r] != subject && armex_entity_is_aggregate(all->rows[r]->entity);
    if (out->sums + 1 == all->n)
        out->sums = 0;
    for (size_t r = 0; out->sums && r < all->n; r++)
        if (all->rows[r] == subject || !armex_entity_is_aggregate(all->rows[r]->entity))
            all->rows[kept++] = all->rows[r];
    all->n -= out->sums;
}

armex_status armex_bands_read(struct armex_bands *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error)
{
    struct armex_largest all;
    *out = (struct armex_bands){.published = lines->unit.kind == ARMEX_PERCENT};
    out->share = chart->share || out->published;
    armex_status status = refuse(lines, error);
    if (!status)
        status =
            armex_largest_choose(&all, arena, lines, lines->n, lines->n_years, error);
    if (status)
        return status;
    drop_sums(out, &all);
    out->subject =
        chart->highlight ? &all.lines.items[all.lines.highlight] : all.rows[0];
    const size_t named = all.n <= ARMEX_BANDS ? all.n : ARMEX_BANDS;
    bring_down(all.rows, all.n, named, out->subject);
    out->others = all.n - named;
    out->n = named + (out->others > 0 || out->published);
    status = make_whole(out, arena, &all.lines, error);
    for (size_t b = 0; !status && b < out->n; b++)
        status = make_band(&out->items[b], arena, b < named ? all.rows[b] : NULL,
                           lines->n_years, error);
    for (size_t year = 0; !status && year < lines->n_years; year++)
        if (is_torn(out, year))
            leave_out(out, year);
        else
            stack_year(out, all.rows, named, all.n, year);
    return status;
}
