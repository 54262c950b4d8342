/** chart/words_agreement.c: what a chart of agreement says. */
#include <math.h>
#include <string.h>

#include "chart/limits.h"
#include "chart/ruler.h"
#include "chart/sentence.h"
#include "chart/words.h"

/** "On average comtrade is 1.30× sipri-tiv; 57 of 60 figures lie between 0.60× and
 *  2.8×". */
static const char *title_of(struct armex_arena *arena,
                            const struct armex_points *points,
                            const struct armex_limits *limits)
{
    char bias[ARMEX_FIGURE_SIZE], lower[ARMEX_FIGURE_SIZE], upper[ARMEX_FIGURE_SIZE];
    const char *a = armex_points_name(arena, points, false, false);
    const char *b = armex_points_name(arena, points, true, false);
    if (!a || !b)
        return NULL;
    armex_ratio_text(bias, exp(limits->levels.bias), false);
    armex_ratio_text(lower, exp(limits->levels.lower), false);
    armex_ratio_text(upper, exp(limits->levels.upper), false);
    if (!strcmp(lower, upper))
        return armex_arena_printf(arena, "In all %zu figures %s is %s %s", points->n, a,
                                  bias, b);
    return armex_arena_printf(
        arena, "On average %s is %s %s; %zu of %zu figures lie between %s and %s", a,
        bias, b, points->n - limits->outside, points->n, lower, upper);
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_points *points)
{
    const char *what = armex_subject(points->a.measure, points->flow);
    const char *start = armex_capitalised(arena, what);
    const char *unit = armex_words_unit(
        arena, points->a.unit,
        fmax(armex_points_high(points, false), armex_points_high(points, true)));
    const char *when = armex_points_when(arena, points, false);
    const char *whose =
        points->one_entity ? armex_possessive(arena, points->items[0].name) : "";
    if (!start || !unit || !when || !whose)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s%s%s, %s", whose, *whose ? " " : "",
                              *whose ? what : start, *unit ? ", " : "", unit, when);
}

static const char *notes_of(struct armex_arena *arena,
                            const struct armex_points *points)
{
    struct armex_text note = {0};
    armex_text_add(&note,
                   "Bland and Altman\u2019s limits of agreement, of logarithms: the "
                   "mean ratio and 1.96 standard deviations on either side. Means are "
                   "geometric. ");
    armex_points_say_soft(&note, points);
    if (points->set_aside)
        armex_text_printf(&note, "%zu without a ratio %s not shown. ",
                          points->set_aside, points->set_aside == 1 ? "is" : "are");
    armex_points_say_left_out(&note, points);
    return armex_points_end_note(arena, &note, points);
}

static void say_ratio(struct armex_text *text, const struct armex_points *points,
                      size_t i)
{
    const struct armex_point *point = &points->items[i];
    char ratio[ARMEX_FIGURE_SIZE];
    armex_ratio_text(ratio, point->a / point->b, false);
    armex_text_printf(text, " %s %d: %s", point->name, point->year, ratio);
}

/** The extremes, the first of equals. */
static void say_short(struct armex_text *text, const struct armex_points *points)
{
    const struct armex_point *items = points->items;
    size_t low = 0, high = 0;
    for (size_t i = 1; i < points->n; i++) {
        const double ratio = items[i].a / items[i].b;
        low = ratio < items[low].a / items[low].b ? i : low;
        high = ratio > items[high].a / items[high].b ? i : high;
    }
    armex_text_printf(text, " %zu ratios; lowest", points->n);
    say_ratio(text, points, low);
    armex_text_add(text, "; highest");
    say_ratio(text, points, high);
}

static const char *figures(struct armex_arena *arena, const struct armex_points *points)
{
    struct armex_text text = {0};
    const bool all = points->n <= ARMEX_TOLD_FIGURES;
    armex_text_add(&text, "Chart of agreement.");
    if (!all)
        say_short(&text, points);
    for (size_t i = 0; all && i < points->n; i++) {
        armex_text_add(&text, i ? ";" : "");
        say_ratio(&text, points, i);
    }
    return armex_words_keep(arena, &text);
}

armex_status armex_words_agreement(struct armex_chart_words *out,
                                   struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   const struct armex_points *points,
                                   struct armex_error *error)
{
    struct armex_limits limits;
    *out = (struct armex_chart_words){0};
    const armex_status status = armex_limits_find(&limits, arena, points, error);
    if (status)
        return status;
    out->title = title_of(arena, points, &limits);
    out->subtitle = subtitle(arena, points);
    out->note = notes_of(arena, points);
    out->description = figures(arena, points);
    return armex_words_finish(out, arena, chart, error);
}
