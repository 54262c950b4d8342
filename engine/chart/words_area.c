/** chart/words_area.c: what a chart of stacked parts says. */
#include <math.h>
#include <string.h>

#include "chart/bands.h"
#include "chart/existence.h"
#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** What is stacked, which is one measure: the shares of it are said apart. */
static const char *counted(const struct armex_lines *lines)
{
    return armex_subject(lines->items->measure, lines->items->flow);
}

static double height_of(const struct armex_band *band, size_t year)
{
    return band->high[year] - band->low[year];
}

/** "The United States’ share of arms exports rose from 34.0% in 2014 to 42.0% in 2023";
 *  *out stays NULL with fewer than two figures, and where others report from year to
 *  year: such a share moves without its owner. */
static armex_status finding(const char **out, struct armex_arena *arena,
                            const struct armex_bands *bands,
                            const struct armex_lines *lines, struct armex_error *error)
{
    char then[ARMEX_FIGURE_SIZE], now[ARMEX_FIGURE_SIZE];
    const struct armex_band *band = &bands->items[0];
    size_t first = 0;
    while (first < band->last && isnan(band->high[first]))
        first++;
    if (!bands->share || first >= band->last || bands->n < 2 ||
        (!bands->published && bands->fewest < bands->most))
        return ARMEX_OK;
    for (size_t i = first + 1; i <= band->last; i++)
        if (armex_line_breaks(band->line, i))
            return ARMEX_OK;
    const char *who = armex_with_article(arena, band->line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    if (!whose)
        return armex_fail_memory(error);
    armex_figure_share(then, height_of(band, first) / 100.0);
    armex_figure_share(now, height_of(band, band->last) / 100.0);
    const double change = height_of(band, band->last) - height_of(band, first);
    *out = armex_arena_printf(arena, "%s share of %s %s %s in %d %s %s in %d", whose,
                              counted(lines), change < 0.0 ? "fell from" : "rose from",
                              then, lines->first_year + (int)first, "to", now,
                              lines->first_year + (int)band->last);
    if (!change || !*then || !strcmp(then, now))
        *out = NULL;
    return ARMEX_OK;
}

static const char *subtitle(struct armex_arena *arena, const struct armex_bands *bands,
                            const struct armex_lines *lines)
{
    const char *what = armex_capitalised(arena, counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, bands->whole.high);
    const char *span = armex_lines_span(arena, lines);
    if (!what || !unit || !span)
        return NULL;
    if (bands->share)
        return armex_arena_printf(
            arena, "%s, share of %s, %%, %s", what,
            bands->published ? "the world as published" : "all with a figure", span);
    return armex_arena_printf(arena, "%s%s%s, %s", what, *unit ? ", " : "", unit, span);
}

static const char *notes_of(struct armex_arena *arena, const struct armex_bands *bands,
                            const struct armex_lines *lines)
{
    struct armex_text note = {0};
    if (bands->published)
        armex_text_add(&note, "All others are what is missing to 100%. ");
    else if (bands->others)
        armex_text_printf(&note, "All others: %zu. ", bands->others);
    if (bands->fewest < bands->most && !bands->published)
        armex_text_printf(&note,
                          "A year has figures of %zu to %zu: the whole changes with "
                          "who reports. ",
                          bands->fewest, bands->most);
    if (bands->torn)
        armex_text_printf(
            &note, "Nothing is drawn of %zu year%s without a figure of %s. ",
            bands->torn, bands->torn == 1 ? "" : "s", bands->subject->name);
    if (bands->gaps)
        armex_text_add(&note, "A gap is a year without a figure; what lies above it "
                              "then lies lower. ");
    if (bands->sums)
        armex_text_add(&note, "Sums of many, like the world, are not stacked. ");
    armex_lines_say_existence(&note, lines);
    armex_lines_say_breaks(&note, lines);
    armex_lines_say_fiscal(&note, lines);
    return armex_words_keep(arena, &note);
}

armex_status armex_words_area(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error)
{
    struct armex_bands bands;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_bands_read(&bands, arena, chart, lines, error);
    if (!status)
        status = finding(&out->title, arena, &bands, lines, error);
    if (!status && !out->title && !bands.share && chart->highlight)
        status = armex_lines_title(&out->title, arena, lines, error);
    if (status)
        return status;
    if (!out->title) {
        const char *what = armex_capitalised(arena, counted(lines));
        const char *span = armex_lines_span(arena, lines);
        out->title =
            what && span ? armex_arena_printf(arena, "%s, %s", what, span) : NULL;
    }
    out->subtitle = subtitle(arena, &bands, lines);
    out->note = notes_of(arena, &bands, lines);
    out->description = armex_lines_figures(arena, lines, "Area chart.");
    return armex_words_finish(out, arena, chart, error);
}
