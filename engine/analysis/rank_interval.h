/**
 * analysis/rank_interval.h: rank intervals of a ranking by windows.
 */
#ifndef ARMEX_ANALYSIS_RANK_INTERVAL_H
#define ARMEX_ANALYSIS_RANK_INTERVAL_H

#include "analysis/rank_parts.h"

enum {
    ARMEX_RESAMPLES = 10000, /* unless asked otherwise */
    ARMEX_INTERVAL_TOP = 10, /* k of the probability, unless --top says it */
};

/** Which k the probability to be among the first k has. */
int armex_rank_interval_top(const struct armex_rank_run *run);

/** Fills the contenders' intervals from the yearly figures of the window; see
 *  analysis/resample.h. Errors: ARMEX_USAGE where no window of 2 to
 *  ARMEX_RESAMPLE_YEARS years of figures, or no value, decides the rank;
 *  ARMEX_NO_MEMORY. */
armex_status armex_rank_give_intervals(struct armex_rank_run *run);

/** Adds the note that says how the intervals came to be.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_rank_interval_note(const struct armex_rank_run *run);

#endif
