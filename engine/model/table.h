/**
 * model/table.h: named, typed columns with units: the only thing that is ever printed
 * or drawn.
 *
 * Built row by row: add a row, set its cells. A number never set is NAN (missing), a
 * text never set is "".
 */
#ifndef ARMEX_MODEL_TABLE_H
#define ARMEX_MODEL_TABLE_H

#include <stdbool.h>

#include "model/notes.h"

enum armex_column_type {
    ARMEX_COLUMN_TEXT,
    ARMEX_COLUMN_YEAR,     /**< a whole number without thousands marks */
    ARMEX_COLUMN_COUNT,    /**< a whole number */
    ARMEX_COLUMN_AMOUNT,   /**< a figure in the row's or column's unit */
    ARMEX_COLUMN_FRACTION, /**< 0.25 is 25 %; per cent only where a person reads */
    ARMEX_COLUMN_CHANGE,   /**< a fraction that is a change: people see its sign */
    ARMEX_COLUMN_NUMBER,   /**< any other number */
    ARMEX_COLUMN_PRINTED,  /**< a fraction that people see as SIPRI prints it: whole
                                per cents from 10 on, one decimal below, no plus */
    ARMEX_COLUMN_PRINTED_WHOLE, /**< the same as SIPRI printed it before: whole per
                                     cents throughout */
};

struct armex_column {
    const char *name;        /**< for machines: "previous_share" */
    const char *title;       /**< for people: "Share before" */
    const char *unit;        /**< "usd", "fraction", "year", or "" */
    const char *description; /**< one sentence */
    enum armex_column_type type;
    bool machine; /**< true: csv and json carry it, tables for people leave it out */
};

struct armex_table {
    struct armex_arena *arena; /**< owns all that follows, and the table */
    const char *name;          /**< of the analysis: "growth" */
    const char *title;         /**< for people, one line, or "" */
    size_t n_columns, n_rows, capacity;
    struct armex_column *columns;
    union armex_cells {
        double *numbers;
        const char **texts;
    } * cells; /**< one array a column */
    struct armex_notes notes;
};

/** Owner:  the caller, who ends it with armex_table_free(). `columns` is copied with
 * its texts. Errors: ARMEX_NO_MEMORY. */
armex_status armex_table_create(struct armex_table **out, const char *name,
                                const struct armex_column *columns, size_t n_columns,
                                struct armex_error *error);

/** All of it again, with its notes. Owner: the caller, armex_table_free(); `*out` is
 *  NULL on failure. Errors: ARMEX_NO_MEMORY. */
armex_status armex_table_copy(struct armex_table **out, const struct armex_table *table,
                              struct armex_error *error);
void armex_table_free(struct armex_table *table); /* NULL is fine */

/** Adds a row of missing cells. Errors: ARMEX_NO_MEMORY. */
armex_status armex_table_add(struct armex_table *table, struct armex_error *error);

/** Sets a cell of the newest row; the column's type must fit (checked, ARMEX_BUG).
 *  An infinite number is refused as ARMEX_BUG: nothing here is ever infinite.
 *  A text is copied; one equal to that in the row above is the same text. */
armex_status armex_table_number(struct armex_table *table, size_t column, double value,
                                struct armex_error *error);
armex_status armex_table_text(struct armex_table *table, size_t column,
                              const char *text, struct armex_error *error);

/** Sets a cell of the newest row of `to` to that of `from`, likewise checked. */
armex_status armex_table_copy_cell(struct armex_table *to, size_t to_column,
                                   const struct armex_table *from, size_t row,
                                   size_t column, struct armex_error *error);

/** The column of that name, or n_columns. */
size_t armex_table_column(const struct armex_table *table, const char *name);

/** Read a cell; the column's type must fit. */
static inline double armex_table_get_number(const struct armex_table *table, size_t row,
                                            size_t column)
{
    return table->cells[column].numbers[row];
}

static inline const char *armex_table_get_text(const struct armex_table *table,
                                               size_t row, size_t column)
{
    return table->cells[column].texts[row];
}

/** Keeps the rows `order[0..n)`, in that order. Errors: ARMEX_NO_MEMORY. */
armex_status armex_table_take(struct armex_table *table, const size_t *order, size_t n,
                              struct armex_error *error);

#endif
