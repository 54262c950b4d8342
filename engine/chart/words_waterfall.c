/** chart/words_waterfall.c: what a chart of the change of a sum says. */
#include <math.h>
#include <string.h>

#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/steps.h"
#include "chart/words.h"

/** "South Korea added $5.0 billion of the $12.0 billion by which arms export orders
 *  rose"; where the others went the other way or it outdid the sum: "South Korea lost
 *  $5.0 billion while arms export orders rose by $12.0 billion in all". *out stays
 *  NULL when the sum or the subject did not move. */
static armex_status finding(const char **out, struct armex_arena *arena,
                            const struct armex_steps *steps,
                            const struct armex_standings *standings,
                            struct armex_error *error)
{
    char its[ARMEX_FIGURE_SIZE], all[ARMEX_FIGURE_SIZE];
    const struct armex_step *step = &steps->items[steps->subject];
    const double change = steps->now - steps->before;
    const char *what = armex_subject(standings->measure, standings->flow);
    if (step->change == 0.0 || change == 0.0)
        return ARMEX_OK;
    const char *who = armex_with_article(arena, step->item->name, true);
    if (!who)
        return armex_fail_memory(error);
    const char *did = step->change > 0.0 ? "added" : "lost";
    const char *went = change > 0.0 ? "rose" : "fell";
    const bool part =
        (step->change > 0.0) == (change > 0.0) && fabs(step->change) < fabs(change);
    armex_figure_with_unit(its, fabs(step->change), standings->unit);
    armex_figure_with_unit(all, fabs(change), standings->unit);
    *out = part ? armex_arena_printf(arena, "%s %s %s of the %s by which %s %s", who,
                                     did, its, all, what, went)
                : armex_arena_printf(arena, "%s %s %s while %s %s by %s in all", who,
                                     did, its, what, went, all);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

static const char *span_words(struct armex_arena *arena,
                              const struct armex_steps *steps)
{
    if (!*steps->label_now)
        return armex_arena_text(arena, "before and now");
    if (!strcmp(steps->label_before, "before"))
        return armex_arena_printf(arena, "%s and before", steps->label_now);
    return armex_arena_printf(arena, "%s to %s", steps->label_before, steps->label_now);
}

static const char *subtitle(struct armex_arena *arena, const struct armex_steps *steps,
                            const struct armex_standings *standings)
{
    const char *unit = armex_words_unit(arena, standings->unit,
                                        fmax(fabs(steps->low), fabs(steps->high)));
    const char *span = span_words(arena, steps);
    if (!unit || !span)
        return NULL;
    return armex_arena_printf(arena, "Contributions to the change%s%s, %s",
                              *unit ? ", " : "", unit, span);
}

static const char *notes_of(struct armex_arena *arena, const struct armex_steps *steps)
{
    struct armex_text note = {0};
    armex_text_printf(&note, "The sums are of the %zu with a figure in both.",
                      steps->summed);
    if (steps->alone)
        armex_text_printf(&note, " %zu with a figure in one only %s left out.",
                          steps->alone, steps->alone == 1 ? "is" : "are");
    if (armex_steps_cut(steps))
        armex_text_add(&note, " The scale does not begin at zero.");
    return armex_words_keep(arena, &note);
}

static const char *figures(struct armex_arena *arena, const struct armex_steps *steps,
                           const struct armex_standings *standings)
{
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE];
    armex_figure_with_unit(figure, steps->before, standings->unit);
    armex_text_printf(&text, "Waterfall chart. From %s", figure);
    for (size_t i = 0; i < steps->n; i++) {
        const struct armex_step *step = &steps->items[i];
        armex_figure_with_unit(figure, fabs(step->change), standings->unit);
        armex_text_printf(&text, "; %s %s%s",
                          step->item ? step->item->name : "all others",
                          step->change < 0.0 ? "\u2212" : "+", figure);
    }
    armex_figure_with_unit(figure, steps->now, standings->unit);
    armex_text_printf(&text, "; to %s", figure);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_waterfall(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_standings *standings,
                                   struct armex_error *error)
{
    struct armex_steps steps;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_steps_read(&steps, arena, chart, standings, error);
    if (!status)
        status = finding(&out->title, arena, &steps, standings, error);
    if (status)
        return status;
    out->subtitle = subtitle(arena, &steps, standings);
    if (!out->title) {
        const char *what = armex_subject(standings->measure, standings->flow);
        const char *start = armex_capitalised(arena, what);
        const char *span = span_words(arena, &steps);
        out->title =
            start && span ? armex_arena_printf(arena, "%s, %s", start, span) : NULL;
    }
    out->note = notes_of(arena, &steps);
    out->description = figures(arena, &steps, standings);
    return armex_words_finish(out, arena, chart, error);
}
