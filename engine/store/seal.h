/**
 * store/seal.h: the last lines of a vintage file, by which damage is found before
 * any of it is believed.
 *
 * The seal is so many lines of ASCII, filled up with blanks:
 *
 *     armex-seal 1 BODY
 *     rest SUM
 *     raw OFFSET LENGTH SUM
 *     ...
 *
 * all numbers in hexadecimal of fixed width. BODY is how many bytes come before the
 * seal. A raw extent is an array large enough to be summed while it is read; `rest` is
 * the sum of all else. HDF5 does not look beyond the end it recorded for itself, so
 * every HDF5 tool opens a sealed file.
 *
 * Sums are those of store/sum.h.
 */
#ifndef ARMEX_STORE_SEAL_H
#define ARMEX_STORE_SEAL_H

#include "store/sum.h"

enum { ARMEX_SEAL_SIZE = 1152, ARMEX_SEAL_RAW = 14 };

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

/** Spells a seal, and ends it with a NUL. */
void armex_seal_write(char text[ARMEX_SEAL_SIZE + 1], const struct armex_seal *seal);

/** Reads a seal. false: those bytes are none, to the last of them. */
bool armex_seal_parse(struct armex_seal *out, const char text[ARMEX_SEAL_SIZE]);

#endif
