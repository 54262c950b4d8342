/**
 * report/changes.h: a query about how figures changed from publication to publication.
 */
#ifndef ARMEX_REPORT_CHANGES_H
#define ARMEX_REPORT_CHANGES_H

#include "analysis/query.h"
#include "analysis/revisions.h"

/** Selects by the query's dataset, entity, years, measure, scope, flow and as-of, and
 *  asks armex_revisions(). Without a measure every measure is taken.
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_USAGE for a word that means nothing or an option without a meaning
 *          here; else as armex_store_find(), armex_store_borrow(), armex_revisions().
 */
armex_status armex_changes_answer(struct armex_table **out,
                                  const struct armex_store *store,
                                  const struct armex_query *query, bool changed_only,
                                  struct armex_error *error);

#endif
