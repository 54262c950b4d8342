/**
 * chart/largest.h: the lines with the greatest figures, and their last years.
 */
#ifndef ARMEX_CHART_LARGEST_H
#define ARMEX_CHART_LARGEST_H

#include "chart/observations.h"

struct armex_largest {
    struct armex_lines lines; /**< of the years that are shown */
    const struct armex_line **rows;
    size_t n, left_out; /**< rows shown, lines beyond them */
    double most,
        low; /**< of the rows shown: the greatest without its sign, the least */
    int cut; /**< the first year of the table, where some are not shown; 0 */
};

/** At most `rows` lines, the greatest sum of figures first, equals as in the table; the
 *  subject in the last place when it is further down. At most `years` years, the last.
 *  Everything lives in `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_largest_choose(struct armex_largest *out, struct armex_arena *arena,
                                  const struct armex_lines *lines, size_t rows,
                                  size_t years, struct armex_error *error);

/** How many steps a shade has; the eye tells fewer apart. plots/theme.gp has them too.
 */
enum { ARMEX_SHADES = 32 };

/** The step of a part from −1 to 1: −32 to 32. */
int armex_shade_step(double part);

/** Brings cells into the order of their steps, the least first, equals as they are:
 * marks of one colour then follow each other. `order[i]` becomes the cell of place i,
 * and `steps[c]` is the step of cell c. */
void armex_shades_sort(size_t *order, const int *steps, size_t n);

/** How dark a figure is: −1 to 1, the root of its part of the greatest. NAN: none. */
double armex_largest_part(const struct armex_largest *heat, double value);

#endif
