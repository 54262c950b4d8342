/**
 * ingest/sources/sipri_grid.h: a TIV table: one row a country, one column a year.
 *
 * Every form that SIPRI's sites have given it: the values of all exporters or importers
 * (`Exports by,1950,...`, `Recipient,1950,...`), the ranked list of the top suppliers,
 * the old site's tables, whose header begins with an empty cell and whose title says
 * whose they are, and a table of one supplier's recipients.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_GRID_H
#define ARMEX_INGEST_SOURCES_SIPRI_GRID_H

#include "ingest/sources/sipri_flows.h"

enum armex_sipri_rows {
    ARMEX_SIPRI_SUPPLIERS,  /**< each row what one supplier delivered */
    ARMEX_SIPRI_RECIPIENTS, /**< each row what one recipient got */
};

struct armex_sipri_year_column {
    size_t column;
    int year;
};

struct armex_sipri_grid {
    enum armex_sipri_rows rows;
    size_t name;   /**< column of the names */
    size_t total;  /**< column of each row's total, or SIZE_MAX */
    size_t totals; /**< row of each year's total, or SIZE_MAX */
    struct armex_sipri_year_column *years; /**< ascending; from the page's arena */
    size_t n_years;
    size_t *lines; /**< rows of countries, in the order of the file */
    size_t n_lines;
};

/** Whether the page has the header of a TIV table, in row `*header`. */
bool armex_sipri_grid_found(size_t *header, const struct armex_page *page);

/** Reads the header and finds the rows. Names the supplier in `reading->selection`
 *  where a column of the table does.
 *  Errors: ARMEX_BAD_INPUT: rows that are weapon categories or regions, a title that is
 *          missed, a year twice, a row of the wrong length or without a name;
 *          ARMEX_NO_MEMORY. */
armex_status armex_sipri_grid_read(struct armex_sipri_grid *grid,
                                   struct armex_sipri_reading *reading,
                                   struct armex_error *error);

/** Checks that rows and columns add up to the totals printed beside them, to within
 * what rounding explains: half a million for each figure added, and for the total.
 *  Errors: ARMEX_BAD_INPUT at the first total that does not. */
armex_status armex_sipri_grid_check(const struct armex_sipri_grid *grid,
                                    const struct armex_page *page,
                                    struct armex_error *error);

#endif
