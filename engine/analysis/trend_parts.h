/**
 * analysis/trend_parts.h: what the files of trend share among themselves.
 */
#ifndef ARMEX_ANALYSIS_TREND_PARTS_H
#define ARMEX_ANALYSIS_TREND_PARTS_H

#include "analysis/row.h"
#include "analysis/trend.h"
#include "store/listing.h"

/** The figures of one series, years without left out. Arrays hold the panel's years. */
struct armex_trend_sample {
    size_t s; /**< in the panel */
    size_t n;
    int *year;
    double *time; /**< years as numbers */
    double *value;
    double *log;  /**< of value; only if all are above zero */
    double *y;    /**< what is fitted: the logarithms, or the figures over `scale` */
    double scale; /**< of levels: a power of two, so that no square overflows; else 0 */
    bool gap;     /**< a year between two figures is missing */
    bool zero;    /**< a figure of zero or less */
};

/** One call of armex_trend(). Ended by armex_trend_end(), all but the table. */
struct armex_trend_run {
    const struct armex_panel *panel;
    struct armex_panel *windows; /**< trailing means; for means and medians */
    struct armex_trend_options options;
    struct armex_error *error;
    struct armex_table *table;
    struct armex_trend_sample sample; /**< of the series at hand */
    double *room;                     /**< scratch: 4 times the panel's years, and 4 */
    size_t years;                     /**< of the panel */
    struct armex_listing soft, gaps, absent, zeros, few, beaten, by_bic;
};

/** Where a kind's own columns begin, after entity and name. */
enum { ARMEX_TREND_OWN = 2 };

/** The reason of a series with figures for less than `least` years, "too_few" or
 *  "missing" where it has none at all, and puts it down for the note. */
const char *armex_trend_too_few(struct armex_trend_run *run, size_t least);

/** The figure that a fitted value stands for: exp(fitted), or fitted * scale. */
double armex_trend_figure(const struct armex_trend_sample *sample, double fitted);

/** Growth, as figures, when what is fitted changes from `from` by `change`; NAN where
 *  `from` is none above zero. */
double armex_trend_growth(const struct armex_trend_sample *sample, double from,
                          double change);

/** Whether the fit smooths or divides, which can be done to figures as to logarithms.
 */
bool armex_trend_has_levels(const struct armex_trend_run *run);

/** Makes the table, without rows. Errors: ARMEX_NO_MEMORY. */
armex_status armex_trend_table(struct armex_trend_run *run);

/** Adds a row with what all rows have; `reason` "" where there is an answer. */
struct armex_row armex_trend_row(struct armex_trend_run *run, const char *reason);

/** Sets own column `i`; what is infinite is missing. */
void armex_trend_put(struct armex_row *row, size_t i, double value);

/** The rows of the sample. `*reason` is set where there is none: the caller then adds a
 *  row that says so. Errors: ARMEX_NO_MEMORY. */
armex_status armex_trend_line(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_outliers(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_window(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_smooth(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_breaks(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_cusum(struct armex_trend_run *run, const char **reason);
armex_status armex_trend_forecast(struct armex_trend_run *run, const char **reason);

/** Turns the remarks into notes of the table. Errors: ARMEX_NO_MEMORY. */
armex_status armex_trend_notes(struct armex_trend_run *run);

#endif
