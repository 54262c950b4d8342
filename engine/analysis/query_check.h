/**
 * analysis/query_check.h: whether a query has only words that there are.
 */
#ifndef ARMEX_ANALYSIS_QUERY_CHECK_H
#define ARMEX_ANALYSIS_QUERY_CHECK_H

#include "analysis/query.h"

/** Finds the analysis that is named, as armex_analyses() spells it, and holds every
 *  option given against the analyses it applies to and the choices it has.
 *  Errors: ARMEX_USAGE with the nearest right word, or with all there are;
 *          ARMEX_NO_MEMORY. */
armex_status armex_query_check(const char **analysis, const struct armex_query *query,
                               struct armex_error *error);

/** Whether the option says something to one of the analyses, which blanks set apart
 *  ("show rank"); what chooses data does so to any, and to "". */
bool armex_query_option_applies(const struct armex_query_option *option,
                                const char *analyses);

#endif
