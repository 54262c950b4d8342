/**
 * analysis/growth.h: how fast a series grows, and why a rate is undefined where it is.
 */
#ifndef ARMEX_ANALYSIS_GROWTH_H
#define ARMEX_ANALYSIS_GROWTH_H

#include "model/panel.h"
#include "model/table.h"

enum armex_growth_method {
    ARMEX_GROWTH_YOY,       /**< y(t)/y(t-1) - 1 for every two years that follow */
    ARMEX_GROWTH_LOG,       /**< ln y(t) - ln y(t-1) */
    ARMEX_GROWTH_CAGR,      /**< first to last year: (y1/y0)^(1/n) - 1 */
    ARMEX_GROWTH_SYMMETRIC, /**< 2 (y1 - y0) / (y1 + y0), within [-2, 2] */
    ARMEX_GROWTH_TREND,     /**< exp(b) - 1 of ln y = a + b t by least squares */
    ARMEX_GROWTH_WINDOW,    /**< sum of N years over the sum of the N before - 1 */
};

/** Why there is no rate. Where several apply, the one that stands first here, but
 *  breaks before all others, and below_resolution before zero_base. */
enum armex_growth_reason {
    ARMEX_DEFINED,
    ARMEX_NO_MISSING, /**< "missing": no figure at one end; of a trend: fewer than 3 */
    ARMEX_NO_ZERO_BASE,  /**< "zero_base": the base is zero or less; for logarithms
                              either end; of the symmetric rate both ends are zero */
    ARMEX_NO_RESOLUTION, /**< "below_resolution": base or end is a printed 0, or the
                              base so small that the quotient is beyond a double */
    ARMEX_NO_NEW,    /**< "new": none identified in the base year and no figure above
                          none in all before it, and some at the end */
    ARMEX_NO_CEASED, /**< "ceased": none identified at the end and nothing after it;
                          only where a logarithm is needed */
    ARMEX_NO_GAP,    /**< "gap": of two years that follow the first has no figure,
                          though an earlier year has */
    ARMEX_NO_UNIT_BREAK,   /**< "unit_break": counted differently from then on */
    ARMEX_NO_ENTITY_BREAK, /**< "entity_break": another state from then on */
};

struct armex_growth_options {
    enum armex_growth_method method;
    int window;   /**< N of ARMEX_GROWTH_WINDOW; 0: 5 */
    int at_least; /**< years present for a window to count; 0: all N */
    int from, to; /**< years to report on; the panel's other years only tell the new
                       from the missing. 0: from each series' own first figure (or the
                       year before, if none was identified then) to its own last */
    bool contribution;   /**< columns contribution, whole_growth; not of trend */
    bool interval;       /**< columns growth_low, growth_high; not of trend */
    const double *steps; /**< of the figures, as armex_rounding_published() has them;
                            NULL: none known */
    bool hide_world;     /**< WLD came along as the whole and has no rows of its own */
};

bool armex_growth_method_parse(enum armex_growth_method *out, const char *text,
                               size_t length);
const char *armex_growth_reason_name(
    enum armex_growth_reason reason); /* "" if defined */

/** One row a series and pair of years: yoy, log, symmetric: every two years that
 * follow; cagr and trend: one row from the first to the last year; window:
 * non-overlapping windows that lie within the years reported on, the last ending with
 * them, each against the window before it; `from` and `to` are the last years of the
 * two. Columns promised: entity, name, from, to, first, last, growth, cagr, reason;
 * then unit, measure, scope, first_status, last_status, and for trend standard_error
 * (of ln(1 + growth)), observations. With `contribution`: contribution (points of the
 * growth of the whole), whole_growth; see analysis/growth_contribution.h. With
 * `interval`: growth_low, growth_high: between which bounds growth lies, the figures
 * being printed rounded; see analysis/growth_interval.h.
 *
 *  Formula: as beside each method; `growth` is last/first - 1 for cagr, exp(b) - 1 a
 *           year for trend. `cagr` is the compound yearly rate from `first` to `last`,
 *           (last/first)^(1/years) - 1, whatever the method; missing where last/first
 *           is.
 *  Source:  symmetric: Törnqvist, Vartia & Vartia (1985), The American Statistician
 *           39(1); trend: World Bank, WDI statistical methods, "least-squares growth
 *           rate".
 *  Missing: never bridged; a rate that is undefined is NAN with its reason, never
 *           infinite. A trend leaves out years without a figure above zero, says how
 *           many remained, and does not run across a break.
 *  Notes:   a peak or trough inside the span of a cagr that lies beyond both ends; soft
 *           figures (preliminary, estimate); fiscal years; series without two figures;
 *           growth of percentages, figures that overlap.
 *  Owner:   the caller, armex_table_free().
 *  Errors:  ARMEX_NO_MEMORY; ARMEX_USAGE for a window below 1, for years that hold no
 *           two of what is compared, for a trend with contribution or interval; else as
 *           armex_window() and armex_growth_check_whole(). */
armex_status armex_growth(struct armex_table **out, const struct armex_panel *panel,
                          const struct armex_growth_options *options,
                          struct armex_error *error);

/** The reason, if any, why growth of series s from year `from` to `to` is undefined by
 *  `method`: logarithms need both ends above zero, the symmetric rate only one, a trend
 *  asks for nothing here but that no break lies between. A year outside the panel is
 *  missing. */
enum armex_growth_reason armex_growth_check(const struct armex_panel *panel, size_t s,
                                            int from, int to,
                                            enum armex_growth_method method);

#endif
