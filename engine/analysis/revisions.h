/**
 * analysis/revisions.h: how each figure changed from one publication to the next.
 */
#ifndef ARMEX_ANALYSIS_REVISIONS_H
#define ARMEX_ANALYSIS_REVISIONS_H

#include "model/table.h"
#include "store/select.h"

struct armex_revisions_options {
    bool changed_only; /**< leave out figures that never changed */
};

/** One row an observation, in the order of the panel that `selection` gives.
 *
 *  A figure stands from its publication until another one decides (the rule of
 *  model/publication.h: a rounded repetition changes nothing, a target never stands).
 *  Columns: entity, name, year, measure, scope, unit; first, first_published: what
 *  stood first; previous, previous_published: what stood before the present figure;
 *  value, published: the present figure and the first publication that made it stand;
 *  change, total_change; figures: how many figures stood one after the other;
 *  publications: how many there are in all, targets and errors included.
 *
 *  Formula: change = value / previous - 1; total_change = value / first - 1.
 *  Unit:    base units of the row's `unit`; dates as text, as published.
 *  Missing: previous and both changes, where one figure is all that ever stood; an
 *           observation that never had a figure has no row. A change from zero is
 *           missing, never infinite.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_BAD_INPUT for a vintage that keeps no publications; else as
 *           armex_select(). */
armex_status armex_revisions(struct armex_table **out,
                             const struct armex_vintage *vintage,
                             const struct armex_selection *selection,
                             const struct armex_revisions_options *options,
                             struct armex_error *error);

/** One state of knowledge. The panel holds more than is selected: the rivals, and the
 *  years before. */
struct armex_revised {
    const struct armex_panel *panel;
    const struct armex_panel *ranks; /**< those printed with its shares, as
                                          armex_printed_ranks() has them, or NULL */
};

/** What the same series say in two states of knowledge: two vintages, or two days. One
 *  row a figure of `selection` that differs, or whose place or growth moved though it
 *  did not.
 *
 *  Columns: entity, name, year, measure, scope, unit; before, after, change; what:
 *  revised, added, withdrawn, or moved; rank_before, rank_after, growth_before,
 *  growth_after.
 *
 *  Formula: change = after / before - 1; growth on the year before, where defined
 *           (armex_growth_check()). Ranks are among the states of that year with the
 *           same flow, measure and length of period, where there are at least two, all
 *           in one unit and each once; ties as in a competition. Ranks of shares are
 *           those printed, where any are.
 *  Missing: a change from zero or from nothing; ranks and growth that are not defined.
 *           A row is "moved" only where both sides are defined and differ.
 *  Notes:   how many figures are revised, added and withdrawn, how many ranks moved,
 * and the middle one of the revisions without their signs. Order:   as in `after`; what
 * it lacks comes last. Owner:   the caller, armex_table_free(); `*out` is NULL on
 * failure. Errors:  ARMEX_NO_MEMORY. */
armex_status armex_revisions_between(struct armex_table **out,
                                     struct armex_revised before,
                                     struct armex_revised after,
                                     const struct armex_selection *selection,
                                     struct armex_error *error);

#endif
