/**
 * report/answers.h: the questions of a report, each asked once.
 */
#ifndef ARMEX_REPORT_ANSWERS_H
#define ARMEX_REPORT_ANSWERS_H

#include "base/text.h"
#include "chart/chart.h"
#include "report/spec.h"

struct armex_answers;

/** The name of the one analysis that is of several datasets at once. */
#define ARMEX_COMPARE "compare"

/** `store` is borrowed. Owner: the caller, armex_answers_free(), which frees every
 * table that was given out. Errors: ARMEX_NO_MEMORY. */
armex_status armex_answers_create(struct armex_answers **out,
                                  const struct armex_store *store,
                                  struct armex_error *error);
void armex_answers_free(struct armex_answers *answers); /* NULL is fine */

/** The answer to `query`, which must outlive the answers; the same query again gives
 * the same table. `*out` is borrowed. Errors: as armex_query_answer(), or for "compare"
 * as armex_compare_answer(), with `place`
 * before the message; wrong words of the question are ARMEX_BAD_SPEC. */
armex_status armex_answers_ask(const struct armex_table **out,
                               struct armex_answers *answers,
                               const struct armex_query *query,
                               struct armex_place place, struct armex_error *error);

/** The same for what a kind of chart draws (chart/drawn_table.h), when that is more
 * than the answer to its query. */
armex_status armex_answers_drawn(const struct armex_table **out,
                                 struct armex_answers *answers,
                                 const struct armex_query *query,
                                 const struct armex_chart_kind *kind,
                                 struct armex_place place, struct armex_error *error);

/** The same for how figures changed (analysis/revisions.h): of the query's dataset,
 *  entity, years, measure, scope, flow and as-of. */
armex_status armex_answers_changes(const struct armex_table **out,
                                   struct armex_answers *answers,
                                   const struct armex_query *query, bool changed_only,
                                   struct armex_place place, struct armex_error *error);

/** Whether any vintage of that dataset is stored. */
bool armex_answers_can_ask(const struct armex_answers *answers, const char *dataset);

/** All answers so far, in the order in which they were asked. */
size_t armex_answers_count(const struct armex_answers *answers);
const struct armex_table *armex_answers_at(const struct armex_answers *answers,
                                           size_t i);

#endif
