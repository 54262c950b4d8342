/**
 * analysis/growth_parts.h: what the files of growth share among themselves.
 */
#ifndef ARMEX_ANALYSIS_GROWTH_PARTS_H
#define ARMEX_ANALYSIS_GROWTH_PARTS_H

#include "analysis/growth.h"
#include "analysis/growth_contribution.h"
#include "analysis/growth_interval.h"
#include "store/listing.h"

/** One answer; `first`, `last` as they stand in the panel, NAN where nothing does. */
struct armex_growth_row {
    int from, to;
    double first, last, growth, cagr;
    enum armex_growth_reason reason; /**< set exactly where growth is NAN */
    double standard_error;           /**< of ln(1 + growth), of a trend */
    size_t observations;             /**< of a trend */
};

struct armex_span {
    int from, to;
};

/** One call of armex_growth(). Ended by armex_growth_end(), all but the table. */
struct armex_growth_run {
    const struct armex_panel *yearly; /**< as given */
    const struct armex_panel *panel;  /**< the same, or of windows */
    struct armex_growth_options options;
    struct armex_error *error;
    struct armex_table *table;
    struct armex_listing soft, peaks, short_ones; /**< remarks for the notes */
    size_t last_series;                           /**< of the row put last, plus 1 */
    int last_year;                                /**< its end */
    struct armex_growth_whole whole;              /**< of the row put last */
    size_t fewest_in_whole, most_in_whole;
    struct armex_growth_printed printed;  /**< with options.interval */
    size_t contribution, interval, trend; /**< first column of each, where wanted */
};

/** Growth of series s between two years, by any method but trend (for which only
 *  first, last, cagr and breaks are filled in). */
struct armex_growth_row armex_growth_between(const struct armex_panel *panel, size_t s,
                                             int from, int to,
                                             enum armex_growth_method method);

/** The rate from `first` to `last`, figures for which the method is defined. */
double armex_growth_rate(enum armex_growth_method method, double first, double last);

/** Fits ln y = a + b t over the years of `row` and fills in growth, standard error,
 *  observations and reason. Errors: ARMEX_NO_MEMORY. */
armex_status armex_growth_fit(struct armex_growth_row *row,
                              const struct armex_panel *panel, size_t s,
                              struct armex_error *error);

/** Makes the table, without rows. Errors: ARMEX_NO_MEMORY. */
armex_status armex_growth_table(struct armex_growth_run *run);

/** Adds a row, and the remarks it calls for. Errors: ARMEX_NO_MEMORY. */
armex_status armex_growth_put(struct armex_growth_run *run, size_t s,
                              const struct armex_growth_row *row);

/** Remarks upon one row: soft figures, what lies beyond both ends. */
void armex_growth_remark(struct armex_growth_run *run, size_t s,
                         const struct armex_growth_row *row);

/** Turns the remarks into notes of the table. Errors: ARMEX_NO_MEMORY. */
armex_status armex_growth_notes(struct armex_growth_run *run);

void armex_growth_end(struct armex_growth_run *run);

#endif
