/**
 * ingest/wide_header.h: the header of a table of countries by years, as anybody makes
 * one: titles above it, a row of units below it, columns that are neither.
 */
#ifndef ARMEX_INGEST_WIDE_HEADER_H
#define ARMEX_INGEST_WIDE_HEADER_H

#include "ingest/page.h"
#include "ingest/said_unit.h"
#include "ingest/written_marks.h"

enum armex_wide_kind {
    ARMEX_WIDE_NAME,  /**< "Country", "Exporter", "Land", "Pays", or nothing */
    ARMEX_WIDE_CODE,  /**< "Code", "ISO3" */
    ARMEX_WIDE_YEAR,  /**< "2019", "2019*", "31.12.2019", "Exports 2019" */
    ARMEX_WIDE_TOTAL, /**< "Total", "Sum" */
    ARMEX_WIDE_ASIDE, /**< "Rank", "Region", "Notes", "Change": says nothing of whom */
    ARMEX_WIDE_EMPTY,
    ARMEX_WIDE_OTHER, /**< anything else may set rows of one country apart */
};

struct armex_wide_column {
    enum armex_wide_kind kind;
    short year; /**< 0: it is none */
    bool noted; /**< the year has the mark of a footnote */
};

struct armex_wide_header {
    size_t row;        /**< of the page */
    size_t first, end; /**< rows of countries: from the first to before the other */
    size_t n;
    const struct armex_wide_column *columns; /**< n, in the page's arena */
    size_t name, code;                       /**< columns; `code` is n where none is */
    enum armex_comma comma;                  /**< as the map or the figures show it */
    bool is_imports;                         /**< its countries are called importers */

    struct armex_said_unit unit; /**< what the table says that it is counted in */
};

/** What a column of that heading is; `is_imports`: its countries are importers. */
enum armex_wide_kind armex_wide_kind_of(bool *is_imports,
                                        const struct armex_cell *cell);

/** Whether one of the rows is such a header: one name of a column of countries, before
 *  one column or more that are years or something like them. */
bool armex_wide_is(const struct armex_page *page);

/** Reads the header, what stands above it and below the table.
 *  Errors: ARMEX_BAD_INPUT at a cell: no header, a year twice, a column that is a year
 *          by halves, one that may set rows apart, a row of words that are no unit, two
 *          units; ARMEX_NO_MEMORY. */
armex_status armex_wide_read(struct armex_wide_header *out,
                             const struct armex_page *page, struct armex_error *error);

#endif
