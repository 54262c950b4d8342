/**
 * analysis/share.h: how concentrated exports are, year by year, and who moved it.
 */
#ifndef ARMEX_ANALYSIS_SHARE_H
#define ARMEX_ANALYSIS_SHARE_H

#include "model/panel.h"
#include "model/table.h"

struct armex_share_options {
    int from, to;  /**< years reported on; 0: all there are */
    int window;    /**< trailing years summed; 0: 1 */
    int at_least;  /**< years present for a window to count; 0: all of them */
    bool entities; /**< a row an entity and year, and what each adds to the index */
};

/** Shares and concentration of every year (window: of the years that end there) in
 *  which anybody has a figure.
 *
 *  Columns promised: year, hhi, cr4, effective_number, gini, theil; then
 *  hhi_normalised, cr1, cr8, entropy, entities, total, unit; change of hhi against
 *  the year or window before, and its three parts: staying, entered, left. With
 *  `entities`: year, entity, name, value, unit, share, previous_share, hhi
 *  (share^2), change (of that), by code.
 *
 *  Formula: as analysis/concentration.h, total = sum of all but aggregates. staying
 *           = sum of share^2 - previous share^2 over those with a figure in both
 *           years, entered = sum of share^2 of those with none before, left = - sum
 *           of previous share^2 of those with none now: together the change.
 *  Source:  as analysis/concentration.h.
 *  Missing: as armex_rank(): aggregates are left out; "unknown supplier(s)" counts
 *           in the total alone, so that hhi is the least it can be; an entity
 *           without a figure is no entity of that year, and `entities` says how many
 *           there were. A year with a figure below zero has no shares. Published
 *           shares (per cents of scope "share") are taken as they are: what is not
 *           listed counts in the total alone.
 *  Notes:   what the total is; who counts in it alone; years whose entities differ;
 *           soft figures; fiscal years.
 *  Owner:   the caller, armex_table_free().
 *  Errors:  as armex_rank(); ARMEX_BAD_INPUT for per cents of another scope, and
 *           when nobody has a figure in those years. */
armex_status armex_share(struct armex_table **out, const struct armex_panel *panel,
                         const struct armex_share_options *options,
                         struct armex_error *error);

#endif
