/** analysis/rank_interval.c: how far down and up a rank might have been. */
#include "analysis/rank_interval.h"

#include <math.h>
#include <stdlib.h>
#include <unistd.h>

int armex_rank_interval_top(const struct armex_rank_run *run)
{
    return run->options.top ? run->options.top : ARMEX_INTERVAL_TOP;
}

static armex_status check(const struct armex_rank_run *run)
{
    const int window = run->options.window;

    if (run->options.by == ARMEX_BY_GROWTH)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--interval is about ranks by value; leave out --by growth");
    if (window < 2 || window > ARMEX_RESAMPLE_YEARS)
        return armex_fail(
            run->error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--interval draws the years of a window anew; give --window 2 "
            "to %d",
            ARMEX_RESAMPLE_YEARS);
    return ARMEX_OK;
}

/* Who has a rank, with a figure for each year of the window. */
static void gather(double *values, const struct armex_rank_run *run)
{
    const int window = run->options.window;
    const int first = run->options.year - window + 1;

    for (size_t i = 0; i < run->n; i++) {
        const struct armex_contender *contender = &run->contenders[i];
        for (int y = 0; y < window; y++) {
            const armex_mark mark =
                armex_panel_mark(run->panel, contender->s, first + y);
            const bool there =
                !isnan(contender->rank[ARMEX_NOW]) && armex_mark_has_value(mark);
            values[i * (size_t)window + (size_t)y] =
                there ? armex_panel_value(run->panel, contender->s, first + y) : NAN;
        }
    }
}

static int processors(void)
{
    const long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 1 ? (n < 8 ? (int)n : 8) : 1;
}

armex_status armex_rank_give_intervals(struct armex_rank_run *run)
{
    const size_t n = run->n, window = (size_t)run->options.window;
    const struct armex_resample_options options = {
        .resamples =
            run->options.resamples ? (size_t)run->options.resamples : ARMEX_RESAMPLES,
        .seed = run->options.seed,
        .top = armex_rank_interval_top(run),
        .threads = run->options.threads ? run->options.threads : processors()};
    struct armex_rank_interval *intervals;
    armex_status status = check(run);

    if (status)
        return status;
    double *values = calloc(n * window + 1, sizeof *values);
    intervals = calloc(n + 1, sizeof *intervals);
    if (values && intervals) {
        gather(values, run);
        status =
            armex_rank_resample(intervals, values, n, window, &options, run->error);
        for (size_t i = 0; !status && i < n; i++)
            run->contenders[i].interval = intervals[i];
    } else {
        status = armex_fail_memory(run->error);
    }
    free(intervals);
    free(values);
    return status;
}

armex_status armex_rank_interval_note(const struct armex_rank_run *run)
{
    const int resamples =
        run->options.resamples ? run->options.resamples : ARMEX_RESAMPLES;
    return armex_notes_add(
        &run->table->notes, run->table->arena, run->error,
        "rank interval: from the 2.5th to the 97.5th percentile of the ranks in %d "
        "resamples (seed %d); in each, every entity's %d years are drawn anew with "
        "replacement, apart from the others'; it shows how much the order rests on "
        "single years, not errors of measurement",
        resamples, run->options.seed, run->options.window);
}
