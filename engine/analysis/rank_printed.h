/**
 * analysis/rank_printed.h: the ranks that a publisher printed beside its shares.
 */
#ifndef ARMEX_ANALYSIS_RANK_PRINTED_H
#define ARMEX_ANALYSIS_RANK_PRINTED_H

#include "analysis/rank_parts.h"
#include "store/select.h"

/** Whether the series has shares as a publisher printed them: per cents of scope
 *  "share". */
bool armex_is_share(const struct armex_series *series);

/** Sets the ranks that `vintage` prints (unit rank, scope "rank") beside the shares of
 *  `*panel`, which `selection` chose from it: those of the same entity, measure, flow
 *  and period. `*panel` gets a series without a figure for each who has a rank and no
 *  share; `*ranks` has the same series and years, its values the ranks. Where no figure
 *  is a published share, or the vintage prints no ranks, the panel stays and `*ranks`
 *  is NULL; on failure too.
 *
 *  Missing: NAN. Who is counted first among the shares that were quoted need not be
 *           first: only a rank that was printed is known.
 *  Owner:   the caller, armex_panel_free() of both.
 *  Errors:  as armex_select(). */
armex_status armex_printed_ranks(struct armex_panel **panel, struct armex_panel **ranks,
                                 const struct armex_vintage *vintage,
                                 const struct armex_selection *selection,
                                 struct armex_error *error);

/** Whether printed ranks decide: they are there, and of single years' values or
 *  shares; the window must be settled. */
bool armex_rank_is_printed(const struct armex_rank_options *options);

/** Says whose rank is not known, whose share is not, and where shares stand out of the
 *  order of the ranks. Errors: ARMEX_NO_MEMORY. */
armex_status armex_rank_printed_notes(struct armex_rank_run *run);

/** Refuses a year for which nobody has a printed rank.
 *  Errors: ARMEX_BAD_INPUT naming those with a share. */
armex_status armex_rank_refuse_unprinted(const struct armex_rank_run *run);

#endif
