/**
 * ingest/flows_value.h: the figure in a cell, without a branch for each of its digits.
 */
#ifndef ARMEX_INGEST_FLOWS_VALUE_H
#define ARMEX_INGEST_FLOWS_VALUE_H

#include <math.h>
#include <string.h>

#include "ingest/amount.h"

/** The double nearest to so many digits, `decimals` of them behind the point. */
static inline double armex_value_of(uint64_t digits, unsigned decimals)
{
    static const double powers[] = {1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                    1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const uint64_t exact = (uint64_t)1 << 53; // both are exact, so rounding comes once

    if (digits <= exact)
        return (double)digits / powers[decimals];
    return armex_amount_value((armex_amount)digits * armex_amount_units[decimals]);
}

__extension__ typedef unsigned __int128 armex_sixteen; /* bytes, the first the lowest */

/** Every byte of eight is this one. */
static inline uint64_t armex_bytes_of(uint64_t byte)
{
    return byte * 0x0101010101010101u;
}

/** The first sixteen bytes; so many can be read behind every cell. */
static inline armex_sixteen armex_sixteen_at(const char *text)
{
    uint64_t words[2];

    memcpy(words, text, sizeof words);
    if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__) {
        words[0] = __builtin_bswap64(words[0]);
        words[1] = __builtin_bswap64(words[1]);
    }
    return (armex_sixteen)words[1] << 64 | words[0];
}

/** The lowest `n` bytes all ones; n < 16. */
static inline armex_sixteen armex_lowest(size_t n)
{
    return ((armex_sixteen)1 << (8 * n)) - 1;
}

/** The highest bit of the first byte of eight that is a point; 0 if none is. */
static inline uint64_t armex_points(uint64_t word)
{
    const uint64_t others = word ^ armex_bytes_of('.');
    return (others - armex_bytes_of(1)) & ~others & armex_bytes_of(0x80);
}

/** Which of `length` bytes is a point, the first; `length` if none is. */
static inline size_t armex_point_of(armex_sixteen bytes, size_t length)
{
    const uint64_t low = armex_points((uint64_t)bytes),
                   high = armex_points((uint64_t)(bytes >> 64));
    const size_t at = low    ? (size_t)__builtin_ctzll(low) / 8
                      : high ? 8 + (size_t)__builtin_ctzll(high) / 8
                             : length;
    return at < length ? at : length;
}

static inline bool armex_are_digits(uint64_t word)
{
    return (((word + armex_bytes_of(0x46)) | (word - armex_bytes_of('0'))) &
            armex_bytes_of(0x80)) == 0;
}

/** The number that eight digits spell: neighbours are joined, three times.
 *  Source: Langdale and Lemire, as in ingest/scan.h. */
static inline uint64_t armex_number_of(uint64_t digits)
{
    digits -= armex_bytes_of('0');
    digits = digits * 10 + (digits >> 8);
    return ((digits & 0x000000ff000000ff) * 0x000f424000000064 +
            (digits >> 16 & 0x000000ff000000ff) * 0x0000271000000001) >>
           32;
}

/** Digits with at most one point, at most 16 bytes. false: something else. Nothing
 *  depends on how many there are, which no processor foresees. */
static inline bool armex_value_read(double *out, const char *text, size_t length)
{
    const size_t most = sizeof(armex_sixteen);

    *out = NAN;
    if (length == 0 || length > most)
        return length == 0;
    armex_sixteen bytes = armex_sixteen_at(text);
    const size_t point = armex_point_of(bytes, length), n = length - (point < length);
    const armex_sixteen before = armex_lowest(point < most ? point : most - 1);
    if (point < length)
        bytes = (bytes & before) | (bytes >> 8 & ~before);
    if (n == 0)
        return false;
    if (n < most)
        bytes = bytes << (8 * (most - n)) |
                (armex_lowest(most - n) &
                 ((armex_sixteen)armex_bytes_of('0') << 64 | armex_bytes_of('0')));
    const uint64_t first = (uint64_t)bytes, last = (uint64_t)(bytes >> 64);
    if (!armex_are_digits(first) || !armex_are_digits(last))
        return false;
    *out = armex_value_of(armex_number_of(first) * 100000000 + armex_number_of(last),
                          (unsigned)(point < length ? length - point - 1 : 0));
    return true;
}

#endif
