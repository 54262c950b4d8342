/** chart/words_heat.c: what a heat map says. */
#include <math.h>

#include "chart/existence.h"
#include "chart/frame.h"
#include "chart/largest.h"
#include "chart/sentence.h"
#include "chart/words.h"

size_t armex_heat_years(const struct armex_chart *chart)
{
    return armex_chart_is_narrow(chart) ? 24 : 60;
}

static const char *subtitle(struct armex_arena *arena, const struct armex_largest *heat)
{
    const struct armex_lines *lines = &heat->lines;
    const char *what = armex_capitalised(arena, armex_lines_counted(lines));
    const char *unit = armex_words_unit(arena, lines->unit, heat->most);
    const char *span = armex_lines_span(arena, lines);
    if (!what || !unit || !span)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s%s", what, *unit ? ", " : "", unit,
                              span, heat->n > 1 ? ", largest total first" : "");
}

/** What the cells show that is not a firm figure. */
struct seen {
    bool gaps, stateless, soft;
};

static struct seen look(const struct armex_largest *heat)
{
    struct seen seen = {false, false, false};
    for (size_t r = 0; r < heat->n; r++)
        for (size_t i = 0; i < heat->lines.n_years; i++) {
            const bool gap = isnan(heat->rows[r]->values[i]);
            const bool stateless =
                gap && (heat->rows[r]->marks[i] & ARMEX_STATUS_BITS) == ARMEX_NO_STATE;
            seen.gaps = seen.gaps || (gap && !stateless);
            seen.stateless = seen.stateless || stateless;
            seen.soft =
                seen.soft || (!gap && armex_mark_is_soft(heat->rows[r]->marks[i]));
        }
    return seen;
}

static const char *notes_of(struct armex_arena *arena, const struct armex_largest *heat)
{
    struct armex_text note = {0};
    const struct seen seen = look(heat);
    armex_lines_say_existence(&note, &heat->lines);
    armex_lines_say_breaks(&note, &heat->lines);
    armex_lines_say_fiscal(&note, &heat->lines);
    armex_text_add(&note, "Shades follow the square root of the figure. ");
    if (seen.gaps || seen.stateless)
        armex_text_printf(&note, "Blank: %s%s%s. ", seen.gaps ? "no figure" : "",
                          seen.gaps && seen.stateless ? ", or " : "",
                          seen.stateless ? "no such state that year" : "");
    if (seen.soft)
        armex_text_add(&note, "Outlined: preliminary, estimated or doubtful. ");
    armex_largest_say_rest(&note, heat);
    return armex_words_keep(arena, &note);
}

armex_status armex_words_heat(struct armex_chart_words *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_lines *lines,
                              struct armex_error *error)
{
    struct armex_largest heat;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_largest_choose(&heat, arena, lines, ARMEX_HEAT_ROWS,
                                               armex_heat_years(chart), error);
    if (!status)
        status = armex_lines_title(&out->title, arena, &heat.lines, error);
    if (status)
        return status;
    out->subtitle = subtitle(arena, &heat);
    out->note = notes_of(arena, &heat);
    out->description = armex_lines_figures(arena, &heat.lines, "Heat map.");
    return armex_words_finish(out, arena, chart, error);
}
