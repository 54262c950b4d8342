/** ingest/totals_avx2.c: sixteen digits at a time. */
#include "ingest/totals_parts.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "ingest/totals_rows.h"

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

/** From [n] on, sixteen bytes of which the last n are all ones. */
static const uint8_t last_bytes[32] = {0,    0,    0,    0,    0,    0,    0,    0,
                                       0,    0,    0,    0,    0,    0,    0,    0,
                                       0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
                                       0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff};

/** For a point at byte p, the shuffle that moves what stands before it over it. */
#define MOVE(p, i) ((i) > (p) ? (i) : (i)-1)
#define MOVES(p)                                                                       \
    {                                                                                  \
        MOVE(p, 0), MOVE(p, 1), MOVE(p, 2), MOVE(p, 3), MOVE(p, 4), MOVE(p, 5),        \
            MOVE(p, 6), MOVE(p, 7), MOVE(p, 8), MOVE(p, 9), MOVE(p, 10), MOVE(p, 11),  \
            MOVE(p, 12), MOVE(p, 13), MOVE(p, 14), MOVE(p, 15)                         \
    }
static const int8_t over_point[17][16] = {
    MOVES(0),  MOVES(1),  MOVES(2),  MOVES(3),  MOVES(4),  MOVES(5),
    MOVES(6),  MOVES(7),  MOVES(8),  MOVES(9),  MOVES(10), MOVES(11),
    MOVES(12), MOVES(13), MOVES(14), MOVES(15), MOVES(-1)};

/** What one in the last place is worth, for a point at byte p: up to three places. */
static const uint16_t units[17] = {[12] = 4, 40, 400, 4000, 4000};

/** Constants that are cheaper to load than to make. */
static const uint8_t zeros[16] = {'0', '0', '0', '0', '0', '0', '0', '0',
                                  '0', '0', '0', '0', '0', '0', '0', '0'},
                     tens[16] = {10, 10, 10, 10, 10, 10, 10, 10,
                                 10, 10, 10, 10, 10, 10, 10, 10},
                     points_of[16] = {'.', '.', '.', '.', '.', '.', '.', '.',
                                      '.', '.', '.', '.', '.', '.', '.', '.'};

AVX2 static inline __m128i load(const void *bytes)
{
    return _mm_loadu_si128(bytes);
}

/** The number that sixteen bytes of 0 to 9 spell.
 *  Source: Langdale and Lemire, as in ingest/scan.h; products and sums of neighbours,
 *          twice, then of fours. */
AVX2 static inline __attribute__((always_inline)) uint64_t add_up(__m128i digits)
{
    const __m128i tens = _mm_set1_epi16(0x010a), hundreds = _mm_set1_epi32(0x00010064);
    const __m128i myriads = _mm_set1_epi32(0x00012710);
    const __m128i pairs = _mm_maddubs_epi16(digits, tens);
    const __m128i fours = _mm_madd_epi16(pairs, hundreds);
    const __m128i packed = _mm_packus_epi32(fours, fours);
    const uint64_t eights =
        (uint64_t)_mm_cvtsi128_si64(_mm_madd_epi16(packed, myriads));

    return (eights & 0xffffffff) * 100000000 + (eights >> 32);
}

AVX2 static inline __attribute__((always_inline)) bool read_digits(uint64_t *amount,
                                                                   const char *end,
                                                                   uint32_t length)
{
    const __m128i bytes = load(end - 16), numbers = _mm_sub_epi8(bytes, load(zeros)),
                  capped = _mm_max_epu8(numbers, load(tens));
    const uint32_t inside = 0xffff0000u >> length, behind = 0xfffe0000u >> length;
    const uint32_t others =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(capped, numbers)) & inside;
    const uint32_t points =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, load(points_of))) & behind &
        0xf000;
    const size_t point = _tzcnt_u32(points | 0x10000);
    const __m128i kept = _mm_and_si128(numbers, load(last_bytes + length));
    const uint64_t digits = add_up(_mm_shuffle_epi8(kept, load(over_point[point])));

    *amount = digits * units[point];
    return ((others ^ points) | (points & (points - 1)) |
            digits >> ARMEX_TOTALS_DIGITS) == 0;
}

AVX2 static inline __attribute__((always_inline)) uint64_t key_of(const char *text,
                                                                  uint32_t span)
{
    uint64_t word;

    memcpy(&word, text, sizeof word);
    return _bzhi_u64(word, 8 * span - 8);
}

AVX2 static size_t take(void *worker, const struct armex_rows *rows)
{
    return armex_totals_take(worker, rows, read_digits, key_of);
}

const struct armex_row_sink armex_totals_sink_avx2 = {
    .take = take, .take_one = armex_totals_take_one};

#endif
