/**
 * analysis/query_request.h: a query once its words are understood.
 */
#ifndef ARMEX_ANALYSIS_QUERY_REQUEST_H
#define ARMEX_ANALYSIS_QUERY_REQUEST_H

#include "analysis/query.h"
#include "store/select.h"

/** Ended by armex_request_end(). */
struct armex_request {
    const struct armex_query *query; /**< borrowed */
    const char *analysis;            /**< "show", "growth", ... */
    const struct armex_entity **entities;
    struct armex_selection selection;
    bool has_measure, has_unit, publications, details, mobility, estimates;
    struct armex_unit unit;
    struct armex_growth_options growth;
    struct armex_rank_options rank;
    struct armex_share_options share;
    struct armex_trend_options trend;
};

/** Understands every word of the query.
 *  Errors: ARMEX_USAGE naming the option, the word and what may stand there;
 *  ARMEX_NO_MEMORY. `*out` must be ended in either case. */
armex_status armex_request_read(struct armex_request *out,
                                const struct armex_query *query,
                                struct armex_error *error);
void armex_request_end(struct armex_request *request);

/** Adds the world to the entities named, of which there is at least one, unless it is
 *  among them. Once: their list has room for one more. */
void armex_request_add_world(struct armex_request *request);

/** The text that `option` was given in `query`; NULL: not given. */
const char *armex_query_value(const struct armex_query *query,
                              const struct armex_query_option *option);

/** Reads "2021", "2019-2023", "2019-23", with a hyphen or an en dash. */
bool armex_years_parse(int *from, int *to, const char *text);

/** The table of `show`: one row an observation of the panel's from..to, or a status
 * that says why there is none. Columns promised: entity, name, year, value, unit,
 * measure, scope, status; then flow, first_month, years, break. Owner: the caller,
 * armex_table_free(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_show(struct armex_table **out, const struct armex_panel *panel,
                        struct armex_error *error);

/** One row a publication of the selected observations, the oldest first, as of the day
 *  of the selection. The columns of `show`, then published, publisher, title, url,
 * flag, decides ("yes" or "no"), note. Owner:  the caller, armex_table_free(). Errors:
 * ARMEX_USAGE for a vintage that keeps one publication an observation; ARMEX_NO_MEMORY.
 */
armex_status armex_show_publications(struct armex_table **out,
                                     const struct armex_vintage *vintage,
                                     const struct armex_selection *selection,
                                     const struct armex_panel *panel,
                                     struct armex_error *error);

#endif
