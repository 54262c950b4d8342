/**
 * store/totals.h: what a vintage adds up to, recorded when it is written and taken
 * again when it is verified.
 */
#ifndef ARMEX_STORE_TOTALS_H
#define ARMEX_STORE_TOTALS_H

#include "model/vintage.h"

struct armex_totals {
    long long observations; /**< with a value; of records: rows */
    double sum;             /**< of all values, whatever their units */
};

/** Formula: value i is added to partial sum i mod 8, the eight are added in their
 *           order; so that the sum is quick and the same to the bit everywhere.
 *  Missing: left out. */
struct armex_totals armex_totals_of(const struct armex_vintage *vintage);

#endif
