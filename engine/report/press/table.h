/**
 * report/press/table.h: a table's columns fitted to the page, and its rows.
 */
#ifndef ARMEX_REPORT_PRESS_TABLE_H
#define ARMEX_REPORT_PRESS_TABLE_H

#include "report/press/words.h"

/** Gives every column its place: as wide as its widest cell where that fits, else no
 *  narrower than its longest word while that fits, the rest shared out.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status press_table_fit(const struct press_sheet *sheet, struct press_table *table,
                             struct armex_arena *arena, struct armex_error *error);

double press_row_height(const struct press_sheet *sheet,
                        const struct press_table *table, const struct press_block *row);

/** Draws a row of height `row->height` with the line below it. */
void press_row_draw(const struct press_sheet *sheet, const struct press_table *table,
                    const struct press_block *row, double y);

#endif
