/**
 * chart/observations.h: a table of `show` as series over years, ready to be drawn.
 */
#ifndef ARMEX_CHART_OBSERVATIONS_H
#define ARMEX_CHART_OBSERVATIONS_H

#include "chart/chart.h"
#include "model/mark.h"
#include "model/measure.h"
#include "model/unit.h"

/** One line of a chart. Year i of `values` and `marks` is first_year + i. */
struct armex_line {
    const char *entity, *name, *measure, *scope;
    const char *label; /**< its name, and what sets it apart from others of that name */
    enum armex_flow_direction flow;
    int first_month; /**< of its years; 1: calendar */
    int years;       /**< that each figure covers, the last of them its own; mostly 1 */
    double *values;  /**< NAN where there is no figure */
    armex_mark *marks;
    size_t first, last; /**< of its figures; last < first: none */
    int founded, ended; /**< the state's first and last year, where the years beyond are
                             blank for that; 0: not so. See chart/existence.h */
};

struct armex_fitted; /* chart/fitted.h */

struct armex_lines {
    size_t n, n_years;
    struct armex_line *items; /**< in the order of the table */
    int first_year;
    size_t highlight; /**< the subject, one of the items */
    struct armex_unit unit;
    int base;          /**< year that an index has as 100; 0: figures as they are */
    size_t unbased;    /**< lines left out for want of a figure in that year */
    const char *aside; /**< who is not drawn beside states, see chart/aside.h; NULL:
                            nobody */
    bool one_measure;  /**< all lines count the same */
    double low, high;  /**< of all figures; zero is always between them */
    const struct armex_fitted *fitted; /**< what the lines were fitted to, and how;
                                            NULL: they are the figures themselves */
    const struct armex_lines *scale;   /**< lines on whose scale these are drawn; NULL:
                                            their own */
};

/** Everything lives in `arena`; texts are borrowed from the table. Years without any
 *  figure at either end are cut off; lines without a figure are left out. Of a chart of
 *  `show`, years in which a state did not exist have none: see chart/existence.h.
 *  Errors: ARMEX_BAD_INPUT for a table of another kind, of unlike units, with two
 *          figures of one year, or without a figure; ARMEX_USAGE when the highlighted
 *          entity is not in it; ARMEX_NO_MEMORY. */
armex_status armex_lines_read(struct armex_lines *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              struct armex_error *error);

/** Cuts off years without any figure at either end, leaves out lines without a figure,
 *  and finds low and high anew. Which line is the subject is not looked at. */
void armex_lines_trim(struct armex_lines *lines);

/** Whether year i is not to be compared with the figures before it: counted
 * differently, or another state. */
bool armex_line_breaks(const struct armex_line *line, size_t i);

/** What a line counts, in its unit: "arms export orders", "share of deliveries of major
 *  arms". */
const char *armex_line_counted(const struct armex_line *line, struct armex_unit unit);

/** The last `years` years of `lines`, and of lines that have figures there. The
 *  subject stays the same, or becomes the first line when it has none. Values and marks
 *  are borrowed from `lines`, items live in `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_lines_tail(struct armex_lines *out, struct armex_arena *arena,
                              const struct armex_lines *lines, size_t years,
                              struct armex_error *error);

#endif
