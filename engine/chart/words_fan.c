/** chart/words_fan.c: what a chart of the years to come says. */
#include <math.h>

#include "chart/figure.h"
#include "chart/outlook.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** "South Korea’s arms export orders in 2030: four in five chances that they lie
 * between $6.1 billion and $33.0 billion": an interval, for the middle alone would
 * promise. */
static const char *title_of(struct armex_arena *arena,
                            const struct armex_outlook *outlook)
{
    char low[ARMEX_FIGURE_SIZE], high[ARMEX_FIGURE_SIZE];
    const struct armex_line *line = outlook->lines.items;
    const struct armex_outlook_year *year = &outlook->years[outlook->n - 1];
    const char *what = armex_line_counted(line, outlook->lines.unit);
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    if (!whose)
        return NULL;
    if (isnan(year->lower_80) || isnan(year->upper_80))
        return armex_arena_printf(arena, "%s %s to %d", whose, what, year->year);
    armex_figure_with_unit(low, year->lower_80, outlook->lines.unit);
    armex_figure_with_unit(high, year->upper_80, outlook->lines.unit);
    return armex_arena_printf(arena, "%s %s in %d: 80%% likely between %s and %s",
                              whose, what, year->year, low, high);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_outlook *outlook)
{
    const struct armex_lines *lines = &outlook->lines;
    const char *start = armex_capitalised(arena, armex_lines_counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, lines->high);
    const char *span = armex_lines_span(arena, lines);
    if (!start || !unit || !span)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s, forecast from %d%s", start,
                              *unit ? ", " : "", unit, span, outlook->years[0].year,
                              armex_lines_need_log(lines) ? ", log scale" : "");
}

static const char *notes_of(struct armex_arena *arena, const struct armex_chart *chart,
                            const struct armex_outlook *outlook,
                            const struct armex_lines *lines)
{
    struct armex_text note = {0};
    char error[ARMEX_FIGURE_SIZE], naive[ARMEX_FIGURE_SIZE];
    armex_text_add(&note, "Shaded: intervals of 80 and 95%.");
    armex_figure_with_unit(error, outlook->error, lines->unit);
    armex_figure_with_unit(naive, outlook->naive, lines->unit);
    if (outlook->tries && *error)
        armex_text_printf(&note,
                          " Tried on %d past year%s, such a forecast was off by %s one "
                          "year ahead",
                          outlook->tries, outlook->tries == 1 ? "" : "s", error);
    if (outlook->tries && *error && *naive)
        armex_text_printf(&note, "; the last figure alone by %s", naive);
    if (outlook->tries && *error)
        armex_text_add(&note, ".");
    return armex_lines_end_notes(arena, chart, &note, &outlook->lines, lines->n - 1);
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_outlook *outlook)
{
    struct armex_text text = {0};
    char value[ARMEX_FIGURE_SIZE], low[ARMEX_FIGURE_SIZE], high[ARMEX_FIGURE_SIZE];
    const char *past = armex_lines_figures(arena, &outlook->lines, "Fan chart.");
    if (!past)
        return NULL;
    armex_text_add(&text, past);
    for (size_t i = 0; i < outlook->n; i++) {
        const struct armex_outlook_year *year = &outlook->years[i];
        armex_figure_with_unit(value, year->value, outlook->lines.unit);
        armex_figure_with_unit(low, year->lower, outlook->lines.unit);
        armex_figure_with_unit(high, year->upper, outlook->lines.unit);
        armex_text_printf(&text, "%s %d %s, 95%% interval %s to %s",
                          i ? ";" : " Forecast:", year->year, value,
                          *low ? low : "unknown", *high ? high : "unknown");
    }
    return armex_words_keep(arena, &text);
}

armex_status armex_words_fan(struct armex_chart_words *out, struct armex_arena *arena,
                             const struct armex_chart *chart,
                             const struct armex_lines *lines, struct armex_error *error)
{
    struct armex_outlook outlook;
    *out = (struct armex_chart_words){0};
    const armex_status status =
        armex_outlook_read(&outlook, arena, chart, lines, error);
    if (status)
        return status;
    out->title = title_of(arena, &outlook);
    out->subtitle = subtitle(arena, &outlook);
    out->note = notes_of(arena, chart, &outlook, lines);
    out->description = figures(arena, &outlook);
    return armex_words_finish(out, arena, chart, error);
}
