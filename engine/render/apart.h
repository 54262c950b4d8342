/**
 * render/apart.h: digits enough to see what two publications of a figure differ by.
 */
#ifndef ARMEX_RENDER_APART_H
#define ARMEX_RENDER_APART_H

#include "model/table.h"

/** The decimals, `decimals` at least and `most` at most, at which figures of a column of
 *  amounts that differ look different, where they are statements of one thing: rows of
 *  one entity, year, measure and scope that follow each other, and the columns
 *  "previous" and "value", or "before" and "after", of a row. What differs by less
 *  than a billionth is a double's noise, and not told apart. */
int armex_view_apart(const struct armex_table *table, size_t column, int scale,
                     int decimals, int most);

#endif
