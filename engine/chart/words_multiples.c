/** chart/words_multiples.c: what small multiples say. */
#include "chart/existence.h"
#include "chart/sentence.h"
#include "chart/words.h"

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_largest *panels)
{
    const struct armex_lines *lines = &panels->lines;
    const char *what = armex_capitalised(arena, armex_lines_counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, 0.0);
    const char *span = armex_lines_span(arena, lines);
    if (!what || !unit || !span)
        return NULL;
    return armex_arena_printf(
        arena, "%s%s%s a year%s, %s", what, *unit ? ", " : "", unit,
        lines->n_years >= ARMEX_MEAN_FROM ? " (bars) and five-year average (line)" : "",
        span);
}

static bool any_hollow(const struct armex_chart *chart,
                       const struct armex_largest *panels)
{
    for (size_t p = 0; p < panels->n; p++)
        for (size_t i = panels->rows[p]->first; i <= panels->rows[p]->last; i++)
            if (armex_panel_hollows(chart, panels, p, i))
                return true;
    return false;
}

static const char *notes_of(struct armex_arena *arena, const struct armex_chart *chart,
                            const struct armex_largest *panels)
{
    struct armex_text note = {0};
    armex_lines_say_existence(&note, &panels->lines);
    armex_lines_say_breaks(&note, &panels->lines);
    armex_lines_say_fiscal(&note, &panels->lines);
    if (panels->n > 1)
        armex_text_add(&note, "Each panel has its own scale: compare shapes, not "
                              "heights. ");
    armex_text_add(&note, "The label is the highest single year. ");
    if (any_hollow(chart, panels))
        armex_text_add(&note, "Hollow: preliminary, estimated or doubtful. ");
    armex_largest_say_rest(&note, panels);
    return armex_words_keep(arena, &note);
}

armex_status armex_words_multiples(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_lines *lines,
                                   struct armex_error *error)
{
    struct armex_largest panels;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_largest_choose(&panels, arena, lines, ARMEX_PANELS,
                                               ARMEX_PANEL_YEARS, error);
    if (!status)
        status = armex_lines_title(&out->title, arena, &panels.lines, error);
    if (status)
        return status;
    out->subtitle = subtitle(arena, &panels);
    out->note = notes_of(arena, chart, &panels);
    out->description = armex_lines_figures(arena, &panels.lines, "Small multiples.");
    return armex_words_finish(out, arena, chart, error);
}
