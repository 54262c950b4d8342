/** analysis/rank.c: who is first, by how much, and who moved. */
#include "analysis/rank.h"

#include <gsl/gsl_heapsort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/growth.h"
#include "analysis/rank_interval.h"
#include "analysis/rank_parts.h"
#include "analysis/rank_printed.h"
#include "analysis/sipri_style.h"
#include "analysis/window.h"
#include "base/text.h"
#include "country/entity.h"

bool armex_rank_by_parse(enum armex_rank_by *out, const char *text, size_t length)
{
    static const char *const names[] = {
        [ARMEX_BY_VALUE] = "value",
        [ARMEX_BY_GROWTH] = "growth",
        [ARMEX_BY_SHARE] = "share",
    };
    const size_t n = sizeof names / sizeof *names;
    const size_t i = armex_word_index(names, n, text, length);
    if (i < n)
        *out = (enum armex_rank_by)i;
    return i < n;
}

static enum armex_entity_kind kind_of(const struct armex_series *series)
{
    const struct armex_entity *entity = armex_entity_by_code(series->entity);
    if (armex_entity_unlisted(series->entity, strlen(series->entity)))
        return ARMEX_AGGREGATE; // who knows; a sum of others must not count twice
    return entity ? entity->kind : ARMEX_STATE;
}

/* A figure that can be ranked: "none identified" is no exporter at the bottom. */
double armex_rank_figure(const struct armex_panel *panel, size_t s, int year)
{
    const armex_mark mark = armex_panel_mark(panel, s, year);
    if (!armex_mark_has_value(mark) || (mark & ARMEX_STATUS_BITS) == ARMEX_NIL)
        return NAN;
    return armex_panel_value(panel, s, year);
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

static void look_up(struct armex_contender *contender, const struct armex_rank_run *run)
{
    const struct armex_panel *windows = run->windows;
    const int step = armex_rank_step(run, contender->series);

    for (int moment = 0; moment <= ARMEX_MOMENTS; moment++)
        contender->value[moment] =
            armex_rank_figure(windows, contender->s, run->options.year - moment * step);
    for (int moment = 0; moment < ARMEX_MOMENTS; moment++) {
        const int to = run->options.year - moment * step;
        // The change of a printed share is not the change of what was delivered.
        contender->change[moment] =
            contender->series->unit.kind == ARMEX_PERCENT
                ? NAN
                : change_between(windows, contender->s, to - step, to);
        contender->rank[moment] = contender->share[moment] = NAN;
        contender->printed[moment] =
            armex_rank_is_printed(&run->options)
                ? armex_panel_value(run->options.printed_ranks, contender->s, to)
                : NAN;
    }
}

static int by_code(const void *a, const void *b)
{
    const struct armex_contender *first = a, *second = b;
    const int order = strcmp(first->series->entity, second->series->entity);
    return order ? order : (first->s > second->s) - (first->s < second->s);
}

static bool in_order(const struct armex_rank_run *run)
{
    for (size_t i = 1; i < run->n; i++)
        if (by_code(&run->contenders[i - 1], &run->contenders[i]) > 0)
            return false;
    return true;
}

armex_status armex_rank_contenders(struct armex_rank_run *run)
{
    const struct armex_panel *panel = run->panel;

    run->contenders = calloc(panel->n_series + 1, sizeof *run->contenders);
    run->order = calloc(panel->n_series + 1, sizeof *run->order);
    if (!run->contenders || !run->order)
        return armex_fail_memory(run->error);
    for (size_t s = 0; s < panel->n_series; s++) {
        const enum armex_entity_kind kind = kind_of(&panel->series[s]);
        if (kind == ARMEX_AGGREGATE)
            continue;
        struct armex_contender *contender = &run->contenders[run->n++];
        contender->s = s;
        contender->series = &panel->series[s];
        contender->unranked =
            counts_only(kind, contender->series->flow, run->options.style);
        look_up(contender, run);
    }
    if (!in_order(run)) // as nearly every panel is
        gsl_heapsort(run->contenders, run->n, sizeof *run->contenders, by_code);
    return ARMEX_OK;
}

/* What decides the rank, the largest first: of printed ranks the least is. */
static double key_of(const struct armex_rank_run *run,
                     const struct armex_contender *contender, int moment)
{
    if (contender->unranked)
        return NAN;
    if (armex_rank_is_printed(&run->options))
        return -contender->printed[moment];
    if (isnan(contender->value[moment]))
        return NAN;
    return run->options.by == ARMEX_BY_GROWTH ? contender->change[moment]
                                              : contender->value[moment];
}

static void rank_moment(struct armex_rank_run *run, int moment, double *keys,
                        double *ranks)
{
    run->n_ranked = 0;
    for (size_t i = 0; i < run->n; i++) {
        keys[i] = key_of(run, &run->contenders[i], moment);
        run->n_ranked += !isnan(keys[i]);
    }
    armex_ranks(ranks, run->order, keys, run->n, run->options.ties);
    for (size_t i = 0; i < run->n; i++)
        run->contenders[i].rank[moment] =
            armex_rank_is_printed(&run->options) ? -keys[i] : ranks[i];
}

static armex_status give_ranks(struct armex_rank_run *run)
{
    double *keys = calloc(run->n + 1, sizeof *keys);
    double *ranks = calloc(run->n + 1, sizeof *ranks);
    armex_status status = ARMEX_OK;

    if (!keys || !ranks) {
        status = armex_fail_memory(run->error);
    } else {
        rank_moment(run, ARMEX_BEFORE, keys, ranks);
        rank_moment(run, ARMEX_NOW, keys, ranks); // last, so that its order stays
    }
    free(ranks);
    free(keys);
    if (!status && armex_rank_is_printed(&run->options) && !run->n_ranked)
        status = armex_rank_refuse_unprinted(run);
    return status;
}

/* Of all deliveries in the world, as the source counts them. */
static armex_status find_world(struct armex_rank_run *run)
{
    const struct armex_panel *windows = run->windows;

    run->world[ARMEX_NOW] = run->world[ARMEX_BEFORE] = NAN;
    if (run->options.style != ARMEX_STYLE_SIPRI)
        return ARMEX_OK;
    for (size_t s = 0; s < windows->n_series; s++)
        for (int moment = 0; moment < ARMEX_MOMENTS; moment++)
            if (strcmp(windows->series[s].entity, "WLD") == 0)
                run->world[moment] = armex_rank_figure(
                    windows, s,
                    run->options.year -
                        moment * armex_rank_step(run, &run->panel->series[s]));
    if (run->world[ARMEX_NOW] > 0.0)
        return ARMEX_OK;
    return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                      "SIPRI's style has shares of the world's total, and there is "
                      "none here; leave out --style, or take a dataset that has WLD");
}

