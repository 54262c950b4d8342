/** analysis/rank.c: who is first, by how much, and who moved. */
#include "analysis/rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/rank_interval.h"
#include "analysis/rank_parts.h"
#include "analysis/rank_printed.h"
#include "analysis/sipri_style.h"
#include "analysis/window.h"
#include "base/text.h"

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
    if (run->before_ranked)
        armex_ranks_again(ranks, run->order, keys, run->n, run->options.ties);
    else
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
        if (!run->before_ranked)
            rank_moment(run, ARMEX_BEFORE, keys, ranks);
        rank_moment(run, ARMEX_NOW, keys, ranks); // last, so that its order stays
        run->ranked = run->options.year;
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
                armex_is_share(contender->series) ? value / 100.0 : NAN;
        else if (total > 0.0 && isfinite(total) && least >= 0.0)
            contender->share[moment] = value / total;
    }
}

static armex_status check_options(struct armex_rank_run *run)
{
    const int usual = run->options.style == ARMEX_STYLE_SIPRI ? ARMEX_SIPRI_WINDOW : 1;

    if (!run->options.window)
        run->options.window = usual;
    if (run->options.at_least < 0 || run->options.at_least > run->options.window)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a window of %d years cannot have at least %d present",
                          run->options.window, run->options.at_least);
    if (run->options.top < 0)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the top %d are nobody; give 1 or more", run->options.top);
    return ARMEX_OK;
}

armex_status armex_rank_check_year(struct armex_rank_run *run)
{
    const struct armex_panel *panel = run->panel;
    const int last = armex_panel_last_year(panel);

    if (!run->options.year)
        run->options.year = last;
    if (run->options.year < panel->first_year || run->options.year > last)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%d lies outside the years %d to %d", run->options.year,
                          panel->first_year, last);
    return ARMEX_OK;
}

/* Ranks options.year, whose figures are looked up. */
static armex_status rank(struct armex_rank_run *run)
{
    armex_status status = armex_rank_compare(run);

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

/* Not by growth: why it is undefined is told by all the windows of a series. Nor where
 * years may be missing: the note on it is of all windows. */
static bool needs_all_windows(const struct armex_rank_run *run)
{
    const int least = run->options.at_least;
    return run->options.by == ARMEX_BY_GROWTH || (least && least < run->options.window);
}

/* The sums that rankings need; of `one` alone, options.year, its own and those before
 * from which they changed. */
static armex_status sum_windows(struct armex_rank_run *run, bool one)
{
    const struct armex_panel *panel = run->panel;
    const int window = run->options.window, last = armex_panel_last_year(panel);
    const int year = run->options.year ? run->options.year : last;
    const bool few = one && armex_panel_holds(panel, year) && !needs_all_windows(run);
    const armex_status status = armex_window_years(
        &run->sums, panel, ARMEX_WINDOW_SUM, window, run->options.at_least,
        few ? year - window : panel->first_year, few ? year : last, run->error);

    run->windows = run->sums;
    return status;
}

static armex_status begin(struct armex_rank_run *run, const struct armex_panel *panel,
                          const struct armex_rank_options *options, bool one,
                          struct armex_error *error)
{
    *run = (struct armex_rank_run){.panel = panel,
                                   .windows = panel,
                                   .options = *options,
                                   .changes = true,
                                   .error = error};
    armex_status status = check_options(run);

    if (!status && run->options.window != 1)
        status = sum_windows(run, one);
    if (!status)
        status = armex_rank_gather(run);
    if (!status)
        armex_rank_settle(run);
    return status;
}

armex_status armex_rank_begin(struct armex_rank_run *run,
                              const struct armex_panel *panel,
                              const struct armex_rank_options *options,
                              struct armex_error *error)
{
    return begin(run, panel, options, false, error);
}

armex_status armex_rank_answer(struct armex_table **out, struct armex_rank_run *run,
                               int year, struct armex_error *error)
{
    run->options.year = year;
    run->error = error;
    run->table = NULL;
    armex_status status = armex_rank_check_year(run);
    if (!status) {
        armex_rank_look_up(run);
        status = rank(run);
    }
    if (status)
        armex_table_free(run->table);
    *out = status ? NULL : run->table;
    return status;
}

void armex_rank_end(struct armex_rank_run *run)
{
    armex_rank_scatter(run);
    armex_panel_free(run->sums);
    run->sums = NULL;
}

armex_status armex_rank(struct armex_table **out, const struct armex_panel *panel,
                        const struct armex_rank_options *options,
                        struct armex_error *error)
{
    struct armex_rank_run run;
    armex_status status = begin(&run, panel, options, true, error);

    *out = NULL;
    if (!status)
        status = armex_rank_answer(out, &run, options->year, error);
    armex_rank_end(&run);
    return status;
}
