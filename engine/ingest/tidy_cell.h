/**
 * ingest/tidy_cell.h: what one cell of each column of the tidy layout may say.
 */
#ifndef ARMEX_INGEST_TIDY_CELL_H
#define ARMEX_INGEST_TIDY_CELL_H

#include "ingest/layout.h"

/** A row being read: cells that mean something only together are kept here. */
struct armex_tidy_row {
    struct armex_observation observation;
    struct armex_intern *texts;
    struct armex_names *names;
    enum armex_comma comma;    /**< as the sheet has it */
    int exponent;              /**< of the multiplier, a power of ten */
    bool has_status, is_noted; /**< the year has the mark of a footnote */
    struct armex_cell fiscal;  /**< a year that says it is one; length 0: it does not */
    struct armex_place fiscal_place;
    struct armex_cell value, status; /**< length 0 where empty */
    struct armex_place value_place, status_place;
};

/** How a cell of one column is taken up; an empty cell never comes here.
 *  Errors: ARMEX_BAD_INPUT at `place`, ARMEX_NO_MEMORY. */
typedef armex_status armex_tidy_reader(struct armex_tidy_row *row,
                                       const struct armex_cell *cell,
                                       struct armex_place place,
                                       struct armex_error *error);

struct armex_tidy_kind {
    const char *name;
    armex_tidy_reader *read;
};

/** In the order of enum armex_tidy_column. */
extern const struct armex_tidy_kind armex_tidy_kinds[ARMEX_TIDY_COLUMNS];

/** Value, multiplier and status, once the whole row was read.
 *  Errors: ARMEX_BAD_INPUT: no number, a value that its status rules out. */
armex_status armex_tidy_value(struct armex_tidy_row *row, struct armex_error *error);

/** Whether a measure can be counted in the unit: TIV is not dollars.
 *  Errors: ARMEX_BAD_INPUT at `place`. */
armex_status armex_tidy_measure_fits(const struct armex_series *series,
                                     struct armex_place place,
                                     struct armex_error *error);

#endif
