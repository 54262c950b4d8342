/**
 * analysis/rank.h: who is first, by how much, and who moved.
 */
#ifndef ARMEX_ANALYSIS_RANK_H
#define ARMEX_ANALYSIS_RANK_H

#include "model/panel.h"
#include "model/table.h"

enum armex_ties {
    ARMEX_TIES_COMPETITION, /**< 1 2 2 4 */
    ARMEX_TIES_DENSE,       /**< 1 2 2 3 */
    ARMEX_TIES_ORDINAL,     /**< 1 2 3 4, ties by entity code */
    ARMEX_TIES_FRACTIONAL,  /**< 1 2.5 2.5 4 */
};

enum armex_rank_by { ARMEX_BY_VALUE, ARMEX_BY_GROWTH, ARMEX_BY_SHARE };

/** How the ranking is laid out. SIPRI's is that of its yearly fact sheet: five years
 *  unless another window is asked for, states alone ranked (among importers NATO too),
 *  shares of all deliveries of the world (to and from armed groups, organisations and
 *  the unknown too), change of the unrounded sums. For people: per cents of 10 and more
 *  whole, smaller ones with one decimal, all whole for windows that end before 2015;
 *  columns named by their windows. Source: SIPRI Fact Sheet, Trends in International
 *  Arms Transfers, 2023, tables 1 and 2; analysis/sipri_style.h. */
enum armex_rank_style { ARMEX_STYLE_PLAIN, ARMEX_STYLE_SIPRI };

struct armex_rank_options {
    int year;     /**< ranked for, of windows the last; 0: the panel's last */
    int window;   /**< trailing years summed; 0: 1 */
    int at_least; /**< years present for a window to count; 0: all of them */
    int top;      /**< rows kept; 0: all */
    int from;     /**< of armex_mobility() alone: first year reported on; 0: all */
    bool printed; /**< of armex_rank_details() alone: figures as printed, not converted
                   */
    const double
        *steps; /**< of these: as armex_rounding_published() has them; or NULL */
    const struct armex_panel
        *printed_ranks; /**< the panel's series and years, values the ranks that were
                             printed with them; NULL: none were. They decide by value
                             and share of single years, see analysis/rank_printed.h */
    enum armex_ties ties;
    enum armex_rank_by by;
    enum armex_rank_style style;
    bool several;  /**< one of several rankings: what shows by itself in the row of
                        them is no note (who has no figure, of how many shares are) */
    bool partners; /**< columns of main partners will follow: the title says so */
    bool interval; /**< rank intervals, by resampling the years of the window */
    int resamples; /**< of the intervals; 0: 10,000 */
    int seed;      /**< of the draws; the same seed, the same intervals */
    int threads;   /**< at most, for the draws; 0: as many as there are processors */
};

bool armex_ties_parse(enum armex_ties *out, const char *text, size_t length);
bool armex_rank_by_parse(enum armex_rank_by *out, const char *text, size_t length);

/** Ranks the entities of one year (window: the years that end there).
 *  Columns promised: rank, entity, name, value, unit, share, previous_rank,
 *  previous_share, change; then measure, scope, status, year, coverage (years present).
 *  By share, the share stands before the value.
 *
 *  Formula: share = value / sum of all values but aggregates'. Published shares (unit
 *           percent, scope "share") are ranked as they are: share = value / 100. Other
 *           per cents, and sums with a negative value in them, have no share.
 *           change = value / value before - 1, before: the year before, or the window
 *           of the same length before it, where the panel reaches back and growth is
 *           defined (armex_growth_check). Ranks before are among those present before.
 *           By growth, entities are ranked by change, and previous_rank by the change
 *           before.
 *           In SIPRI's style: share = value / value of WLD.
 *           With options->printed_ranks rank and previous_rank are those printed, with
 *           the ties printed, and whoever has one stands in the table, with a figure
 *           or without.
 *  Interval: columns rank_low, rank_high, top_probability (to be among the first `top`,
 *           or ten); see analysis/resample.h. Needs a window of 2 to 6 years, and ranks
 *           by value or share. A year that counts as nothing counts as zero here too.
 *  Missing: an entity without a figure, or of whom none was identified, has no rank
 *           and is named in a note, or counted; never zero. An aggregate (World) is
 *           never ranked beside states, nor is "unknown supplier(s)", which counts in
 *           the sum; notes say so. Where ranks were printed, who has none has no rank:
 *           among shares that are quoted the first need not be first. Published shares
 *           without printed ranks that sum to less than the whole are noted.
 *  Order:   by rank, equals by entity code, however the panel is ordered.
 *  Errors:  ARMEX_BAD_INPUT when the series are of unlike unit, measure or price basis,
 *           naming who is in what and the option that would help (--unit, --measure);
 *           when SIPRI's style is asked for figures without a total for the world;
 *           when one entity has several series; when the figures are ranks, rates or
 *           indices; when nobody has a figure, or a rank among printed ones; else as
 *           armex_window(). ARMEX_USAGE, ARMEX_NO_MEMORY. Fiscal beside calendar years
 *           is a note.
 *  Owner:   the caller, armex_table_free(). */
armex_status armex_rank(struct armex_table **out, const struct armex_panel *panel,
                        const struct armex_rank_options *options,
                        struct armex_error *error);

/** Ranks of `values[0..n)`, largest first; NAN gets NAN. `order` is scratch of n and
 *  holds the indices from the largest to the missing, equals as they stood.
 *  Source: R's rank(), ties.method; SIPRI ranks by unrounded values. */
void armex_ranks(double *ranks, size_t *order, const double *values, size_t n,
                 enum armex_ties ties);

/** The same from an `order` that holds each index once, as after armex_ranks(): soonest
 *  where it is that of figures much like these, those of the year before. */
void armex_ranks_again(double *ranks, size_t *order, const double *values, size_t n,
                       enum armex_ties ties);

#endif
