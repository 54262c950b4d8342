/**
 * analysis/rank_history.h: the rankings of every year of a panel.
 */
#ifndef ARMEX_ANALYSIS_RANK_HISTORY_H
#define ARMEX_ANALYSIS_RANK_HISTORY_H

#include "analysis/rank_parts.h"

/** Values and ranks of all who can be ranked, by entity code, of the years (windows: of
 *  those that end there) `first` to `last`. */
struct armex_rank_history {
    const struct armex_series **series; /**< borrowed from the panel; n of them */
    size_t n;
    int first, last;
    int step;       /**< years from one ranking to the next that shares no figure */
    double *values; /**< [year][entity]; NAN: none */
    double *ranks;  /**< likewise */
    bool printed;   /**< ranks are as printed; some may have one and no value */
};

/** Ranks every year up to options->year (0: the panel's last) by value; of the options
 *  window, at_least, ties, style and printed_ranks count.
 *  Missing: as armex_rank(): aggregates and "unknown supplier(s)" take no part, whoever
 *           has no figure or none identified has no rank.
 *  Owner:   the caller, armex_rank_history_end(), on failure too.
 *  Errors:  as armex_rank(); ARMEX_BAD_INPUT when nobody has a figure in any year. */
armex_status armex_rank_history(struct armex_rank_history *out,
                                const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error);
void armex_rank_history_end(struct armex_rank_history *history);

/** The rows of a year, each of n. The year must lie within the history. */
const double *armex_rank_history_values(const struct armex_rank_history *history,
                                        int year);
const double *armex_rank_history_ranks(const struct armex_rank_history *history,
                                       int year);

/** Whether anybody is ranked in that year. */
bool armex_rank_history_any(const struct armex_rank_history *history, int year);

#endif
