/**
 * chart/transfers.h: a table of `flows --as pairs` as suppliers by recipients.
 */
#ifndef ARMEX_CHART_TRANSFERS_H
#define ARMEX_CHART_TRANSFERS_H

#include "chart/chart.h"
#include "model/measure.h"
#include "model/unit.h"

/** So many of either side are kept, recipients in a narrow matrix, and of either side
 * in a narrow chart of bands. */
enum { ARMEX_PARTIES = 10, ARMEX_PARTIES_NARROW = 4, ARMEX_ENDS_NARROW = 7 };

/** A supplier or a recipient. */
struct armex_party {
    const char *code, *name;
    double shown; /**< all that it sent, or got, in the rows of the table */
    double total; /**< with anybody, in the table or not; at least `shown` */
};

struct armex_transfers {
    size_t n_suppliers, n_recipients; /**< kept: the largest by `shown`, then by code */
    size_t all_suppliers, all_recipients;        /**< in the table */
    struct armex_party *suppliers, *recipients;  /**< all; the kept come first */
    double values[ARMEX_PARTIES][ARMEX_PARTIES]; /**< supplier, recipient; 0: none */
    double all;                                  /**< every row of the table */
    struct armex_unit unit;
    const char *measure;
    int from, to;          /**< years added up; 0: not known */
    const char *highlight; /**< code of the subject, on either side; NULL: none */
};

/** Everything lives in `arena`; texts are borrowed from the table. Rows of one pair add
 *  up; a row without a figure above 0 is left out. A subject further down takes the
 * last place on the side where it deals more. Errors: ARMEX_BAD_INPUT for a table of
 * another kind, of several units, of more parties than there are states, or without a
 * figure; ARMEX_USAGE when the highlighted entity is not in it; ARMEX_NO_MEMORY. */
armex_status armex_transfers_read(struct armex_transfers *out,
                                  struct armex_arena *arena,
                                  const struct armex_chart *chart,
                                  struct armex_error *error);

/** "2020–24", "2024"; "" for years not known. */
const char *armex_transfers_span(struct armex_arena *arena,
                                 const struct armex_transfers *transfers);

/** What of its total recipient `r` got from supplier `s`: 0 to 1. */
double armex_transfers_share(const struct armex_transfers *transfers, size_t s,
                             size_t r);

/** What of its total recipient `r` got from none of the first `n` suppliers. */
double armex_transfers_rest(const struct armex_transfers *transfers, size_t n,
                            size_t r);

#endif
