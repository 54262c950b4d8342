/** analysis/share.c: how concentrated exports are, year by year. */
#include "analysis/share.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/rank_printed.h"
#include "analysis/share_parts.h"

double armex_share_of(const struct armex_share_run *run,
                      const struct armex_contender *contender, int moment)
{
    return contender->unranked ? NAN : contender->value[moment] / run->total[moment];
}

static bool anybody(const struct armex_share_run *run)
{
    for (size_t i = 0; i < run->rank.n; i++)
        if (!run->rank.contenders[i].unranked &&
            run->rank.contenders[i].value[ARMEX_NOW] > 0.0)
            return true;
    return false;
}

/* Published shares are of a total of 100, whoever is not listed. */
static void find_totals(struct armex_share_run *run)
{
    for (int moment = 0; moment < ARMEX_MOMENTS; moment++) {
        double total = 0.0, least = 0.0;
        for (size_t i = 0; i < run->rank.n; i++) {
            const double value = run->rank.contenders[i].value[moment];
            if (!isnan(value)) {
                total += value;
                least = fmin(least, value);
            }
        }
        if (run->published && total > 0.0)
            total = fmax(100.0, total);
        run->total[moment] =
            total > 0.0 && isfinite(total) && least >= 0.0 ? total : NAN;
        if (moment == ARMEX_NOW && least < 0.0)
            armex_listing_add(&run->negative, ", ", "%d", run->rank.options.year);
    }
}

static armex_status check_per_cents(struct armex_share_run *run)
{
    run->published = false;
    for (size_t i = 0; i < run->rank.n; i++) {
        const struct armex_contender *contender = &run->rank.contenders[i];
        if (contender->series->unit.kind != ARMEX_PERCENT ||
            isnan(contender->value[ARMEX_NOW]))
            continue;
        if (!armex_is_share(contender->series))
            return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "per cents of scope %s are no shares of one total; "
                              "--scope names another count",
                              contender->series->scope);
        run->published = true;
    }
    return ARMEX_OK;
}

static void remark(struct armex_share_run *run)
{
    for (size_t i = 0; i < run->rank.n; i++) {
        const struct armex_contender *contender = &run->rank.contenders[i];
        if (contender->unranked && contender->value[ARMEX_NOW] > 0.0)
            armex_listing_add(&run->unknown, ", ", "%s %d", contender->series->name,
                              run->rank.options.year);
        if (!isnan(contender->value[ARMEX_NOW]))
            armex_caution_soft(&run->soft, run->rank.windows, contender->s,
                               run->rank.options.year);
    }
}

/* The year at hand, whose figures are looked up. */
static armex_status answer_year(struct armex_share_run *run)
{
    armex_status status = armex_rank_compare(&run->rank);

    if (!status)
        status = check_per_cents(run);
    if (status)
        return status;
    find_totals(run);
    remark(run);
    return run->options.entities ? armex_share_put_entities(run) : armex_share_put(run);
}

static armex_status answer(struct armex_share_run *run)
{
    const struct armex_panel *panel = run->rank.panel;
    const int first = panel->first_year, last = first + (int)panel->n_years - 1;
    const int from = run->options.from > first ? run->options.from : first;
    const int to = run->options.to && run->options.to < last ? run->options.to : last;
    armex_status status = ARMEX_OK;
    bool any = false;

    for (int year = from; !status && year <= to; year++) {
        run->rank.options.year = year;
        armex_rank_look_up(&run->rank);
        if (anybody(run)) {
            any = true;
            status = answer_year(run);
        }
    }
    if (!status && !any)
        status =
            armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                       "nobody has a figure%s in the years %d to %d here",
                       run->options.window > 1 ? " for such a window" : "", from, to);
    return status;
}

static armex_status begin(struct armex_share_run *run, const struct armex_panel *panel)
{
    const struct armex_rank_options windows = {.window = run->options.window,
                                               .at_least = run->options.at_least};
    const armex_status status =
        armex_rank_begin(&run->rank, panel, &windows, run->error);

    run->rank.changes = false;
    run->options.window = run->rank.options.window;
    run->values = calloc(panel->n_series + 1, sizeof *run->values);
    return status || run->values ? status : armex_fail_memory(run->error);
}

armex_status armex_share(struct armex_table **out, const struct armex_panel *panel,
                         const struct armex_share_options *options,
                         struct armex_error *error)
{
    struct armex_share_run run = {.options = *options, .error = error};
    armex_status status = begin(&run, panel);

    *out = NULL;
    if (!status)
        status = armex_share_table(&run);
    if (!status)
        status = answer(&run);
    if (!status)
        status = armex_share_notes(&run);
    armex_rank_end(&run.rank);
    free(run.values);
    armex_listing_free(&run.negative);
    armex_listing_free(&run.unknown);
    armex_listing_free(&run.aggregates);
    armex_listing_free(&run.soft);
    if (status)
        armex_table_free(run.table);
    else
        *out = run.table;
    return status;
}
