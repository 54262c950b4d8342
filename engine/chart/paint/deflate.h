/**
 * chart/paint/deflate.h: literals and matches as a stream that any zlib unpacks.
 *
 * What stands where is found by whoever knows the bytes (chart/paint/png.c knows that
 * they are pixels, mostly flat); here they become the shortest codes for it.
 *
 * Source: RFC 1950, ZLIB Compressed Data Format; RFC 1951, DEFLATE, section 3.2.
 */
#ifndef ARMEX_CHART_PAINT_DEFLATE_H
#define ARMEX_CHART_PAINT_DEFLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

enum { PAINT_LONGEST = 258, PAINT_FARTHEST = 32768 };

/** A literal byte, or length << 16 | distance - 1, of at least 3 and 1. */
typedef uint32_t paint_token;

/** Starts as {0}; paint_tokens_free() ends it. */
struct paint_tokens {
    paint_token *items;
    size_t n, capacity;
    bool failed; /**< no memory */
};

/** Adds what repeats `length` bytes from `distance` back, in as many matches as that
 *  takes. `length` is a multiple of 3. */
void paint_tokens_match(struct paint_tokens *tokens, size_t length, size_t distance);
void paint_tokens_literal(struct paint_tokens *tokens, unsigned char byte);
void paint_tokens_free(struct paint_tokens *tokens);

/** Appends the stream of all tokens; `sum` is the Adler-32 of what they stand for. */
void paint_deflate(struct armex_text *out, const struct paint_tokens *tokens,
                   uint32_t sum);

#endif
