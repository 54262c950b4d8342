/** chart/words_concentration.c: what a chart of concentration says. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "chart/figure.h"
#include "chart/shares.h"
#include "chart/words.h"

static void number(char out[ARMEX_FIGURE_SIZE], double value)
{
    armex_figure(out, value, 0, false);
}

/** "More concentrated: as if 4.7 equal exporters shared it all, 5.1 in 2018": the end
 * beside the beginning, where as many exporters are counted. */
static const char *title_of(struct armex_arena *arena,
                            const struct armex_concentrations *shares)
{
    char then[ARMEX_FIGURE_SIZE], now[ARMEX_FIGURE_SIZE];
    const int last = shares->first_year + (int)shares->last;
    number(then, shares->effective[shares->first]);
    number(now, shares->effective[shares->last]);
    if (!*now)
        return armex_arena_printf(arena, "How concentrated exports are, to %d", last);
    if (!shares->comparable || !*then)
        return armex_arena_printf(
            arena, "In %d as concentrated as if %s equal exporters shared it all", last,
            now);
    if (!strcmp(then, now))
        return armex_arena_printf(
            arena,
            "As concentrated in %d as in %d: as if %s equal exporters shared it all",
            last, shares->first_year, now);
    return armex_arena_printf(
        arena, "%s concentrated: as if %s equal exporters shared it all, %s in %d",
        shares->hhi[shares->last] > shares->hhi[shares->first] ? "More" : "Less", now,
        then, shares->first_year);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_concentrations *shares)
{
    const int last = shares->first_year + (int)shares->last;
    if (shares->n_years == 1)
        return armex_arena_printf(arena, "Concentration of exports, %d", last);
    return armex_arena_printf(arena, "Concentration of exports, %d\u2013%d",
                              shares->first_year, last);
}

static const char *notes_of(struct armex_arena *arena,
                            const struct armex_concentrations *shares)
{
    struct armex_text note = {0};
    armex_text_add(&note,
                   "Herfindahl-Hirschman index: the sum of squared shares, 0 to 1; "
                   "one over it is the number of equal exporters.");
    if (shares->dropped)
        armex_text_printf(&note,
                          " %zu year%s with fewer than a quarter of %.0f exporters %s "
                          "not shown.",
                          shares->dropped, shares->dropped == 1 ? "" : "s",
                          shares->most, shares->dropped == 1 ? "is" : "are");
    return armex_words_keep(arena, &note);
}

/** "; 2018: index 0.213, largest four 80.4%, as 4.7 equal ones". */
static void say_year(struct armex_text *text, const struct armex_concentrations *shares,
                     const char *before, size_t i)
{
    char four[ARMEX_FIGURE_SIZE], effective[ARMEX_FIGURE_SIZE];
    armex_figure_share(four, shares->largest_four[i]);
    number(effective, shares->effective[i]);
    armex_text_printf(text, "%s %d: index %s, largest four %s, as %s equal ones",
                      before, shares->first_year + (int)i,
                      armex_number_fixed(shares->hhi[i], 3).text,
                      *four ? four : "unknown", *effective ? effective : "unknown");
}

/** The first and the last year, and the first of those that were the extremes. */
static void say_short(struct armex_text *text,
                      const struct armex_concentrations *shares)
{
    size_t most = shares->first, least = most;
    for (size_t i = shares->first; i <= shares->last; i++) {
        most = shares->hhi[i] > shares->hhi[most] ? i : most;
        least = shares->hhi[i] < shares->hhi[least] ? i : least;
    }
    say_year(text, shares, "", shares->first);
    say_year(text, shares, ";", shares->last);
    say_year(text, shares, "; most concentrated", most);
    say_year(text, shares, "; least", least);
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_concentrations *shares)
{
    struct armex_text text = {0};
    armex_text_add(&text, "Chart of concentration.");
    if (3 * shares->n_years > ARMEX_TOLD_FIGURES)
        say_short(&text, shares);
    else
        for (size_t i = 0; i < shares->n_years; i++)
            if (!isnan(shares->hhi[i]))
                say_year(&text, shares, i ? ";" : "", i);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_concentration(struct armex_chart_words *out,
                                       struct armex_arena *arena,
                                       const struct armex_chart *chart,
                                       const struct armex_concentrations *shares,
                                       struct armex_error *error)
{
    *out = (struct armex_chart_words){0};
    out->title = title_of(arena, shares);
    out->subtitle = subtitle(arena, shares);
    out->note = notes_of(arena, shares);
    out->description = figures(arena, shares);
    return armex_words_finish(out, arena, chart, error);
}