static void give_shares_of_world(struct armex_rank_run *run, int moment)
{
    for (size_t i = 0; i < run->n; i++)
        if (run->world[moment] > 0.0)
            run->contenders[i].share[moment] =
                run->contenders[i].value[moment] / run->world[moment];
}

static void give_shares(struct armex_rank_run *run, int moment)
{
    double total = 0.0, least = 0.0;

    if (run->options.style == ARMEX_STYLE_SIPRI) {
        give_shares_of_world(run, moment);
        return;
    }
    for (size_t i = 0; i < run->n; i++) {
        const double value = run->contenders[i].value[moment];
        if (!isnan(value)) {
            total += value;
            least = fmin(least, value);
        }
    }
    for (size_t i = 0; i < run->n; i++) {
        struct armex_contender *contender = &run->contenders[i];
        const double value = contender->value[moment];
        if (contender->series->unit.kind == ARMEX_PERCENT)
            contender->share[moment] =
                strcmp(contender->series->scope, "share") == 0 ? value / 100.0 : NAN;
        else if (total > 0.0 && isfinite(total) && least >= 0.0)
            contender->share[moment] = value / total;
    }
}

static armex_status check_options(struct armex_rank_run *run)
{
    const struct armex_panel *panel = run->panel;
    const int last = panel->first_year + (int)panel->n_years - 1;

    const int usual = run->options.style == ARMEX_STYLE_SIPRI ? ARMEX_SIPRI_WINDOW : 1;

    if (!run->options.window)
        run->options.window = usual;
    if (!run->options.year)
        run->options.year = last;
    if (run->options.at_least < 0 || run->options.at_least > run->options.window)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years cannot have at least %d present",
                          run->options.window, run->options.at_least);
    if (run->options.top < 0)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the top %d are nobody; give 1 or more", run->options.top);
    if (run->options.year < panel->first_year || run->options.year > last)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%d lies outside the years %d to %d", run->options.year,
                          panel->first_year, last);
    return ARMEX_OK;
}

static armex_status rank(struct armex_rank_run *run)
{
    armex_status status = armex_rank_contenders(run);

    if (!status)
        status = armex_rank_compare(run);
    if (!status)
        status = find_world(run);
    if (!status)
        status = give_ranks(run);
    if (!status && run->options.interval)
        status = armex_rank_give_intervals(run);
    for (int moment = 0; !status && moment < ARMEX_MOMENTS; moment++)
        give_shares(run, moment);
    if (!status)
        status = armex_rank_table(run);
    if (!status)
        status = armex_rank_notes(run);
    if (!status && run->options.interval)
        status = armex_rank_interval_note(run);
    return status;
}

armex_status armex_rank(struct armex_table **out, const struct armex_panel *panel,
                        const struct armex_rank_options *options,
                        struct armex_error *error)
{
    struct armex_rank_run run = {
        .panel = panel, .windows = panel, .options = *options, .error = error};
    struct armex_panel *windows = NULL;
    armex_status status = check_options(&run);

    *out = NULL;
    if (!status && run.options.window != 1) {
        status = armex_window(&windows, panel, ARMEX_WINDOW_SUM, run.options.window,
                              run.options.at_least, error);
        run.windows = windows;
    }
    if (!status)
        status = rank(&run);
    free(run.order);
    free(run.contenders);
    armex_panel_free(windows);
    if (status)
        armex_table_free(run.table);
    else
        *out = run.table;
    return status;
}
