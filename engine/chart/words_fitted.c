/** chart/words_fitted.c: what a chart of fitted lines says. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/fitted.h"
#include "chart/sentence.h"
#include "chart/words.h"
#include "model/panel.h"

/** Whether the `window` years that end with year `last` have figures to be compared. */
static bool is_whole(const struct armex_line *figures, size_t last, size_t window)
{
    if (last > figures->last || last + 1 < figures->first + window)
        return false;
    for (size_t i = last + 1 - window; i <= last; i++)
        if (isnan(figures->values[i]) ||
            (i > last + 1 - window && armex_line_breaks(figures, i)))
            return false;
    return true;
}

/** "up from $3.1 billion in 2016–20", "about as much as in 2016–20"; "" where the
 *  window before is not whole or a break lies between. */
static const char *against_before(struct armex_arena *arena,
                                  const struct armex_lines *lines, const char *now)
{
    const struct armex_fitted *fitted = lines->fitted;
    const struct armex_line *curve = &lines->items[lines->highlight];
    const size_t window = (size_t)fitted->window, last = curve->last;
    char figure[ARMEX_FIGURE_SIZE], when[16];
    if (!is_whole(&fitted->figures.items[lines->highlight], last, 2 * window))
        return "";
    const double before = curve->values[last - window];
    const int year = lines->first_year + (int)(last - window);
    armex_figure_with_unit(figure, before, lines->unit);
    armex_window_label(when, year - fitted->window + 1, year);
    if (!strcmp(figure, now))
        return armex_arena_printf(arena, ", about as much as in %s", when);
    return armex_arena_printf(arena, ", %s from %s in %s",
                              curve->values[last] > before ? "up" : "down", figure,
                              when);
}

/** "South Korea’s arms export orders averaged $12.3 billion a year in 2021–25, up from
 *  $2.9 billion in 2016–20", of means whose window is whole; else what is shown. */
static const char *title_of(struct armex_arena *arena, const struct armex_lines *lines)
{
    const struct armex_fitted *fitted = lines->fitted;
    const struct armex_line *curve = &lines->items[lines->highlight];
    const struct armex_line *figures = &fitted->figures.items[lines->highlight];
    const int year = lines->first_year + (int)curve->last;
    char figure[ARMEX_FIGURE_SIZE], when[16];
    if (curve->last < curve->first || strcmp(fitted->fit, "mean") != 0 ||
        fitted->window < 2 || !fitted->yearly || lines->unit.kind == ARMEX_PERCENT ||
        !is_whole(figures, curve->last, (size_t)fitted->window))
        return armex_lines_name(arena, lines);
    armex_figure_with_unit(figure, curve->values[curve->last], lines->unit);
    armex_window_label(when, year - fitted->window + 1, year);
    const char *who = armex_with_article(arena, curve->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    const char *before = against_before(arena, lines, figure);
    if (!whose || !before)
        return NULL;
    return armex_arena_printf(arena, "%s %s averaged %s a year in %s%s", whose,
                              armex_line_counted(curve, lines->unit), figure, when,
                              before);
}

/** "..., 2003–2025: five-year means, trailing; dots: the figures". */
static const char *subtitle(struct armex_arena *arena, const struct armex_lines *lines)
{
    const struct armex_fitted *fitted = lines->fitted;
    const bool many = lines->n > 1 || fitted->window;
    const char *shown = armex_lines_subtitle(arena, lines);
    const char *fit = armex_fit_name(arena, fitted, many);
    const char *who =
        armex_with_article(arena, lines->items[lines->highlight].name, false);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    if (!shown || !fit || !whose)
        return NULL;
    return armex_arena_printf(arena, "%s: %s%s; dots: %s figures%s", shown, fit,
                              fitted->window ? ", trailing" : "",
                              lines->n > 1 ? whose : "the",
                              fitted->lower ? "; shaded: 95% interval" : "");
}

static const char *notes_of(struct armex_arena *arena, const struct armex_chart *chart,
                            const struct armex_lines *lines)
{
    const struct armex_fitted *fitted = lines->fitted;
    const char *made = armex_lines_notes(arena, chart, &fitted->figures);
    return made ? armex_arena_printf(arena, "%s%s", fitted->unfitted, made) : NULL;
}

/** Every fitted value, then every figure of the subject. */
static const char *figures_of(struct armex_arena *arena,
                              const struct armex_lines *lines)
{
    struct armex_lines subject = lines->fitted->figures;
    const char *fit = armex_fit_name(arena, lines->fitted, true);
    const char *kind = fit ? armex_arena_printf(arena, "Line chart of %s.", fit) : NULL;
    const char *curves = kind ? armex_lines_figures(arena, lines, kind) : NULL;
    subject.items += subject.highlight;
    subject.highlight = 0;
    subject.n = 1;
    const char *figures = armex_lines_figures(arena, &subject, "Figures.");
    return curves && figures ? armex_arena_printf(arena, "%s %s", curves, figures)
                             : NULL;
}

armex_status armex_words_fitted(struct armex_chart_words *out,
                                struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error)
{
    *out = (struct armex_chart_words){
        .title = title_of(arena, lines),
        .subtitle = subtitle(arena, lines),
        .note = notes_of(arena, chart, lines),
        .description = figures_of(arena, lines),
    };
    return armex_words_finish(out, arena, chart, error);
}
