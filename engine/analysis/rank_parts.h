/**
 * analysis/rank_parts.h: what the files of rank share among themselves.
 */
#ifndef ARMEX_ANALYSIS_RANK_PARTS_H
#define ARMEX_ANALYSIS_RANK_PARTS_H

#include "analysis/rank.h"
#include "analysis/resample.h"

enum { ARMEX_NOW, ARMEX_BEFORE, ARMEX_MOMENTS };

/** One series that is ranked, or counts in the sum. */
struct armex_contender {
    size_t s; /**< in the panel */
    const struct armex_series *series;
    bool unranked;                 /**< counts in the sum only: "unknown supplier(s)" */
    double value[ARMEX_MOMENTS];   /**< now, and one step before; NAN: none */
    double change[ARMEX_MOMENTS];  /**< from the moment before; NAN: undefined */
    double rank[ARMEX_MOMENTS];    /**< NAN: none */
    double printed[ARMEX_MOMENTS]; /**< the rank as printed; NAN: none */
    double share[ARMEX_MOMENTS];   /**< NAN: none */
    struct armex_rank_interval interval; /**< now, where asked for */
};

/** One call of armex_rank(), or the rankings of several years one by one. */
struct armex_rank_run {
    const struct armex_panel *panel;   /**< of yearly figures */
    const struct armex_panel *windows; /**< their sums, or the panel itself */
    struct armex_panel *sums;          /**< owned; NULL: the panel itself */
    struct armex_rank_options options;
    struct armex_error *error;
    bool changes;                       /**< contenders' changes are wanted */
    struct armex_contender *contenders; /**< sorted by entity code */
    size_t n;
    bool everybody;     /**< is compared, with a figure or without */
    bool settled;       /**< none of them can be refused beside another, in any year */
    int ranked;         /**< the year whose ranks the contenders hold as now; 0: none */
    bool before_ranked; /**< their ranks before are known: those were ranked last */
    bool *apart; /**< series of the panel that are sums of others, or of nobody known */
    double world[ARMEX_MOMENTS]; /**< SIPRI's denominator; NAN: none */
    size_t *order; /**< contenders from the first rank on; n_ranked of them */
    size_t n_ranked;
    struct armex_table *table;
};

/** armex_rank() in three steps, for the rankings of several years: what does not depend
 *  on the year (window, sums and contenders; changes are wanted), a year's ranking (0:
 *  the panel's last), the end. The panel, and what the options point to, must outlive
 *  the run.
 *  Owner:  of the run the caller, armex_rank_end(), on failure too; of the table too.
 *  Errors: as armex_rank(). */
armex_status armex_rank_begin(struct armex_rank_run *run,
                              const struct armex_panel *panel,
                              const struct armex_rank_options *options,
                              struct armex_error *error);
armex_status armex_rank_answer(struct armex_table **out, struct armex_rank_run *run,
                               int year, struct armex_error *error);
void armex_rank_end(struct armex_rank_run *run);

/** Settles options.year, 0: the panel's last. Errors: ARMEX_USAGE outside the panel. */
armex_status armex_rank_check_year(struct armex_rank_run *run);

/** Years from one moment to the next: figures that do not overlap. */
int armex_rank_step(const struct armex_rank_run *run,
                    const struct armex_series *series);

/** The value of series s in `year`, NAN where it has none or none was identified: that
 *  is no exporter at the bottom. */
double armex_rank_figure(const struct armex_panel *panel, size_t s, int year);

/** Finds who is compared: all but aggregates, by code. Fills in contenders, n and
 *  apart, and makes room for the order; armex_rank_begin() and armex_rank_end() do it.
 *  Owner:  the caller, armex_rank_scatter(), on failure too. Errors: ARMEX_NO_MEMORY.
 */
armex_status armex_rank_gather(struct armex_rank_run *run);
void armex_rank_scatter(struct armex_rank_run *run);

/** Looks up the figures of options.year and before; shares are then NAN, and ranks but
 *  those before that were given when the year before was ranked. */
void armex_rank_look_up(struct armex_rank_run *run);

/** Finds whether all contenders compare in every year, whoever has a figure then: once
 *  for all the years, after armex_rank_gather(). */
void armex_rank_settle(struct armex_rank_run *run);

/** Refuses what cannot be compared. Errors: ARMEX_BAD_INPUT, as armex_rank(). */
armex_status armex_rank_compare(const struct armex_rank_run *run);

/** Makes the table and its rows. Errors: ARMEX_NO_MEMORY. */
armex_status armex_rank_table(struct armex_rank_run *run);

/** Says who is not ranked and why, and what shares are of. Errors: ARMEX_NO_MEMORY. */
armex_status armex_rank_notes(struct armex_rank_run *run);

#endif
