/**
 * store/seal.h: the last 256 bytes of a vintage file, by which damage is found before
 * any of it is believed.
 *
 * The seal is eleven words of ASCII on four lines, padded with blanks:
 *
 *     armex-seal 1 BODY
 *     rest SUM
 *     raw OFFSET LENGTH SUM
 *     raw OFFSET LENGTH SUM
 *
 * all numbers in hexadecimal of fixed width. BODY is how many bytes come before the
 * seal. A raw extent is an array large enough to be summed while it is read; `rest` is
 * the sum of all else. HDF5 does not look beyond the end it recorded for itself, so
 * every HDF5 tool opens a sealed file.
 *
 * The sum is Fletcher's, over 64-bit words in eight lanes, 128 bits in all: any one
 * altered byte is found for certain, other damage but for chance. It runs at the speed
 * of memory, so every open can afford it. It is no proof against a forger, nor would a
 * cryptographic hash be, which could be taken anew as well.
 */
#ifndef ARMEX_STORE_SEAL_H
#define ARMEX_STORE_SEAL_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"

enum { ARMEX_SEAL_SIZE = 256, ARMEX_SEAL_RAW = 2, ARMEX_SEAL_LANES = 8 };

/** A sum being taken. Starts as {0}. */
struct armex_sum {
    uint64_t plain[ARMEX_SEAL_LANES], weighted[ARMEX_SEAL_LANES];
    unsigned char left[64]; /**< bytes that do not fill a stripe of eight words yet */
    size_t n_left;
};

/** Adds `length` bytes: piece by piece gives the same as all at once. */
void armex_sum_add(struct armex_sum *sum, const void *bytes, size_t length);

/** What is compared and stored. */
struct armex_digest {
    uint64_t plain, weighted;
};

struct armex_digest armex_sum_digest(const struct armex_sum *sum);
bool armex_digest_equal(struct armex_digest a, struct armex_digest b);

/** An array within the file that has a sum of its own. length 0: none. */
struct armex_extent {
    uint64_t offset, length;
    struct armex_digest digest;
};

struct armex_seal {
    uint64_t body; /**< bytes before the seal */
    struct armex_digest rest;
    struct armex_extent raw[ARMEX_SEAL_RAW]; /**< by offset, apart, empty ones last */
};

/** Seals the file at `path`, whose raw extents are `raw` with their sums: sums the rest
 *  of it and writes the seal to `stream`, which is open on the same file.
 *  Errors: ARMEX_IO, which calls the file `called`: where it will be in the end. */
armex_status armex_seal_append(FILE *stream, const char *path, const char *called,
                               const struct armex_extent raw[ARMEX_SEAL_RAW],
                               struct armex_error *error);

/** Reads the seal of the file at `path` and sums all of it but the raw extents, which
 *  whoever reads them checks.
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO; ARMEX_BAD_INPUT with `*why` set to what is wrong,
 *          and no message: the caller knows what the file was to be. */
armex_status armex_seal_check(struct armex_seal *out, const char **why,
                              const char *path, struct armex_error *error);

/** Whether the bytes of every raw extent have their sum too.
 *  Errors: as armex_seal_check(). */
armex_status armex_seal_check_raw(const struct armex_seal *seal, const char **why,
                                  const char *path, struct armex_error *error);

/** Whether numbers lie in memory as they lie in the file, so that reading can sum. */
static inline bool armex_seal_is_native(void)
{
    return __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
}

#endif
