/**
 * render/apart.h: digits enough to see what two publications of a figure differ by.
 */
#ifndef ARMEX_RENDER_APART_H
#define ARMEX_RENDER_APART_H

#include "model/table.h"

/** Whether the column has amounts that are to be told apart: two rows of one entity,
 *  year, measure and scope that follow each other, or it is one of the columns
 *  "previous" and "value", or "before" and "after". */
bool armex_view_has_apart(const struct armex_table *table, size_t column);

/** The decimals, `decimals` at least and 6 at most, at which the figure looks different
 *  from those others of its figure that it differs from. What differs by less than a
 *  billionth is a double's noise, and not told apart. */
int armex_view_apart(const struct armex_table *table, size_t row, size_t column,
                     int scale, int decimals);

#endif
