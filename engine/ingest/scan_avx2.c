/** ingest/scan_avx2.c: the scan with 32 bytes in a register. */
#include "ingest/scan.h"

#ifdef __x86_64__

#include <immintrin.h>

#include "ingest/scan_block.h"

#define AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))

AVX2 static inline uint64_t equal_bytes(__m256i low, __m256i high, char c)
{
    const __m256i wanted = _mm256_set1_epi8(c);
    const uint32_t first =
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    const uint32_t last =
        (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));

    return (uint64_t)last << 32 | first;
}

/** Bytes below 32. */
AVX2 static inline uint64_t controls_of(__m256i low, __m256i high)
{
    const __m256i most = _mm256_set1_epi8(31);
    const uint32_t first = (uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_min_epu8(low, most), low));
    const uint32_t last = (uint32_t)_mm256_movemask_epi8(
        _mm256_cmpeq_epi8(_mm256_min_epu8(high, most), high));

    return (uint64_t)last << 32 | first;
}

AVX2 static inline uint64_t running_parity(uint64_t bits)
{
    const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits),
                                                 _mm_set1_epi8((char)0xff), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

/** Writes the places of the eight lowest bits; what stands for bits that are not there
 *  is overwritten by the next. Takes them off. */
AVX2 static inline uint64_t write_eight(uint32_t *ends, uint32_t at, uint64_t bits)
{
#define WRITE(i)                                                                       \
    ends[i] = at + (uint32_t)_tzcnt_u64(bits);                                         \
    bits = _blsr_u64(bits)
    WRITE(0);
    WRITE(1);
    WRITE(2);
    WRITE(3);
    WRITE(4);
    WRITE(5);
    WRITE(6);
    WRITE(7);
#undef WRITE
    return bits;
}

AVX2 static inline size_t write_places(uint32_t *ends, uint32_t at, uint64_t bits)
{
    const size_t n = (size_t)_mm_popcnt_u64(bits);

    for (bits = write_eight(ends, at, bits); bits; bits = write_eight(ends, at, bits))
        ends += 8;
    return n;
}

/** One block. `valid` is known to the compiler for all blocks but the last. */
AVX2 static inline __attribute__((always_inline)) uint64_t scan_block(
    struct armex_scan *scan, const char *bytes, uint64_t valid, char next)
{
    const __m256i low = _mm256_loadu_si256((const void *)bytes);
    const __m256i high = _mm256_loadu_si256((const void *)(bytes + 32));
    struct armex_masks masks = {.quotes = equal_bytes(low, high, '"'),
                                .delimiters = equal_bytes(low, high, scan->delimiter),
                                .feeds = equal_bytes(low, high, '\n'),
                                .valid = valid};
    const uint64_t inside = running_parity(masks.quotes & valid);

    if (controls_of(low, high) == masks.feeds) // few files have any but LF
        return armex_scan_ends(scan, &masks, inside, next);
    masks.returns = equal_bytes(low, high, '\r');
    masks.nuls = equal_bytes(low, high, '\0');
    return armex_scan_ends(scan, &masks, inside, next);
}

AVX2 size_t armex_scan_avx2(struct armex_scan *scan, const char *bytes, uint32_t from,
                            uint32_t to, uint32_t *ends)
{
    struct armex_scan state = *scan; // in registers
    size_t n = 0;

    for (; to - from >= ARMEX_SCAN_BLOCK; from += ARMEX_SCAN_BLOCK)
        n += write_places(ends + n, from,
                          scan_block(&state, bytes + from, UINT64_MAX,
                                     bytes[from + ARMEX_SCAN_BLOCK]));
    if (from < to)
        n += write_places(ends + n, from,
                          scan_block(&state, bytes + from,
                                     ((uint64_t)1 << (to - from)) - 1, bytes[to]));
    *scan = state;
    return n;
}

#endif
