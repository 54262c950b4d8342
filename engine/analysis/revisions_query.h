/**
 * analysis/revisions_query.h: a question about revisions as it is asked.
 */
#ifndef ARMEX_ANALYSIS_REVISIONS_QUERY_H
#define ARMEX_ANALYSIS_REVISIONS_QUERY_H

#include "analysis/query.h"

/** Between the days `from` and `to` (as typed; NULL: not given): what the vintages that
 *  were out then said, or what of one vintage had been published by then. `to` left
 *  out is today. With neither: each figure's history (armex_revisions()) where the
 *  vintage keeps publications, else the two newest vintages against each other.
 *
 *  Of the query: dataset, entity, years, measure, scope, flow, entities.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_USAGE for days that are none or run backwards, and for options that
 *          do not apply; ARMEX_BAD_INPUT where there is one state of knowledge only;
 *          else as armex_store_find(), armex_vintage_read(), armex_select(). */
armex_status armex_revisions_answer(struct armex_table **out,
                                    const struct armex_store *store,
                                    const struct armex_query *query, const char *from,
                                    const char *to, struct armex_error *error);

#endif
