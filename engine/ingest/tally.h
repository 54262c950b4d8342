/**
 * ingest/tally.h: rows of figures added up by who, what and year.
 *
 * For files that give one row a licence or a partner. Sums are made in the order of
 * the rows. The memory is that of the sums, however many rows there are.
 */
#ifndef ARMEX_INGEST_TALLY_H
#define ARMEX_INGEST_TALLY_H

#include <stdint.h>

#include "ingest/observations.h"

/** One sum. `stated` rows had a figure, `unstated` ones had none. */
struct armex_sum {
    double value;
    uint32_t stated, unstated;
};

struct armex_tally;

/** Owner: the caller, armex_tally_free(). NULL: no memory. */
struct armex_tally *armex_tally_create(void);
void armex_tally_free(struct armex_tally *tally); /* NULL is fine */

/** Adds a row; NAN is one without a figure. Years from 1900 to 2100.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_tally_add(struct armex_tally *tally, uint32_t who, uint32_t what,
                             int year, double value, struct armex_error *error);

/** Pairs of who and what, numbered in the order met. */
size_t armex_tally_count(const struct armex_tally *tally);
uint32_t armex_tally_who(const struct armex_tally *tally, size_t i);
uint32_t armex_tally_what(const struct armex_tally *tally, size_t i);

/** The number of a pair, which must have been added. */
size_t armex_tally_find(const struct armex_tally *tally, uint32_t who, uint32_t what);

/** The years that all rows span; 0, -1 where there are none. */
void armex_tally_years(const struct armex_tally *tally, int *from, int *to);

/** The sum of one pair in one year; {0} where no row was. */
struct armex_sum armex_tally_sum(const struct armex_tally *tally, size_t i, int year);

/** Adds a sum to the observations, which will be series `series` in `year`: final, and
 *  weak where rows without a figure are missing from it; not available where none of
 *  its rows has one; nothing where no row was.
 *  Errors: ARMEX_BAD_INPUT for a sum beyond any number, ARMEX_NO_MEMORY. */
armex_status armex_tally_observe(struct armex_observations *to,
                                 const struct armex_series *series, int year,
                                 struct armex_sum sum, struct armex_error *error);

#endif
