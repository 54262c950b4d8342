/**
 * analysis/bilateral_query.h: a question about flows as it is asked.
 */
#ifndef ARMEX_ANALYSIS_BILATERAL_QUERY_H
#define ARMEX_ANALYSIS_BILATERAL_QUERY_H

#include "analysis/query.h"

/** Words beside those of the query, as typed; NULL: not given. */
struct armex_bilateral_words {
    const char *as;       /**< partners (unless named), dependence, matrix, network,
                               estimates, lumpiness, mirror, pairs */
    const char *partner;  /**< a list of entities */
    const char *category; /**< categories set apart by commas, case and marks folded */
    const char *top;
    const char *resamples, *seed;          /**< of estimates, as typed */
    const char *year_error, *number_error; /**< of estimates: 0 to 1; 0.5 and 0.2 */
};

/** Answers from the flows of the query's dataset; without one, of the only dataset in
 *  the user's own store. Of the query: dataset, entity, years, measure, flow, as-of,
 *  threads.
 *  Left out: flow: exports, but imports for dependence.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_USAGE for a word that means nothing, with the nearest right one;
 *          ARMEX_BAD_INPUT for a dataset without flows; else as armex_store_find(),
 *          armex_store_borrow(), armex_bilateral_partners(). */
armex_status armex_bilateral_answer(struct armex_table **out,
                                    const struct armex_store *store,
                                    const struct armex_query *query,
                                    const struct armex_bilateral_words *words,
                                    struct armex_error *error);

#endif
