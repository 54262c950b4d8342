/**
 * chart/paint/codes.h: the shortest codes for symbols of known frequency.
 */
#ifndef ARMEX_CHART_PAINT_CODES_H
#define ARMEX_CHART_PAINT_CODES_H

#include <stddef.h>
#include <stdint.h>

enum { PAINT_SYMBOLS = 288, PAINT_LONGEST_CODE = 15 };

/** Canonical Huffman codes, their bits in the order in which DEFLATE writes them. */
struct paint_codes {
    uint8_t lengths[PAINT_SYMBOLS]; /**< 0: the symbol does not occur */
    uint16_t bits[PAINT_SYMBOLS];
};

/** Codes of at most `longest` bits for `n` symbols; at least two symbols get one, for
 *  an unpacker need not take a code of a single symbol.
 *  Source: D. A. Huffman, A Method for the Construction of Minimum-Redundancy Codes,
 *          1952; RFC 1951, section 3.2.2. Where a code becomes too long, frequencies
 *          are halved until none is. */
void paint_codes_make(struct paint_codes *codes, const uint32_t *frequencies, size_t n,
                      unsigned longest);

#endif
