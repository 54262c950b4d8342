/** store/sum.c: two adds a word. */
#include "store/sum.h"

#include <string.h>

enum { STRIPE = ARMEX_SUM_LANES * sizeof(uint64_t) };

/** Eight lanes so that the compiler can use whole vectors. */
static void add_stripes(struct armex_sum *sum, const unsigned char *bytes,
                        size_t stripes)
{
    uint64_t plain[ARMEX_SUM_LANES], weighted[ARMEX_SUM_LANES]; // kept in registers

    memcpy(plain, sum->plain, sizeof plain);
    memcpy(weighted, sum->weighted, sizeof weighted);
    for (size_t i = 0; i < stripes; i++) {
        uint64_t words[ARMEX_SUM_LANES];

        memcpy(words, bytes + i * STRIPE, sizeof words);
        for (size_t lane = 0; lane < ARMEX_SUM_LANES; lane++) {
            plain[lane] += words[lane];
            weighted[lane] += plain[lane];
        }
    }
    memcpy(sum->plain, plain, sizeof plain);
    memcpy(sum->weighted, weighted, sizeof weighted);
}

void armex_sum_add(struct armex_sum *sum, const void *bytes, size_t length)
{
    const unsigned char *from = bytes;

    if (sum->n_left > 0) {
        const size_t room = STRIPE - sum->n_left, take = length < room ? length : room;

        memcpy(sum->left + sum->n_left, from, take);
        sum->n_left += take;
        from += take;
        length -= take;
        if (sum->n_left < STRIPE)
            return;
        add_stripes(sum, sum->left, 1);
    }
    add_stripes(sum, from, length / STRIPE);
    sum->n_left = length % STRIPE;
    if (sum->n_left > 0)
        memcpy(sum->left, from + (length - sum->n_left), sum->n_left);
}

void armex_sum_join(struct armex_sum *sum, const struct armex_sum *next,
                    uint64_t length)
{
    const uint64_t stripes = length / STRIPE;

    // Each stripe behind adds once more what the plain sum was before it.
    for (size_t lane = 0; lane < ARMEX_SUM_LANES; lane++) {
        sum->weighted[lane] += next->weighted[lane] + stripes * sum->plain[lane];
        sum->plain[lane] += next->plain[lane];
    }
    memcpy(sum->left, next->left, sizeof sum->left);
    sum->n_left = next->n_left;
}

struct armex_digest armex_sum_digest(const struct armex_sum *sum)
{
    const uint64_t odd = 0x9e3779b97f4a7c15; // 2^64 / golden ratio: lanes stay apart
    struct armex_sum whole = *sum;
    struct armex_digest digest = {sum->n_left, 0};

    memset(whole.left + whole.n_left, 0, STRIPE - whole.n_left);
    add_stripes(&whole, whole.left, 1);
    for (size_t lane = 0; lane < ARMEX_SUM_LANES; lane++) {
        digest.plain = digest.plain * odd + whole.plain[lane];
        digest.weighted = digest.weighted * odd + whole.weighted[lane];
    }
    return digest;
}

bool armex_digest_equal(struct armex_digest a, struct armex_digest b)
{
    return a.plain == b.plain && a.weighted == b.weighted;
}
