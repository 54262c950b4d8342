/**
 * ingest/tidy_bare.h: a table of one row a country and year whose columns have other
 * names than those of the layout: "Country,Year,Exports (US$ m)".
 */
#ifndef ARMEX_INGEST_TIDY_BARE_H
#define ARMEX_INGEST_TIDY_BARE_H

#include "ingest/sheet.h"

/** Columns of a header. */
struct armex_tidy_bare {
    size_t entity, year, value;
    size_t code;     /**< the number of columns where there is none */
    bool is_imports; /**< its countries are called importers */
};

/** Whether the cells are such a header: one column of countries as ingest/wide_header.h
 *  knows them, one of years, and one other, whose figures they are, whatever it is
 *  called. Beside these there may be a column of codes, columns that say nothing of
 *  whom ("Rank"), and others of the layout; a second column of figures, of countries or
 *  of anything that may set rows of one country apart makes it none. */
bool armex_tidy_bare_find(struct armex_tidy_bare *out, const struct armex_cell *cells,
                          size_t n);

/** Gives the columns of such a sheet the names of the layout: codes become `name`,
 *  which must mean the same as the entity, and are the entity where its name means
 *  nobody. */
void armex_tidy_bare_name(struct armex_sheet *sheet,
                          const struct armex_tidy_bare *bare);

#endif
