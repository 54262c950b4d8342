/** chart/words_scatter.c: what a scatter of two counts says. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/agreement.h"
#include "chart/figure.h"
#include "chart/sentence.h"
#include "chart/words.h"

enum { FEWEST = 5 }; // below, an order is no finding

static const double by_chance = 0.05;

/** How alike two orders are, where that is no chance; NULL: neither alike nor opposite.
 */
static const char *likeness(double spearman)
{
    static const struct {
        double from;
        const char *words;
    } grades[] = {
        {0.95, "in almost the same order"},   {0.8, "in much the same order"},
        {0.5, "in a similar order"},          {0.0, "in a loosely similar order"},
        {-0.5, "in a rather opposite order"}, {-1.0, "in the opposite order"}};
    for (size_t i = 0; i < sizeof grades / sizeof *grades; i++)
        if (spearman >= grades[i].from)
            return grades[i].words;
    return grades[5].words;
}

/** Whom the points are: not all that sell arms are states. */
static const char *who(const struct armex_points *points)
{
    enum armex_measure measure;
    const char *name = points->a.measure;
    if (!armex_measure_parse(&measure, name, strlen(name)) || measure > ARMEX_CUSTOMS)
        return "states";
    return points->flow == ARMEX_IMPORTS ? "importers" : "exporters";
}

static const char *finding(struct armex_arena *arena, const struct armex_points *points,
                           const char *a, const char *b, double spearman)
{
    const bool chance = !(armex_agreement_chance(spearman, points->n) < by_chance);
    const char *how = chance ? "in no common order" : likeness(spearman);
    if (points->one_entity)
        return armex_arena_printf(arena, "%s: %zu years stand %s by %s and by %s",
                                  points->items[0].name, points->n, how, a, b);
    return armex_arena_printf(arena, "%zu %s stand %s by %s and by %s", points->n,
                              who(points), how, a, b);
}

static const char *title_of(struct armex_arena *arena,
                            const struct armex_points *points, double spearman)
{
    const char *a = armex_points_name(arena, points, false, false);
    const char *b = armex_points_name(arena, points, true, false);
    const char *start = armex_points_name(arena, points, true, !points->one_entity);
    const char *when = armex_points_when(arena, points, false);
    if (!a || !b || !start || !when)
        return NULL;
    if (points->n >= FEWEST && !isnan(spearman))
        return finding(arena, points, a, b, spearman);
    return armex_arena_printf(arena, "%s%s%s beside %s, %s",
                              points->one_entity ? points->items[0].name : "",
                              points->one_entity ? ": " : "", start, a, when);
}

/** "arms exports, billion US dollars, 2024". */
static const char *side_words(struct armex_arena *arena,
                              const struct armex_points *points, bool b)
{
    const struct armex_points_side *side = b ? &points->b : &points->a;
    const char *name = armex_points_name(arena, points, b, false);
    const char *unit =
        armex_words_unit(arena, side->unit, armex_points_high(points, b));
    const char *when = armex_points_when(arena, points, b);
    if (!name || !unit || !when)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s", name, *unit ? ", " : "", unit, when);
}

/** Counts of one measure, told once. */
static const char *alike_words(struct armex_arena *arena,
                               const struct armex_points *points)
{
    const char *what =
        armex_capitalised(arena, armex_subject(points->a.measure, points->flow));
    const char *unit = armex_words_unit(
        arena, points->a.unit,
        fmax(armex_points_high(points, false), armex_points_high(points, true)));
    const char *when = armex_points_when(arena, points, false);
    if (!what || !unit || !when)
        return NULL;
    return armex_arena_printf(arena, "%s%s%s, %s%s", what, *unit ? ", " : "", unit,
                              when, points->log ? ", log scales" : "");
}

static const char *subtitle(struct armex_arena *arena,
                            const struct armex_points *points)
{
    if (!points->unlike && points->a.years == points->b.years)
        return alike_words(arena, points);
    const char *a = side_words(arena, points, false);
    const char *b = side_words(arena, points, true);
    if (!a || !b)
        return NULL;
    return armex_arena_printf(arena, "Across: %s. Up: %s%s", a, b,
                              points->log ? ". Log scales" : "");
}

