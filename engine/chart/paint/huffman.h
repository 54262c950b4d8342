/**
 * chart/paint/huffman.h: short codes for what is frequent.
 *
 * Source: D. A. Huffman, A Method for the Construction of Minimum-Redundancy Codes,
 * 1952; in the canonical form of RFC 1951, section 3.2.2.
 */
#ifndef ARMEX_CHART_PAINT_HUFFMAN_H
#define ARMEX_CHART_PAINT_HUFFMAN_H

#include <stddef.h>
#include <stdint.h>

/** Symbols a code may have at most. */
enum { PAINT_MOST_SYMBOLS = 288 };

/** Bits of each symbol's code, 0 for one that never occurs, at most `longest`. Two
 *  codes are given at least, so that the code is whole. Equal counts give equal lengths
 *  on every machine. */
void paint_huffman_lengths(uint8_t lengths[], const uint32_t counts[], size_t n,
                           unsigned longest);

/** The codes of such lengths, their first bit lowest, as deflate writes them. */
void paint_huffman_codes(uint16_t codes[], const uint8_t lengths[], size_t n);

#endif
