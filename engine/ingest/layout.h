/**
 * ingest/layout.h: the tidy layout, armex's own: one row a figure, columns known by
 * their names. Its manual is datasets/README.md.
 */
#ifndef ARMEX_INGEST_LAYOUT_H
#define ARMEX_INGEST_LAYOUT_H

#include "ingest/observations.h"
#include "ingest/sheet.h"

/** The columns of the layout, each a bit in a set of columns. */
enum armex_tidy_column {
    ARMEX_TIDY_ENTITY = 1u << 0,
    ARMEX_TIDY_NAME = 1u << 1,
    ARMEX_TIDY_YEAR = 1u << 2,
    ARMEX_TIDY_YEARS = 1u << 3,
    ARMEX_TIDY_FIRST_MONTH = 1u << 4,
    ARMEX_TIDY_FLOW = 1u << 5,
    ARMEX_TIDY_MEASURE = 1u << 6,
    ARMEX_TIDY_SCOPE = 1u << 7,
    ARMEX_TIDY_UNIT = 1u << 8,
    ARMEX_TIDY_MULTIPLIER = 1u << 9,
    ARMEX_TIDY_STATUS = 1u << 10,
    ARMEX_TIDY_VALUE = 1u << 11,
    ARMEX_TIDY_FLAG = 1u << 12,
    ARMEX_TIDY_PUBLISHED = 1u << 13,
    ARMEX_TIDY_PUBLISHER = 1u << 14,
    ARMEX_TIDY_TITLE = 1u << 15,
    ARMEX_TIDY_URL = 1u << 16,
    ARMEX_TIDY_NOTE = 1u << 17,
};
enum { ARMEX_TIDY_COLUMNS = 18 };

/** A value that holds for every row, for a column the sheet leaves out. */
struct armex_default {
    const char *column, *text;
    struct armex_place place; /**< where it is said */
};

struct armex_defaults {
    struct armex_default *items;
    size_t n;
};

/** The default of that column, or NULL. */
const struct armex_default *armex_default_find(const struct armex_defaults *defaults,
                                               const char *column);

/** The cell of the row, or the default where the sheet lacks the column; an empty cell
 *  where neither says anything. */
struct armex_cell armex_default_or_cell(const struct armex_sheet *sheet, size_t row,
                                        const char *column,
                                        const struct armex_defaults *defaults);

/** Which column of a sheet is which of the layout. */
struct armex_layout {
    const struct armex_sheet *sheet;
    struct armex_intern *texts;
    unsigned given;    /**< set of columns that the sheet or the defaults say */
    unsigned required; /**< set of columns that must say something in each row */
    size_t columns[ARMEX_TIDY_COLUMNS]; /**< n_columns where the sheet has none */
    struct armex_observation base;      /**< what the defaults say */
    int exponent;                       /**< the multiplier that they say */
    bool has_status;                    /**< whether they say one */
};

/** Finds the columns; other columns are left alone. What is neither there nor among the
 *  `defaults` is: one calendar year of exports, national, times one, unflagged.
 *  `required` columns must be there, and no cell of them empty but `value`.
 *  Errors: ARMEX_BAD_INPUT at the header for a required column that is not there, at a
 *          default's place for one that does not read; ARMEX_NO_MEMORY. */
armex_status armex_layout_find(struct armex_layout *out,
                               const struct armex_sheet *sheet,
                               const struct armex_defaults *defaults, unsigned required,
                               struct armex_intern *texts, struct armex_error *error);

/** Reads one row.
 *  Errors: ARMEX_BAD_INPUT at the cell that is wrong, ARMEX_NO_MEMORY. */
armex_status armex_layout_read(struct armex_observation *out,
                               const struct armex_layout *layout, size_t row,
                               struct armex_error *error);

/** Reads all rows of a sheet of observations, sorted.
 *  Owner: the caller, armex_observations_free(). Errors: as above. */
armex_status armex_layout_observations(struct armex_observations **out,
                                       const struct armex_sheet *sheet,
                                       const struct armex_defaults *defaults,
                                       struct armex_error *error);

#endif
