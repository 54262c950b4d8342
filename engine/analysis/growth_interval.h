/**
 * analysis/growth_interval.h: between which bounds a rate of growth lies when its
 * figures were printed rounded.
 *
 * A SIPRI table's "2" is anything from 1.5 to 2.5 million, its "0" from 0 to 0.5: what
 * went from 2 to 3 grew by anything from nothing to 133 %. A base printed 0 leaves the
 * rate undefined, yet it has a least value.
 */
#ifndef ARMEX_ANALYSIS_GROWTH_INTERVAL_H
#define ARMEX_ANALYSIS_GROWTH_INTERVAL_H

#include "analysis/growth.h"
#include "analysis/rounding.h"

/** The least and the most that each figure, or each sum, may stand for. */
struct armex_growth_printed {
    struct armex_panel *low, *high;
};

struct armex_growth_interval {
    double low, high; /**< NAN: no bound on that side */
};

/** The bounds of yearly figures, of windows the sums of the bounds of their years: the
 *  farthest that rounding can reach. Ended by armex_growth_print_end(), on failure too.
 *  Errors: as armex_window(); ARMEX_NO_MEMORY. */
armex_status armex_growth_print(struct armex_growth_printed *out,
                                const struct armex_panel *panel,
                                const struct armex_growth_options *options,
                                struct armex_error *error);
void armex_growth_print_end(struct armex_growth_printed *printed);

/** Formula: growth falls with its base and rises with its end, so low is the rate from
 *           the highest base to the lowest end, high the other way round. Where growth
 *           is not bounded (a base, or for logarithms an end, that may be 0) that side
 *           is NAN; of the symmetric rate it is -2 or 2.
 *  Missing: NAN both where `reason` is other than none or below_resolution. */
struct armex_growth_interval armex_growth_interval(
    const struct armex_growth_printed *printed, size_t s, int from, int to,
    enum armex_growth_method method, enum armex_growth_reason reason);

#endif
