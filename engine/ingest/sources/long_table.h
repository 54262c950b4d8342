/**
 * ingest/sources/long_table.h: one row a country and year, one column of figures:
 * Gapminder's geo,time,..., Our World in Data's Entity,Code,Year,... and their like.
 */
#ifndef ARMEX_INGEST_SOURCES_LONG_TABLE_H
#define ARMEX_INGEST_SOURCES_LONG_TABLE_H

#include "ingest/edition.h"
#include "ingest/figures.h"

/** A layout and who uses it. */
struct armex_long_layout {
    const char *name, *code, *time; /**< columns; name or code may be NULL */
    const char *value; /**< column; NULL: the first other one that armex has a measure
                            for, else the first other one */
    bool alone;        /**< there are no columns but these */
    struct armex_edition credit; /**< dataset and title are made from the column */
    const char *prefix;          /**< of the dataset: "owid-"; NULL: after the file */
    const struct armex_quantity
        *quantity; /**< what it counts, or NULL: column or user */
    /** What else is to be said of the figures, or NULL. */
    armex_status (*finish)(struct armex_panel *panel, struct armex_error *error);
};

/** Whether the document begins as a table of that layout. */
bool armex_long_table_is(const struct armex_document *document,
                         const struct armex_long_layout *layout);

/** Years are numbers, or dates of which the year counts.
 *  Owner:  the caller, armex_vintage_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT with its place, also when neither the column nor the user
 *          says what is counted, or when it was published; ARMEX_NO_MEMORY. */
armex_status armex_long_table_read(struct armex_vintage **out,
                                   const struct armex_long_layout *layout,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error);

/** The year of "2010" or "2010-01-01". Errors: ARMEX_BAD_INPUT at the cell. */
armex_status armex_long_year(int *year, const char *file, const struct armex_cell *cell,
                             struct armex_error *error);

#endif
