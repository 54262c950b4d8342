/**
 * ingest/amount.h: sums of figures that are exact, so that their order, and with it the
 * number of threads, cannot change a bit.
 *
 * An amount is a whole number of units of 10^-18 in 128 bits: up to 1.7 * 10^20, far
 * above any trade of the world. A figure as publishers write it, with up to 18 decimal
 * places, is such a number; of one with more places the rest is rounded away, half up.
 */
#ifndef ARMEX_INGEST_AMOUNT_H
#define ARMEX_INGEST_AMOUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

__extension__ typedef unsigned __int128 armex_amount;

enum { ARMEX_AMOUNT_PLACES = 18 };

/** 10^(18 - decimals), the units of one in the last place. */
extern const uint64_t armex_amount_units[ARMEX_AMOUNT_PLACES + 1];

/** The top bit of a sum: set as soon as it is too large, well before it wraps, so long
 *  as each figure added is below 10^34 units. */
static inline bool armex_amount_overflows(armex_amount sum)
{
    return (uint64_t)(sum >> 64) >> 63;
}

/** Reads digits[.digits][e[+-]digits], the whole of `length` bytes. false: no number
 *  that base/number.h reads, negative, or 10^16 and more. */
bool armex_amount_parse(armex_amount *out, const char *text, size_t length);

/** The double nearest to the amount, of two as near the even one. */
double armex_amount_value(armex_amount amount);

#endif
