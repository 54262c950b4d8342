/**
 * analysis/figures_and_trend.h: the figures themselves, and beneath them what a trend
 * says of them, in one table.
 */
#ifndef ARMEX_ANALYSIS_FIGURES_AND_TREND_H
#define ARMEX_ANALYSIS_FIGURES_AND_TREND_H

#include "analysis/query.h"

/** Asks `query` once as `show` and once as `trend`, and stacks the rows. Columns are
 *  those of `show`, then those that only `trend` has, then `fit`: "" in a row of show,
 *  in a row of trend the query's fit, or "forecast". A row of trend has no value and no
 *  status, and of a mean or median its window as `years`; a row of show has nothing in
 *  the columns of trend.
 *  Notes:  those of both, each once.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: as armex_query_answer(). */
armex_status armex_figures_and_trend(struct armex_table **out,
                                     const struct armex_store *store,
                                     const struct armex_query *query,
                                     struct armex_error *error);

#endif
