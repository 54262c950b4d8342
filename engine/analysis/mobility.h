/**
 * analysis/mobility.h: how much a ranking moved against the one before it.
 */
#ifndef ARMEX_ANALYSIS_MOBILITY_H
#define ARMEX_ANALYSIS_MOBILITY_H

#include "analysis/rank.h"

/** A row a pair of rankings that follow and share no figure: of windows of N years
 * those N years apart, back from options->year. Columns: from, to (of windows the last
 *  years), ranked_before, ranked, both, spearman, kendall, moved, mean_move, entered,
 *  left, entered_names, left_names.
 *
 *  With options->top the rankings are those of the first so many each; who shares the
 *  last rank is in, and `entered` and `left` are of these, but correlations and moves
 *  are of all who stand in either and have a rank in both whole rankings.
 *
 *  Formula: spearman, kendall (tau-b) of the values of those in both, see
 *           analysis/agreement.h; moved = share of them whose rank changed; mean_move =
 *           mean of |rank - rank before|.
 *           Of ranks as printed (options->printed_ranks) the correlations are of the
 *           ranks.
 *  Source:  Kendall (1945), Biometrika 33.
 *  Missing: a year in which nobody has a figure makes no ranking, and the pairs with it
 *           are left out. Correlations below three in both, or with all values equal,
 *           are NAN; of nobody in both, moves are NAN.
 *  Years:   pairs whose later ranking lies in options->from to options->year.
 *  Owner:   the caller, armex_table_free(). Errors: as armex_rank(); ARMEX_USAGE for
 *           ranks by growth; ARMEX_BAD_INPUT where there are no two rankings. */
armex_status armex_mobility(struct armex_table **out, const struct armex_panel *panel,
                            const struct armex_rank_options *options,
                            struct armex_error *error);

#endif
