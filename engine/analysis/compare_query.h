/**
 * analysis/compare_query.h: a question about how datasets agree as it is asked.
 */
#ifndef ARMEX_ANALYSIS_COMPARE_QUERY_H
#define ARMEX_ANALYSIS_COMPARE_QUERY_H

#include "analysis/query.h"

/** Compares what the query selects of every dataset it names (armex_compare()).
 *
 *  dataset: several, set apart by commas or blanks; NULL or "": the newest vintage of
 *           every dataset of arms that holds anything of it.
 *  measure: of the datasets named that count several things the one; those that count a
 *           single thing stand beside it.
 *  by:      entity, year, pair, rank or figure; NULL: entity. beyond: of rank alone,
 * how many places apart; NULL: 3. window: trailing sums of so many years. unit: where a
 * dataset cannot be converted, it stays as it is. Owner:   the caller,
 * armex_table_free(); `*out` is NULL on failure. Errors:  ARMEX_USAGE for a word that
 * means nothing; else as armex_query_panel() and armex_compare(). */
armex_status armex_compare_answer(struct armex_table **out,
                                  const struct armex_store *store,
                                  const struct armex_query *query, const char *beyond,
                                  struct armex_error *error);

#endif
