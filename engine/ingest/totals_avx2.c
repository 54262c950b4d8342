/** ingest/totals_avx2.c: sixteen digits at a time. */
#include "ingest/totals_parts.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "ingest/totals_rows.h"

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

/** From [n] on, the shuffle that moves n bytes to the end of sixteen. */
static const int8_t places[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
                                  -1, -1, -1, -1, -1, 0,  1,  2,  3,  4,  5,
                                  6,  7,  8,  9,  10, 11, 12, 13, 14, 15};

/** The number that sixteen bytes of 0 to 9 spell.
 *  Source: Langdale and Lemire, as in ingest/scan.h; products and sums of neighbours,
 *          twice, then of fours. */
AVX2 static inline uint64_t add_up(__m128i digits)
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

AVX2 static inline bool read_digits(uint64_t *out, unsigned *decimals, const char *text,
                                    size_t length)
{
    const __m128i bytes = _mm_loadu_si128((const void *)text);
    const __m128i nine = _mm_set1_epi8(9),
                  numbers = _mm_sub_epi8(bytes, _mm_set1_epi8('0'));
    const uint32_t inside = (1u << length) - 1;
    const uint32_t digits = (uint32_t)_mm_movemask_epi8(
        _mm_cmpeq_epi8(_mm_min_epu8(numbers, nine), numbers));
    const uint32_t points =
        (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.'))) & inside;
    const int point = points ? __builtin_ctz(points) : -2; // -2: before any

    // All move up to the end, and those before the point move on over it.
    const __m128i from = _mm_loadu_si128((const void *)(places + length));
    const __m128i over = _mm_cmpgt_epi8(_mm_set1_epi8((char)(point + 1)), from);
    *out = add_up(_mm_shuffle_epi8(numbers, _mm_add_epi8(from, over)));
    *decimals = points ? (unsigned)length - (unsigned)point - 1 : 0;
    return ((digits | points) & inside) == inside && !(points & (points - 1)) &&
           (!points || length > 1);
}

AVX2 static size_t take(void *worker, const struct armex_rows *rows)
{
    return armex_totals_take(worker, rows, read_digits);
}

const struct armex_row_sink armex_totals_sink_avx2 = {
    .take = take, .take_one = armex_totals_take_one};

#endif
