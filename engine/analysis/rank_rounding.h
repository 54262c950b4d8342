/**
 * analysis/rank_rounding.h: between which ranks each may stand, the figures being
 * printed rounded.
 */
#ifndef ARMEX_ANALYSIS_RANK_ROUNDING_H
#define ARMEX_ANALYSIS_RANK_ROUNDING_H

#include "analysis/rank_history.h"

/** Bounds of the ranks of the history's last year, one an entity, in its order.
 *
 *  Formula: with the bounds of analysis/rounding.h, of windows their sums over the
 *           years: low = 1 + those who are surely larger (their least is no less than
 *           its most), high = 1 + those who may be (their most is above its least).
 *  Missing: NAN for those without a rank, and where no step of rounding is known.
 *  Errors:  as armex_window(); ARMEX_NO_MEMORY. */
armex_status armex_rank_rounding(double *low, double *high,
                                 const struct armex_rank_history *history,
                                 const struct armex_panel *panel,
                                 const struct armex_rank_options *options,
                                 struct armex_error *error);

#endif
