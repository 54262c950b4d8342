/**
 * ingest/csv_stops.h: where the next byte stands that means something to a csv, 64
 * bytes at a time: a cell has a dozen of them, and each block is looked at once.
 */
#ifndef ARMEX_INGEST_CSV_STOPS_H
#define ARMEX_INGEST_CSV_STOPS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { ARMEX_STOPS_BLOCK = 64 };

/** The newest block of a text. Starts as {.delimiter = ...}. */
struct armex_stops {
    const char *block; /**< NULL: none yet */
    uint64_t found;    /**< bit i: byte i of the block is a stop, or beyond the text */
    char delimiter;
};

#ifdef __SSE2__

/** Delimiters, quotes, line feeds and carriage returns of 64 bytes. */
static inline uint64_t armex_stops_of(const char *bytes, char delimiter)
{
    const __m128i wanted = _mm_set1_epi8(delimiter), quote = _mm_set1_epi8('"'),
                  feed = _mm_set1_epi8('\n'), carriage = _mm_set1_epi8('\r');
    uint64_t found = 0;

    for (unsigned i = 0; i < ARMEX_STOPS_BLOCK; i += sizeof wanted) {
        const __m128i sixteen = _mm_loadu_si128((const void *)(bytes + i));
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(sixteen, wanted),
                                           _mm_cmpeq_epi8(sixteen, quote));
        const __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(sixteen, feed),
                                            _mm_cmpeq_epi8(sixteen, carriage));
        const int bits = _mm_movemask_epi8(_mm_or_si128(marks, breaks));
        found |= (uint64_t)(unsigned)bits << i;
    }
    return found;
}

#else

/** The same, byte by byte. */
static inline uint64_t armex_stops_of(const char *bytes, char delimiter)
{
    uint64_t found = 0;

    for (unsigned i = 0; i < ARMEX_STOPS_BLOCK; i++) {
        const char c = bytes[i];
        const uint64_t stops = c == delimiter || c == '"' || c == '\n' || c == '\r';
        found |= stops << i;
    }
    return found;
}

#endif

/** Makes the block that begins at `at`, which is before `end`. */
static inline void armex_stops_begin(struct armex_stops *stops, const char *at,
                                     const char *end)
{
    const size_t left = (size_t)(end - at);
    char last[ARMEX_STOPS_BLOCK];

    stops->block = at;
    if (left >= ARMEX_STOPS_BLOCK) {
        stops->found = armex_stops_of(at, stops->delimiter);
        return;
    }
    memset(last, '"', sizeof last); // so that what lies beyond is never gone into
    memcpy(last, at, left);
    stops->found = armex_stops_of(last, stops->delimiter);
}

/** The first stop from `at` on, or `end`. `at` never goes back. */
static inline const char *armex_stops_next(struct armex_stops *stops, const char *at,
                                           const char *end)
{
    while (at < end) {
        if (!stops->block || at - stops->block >= ARMEX_STOPS_BLOCK)
            armex_stops_begin(stops, at, end);
        const uint64_t found = stops->found >> (at - stops->block);
        if (found)
            return at + __builtin_ctzll(found);
        at = stops->block + ARMEX_STOPS_BLOCK;
    }
    return end;
}

#endif
