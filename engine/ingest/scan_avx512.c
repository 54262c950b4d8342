/** ingest/scan_avx512.c: the scan with 64 bytes in a register, eight blocks together.
 *
 * Lane i of a register holds the mask of block i, so that what scan_block.h does for
 * one block is done for eight in as many steps. Places are written by compressing the
 * numbers 0 to 63. */
#include "ingest/scan.h"

#ifdef __x86_64__

#include <immintrin.h>

#define AVX512                                                                         \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vbmi2,avx512vpopcntdq,"     \
                          "vpclmulqdq,pclmul,popcnt,bmi,bmi2")))

enum { LANES = 8, BLOCKS = 64, STEP = BLOCKS * ARMEX_SCAN_BLOCK };

/** The masks of a step, one a block. They are written block by block and read eight at
 *  a time, which is quick only when all have been written long before. */
struct step {
    uint64_t quotes[BLOCKS], delimiters[BLOCKS], feeds[BLOCKS];
    uint64_t controls[BLOCKS]; /**< bytes below 32 */
    uint64_t ends[BLOCKS], counts[BLOCKS];
};

/** The same of eight blocks. */
struct masks {
    __m512i quotes, delimiters, feeds;
    __m512i odd; /**< control characters other than LF and the delimiter */
};

/** What goes over from eight blocks to the next: scan.h's state, in the lanes where
 * they look for it. */
struct state {
    __m512i may_open, closed; /* bit 63 of lane 7 */
    __m512i faults, lines;
    unsigned inside; /* 0xff or 0 */
};

AVX512 static inline void find_masks(struct step *step, const char *bytes,
                                     char delimiter)
{
    const __m512i quote = _mm512_set1_epi8('"'), feed = _mm512_set1_epi8('\n'),
                  wanted = _mm512_set1_epi8(delimiter), space = _mm512_set1_epi8(' ');

    for (size_t i = 0; i < BLOCKS; i++) {
        const __m512i block =
            _mm512_loadu_si512((const void *)(bytes + i * ARMEX_SCAN_BLOCK));
        step->quotes[i] = _mm512_cmpeq_epi8_mask(block, quote);
        step->delimiters[i] = _mm512_cmpeq_epi8_mask(block, wanted);
        step->feeds[i] = _mm512_cmpeq_epi8_mask(block, feed);
        step->controls[i] = _mm512_cmplt_epu8_mask(block, space);
    }
}

AVX512 static inline struct masks load_masks(const struct step *step, size_t first)
{
    struct masks masks = {_mm512_loadu_si512(step->quotes + first),
                          _mm512_loadu_si512(step->delimiters + first),
                          _mm512_loadu_si512(step->feeds + first),
                          _mm512_loadu_si512(step->controls + first)};

    masks.odd =
        _mm512_andnot_si512(_mm512_or_si512(masks.feeds, masks.delimiters), masks.odd);
    return masks;
}

/** The running parity of quotes through all lanes: products without carries with all
 *  ones within them, and the parities of whole lanes between them. */
AVX512 static inline __m512i running_parity(__m512i quotes, unsigned *inside)
{
    const __m512i ones = _mm512_set1_epi64(-1);
    const __m512i even = _mm512_clmulepi64_epi128(quotes, ones, 0x00),
                  odd = _mm512_clmulepi64_epi128(quotes, ones, 0x01),
                  parity = _mm512_unpacklo_epi64(even, odd);
    unsigned lanes = _mm512_movepi64_mask(parity);

    lanes ^= lanes << 1;
    lanes ^= lanes << 2;
    lanes ^= lanes << 4;
    const __mmask8 flipped = (__mmask8)(lanes << 1 ^ *inside);
    *inside ^= (lanes >> 7 & 1) * 0xff; // no processor would foresee a branch
    return _mm512_mask_xor_epi64(parity, flipped, parity, ones);
}

/** Each bit moves on to the next place, that of `before` to the first. */
AVX512 static inline __m512i move_on(__m512i bits, __m512i before)
{
    return _mm512_shldi_epi64(bits, _mm512_alignr_epi64(bits, before, 7), 1);
}

