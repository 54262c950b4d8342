/**
 * analysis/show_row.h: the columns that observations and their publications share.
 */
#ifndef ARMEX_ANALYSIS_SHOW_ROW_H
#define ARMEX_ANALYSIS_SHOW_ROW_H

#include "analysis/row.h"
#include "model/panel.h"

enum {
    ARMEX_SHOW_ENTITY,
    ARMEX_SHOW_NAME,
    ARMEX_SHOW_YEAR,
    ARMEX_SHOW_VALUE,
    ARMEX_SHOW_UNIT,
    ARMEX_SHOW_MEASURE,
    ARMEX_SHOW_SCOPE,
    ARMEX_SHOW_STATUS,
    ARMEX_SHOW_FLOW,
    ARMEX_SHOW_FIRST_MONTH,
    ARMEX_SHOW_YEARS,
    ARMEX_SHOW_BREAK,
    ARMEX_SHOW_COLUMNS
};

extern const struct armex_column armex_show_columns[ARMEX_SHOW_COLUMNS];

/** Adds a row and fills these columns of it. */
void armex_show_put(struct armex_row *row, const struct armex_series *series, int year,
                    double value, armex_mark mark);

#endif
