/** chart/words_dumbbell.c: what a chart of two windows says. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/layout.h"
#include "chart/pairs.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** A figure of a pair as a sentence has it: "10.9%", "$17.3 billion". */
static void pair_figure(char out[ARMEX_FIGURE_SIZE], const struct armex_pairs *pairs,
                        const struct armex_standings *standings, double value)
{
    if (pairs->share)
        armex_figure_share(out, value / 100.0);
    else
        armex_figure_with_unit(out, value, standings->unit);
}

/** "South Korea’s share of arms exports rose from 1.7% to 2%"; *out stays NULL when
 *  there is nothing to compare with. */
static armex_status finding(const char **out, struct armex_arena *arena,
                            const struct armex_pairs *pairs,
                            const struct armex_standings *standings,
                            struct armex_error *error)
{
    char now[ARMEX_FIGURE_SIZE], before[ARMEX_FIGURE_SIZE];
    const struct armex_pair *pair = armex_pairs_subject(pairs, standings);
    const char *what = armex_subject(standings->measure, standings->flow);
    if (!pair || !standings->one_unit || isnan(pair->now - pair->before))
        return ARMEX_OK;
    const char *who = armex_with_article(arena, pair->item->name, true);
    const char *whose = who ? armex_possessive(arena, who) : NULL;
    if (!whose)
        return armex_fail_memory(error);
    pair_figure(now, pairs, standings, pair->now);
    pair_figure(before, pairs, standings, pair->before);
    const char *of = pairs->share ? "share of " : "";
    *out = !strcmp(now, before)
               ? armex_arena_printf(arena, "%s %s%s stayed at %s", whose, of, what, now)
               : armex_arena_printf(arena, "%s %s%s %s from %s to %s", whose, of, what,
                                    pair->now > pair->before ? "rose" : "fell", before,
                                    now);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

/** "2014–18 to 2019–23". */
static const char *span_words(struct armex_arena *arena,
                              const struct armex_pairs *pairs)
{
    if (!*pairs->label_now)
        return armex_arena_text(arena, "before and now");
    if (!strcmp(pairs->label_before, "before"))
        return armex_arena_printf(arena, "%s and before", pairs->label_now);
    return armex_arena_printf(arena, "%s to %s", pairs->label_before, pairs->label_now);
}

static const char *subtitle(struct armex_arena *arena, const struct armex_pairs *pairs,
                            const struct armex_standings *standings, bool slope)
{
    const char *scale = slope && armex_pairs_need_log(pairs) ? ", log scale" : "";
    const char *what =
        armex_capitalised(arena, armex_subject(standings->measure, standings->flow));
    const char *unit = armex_words_unit(arena, standings->unit,
                                        fmax(fabs(pairs->low), fabs(pairs->high)));
    const char *span = span_words(arena, pairs);
    if (!what || !unit || !span)
        return NULL;
    if (!pairs->share)
        return armex_arena_printf(arena, "%s%s%s, %s%s", what, *unit ? ", " : "", unit,
                                  span, scale);
    return armex_arena_printf(
        arena, "%s, share of %s, %%, %s%s", what,
        standings->unit.kind == ARMEX_PERCENT ? "the world as published" : "all ranked",
        span, scale);
}

static const char *notes_of(struct armex_arena *arena, const struct armex_pairs *pairs,
                            bool slope)
{
    struct armex_text note = {0};
    size_t single = 0;
    for (size_t i = 0; i < pairs->n; i++)
        single += isnan(pairs->items[i].before) && !isnan(pairs->items[i].now);
    if (!slope)
        armex_text_add(&note, "Sorted by change, which is taken before rounding.");
    else if (armex_pairs_need_log(pairs))
        armex_text_add(&note, "Lines equally steep are equal changes in per cent.");
    if (slope && single)
        armex_text_printf(&note, " %zu without a line %s no figure before.", single,
                          single == 1 ? "has" : "have");
    if (pairs->left_out)
        armex_text_printf(&note, " %zu more ranked %s not shown.", pairs->left_out,
                          pairs->left_out == 1 ? "is" : "are");
    return armex_words_keep(arena, &note);
}

static const char *figures(struct armex_arena *arena, const struct armex_pairs *pairs,
                           const struct armex_standings *standings, bool slope)
{
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE];
    armex_text_add(&text, slope ? "Slope chart." : "Dumbbell chart.");
    for (size_t i = 0; i < pairs->n; i++) {
        const struct armex_pair *pair = &pairs->items[i];
        pair_figure(figure, pairs, standings, pair->before);
        armex_text_printf(&text, "%s %s from %s", i ? ";" : "", pair->item->name,
                          *figure ? figure : "no figure");
        pair_figure(figure, pairs, standings, pair->now);
        armex_text_printf(&text, " to %s", *figure ? figure : "no figure");
    }
    return armex_words_keep(arena, &text);
}

static armex_status words_of_pairs(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_standings *standings, bool slope,
                                   struct armex_error *error)
{
    struct armex_pairs pairs;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_pairs_read(
        &pairs, arena, standings, slope ? ARMEX_SLOPES : ARMEX_DUMBBELLS, error);
    if (!status)
        status = finding(&out->title, arena, &pairs, standings, error);
    if (status)
        return status;
    out->subtitle = subtitle(arena, &pairs, standings, slope);
    if (!out->title) {
        const char *what = armex_subject(standings->measure, standings->flow);
        const char *start = armex_capitalised(arena, what);
        const char *span = span_words(arena, &pairs);
        out->title =
            start && span ? armex_arena_printf(arena, "%s, %s", start, span) : NULL;
    }
    out->note = notes_of(arena, &pairs, slope);
    out->description = figures(arena, &pairs, standings, slope);
    return armex_words_finish(out, arena, chart, error);
}

armex_status armex_words_dumbbell(struct armex_chart_words *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  const struct armex_standings *standings,
                                  struct armex_error *error)
{
    return words_of_pairs(out, arena, chart, standings, false, error);
}

armex_status armex_words_slope(struct armex_chart_words *out, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               const struct armex_standings *standings,
                               struct armex_error *error)
{
    return words_of_pairs(out, arena, chart, standings, true, error);
}
