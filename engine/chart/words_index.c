/** chart/words_index.c: what a chart of indices says. */
#include <math.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** "South Korea’s arms export orders stood at 500 in 2025 (2020 = 100)". */
static const char *title(struct armex_arena *arena, const struct armex_lines *lines)
{
    char figure[ARMEX_FIGURE_SIZE];
    const struct armex_line *line = &lines->items[lines->highlight];
    const char *who = armex_with_article(arena, line->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *what = armex_subject(line->measure, line->flow);
    if (!whose)
        return NULL;
    if (lines->first_year + (int)line->last == lines->base)
        return armex_arena_printf(arena, "%s %s, %d = 100", whose, what, lines->base);
    armex_figure(figure, line->values[line->last], 0, false);
    return armex_arena_printf(arena, "%s %s stood at %s in %d (%d = 100)", whose, what,
                              figure, lines->first_year + (int)line->last, lines->base);
}

static const char *subtitle(struct armex_arena *arena, const struct armex_lines *lines)
{
    const char *what = armex_capitalised(arena, armex_lines_counted(lines));
    const char *span = armex_lines_span(arena, lines);
    if (!what || !span)
        return NULL;
    return armex_arena_printf(arena, "%s, index, %d = 100, %s%s", what, lines->base,
                              span, armex_lines_need_log(lines) ? ", log scale" : "");
}

static const char *notes_of(struct armex_arena *arena, const struct armex_chart *chart,
                            const struct armex_lines *lines)
{
    const char *made = armex_lines_notes(arena, chart, lines);
    if (!made || !lines->unbased)
        return made;
    return armex_arena_printf(arena,
                              "%s%zu without a figure above zero in %d %s not "
                              "shown.",
                              made, lines->unbased, lines->base,
                              lines->unbased == 1 ? "is" : "are");
}

armex_status armex_words_index(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               const struct armex_lines *lines,
                               struct armex_error *error)
{
    *out = (struct armex_chart_words){
        .title = title(arena, lines),
        .subtitle = subtitle(arena, lines),
        .note = notes_of(arena, chart, lines),
        .description = armex_lines_figures(arena, lines, "Line chart of indices."),
    };
    return armex_words_finish(out, arena, chart, error);
}