/** As armex_scan_ends(), for bytes without CR and NUL. */
AVX512 static inline __m512i find_ends(struct state *state, const struct masks *masks)
{
    const __m512i inside = running_parity(masks->quotes, &state->inside);
    const __m512i breaks = _mm512_andnot_si512(inside, masks->feeds);
    const __m512i ends =
        _mm512_or_si512(breaks, _mm512_andnot_si512(inside, masks->delimiters));
    const __m512i closing = _mm512_andnot_si512(inside, masks->quotes),
                  opening = _mm512_and_si512(inside, masks->quotes),
                  may_open = _mm512_or_si512(ends, closing);
    const __m512i early =
        _mm512_andnot_si512(move_on(may_open, state->may_open), opening);
    const __m512i late = _mm512_andnot_si512(_mm512_or_si512(ends, masks->quotes),
                                             move_on(closing, state->closed));

    state->faults = _mm512_or_si512(state->faults, _mm512_or_si512(early, late));
    state->lines = _mm512_add_epi64(state->lines, _mm512_popcnt_epi64(breaks));
    state->may_open = may_open;
    state->closed = closing;
    return ends;
}

/** Sixteen places: the lowest bytes of `numbers`. */
AVX512 static inline void write_sixteen(uint32_t *ends, __m512i base, __m512i numbers)
{
    _mm512_storeu_si512(
        ends,
        _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(numbers))));
}

/** The places of all ends; what is written beyond them is overwritten by the next. */
AVX512 static inline size_t write_places(uint32_t *ends, uint32_t from,
                                         const struct step *step)
{
    static const uint8_t numbers[ARMEX_SCAN_BLOCK] = {
        0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15,
        16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
        32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
        48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
    const __m512i all = _mm512_loadu_si512(numbers);
    size_t n = 0;

    for (size_t i = 0; i < BLOCKS; i++) {
        const __m512i base = _mm512_set1_epi32((int)(from + i * ARMEX_SCAN_BLOCK));
        __m512i found = _mm512_maskz_compress_epi8(step->ends[i], all);
        write_sixteen(ends + n, base, found);
        for (size_t done = 16; done < step->counts[i]; done += 16) {
            found = _mm512_alignr_epi64(found, found, 2);
            write_sixteen(ends + n + done, base, found);
        }
        n += step->counts[i];
    }
    return n;
}

AVX512 static inline struct state state_of(const struct armex_scan *scan)
{
    return (struct state){.may_open =
                              _mm512_set1_epi64((int64_t)(scan->may_open << 63)),
                          .closed = _mm512_set1_epi64((int64_t)(scan->closed << 63)),
                          .faults = _mm512_setzero_si512(),
                          .lines = _mm512_setzero_si512(),
                          .inside = scan->inside ? 0xff : 0};
}

AVX512 static inline uint64_t top_bit(__m512i bits)
{
    return _mm512_movepi64_mask(bits) >> 7;
}

/** Leaves the state as scan.h has it. */
AVX512 static inline void give_back(struct armex_scan *scan, const struct state *state)
{
    scan->inside = state->inside ? UINT64_MAX : 0;
    scan->may_open = top_bit(state->may_open);
    scan->closed = top_bit(state->closed);
    scan->faults |= _mm512_test_epi64_mask(state->faults, state->faults);
    scan->lines += (size_t)_mm512_reduce_add_epi64(state->lines);
}

/** Finds the ends of a step. false: some of its bytes are odd, and nothing was done. */
AVX512 static inline bool scan_step(struct armex_scan *scan, struct step *step,
                                    const char *bytes)
{
    struct state state = state_of(scan);
    __m512i odd = _mm512_setzero_si512();

    find_masks(step, bytes, scan->delimiter);
    for (size_t first = 0; first < BLOCKS; first += LANES) {
        const struct masks masks = load_masks(step, first);
        const __m512i ends = find_ends(&state, &masks);
        odd = _mm512_or_si512(odd, masks.odd);
        _mm512_storeu_si512(step->ends + first, ends);
        _mm512_storeu_si512(step->counts + first, _mm512_popcnt_epi64(ends));
    }
    if (_mm512_test_epi64_mask(odd, odd))
        return false;
    give_back(scan, &state);
    return true;
}

AVX512 size_t armex_scan_avx512(struct armex_scan *scan, const char *bytes,
                                uint32_t from, uint32_t to, uint32_t *ends)
{
    struct step step;
    size_t n = 0;

    for (; to - from >= STEP; from += STEP)
        n += scan_step(scan, &step, bytes + from)
                 ? write_places(ends + n, from, &step)
                 : armex_scan_avx2(scan, bytes, from, from + STEP, ends + n);
    return n + (from < to ? armex_scan_avx2(scan, bytes, from, to, ends + n) : 0);
}

#endif
