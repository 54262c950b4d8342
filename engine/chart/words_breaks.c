/** chart/words_breaks.c: what a chart of breaks says. */
#include <math.h>

#include "chart/figure.h"
#include "chart/regimes.h"
#include "chart/sentence.h"
#include "chart/words.h"

static int year_of(const struct armex_regimes *regimes, size_t r)
{
    return regimes->lines.first_year + (int)regimes->items[r].first;
}

/** "2003, 2006 and 2011". */
static const char *years_of(struct armex_arena *arena,
                            const struct armex_regimes *regimes)
{
    struct armex_text text = {0};
    for (size_t r = 1; r < regimes->n; r++)
        armex_text_printf(&text, "%s%d",
                          r == 1               ? ""
                          : r + 1 < regimes->n ? ", "
                                               : " and ",
                          year_of(regimes, r));
    return armex_words_keep(arena, &text);
}

/** One step says from what to what; more name their years. */
static const char *title_of(struct armex_arena *arena,
                            const struct armex_regimes *regimes)
{
    char from[ARMEX_FIGURE_SIZE], to[ARMEX_FIGURE_SIZE];
    const struct armex_line *line = regimes->lines.items;
    const char *what = armex_line_counted(line, regimes->lines.unit);
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *years = years_of(arena, regimes);
    const char *span = armex_lines_span(arena, &regimes->lines);
    if (!whose || !years || !span)
        return NULL;
    if (regimes->n == 1)
        return armex_arena_printf(arena, "No break in %s %s, %s", whose, what, span);
    if (regimes->n > 2 || regimes->sloped)
        return armex_arena_printf(arena, "%s %s changed %s in %s", whose, what,
                                  regimes->sloped ? "course" : "level", years);
    armex_figure_with_unit(from, regimes->items[0].ends, regimes->lines.unit);
    armex_figure_with_unit(to, regimes->items[1].begins, regimes->lines.unit);
    return armex_arena_printf(
        arena, "%s %s %s in %s from about %s a year to %s", whose, what,
        regimes->items[1].begins > regimes->items[0].ends ? "rose" : "fell", years,
        from, to);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_regimes *regimes)
{
    const struct armex_lines *lines = &regimes->lines;
    const char *start = armex_capitalised(arena, armex_lines_counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, lines->high);
    const char *span = armex_lines_span(arena, lines);
    if (!start || !unit || !span)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s, breaks by Bai and Perron", start,
                              *unit ? ", " : "", unit, span);
}

static const char *notes_of(struct armex_arena *arena, const struct armex_chart *chart,
                            const struct armex_regimes *regimes,
                            const struct armex_lines *lines)
{
    struct armex_text note = {0};
    size_t unsure = 0;
    for (size_t r = 1; r < regimes->n; r++)
        unsure += isnan(regimes->items[r].lower);
    armex_text_printf(&note,
                      "Thick: %s of the logarithms between breaks, found by sequential "
                      "tests at 5%%.",
                      regimes->sloped ? "least-squares lines" : "means");
    if (regimes->n > 1 && unsure < regimes->n - 1)
        armex_text_add(&note, " Shaded: where a break lies with 95%.");
    if (unsure)
        armex_text_printf(&note, " Of %zu break%s no interval can be said.", unsure,
                          unsure == 1 ? "" : "s");
    return armex_lines_end_notes(arena, chart, &note, &regimes->lines, lines->n - 1);
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_regimes *regimes)
{
    struct armex_text text = {0};
    char begins[ARMEX_FIGURE_SIZE], ends[ARMEX_FIGURE_SIZE];
    const char *past = armex_lines_figures(arena, &regimes->lines, "Chart of breaks.");
    if (!past)
        return NULL;
    armex_text_add(&text, past);
    for (size_t r = 0; r < regimes->n; r++) {
        const struct armex_regime_fit *regime = &regimes->items[r];
        armex_figure_with_unit(begins, regime->begins, regimes->lines.unit);
        armex_figure_with_unit(ends, regime->ends, regimes->lines.unit);
        armex_text_printf(&text, "%s %d to %d: from %s to %s", r ? ";" : " Fitted",
                          year_of(regimes, r),
                          regimes->lines.first_year + (int)regime->last, begins, ends);
        if (!isnan(regime->lower))
            armex_text_printf(&text, ", beginning between %d and %d",
                              (int)regime->lower, (int)regime->upper);
    }
    return armex_words_keep(arena, &text);
}

armex_status armex_words_breaks(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error)
{
    struct armex_regimes regimes;
    *out = (struct armex_chart_words){0};
    const armex_status status =
        armex_regimes_read(&regimes, arena, chart, lines, error);
    if (status)
        return status;
    out->title = title_of(arena, &regimes);
    out->subtitle = subtitle(arena, &regimes);
    out->note = notes_of(arena, chart, &regimes, lines);
    out->description = figures(arena, &regimes);
    return armex_words_finish(out, arena, chart, error);
}
