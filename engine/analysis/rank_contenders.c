/** analysis/rank_contenders.c: who is compared, and with which figures. */
#include <gsl/gsl_heapsort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/growth.h"
#include "analysis/rank_parts.h"
#include "analysis/rank_printed.h"
#include "analysis/sipri_style.h"

static enum armex_entity_kind kind_of(const struct armex_series *series)
{
    const struct armex_entity *entity = armex_entity_by_code(series->entity);

    if (entity)
        return entity->kind;
    if (armex_entity_unlisted(series->entity, strlen(series->entity)))
        return ARMEX_AGGREGATE; // who knows; a sum of others must not count twice
    return ARMEX_STATE;
}

double armex_rank_figure(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);
    const bool nil = (mark & ARMEX_STATUS_BITS) == ARMEX_NIL;
    return nil || !armex_mark_has_value(mark) ? NAN : armex_panel_value(panel, s, year);
}

/* What the unknown delivered counts in the sum, in SIPRI's style also what armed groups
 * and most organisations did. */
static bool counts_only(enum armex_entity_kind kind, enum armex_flow_direction flow,
                        enum armex_rank_style style)
{
    return style == ARMEX_STYLE_SIPRI ? !armex_sipri_ranks(kind, flow)
                                      : kind == ARMEX_UNKNOWN;
}

static double change_between(const struct armex_panel *panel, size_t s, int from,
                             int to)
{
    if (armex_growth_check(panel, s, from, to, ARMEX_GROWTH_CAGR))
        return NAN;
    const double change =
        armex_panel_value(panel, s, to) / armex_panel_value(panel, s, from) - 1.0;
    return isfinite(change) ? change : NAN;
}

int armex_rank_step(const struct armex_rank_run *run, const struct armex_series *series)
{
    const int years = series->period.years > 1 ? series->period.years : 1;
    return years * run->options.window;
}

/* Whether the change up to that moment is asked for, and there may be one. The change
 * of a printed share is not the change of what was delivered. */
static bool has_change(const struct armex_rank_run *run,
                       const struct armex_contender *contender, int moment)
{
    return run->changes && !isnan(contender->value[moment]) &&
           contender->series->unit.kind != ARMEX_PERCENT &&
           (moment == ARMEX_NOW || run->options.by == ARMEX_BY_GROWTH);
}

/* Whether what was ranked last is what comes before options.year, for everybody. */
static bool follows(const struct armex_rank_run *run)
{
    return run->settled && run->ranked && run->n &&
           run->options.year ==
               run->ranked + armex_rank_step(run, run->contenders[0].series);
}

static void look_up(struct armex_contender *contender, const struct armex_rank_run *run,
                    int moment)
{
    const struct armex_panel *windows = run->windows;
    const int step = armex_rank_step(run, contender->series);
    const int to = run->options.year - moment * step;

    contender->value[moment] = armex_rank_figure(windows, contender->s, to);
    contender->change[moment] =
        has_change(run, contender, moment)
            ? change_between(windows, contender->s, to - step, to)
            : NAN;
    contender->rank[moment] = contender->share[moment] = NAN;
    contender->printed[moment] =
        armex_rank_is_printed(&run->options)
            ? armex_panel_value(run->options.printed_ranks, contender->s, to)
            : NAN;
}

/* What was now when the year before was ranked. */
static void grow_old(struct armex_contender *contender,
                     const struct armex_rank_run *run)
{
    contender->value[ARMEX_BEFORE] = contender->value[ARMEX_NOW];
    contender->change[ARMEX_BEFORE] =
        run->options.by == ARMEX_BY_GROWTH ? contender->change[ARMEX_NOW] : NAN;
    contender->rank[ARMEX_BEFORE] = contender->rank[ARMEX_NOW];
    contender->share[ARMEX_BEFORE] = NAN;
    contender->printed[ARMEX_BEFORE] = contender->printed[ARMEX_NOW];
}

void armex_rank_look_up(struct armex_rank_run *run)
{
    run->before_ranked = follows(run);
    run->ranked = 0;
    for (size_t i = 0; i < run->n; i++) {
        struct armex_contender *contender = &run->contenders[i];
        if (run->before_ranked)
            grow_old(contender, run);
        else
            look_up(contender, run, ARMEX_BEFORE);
        look_up(contender, run, ARMEX_NOW);
    }
}

static int by_code(const void *a, const void *b)
{
    const struct armex_contender *first = a, *second = b;
    const int order = strcmp(first->series->entity, second->series->entity);
    return order ? order : (first->s > second->s) - (first->s < second->s);
}

armex_status armex_rank_gather(struct armex_rank_run *run)
{
    const struct armex_panel *panel = run->panel;
    const struct armex_series *before = NULL;
    bool in_order = true;

    run->contenders = calloc(panel->n_series + 1, sizeof *run->contenders);
    run->order = calloc(panel->n_series + 1, sizeof *run->order);
    run->apart = calloc(panel->n_series + 1, sizeof *run->apart);
    if (!run->contenders || !run->order || !run->apart)
        return armex_fail_memory(run->error);
    for (size_t s = 0; s < panel->n_series; s++) {
        const struct armex_series *series = &panel->series[s];
        const enum armex_entity_kind kind = kind_of(series);
        run->apart[s] = kind == ARMEX_AGGREGATE;
        if (run->apart[s])
            continue;
        run->contenders[run->n++] = (struct armex_contender){
            .s = s,
            .series = series,
            .unranked = counts_only(kind, series->flow, run->options.style)};
        in_order = in_order && (!before || strcmp(before->entity, series->entity) <= 0);
        before = series;
    }
    if (!in_order) // as nearly every panel is
        gsl_heapsort(run->contenders, run->n, sizeof *run->contenders, by_code);
    return ARMEX_OK;
}

void armex_rank_scatter(struct armex_rank_run *run)
{
    free(run->apart);
    free(run->order);
    free(run->contenders);
    run->apart = NULL;
    run->order = NULL;
    run->contenders = NULL;
    run->n = 0;
}
