/**
 * chart/outlook.h: the years to come of a series, from a table of figures and trend.
 */
#ifndef ARMEX_CHART_OUTLOOK_H
#define ARMEX_CHART_OUTLOOK_H

#include "chart/observations.h"

enum { ARMEX_OUTLOOK_YEARS = 25 };

/** One year ahead or more; NAN where a bound cannot be said. */
struct armex_outlook_year {
    int year;
    double value, lower_80, upper_80, lower, upper;
};

struct armex_outlook {
    size_t n;
    struct armex_outlook_year years[ARMEX_OUTLOOK_YEARS];
    struct armex_lines lines; /**< the subject alone, with room for the years to come */
    const char *model;        /**< "damped" */
    double error, naive; /**< mean absolute errors one year ahead, when tried; NAN */
    int tries;
};

/** Errors: ARMEX_BAD_INPUT when the table has no forecast of the subject, saying why;
 *          ARMEX_NO_MEMORY. */
armex_status armex_outlook_read(struct armex_outlook *out, struct armex_arena *arena,
                                const struct armex_chart *chart,
                                const struct armex_lines *lines,
                                struct armex_error *error);

#endif
