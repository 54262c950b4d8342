/**
 * store/sum.h: a sum over bytes by which damage is found.
 *
 * Formula:  Fletcher's, over 64-bit words in eight lanes, 128 bits in all: any one
 *           altered byte is found for certain, other damage but for chance.
 *
 * It runs at the speed of memory, so every open can afford it. It is no proof against a
 * forger, nor would a cryptographic hash be, which could be taken anew as well.
 */
#ifndef ARMEX_STORE_SUM_H
#define ARMEX_STORE_SUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { ARMEX_SUM_LANES = 8 };

/** A sum being taken. Starts as {0}. */
struct armex_sum {
    uint64_t plain[ARMEX_SUM_LANES], weighted[ARMEX_SUM_LANES];
    unsigned char left[64]; /**< bytes that do not fill a stripe of eight words yet */
    size_t n_left;
};

/** Adds `length` bytes: piece by piece gives the same as all at once. */
void armex_sum_add(struct armex_sum *sum, const void *bytes, size_t length);

/** Adds bytes that were summed apart: `next` is the sum of `length` bytes, and those of
 *  `sum` before them were a multiple of 64. So two halves can be summed at once. */
void armex_sum_join(struct armex_sum *sum, const struct armex_sum *next,
                    uint64_t length);

/** What is compared and stored. */
struct armex_digest {
    uint64_t plain, weighted;
};

struct armex_digest armex_sum_digest(const struct armex_sum *sum);
bool armex_digest_equal(struct armex_digest a, struct armex_digest b);

#endif
