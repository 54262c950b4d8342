/** analysis/rank_history.c: the rankings of every year of a panel. */
#include "analysis/rank_history.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/rank_printed.h"

static size_t row_of(const struct armex_rank_history *history, int year)
{
    return (size_t)(year - history->first) * history->n;
}

const double *armex_rank_history_values(const struct armex_rank_history *history,
                                        int year)
{
    return history->values + row_of(history, year);
}

const double *armex_rank_history_ranks(const struct armex_rank_history *history,
                                       int year)
{
    return history->ranks + row_of(history, year);
}

bool armex_rank_history_any(const struct armex_rank_history *history, int year)
{
    const double *ranks = armex_rank_history_ranks(history, year);
    bool any = false;

    for (size_t i = 0; i < history->n; i++)
        any |= !isnan(ranks[i]);
    return any;
}

/* The lists are the same every year: all contenders, by code. */
static armex_status make_room(struct armex_rank_history *out, size_t n,
                              struct armex_error *error)
{
    const size_t years = (size_t)(out->last - out->first) + 1;

    out->series = calloc(n + 1, sizeof(void *));
    out->values = calloc(n * years + 1, sizeof *out->values);
    out->ranks = calloc(n * years + 1, sizeof *out->ranks);
    return out->series && out->values && out->ranks ? ARMEX_OK
                                                    : armex_fail_memory(error);
}

/* Takes the year over; says whether anybody has a rank. */
static bool take_year(struct armex_rank_history *out, struct armex_rank_run *run)
{
    const size_t row = row_of(out, run->options.year);

    out->n = 0;
    for (size_t i = 0; i < run->n; i++) {
        const struct armex_contender *contender = &run->contenders[i];
        if (contender->unranked)
            continue;
        out->series[out->n] = contender->series;
        out->ranks[row + out->n] = contender->printed[ARMEX_NOW];
        out->values[row + out->n++] = contender->value[ARMEX_NOW];
    }
    if (!out->printed)
        armex_ranks(out->ranks + row, run->order, out->values + row, out->n,
                    run->options.ties);
    return armex_rank_history_any(out, run->options.year);
}

static size_t count_ranked(struct armex_rank_run *run)
{
    size_t n = 0;
    for (size_t i = 0; i < run->n; i++)
        n += !run->contenders[i].unranked;
    return n;
}

static armex_status rank_year(struct armex_rank_history *out,
                              struct armex_rank_run *run, int year, bool *any)
{
    run->options.year = year;
    armex_rank_look_up(run);
    if (!take_year(out, run))
        return ARMEX_OK;
    *any = true;
    return armex_rank_compare(run);
}

static armex_status rank_all(struct armex_rank_history *out, struct armex_rank_run *run)
{
    out->n = count_ranked(run);
    armex_status status = make_room(out, out->n, run->error);
    bool any = false;

    for (int year = out->first; !status && year <= out->last; year++)
        status = rank_year(out, run, year, &any);
    if (status || any)
        return status;
    return armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                      "nobody has a %s%s up to %d here",
                      out->printed ? "printed rank" : "figure",
                      run->options.window > 1 ? " for such a window" : "", out->last);
}

armex_status armex_rank_history(struct armex_rank_history *out,
                                const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error)
{
    struct armex_rank_run run;

    *out = (struct armex_rank_history){.n = 0};
    if (options->by == ARMEX_BY_GROWTH)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--details and --mobility are about ranks by value; leave "
                          "out --by growth");
    armex_status status = armex_rank_begin(&run, panel, options, error);
    run.changes = false;
    if (!status)
        status = armex_rank_check_year(&run);
    if (!status) {
        out->first = panel->first_year;
        out->last = run.options.year;
        out->printed = armex_rank_is_printed(&run.options);
        out->step = panel->n_series ? armex_rank_step(&run, panel->series) : 1;
        status = rank_all(out, &run);
    }
    armex_rank_end(&run);
    return status;
}

void armex_rank_history_end(struct armex_rank_history *history)
{
    free(history->series);
    free(history->values);
    free(history->ranks);
    *history = (struct armex_rank_history){0};
}
