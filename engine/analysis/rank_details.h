/**
 * analysis/rank_details.h: how firmly each holds its rank: how long, and by how much.
 */
#ifndef ARMEX_ANALYSIS_RANK_DETAILS_H
#define ARMEX_ANALYSIS_RANK_DETAILS_H

#include "analysis/rank.h"

/** A row an entity ranked in options->year, as armex_rank() ranks by value. Columns:
 *  rank, entity, name, value, unit; years_at_rank, rank_since, best_rank, worst_rank,
 *  ranked_since; to_next (amount), to_next_growth; to_lose (amount), to_lose_change;
 *  with options->printed rank_low, rank_high: between which the rank lies whatever the
 *  rounding of the figures, see analysis/rank_rounding.h; last year.
 *
 *  Formula: of the rankings of every year (windows: that end in every year) up to this
 *           one: years_at_rank of them had it at this rank, without a break since
 *           rank_since; it has had a rank without a break since ranked_since.
 *           to_next = value of the one above - value, to_next_growth = to_next / value:
 *           so much more, and the two draw level, the other standing still. to_lose =
 *           value - value of the one below, to_lose_change = - to_lose / value.
 *  Missing: the first has none above, the last none below: NAN, and so is a change of
 *           nothing. Those who share a rank have 0 between them.
 *           Of ranks as printed (options->printed_ranks) no bounds are known, and none
 *           are neighbours with a rank between them that is not at hand.
 *  Order, Owner, Errors: as armex_rank(); ARMEX_USAGE for ranks by growth. */
armex_status armex_rank_details(struct armex_table **out,
                                const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error);

#endif
