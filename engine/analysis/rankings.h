/**
 * analysis/rankings.h: the rankings of several years in one table.
 */
#ifndef ARMEX_ANALYSIS_RANKINGS_H
#define ARMEX_ANALYSIS_RANKINGS_H

#include "analysis/query.h"

/** Asks `query` as a ranking for year after year, oldest first, and stacks the rows;
 *  the columns are those of a ranking. With a window of N years the rankings are N
 *  years apart, back from the last year, so that no year counts twice. Without `years`
 *  the ten rankings that end where a ranking would. A year in which nothing can be
 *  ranked is left out and named in a note, with others of the same reason; if it is the
 *  last, that is an error. Notes that do not hold for every year name those they hold
 *  for; who has no figure in one shows by itself.
 *  Owner:  the caller, armex_table_free(). Errors: as armex_query_answer(). */
armex_status armex_rankings(struct armex_table **out, const struct armex_store *store,
                            const struct armex_query *query, struct armex_error *error);

#endif
