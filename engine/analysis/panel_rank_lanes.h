/**
 * analysis/panel_rank_lanes.h: the ranks of panel_rows.h, for as many lanes as its
 * includer says.
 */
#ifndef ARMEX_ANALYSIS_PANEL_RANK_LANES_H
#define ARMEX_ANALYSIS_PANEL_RANK_LANES_H

#include "analysis/panel_lanes.h"

/* How many of the eight keys from `in` on are below `key`. */
#ifndef LANES_BELOW
static inline LANES_TARGET uint32_t below_of_eight(const uint64_t *in, uint64_t key)
{
    uint32_t below = 0;
    for (int i = 0; i < 8; i++)
        below += in[i] < key;
    return below;
}
#endif

typedef uint32_t halves __attribute__((vector_size(4 * LANES)));

static inline LANES_TARGET lanes magnitude(lanes x)
{
    return (lanes)((words)x & 0x7fffffffffffffff);
}

/* The least distance from zero of what is not zero. */
static inline LANES_TARGET double nearest(const double *x, size_t n)
{
    lanes near = all(INFINITY);
    double out = INFINITY;

    for (size_t i = 0; i < n; i += LANES) {
        const lanes size = magnitude(load(x + i, n - i));
        near = blend((words)(size < near) & (words)(size > 0.0), size, near);
    }
    for (int lane = 0; lane < LANES; lane++)
        out = near[lane] < out ? near[lane] : out;
    return out;
}

static inline LANES_TARGET struct armex_rank_extent extent(const double *x, size_t n)
{
    lanes least[4], most[4];
    struct armex_rank_extent out = {INFINITY, INFINITY, -INFINITY};

    for (int r = 0; r < 4; r++) {
        least[r] = all(INFINITY);
        most[r] = all(-INFINITY);
    }
    for (size_t i = 0; i < n; i += (size_t)4 * LANES)
        for (size_t r = 0; r < 4; r++) {
            const size_t left = beyond(n, i + r * LANES);
            const lanes value = load(left ? x + i + r * LANES : x, left);
            least[r] = blend((words)(value < least[r]), value, least[r]);
            most[r] = blend((words)(value > most[r]), value, most[r]);
        }
    for (int r = 0; r < 4; r++)
        for (int lane = 0; lane < LANES; lane++) {
            out.least = least[r][lane] < out.least ? least[r][lane] : out.least;
            out.most = most[r][lane] > out.most ? most[r][lane] : out.most;
        }
    out.near = out.least > 0.0 ? out.least : out.most < 0.0 ? -out.most : nearest(x, n);
    return out;
}

static inline LANES_TARGET void keys(uint64_t *out, const double *x, size_t n,
                                     const struct armex_rank_scale *scale)
{
    for (size_t i = 0; i < n; i += LANES) {
        const lanes value = load(x + i, n - i);
        const words size = (words)magnitude(value);
        const words step = (size - (scale->near - 1)) & (words)(size >= scale->near);
        const words below = (words)(value < 0.0);
        const words key = scale->top - ((step ^ below) - below);
        const words there = (words)(value == value);
        const words each = (key & there) | (scale->missing & ~there);
        if (n - i >= LANES)
            memcpy(out + i, &each, sizeof each);
        else
            memcpy(out + i, &each, (n - i) * sizeof *out);
    }
}

static inline LANES_TARGET words load_ranks(const uint32_t *rank, size_t left)
{
    if (left >= LANES) {
        halves some;
        memcpy(&some, rank, sizeof some);
        return __builtin_convertvector(some, words);
    }
    halves last = {0};
    memcpy(&last, rank, left * sizeof *rank);
    return __builtin_convertvector(last, words);
}

static inline LANES_TARGET void ranks(double *out, const uint32_t *rank, size_t n)
{
    const uint64_t two_52 = 0x4330000000000000;

    for (size_t i = 0; i < n; i += LANES) {
        const words wide = load_ranks(rank + i, n - i);
        const lanes exact = (lanes)(wide | two_52) - 0x1p52;
        store(out + i, blend((words)(wide != 0), exact, all(NAN)), n - i);
    }
}

/* Sizes are counted two places on, so that starts become ends as the keys are put in,
 * and ends are the next one's starts. */
static inline LANES_TARGET uint32_t spread(const struct armex_rank_buckets *buckets,
                                           const uint64_t *key, size_t n)
{
    uint32_t *starts = buckets->starts, fullest = 0, start = 0;
    const uint64_t least = buckets->least;
    const int shift = buckets->shift;

    memset(starts, 0, (buckets->n + 3) * sizeof *starts);
    for (size_t i = 0; i < n; i++)
        starts[((key[i] - least) >> shift) + 2]++;
    for (size_t b = 2; b < buckets->n + 2; b++) {
        const uint32_t size = starts[b];
        fullest = size > fullest ? size : fullest;
        starts[b] = start += size;
    }
    for (size_t i = 0; i < n; i++) {
        const uint32_t to = starts[((key[i] - least) >> shift) + 1]++;
        buckets->keys[to] = key[i];
        buckets->places[to] = (uint32_t)i;
    }
    for (size_t i = 0; i < ARMEX_RANK_BEYOND; i++)
        buckets->keys[n + i] = UINT64_MAX;
    return fullest;
}

/* How many of the n keys are below `key`: they are in order. */
static LANES_TARGET __attribute__((noinline)) uint32_t search(const uint64_t *in,
                                                              size_t n, uint64_t key)
{
    size_t low = 0, high = n;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (in[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* Which is above those of its bucket is found by comparison with eight or sixteen: what
 * follows the bucket is above `key`, and does not count. */
static inline LANES_TARGET uint32_t below(const uint64_t *in, size_t n, uint64_t key)
{
    if (__builtin_expect(n <= 8, 1))
        return below_of_eight(in, key);
    if (n <= ARMEX_RANK_CROWD)
        return below_of_eight(in, key) + below_of_eight(in + 8, key);
    return in[0] < key ? search(in, n, key) : 0; // most crowds are all alike
}

/* Bucket after bucket, so that what is compared with is at hand. */
static inline LANES_TARGET void count(uint32_t *out,
                                      const struct armex_rank_buckets *buckets,
                                      size_t n)
{
    const uint32_t *starts = buckets->starts, before = buckets->before + 1;
    const uint64_t least = buckets->least, *keys = buckets->keys;
    const size_t there = starts[buckets->n];
    const int shift = buckets->shift;

    for (size_t i = 0; i < there; i++) {
        const uint64_t bucket = (keys[i] - least) >> shift;
        const uint32_t start = starts[bucket], size = starts[bucket + 1] - start;
        out[buckets->places[i]] = before + start + below(keys + start, size, keys[i]);
    }
    for (size_t i = there; i < n; i++)
        out[buckets->places[i]] = 0;
}

#endif
