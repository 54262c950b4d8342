/**
 * analysis/resample_table.h: every sum that a resample can meet, ranked once.
 *
 * m years drawn with replacement are m^m outcomes but only C(2m - 1, m) different sums
 * (5 years: 3,125 and 126). All sums of all series are ranked beforehand; a resample is
 * then a choice of one a series, and a rank the number of chosen ones that stand above.
 */
#ifndef ARMEX_ANALYSIS_RESAMPLE_TABLE_H
#define ARMEX_ANALYSIS_RESAMPLE_TABLE_H

#include <stdint.h>

#include "analysis/resample.h"

/** One possible sum of one series, in the order of all sums, largest first. */
struct armex_outcome {
    uint32_t place; /**< its own, which no other has */
    uint32_t above; /**< how many are larger; of equals, the same for all */
};

/** A series with figures. */
struct armex_resampled {
    size_t series;
    uint32_t outcomes;                /**< m^m */
    const uint16_t *sums;             /**< which of its sums an outcome gives */
    const struct armex_outcome *ways; /**< of each sum */
};

struct armex_resample_numbering; /* of the sums of m years; resample_table.c */

struct armex_resample_table {
    struct armex_resampled *series;
    size_t n;        /**< series with figures */
    size_t n_places; /**< sums of all of them */
    struct armex_resample_numbering *numberings[ARMEX_RESAMPLE_YEARS + 1]; /**< by m */
    struct armex_outcome *ways;
};

/** Owner:  the caller, who ends it with armex_resample_table_free() in any case.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_resample_table(struct armex_resample_table *out,
                                  const double *values, size_t n_series, size_t n_years,
                                  struct armex_error *error);
void armex_resample_table_free(struct armex_resample_table *table);

#endif
