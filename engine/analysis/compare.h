/**
 * analysis/compare.h: the same entities as several datasets, vintages or measures count
 * them.
 */
#ifndef ARMEX_ANALYSIS_COMPARE_H
#define ARMEX_ANALYSIS_COMPARE_H

#include "model/panel.h"
#include "model/table.h"

enum armex_compare_by {
    ARMEX_BY_ENTITY, /**< a row a pair of counts, then one an entity that both have;
                        of a single one that alone */
    ARMEX_BY_PAIR,   /**< only the first */
    ARMEX_BY_YEAR,   /**< the first, then one a year that both have */
    ARMEX_BY_RANK,   /**< a row a year and a state that the two rank far apart */
    ARMEX_BY_FIGURE, /**< a row an entity and year that both have a figure of */
};

bool armex_compare_by_parse(enum armex_compare_by *out, const char *text,
                            size_t length);

/** Compares every measure of every panel with every other. A count is one measure of
 * one panel, of several series of an entity the first.
 *
 *  Columns promised: entity, dataset_a, dataset_b, n, ratio, spearman, kendall, bias,
 *  lower, upper, same_direction, measure_a, measure_b, scope; then name, year,
 *  vintage_a, vintage_b, unit_a, unit_b, spread, concordance, index_ratio, lag,
 *  lag_correlation, only_a, only_b, nil_both. The row of a whole pair has no entity.
 *
 *  Formula: n counts figures that both have, only_a and only_b those that one has and
 *           the other has not, of entities that both have figures of. Levels (ratio,
 *           spread, bias, lower, upper, concordance), rank correlations, direction and
 *           lag: analysis/agreement.h. same_direction is a fraction. index_ratio is
 *           growth from the first to the last year both have, of a over that of b:
 *           (a1 / a0) / (b1 / b0). Rank correlations of an entity are over its years;
 *           of a year over its states, those left out that are nil in both, whom no
 *           count can set apart (nil_both says how many; a printed "0" that stands for
 *           a little is none); of a pair the mean of those of its years.
 *  Whole:   rows of all together leave out aggregates (World), which hold the
 *           figures of others again, unless the counts share nothing else.
 *  Ranks:   ARMEX_BY_RANK has columns of its own: entity, name, year, dataset_a,
 *           vintage_a, dataset_b, vintage_b, measure_a, measure_b, n, rank_a, rank_b,
 *           apart. Of the n states that both have in that year, nil apart (equals
 *           share the best rank), those whose ranks differ by more than `beyond`, the
 *           farthest first. Else `beyond` means nothing.
 *  Figures: ARMEX_BY_FIGURE has columns of its own: entity, name, year, dataset_a,
 *           vintage_a, dataset_b, vintage_b, measure_a, measure_b, value_a, unit_a,
 *           value_b, unit_b, ratio (a / b, both above 0), scope_a, scope_b, years_a,
 *           years_b (that a figure stands for), status_a, status_b, flow, unlike (why
 *           there is no ratio; empty: there is one). Aggregates as in Whole.
 *  Never:   a ratio of what has none (analysis/agreement_unlike.h); a note says why.
 *           Nor ranks across states that are counted in different units.
 *  Missing: figures missing on either side take no part; of zero and below, none in
 *           levels. A statistic without figures enough is NAN.
 *  Notes:   why there is no ratio, each reason once; who is nil in both; of at most
 *           three pairs who is missing where; fiscal beside calendar years.
 *  Order:   pairs in the order of the panels and measures, entities by code, years.
 *           Of figures those of a pair stand together.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_USAGE where there is one count only, or no two share a figure;
 *           ARMEX_NO_MEMORY. */
armex_status armex_compare(struct armex_table **out,
                           const struct armex_panel *const *panels, size_t n,
                           enum armex_compare_by by, int beyond,
                           struct armex_error *error);

#endif
