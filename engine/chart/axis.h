/**
 * chart/axis.h: scales of figures and of years, with few and round ticks.
 */
#ifndef ARMEX_CHART_AXIS_H
#define ARMEX_CHART_AXIS_H

#include <stdbool.h>
#include <stddef.h>

enum { ARMEX_TICKS = 6 };

struct armex_axis {
    bool log;
    double low, high; /**< what lies at 0 and at 1 */
    double ticks[ARMEX_TICKS];
    size_t n;
};

/** From zero (or below, where a figure is) up, with ticks at steps of 1, 2 or 5 times a
 *  power of ten. It ends at the round number above `high`, or just above `high` when
 *  that number is far. Not finite or all zero: 0 to 1. */
struct armex_axis armex_axis_linear(double low, double high);

/** From a figure of 1 or 3 times a power of ten at or below `low` to one at or above
 *  `high`; both must be above 0. */
struct armex_axis armex_axis_log(double low, double high);

/** Years: round years at least `least` apart, where the axis has `span` units of
 *  length; the last year always, the first where it has room. */
struct armex_axis armex_axis_years(int first, int last, double span, double least);

/** Where a figure lies: 0 at low, 1 at high; NAN when a log axis cannot show it. */
double armex_axis_at(const struct armex_axis *axis, double value);

/** Decimals that tell the ticks apart once they are divided by 10^scale. */
int armex_axis_decimals(const struct armex_axis *axis, int scale);

#endif
