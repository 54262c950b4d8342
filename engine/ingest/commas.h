/**
 * ingest/commas.h: what commas and points are in the figures of one table, which its
 * figures say together where one of them alone does not.
 *
 * "12,5" and "1.234,5" can be read one way only, so that "1.234" beside them is 1234.
 */
#ifndef ARMEX_INGEST_COMMAS_H
#define ARMEX_INGEST_COMMAS_H

#include "ingest/csv.h"
#include "ingest/written_marks.h"

/** What was seen so far; starts as {0}. */
struct armex_commas {
    bool decimal;   /**< a comma before decimals, or points that set off thousands */
    bool thousands; /**< commas that set off thousands, or a point before decimals */
    bool either;    /**< "1.234", which may be both */
};

/** Looks at the marks among the first digits of a cell. */
void armex_commas_see(struct armex_commas *commas, const struct armex_cell *cell);

/** What the comma is: decimal or of thousands where all that is clear says so; where
 *  nothing is clear, `delimiter` is a semicolon, which those write whose comma is
 *  decimal, and a point may be either: unsure. Else either, as a point is then decimal.
 */
enum armex_comma armex_commas_judge(const struct armex_commas *commas, char delimiter);

#endif
