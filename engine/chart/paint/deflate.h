/**
 * chart/paint/deflate.h: bytes, and repetitions of bytes, written as deflate has them.
 *
 * Who calls knows where his data repeat: of pixels that is seen much faster than of any
 * bytes.
 *
 * Source: P. Deutsch, DEFLATE Compressed Data Format Specification, RFC 1951.
 */
#ifndef ARMEX_CHART_PAINT_DEFLATE_H
#define ARMEX_CHART_PAINT_DEFLATE_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

enum {
    PAINT_DEFLATE_SHORTEST = 3,
    PAINT_DEFLATE_LONGEST = 258,
    PAINT_DEFLATE_FARTHEST = 32768,
    PAINT_DEFLATE_STEPS = 1 << 15
};

/** Starts as {.out = ...}; large, so it is not for the stack. */
struct paint_deflate {
    struct armex_text *out; /**< to which it is appended; borrowed */
    uint64_t bits;          /**< not yet written, the first lowest */
    unsigned n_bits;
    uint32_t steps[PAINT_DEFLATE_STEPS]; /**< of the block that is being gathered */
    size_t n;
    /** How often a byte, a length (from SHORTEST on) and a distance's code are in it.
     */
    uint32_t literals[286], lengths[256], distances[30];
    size_t n_pending;
    unsigned char pending[1 << 12]; /**< bytes before they are appended */
};

void paint_deflate_byte(struct paint_deflate *deflate, unsigned char byte);

/** `length` bytes (SHORTEST to LONGEST) are those that stand `distance` (1 to FARTHEST)
 *  before, of which there must be so many. */
void paint_deflate_repeat(struct paint_deflate *deflate, size_t length,
                          size_t distance);

/** Writes what is left, and the end of the data. */
void paint_deflate_end(struct paint_deflate *deflate);

#endif