static const char *notes_of(struct armex_arena *arena,
                            const struct armex_points *points, double spearman)
{
    struct armex_text note = {0};
    char rho[ARMEX_FIGURE_SIZE];
    if (!isnan(spearman) && points->n >= FEWEST) {
        const int hundredths = (int)round(100.0 * fabs(spearman));
        snprintf(rho, sizeof rho, "%s%d.%02d",
                 spearman < 0.0 && hundredths ? "\u2212" : "", hundredths / 100,
                 hundredths % 100);
        armex_text_printf(&note, "Spearman\u2019s rank correlation %s. ", rho);
    }
    if (!points->unlike && points->n > 1)
        armex_text_add(&note, "On the line both say the same. ");
    armex_points_say_soft(&note, points);
    if (points->nothing)
        armex_text_printf(&note, "%zu with nothing in one of them %s no place here. ",
                          points->nothing, points->nothing == 1 ? "has" : "have");
    armex_points_say_left_out(&note, points);
    return armex_points_end_note(arena, &note, points);
}

/** " 2024: $15.0 billion, 1.2 billion TIV" or " South Korea: ..." */
static void say_point(struct armex_text *text, const struct armex_points *points,
                      const struct armex_point *point)
{
    char figure[ARMEX_FIGURE_SIZE];
    if (points->one_entity)
        armex_text_printf(text, " %d:", point->year);
    else
        armex_text_printf(text, " %s:", point->name);
    armex_figure_with_unit(figure, point->a, points->a.unit);
    armex_text_printf(text, " %s,", figure);
    armex_figure_with_unit(figure, point->b, points->b.unit);
    armex_text_printf(text, " %s", figure);
}

/** The farthest to the right first, equals as in the table. */
static int largest_first(const void *left, const void *right)
{
    const struct armex_point *a = *(const struct armex_point *const *)left;
    const struct armex_point *b = *(const struct armex_point *const *)right;
    if (a->a != b->a)
        return a->a > b->a ? -1 : 1;
    return a < b ? -1 : a > b;
}

/** Those farthest to the right and the subject, and how many more there are. */
static void say_leading(struct armex_text *text, const struct armex_points *points,
                        const struct armex_point **order)
{
    const size_t leading = ARMEX_TOLD_FIGURES / 2;
    size_t said = 0;
    for (size_t i = 0; i < points->n; i++)
        order[i] = &points->items[i];
    qsort(order, points->n, sizeof(const struct armex_point *), largest_first);
    for (size_t i = 0; i < points->n; i++) {
        const bool subject = points->highlight && !points->one_entity &&
                             !strcmp(order[i]->entity, points->highlight);
        if (i >= leading && !subject)
            continue;
        armex_text_add(text, said++ ? ";" : "");
        say_point(text, points, order[i]);
    }
    armex_text_printf(text, "; %zu more", points->n - said);
}

/** Every point, or of more than ARMEX_TOLD_FIGURES figures the leading ones. */
static const char *figures(struct armex_arena *arena, const struct armex_points *points)
{
    struct armex_text text = {0};
    const bool all = 2 * points->n <= ARMEX_TOLD_FIGURES;
    const struct armex_point **order =
        all ? NULL
            : armex_arena_new(arena, points->n, sizeof(const struct armex_point *));
    if (!all && !order)
        return NULL;
    armex_text_add(&text, "Scatter.");
    if (!all)
        say_leading(&text, points, order);
    for (size_t i = 0; all && i < points->n; i++) {
        armex_text_add(&text, i ? ";" : "");
        say_point(&text, points, &points->items[i]);
    }
    return armex_words_keep(arena, &text);
}

static armex_status correlate(double *out, struct armex_arena *arena,
                              const struct armex_points *points,
                              struct armex_error *error)
{
    struct armex_rank_agreement ranks;
    double *figures[2];
    armex_status status = armex_points_figures(figures, arena, points, error);
    if (!status)
        status =
            armex_agreement_ranks(&ranks, figures[0], figures[1], points->n, error);
    *out = status ? (double)NAN : ranks.spearman;
    return status;
}

armex_status armex_words_scatter(struct armex_chart_words *out,
                                 struct armex_arena *arena,
                                 const struct armex_chart *chart,
                                 const struct armex_points *points,
                                 struct armex_error *error)
{
    double spearman;
    *out = (struct armex_chart_words){0};
    const armex_status status = correlate(&spearman, arena, points, error);
    if (status)
        return status;
    out->title = title_of(arena, points, spearman);
    out->subtitle = subtitle(arena, points);
    out->note = notes_of(arena, points, spearman);
    out->description = figures(arena, points);
    return armex_words_finish(out, arena, chart, error);
}
