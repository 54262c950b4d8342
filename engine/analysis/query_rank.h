/**
 * analysis/query_rank.h: the ranking that a query asks for, or the table beside it.
 */
#ifndef ARMEX_ANALYSIS_QUERY_RANK_H
#define ARMEX_ANALYSIS_QUERY_RANK_H

#include "analysis/query_request.h"
#include "analysis/rank_parts.h"

/** Ranks the panel, which is in the unit asked for: the ranking, with the partners of
 *  each where they are asked for, or how firm its ranks are, or how much it moved. The
 *  panel gets a series for each who has a printed rank and no figure.
 *
 *  Owner:  the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT for partners where the vintage has no flows; else as
 *          armex_rank(), armex_rank_details(), armex_mobility(). */
armex_status armex_query_rank(struct armex_table **out, struct armex_panel **panel,
                              const struct armex_vintage *vintage,
                              struct armex_request *request, struct armex_error *error);

/** Adds the partners that are asked for to a ranking; it is freed, and `*out` NULL, on
 *  failure. Errors: as armex_query_rank(). */
armex_status armex_query_add_partners(struct armex_table **out,
                                      const struct armex_vintage *vintage,
                                      const struct armex_request *request,
                                      struct armex_error *error);

/** The first year that the vintage has, and the one that a ranking is for.
 *  Errors: as armex_query_answer() before anything is converted or ranked. */
armex_status armex_query_ranked_year(int *first, int *year,
                                     const struct armex_store *store,
                                     const struct armex_query *query,
                                     struct armex_error *error);

/** A query for the rankings of several years, as far as they share it. */
struct armex_asked {
    struct armex_request request;
    const struct armex_store *store; /**< which lent `vintage` */
    const struct armex_vintage *vintage;
    struct armex_panel *panel; /**< with its past, in the unit asked for */
    struct armex_panel *ranks; /**< as printed, or NULL */
    struct armex_rank_run run;
};

/** Owner:  the caller, armex_query_asked_end(), on failure too.
 *  Errors: as armex_query_answer() before anything is ranked. */
armex_status armex_query_ask_rankings(struct armex_asked *out,
                                      const struct armex_store *store,
                                      const struct armex_query *query,
                                      struct armex_error *error);
void armex_query_asked_end(struct armex_asked *asked);

/** The ranking of one of the years, which must lie within the vintage.
 *  Owner:  the caller, armex_table_free(). Errors: as armex_query_answer(). */
armex_status armex_query_asked_year(struct armex_table **out, struct armex_asked *asked,
                                    int year, struct armex_error *error);

#endif
