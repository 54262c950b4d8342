/**
 * chart/drawn_table.h: the table that a kind of chart draws, asked of a store.
 */
#ifndef ARMEX_CHART_DRAWN_TABLE_H
#define ARMEX_CHART_DRAWN_TABLE_H

#include "analysis/query.h"
#include "chart/chart.h"

/** Answers `query`, whose analysis is the kind's, as the kind needs it: a bump several
 *  rankings in one table, a fan, breaks and a line with a fit the figures and their
 *  trend, a matrix and a flow the pairs of who delivered to whom, a scatter and an
 *  agreement the figures that two datasets share. What the query leaves open the kind
 *  decides: five years of forecast, steps rather than slopes, of a window its mean.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_USAGE for a forecast or a fit that the kind does not draw; else as
 *          armex_query_answer(). */
armex_status armex_drawn_table(struct armex_table **out,
                               const struct armex_store *store,
                               const struct armex_query *query,
                               const struct armex_chart_kind *kind,
                               struct armex_error *error);

/** Whether that is another table than armex_query_answer() gives, or none. */
bool armex_drawn_apart(const struct armex_chart_kind *kind,
                       const struct armex_query *query);

#endif
