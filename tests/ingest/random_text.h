/** tests/ingest/random_text.h: texts drawn at random, the same in every run. */
#ifndef ARMEX_TESTS_RANDOM_TEXT_H
#define ARMEX_TESTS_RANDOM_TEXT_H

#include <stddef.h>
#include <stdint.h>

/** xorshift64: Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8 (2003). */
static inline uint64_t draw(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/** `length` bytes, each one of the `n` of `letters`. */
static inline void draw_text(char *out, size_t length, const char *letters, size_t n,
                             uint64_t *state)
{
    for (size_t i = 0; i < length; i++)
        out[i] = letters[draw(state) % n];
}

#endif
