/** ingest/scan.c: the scan for any processor, eight bytes in a word; and the choice. */
#include "ingest/scan.h"

#include <string.h>

#include "ingest/scan_block.h"

/** A bit for each byte of the word that is `c`, that of the first byte lowest.
 *  A byte less than 0x80 plus 0x7f has no carry into the next, so nothing is guessed.
 */
static uint64_t equal_bytes(uint64_t word, char c)
{
    const uint64_t ones = 0x0101010101010101u, low = 0x7f7f7f7f7f7f7f7fu;
    const uint64_t other = word ^ (ones * (unsigned char)c);
    const uint64_t zero = ~(((other & low) + low) | other | low);

    return (zero >> 7) * 0x0102040810204080u >> 56;
}

static uint64_t load_word(const char *bytes)
{
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? __builtin_bswap64(word) : word;
}

static void load_masks(struct armex_masks *masks, const char *bytes, char delimiter)
{
    for (unsigned i = 0; i < 8; i++) {
        const uint64_t word = load_word(bytes + 8 * (size_t)i);
        masks->quotes |= equal_bytes(word, '"') << (8 * i);
        masks->delimiters |= equal_bytes(word, delimiter) << (8 * i);
        masks->feeds |= equal_bytes(word, '\n') << (8 * i);
        masks->returns |= equal_bytes(word, '\r') << (8 * i);
        masks->nuls |= equal_bytes(word, '\0') << (8 * i);
    }
}

/** The product without carries with all ones, cut to 64 bits. */
static uint64_t running_parity(uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

size_t armex_scan_portable(struct armex_scan *scan, const char *bytes, uint32_t from,
                           uint32_t to, uint32_t *ends)
{
    size_t n = 0;

    for (uint32_t at = from; at < to; at += ARMEX_SCAN_BLOCK) {
        const uint32_t left = to - at;
        const char next = bytes[left < ARMEX_SCAN_BLOCK ? to : at + ARMEX_SCAN_BLOCK];
        struct armex_masks masks = {
            .valid = left < ARMEX_SCAN_BLOCK ? ((uint64_t)1 << left) - 1 : UINT64_MAX};

        load_masks(&masks, bytes + at, scan->delimiter);
        uint64_t bits = armex_scan_ends(
            scan, &masks, running_parity(masks.quotes & masks.valid), next);
        for (; bits; bits &= bits - 1)
            ends[n++] = at + (uint32_t)__builtin_ctzll(bits);
    }
    return n;
}

bool armex_has_avx2(void)
{
#ifdef __x86_64__
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
           __builtin_cpu_supports("pclmul");
#else
    return false;
#endif
}

bool armex_has_avx512(void)
{
#ifdef __x86_64__
    return armex_has_avx2() && __builtin_cpu_supports("avx512f") &&
           __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vbmi2") &&
           __builtin_cpu_supports("avx512vpopcntdq") &&
           __builtin_cpu_supports("vpclmulqdq");
#else
    return false;
#endif
}

armex_scan_function *armex_scan_best(void)
{
#ifdef __x86_64__
    if (armex_has_avx512())
        return armex_scan_avx512;
    if (armex_has_avx2())
        return armex_scan_avx2;
#endif
    return armex_scan_portable;
}
