/** analysis/panel_rank.c: each level spreads what there is over buckets of equal width.
 *
 * The figures of a year, as ordered integers, are close to logarithms; cut into as many
 * buckets as there are figures, most hold one or two, and an insertion sort that never
 * moves anything beyond its bucket does the rest. A bucket that is too full is cut
 * again; its keys then share all leading bits, so the number of levels is bounded.
 */
#include "analysis/panel_rank.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    FEW = 24,           /* figures that an insertion sort puts in order quickest */
    IN_CACHE = 1 << 15, /* figures that are cut flat; more are partitioned first */
    FLAT_BITS = 15,
    PARTITION_BITS = 10,
    LEVELS = 16, /* 64 key bits, of which each level takes at least 5 (FEW > 16) */
};

struct entry {
    uint64_t key; /* ascending: the largest figure first */
    uint32_t at;
};

struct scratch {
    struct entry *entries[2];
    uint32_t (*counts)[(1 << FLAT_BITS) + 1]; /* of each level */
    double *ranks;
};

size_t armex_panel_rank_scratch(size_t n)
{
    const size_t counts = LEVELS * sizeof(uint32_t[(1 << FLAT_BITS) + 1]);
    if (n >= UINT32_MAX || n > (SIZE_MAX - counts) / (2 * sizeof(struct entry)) - 2)
        return 0;
    return 2 * (n + 1) * sizeof(struct entry) + counts;
}

static uint64_t key_of(double x)
{
    const double value = x + 0.0; // -0 and 0 are one figure
    uint64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? bits : bits ^ 0x7fffffffffffffff;
}

struct span {
    uint64_t least, most; /* keys, both included */
};

static struct span widen(struct span span, uint64_t key)
{
    return (struct span){key < span.least ? key : span.least,
                         key > span.most ? key : span.most};
}

/* The entries that are there, and within which span. */
static size_t collect(struct entry *out, struct span *span, double *ranks,
                      const double *x, size_t n)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        const bool there = x[i] == x[i];
        const uint64_t key = key_of(x[i]);
        out[kept] = (struct entry){key, (uint32_t)i};
        ranks[i] = NAN;
        kept += there;
        if (there)
            *span = widen(*span, key);
    }
    return kept;
}

static struct span span_of(const struct entry *entries, size_t n)
{
    struct span span = {UINT64_MAX, 0};
    for (size_t i = 0; i < n; i++)
        span = widen(span, entries[i].key);
    return span;
}

static void sort_few(struct entry *entries, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const struct entry entry = entries[i];
        size_t to = i;
        for (; to && entries[to - 1].key > entry.key; to--)
            entries[to] = entries[to - 1];
        entries[to] = entry;
    }
}

/* Entries in order, of which the first has `before` larger ones. */
static void give_ranks(double *ranks, const struct entry *entries, size_t n,
                       size_t before)
{
    double rank = (double)(before + 1);
    for (size_t i = 0; i < n; i++) {
        const double place = (double)(before + i + 1);
        rank = i && entries[i].key == entries[i - 1].key ? rank : place;
        ranks[entries[i].at] = rank;
    }
}

static int bits_of(uint64_t x)
{
    return x ? 64 - __builtin_clzll(x) : 0;
}

/* Spreads `from` over buckets of 2^shift keys from `least` on. Counts end as the end of
 * each bucket; says how full the fullest is. */
static size_t spread(struct entry *to, const struct entry *from, size_t n,
                     uint32_t *counts, size_t buckets, uint64_t least, int shift)
{
    size_t fullest = 0, start = 0;

    memset(counts, 0, buckets * sizeof *counts);
    for (size_t i = 0; i < n; i++)
        counts[(from[i].key - least) >> shift]++;
    for (size_t b = 0; b < buckets; b++) {
        const size_t size = counts[b];
        fullest = size > fullest ? size : fullest;
        counts[b] = (uint32_t)start;
        start += size;
    }
    for (size_t i = 0; i < n; i++)
        to[counts[(from[i].key - least) >> shift]++] = from[i];
    return fullest;
}

/* Ranks the n entries within `span` that stand in entries[side] from `first` on; as
 * many stand before them. */
static void rank_entries(const struct scratch *scratch, int side, size_t first,
                         size_t n, struct span span, int level)
{
    struct entry *from = scratch->entries[side] + first;
    struct entry *to = scratch->entries[!side] + first;

    if (n <= FEW || span.least >= span.most) {
        sort_few(from, span.least >= span.most ? 0 : n);
        give_ranks(scratch->ranks, from, n, first);
        return;
    }
    const bool partition = n > IN_CACHE;
    const int wanted = partition ? PARTITION_BITS : bits_of(n - 1);
    const int range = bits_of(span.most - span.least);
    const int shift = range > wanted ? range - wanted : 0;
    const size_t buckets = (size_t)((span.most - span.least) >> shift) + 1;
    uint32_t *ends = scratch->counts[level];

    if (spread(to, from, n, ends, buckets, span.least, shift) <= FEW) {
        sort_few(to, n);
        give_ranks(scratch->ranks, to, n, first);
        return;
    }
    for (size_t b = 0, start = 0; b < buckets; start = ends[b++]) {
        const uint64_t least = span.least + ((uint64_t)b << shift);
        const uint64_t width = ((uint64_t)1 << shift) - 1; // the last may be narrower
        const uint64_t left = span.most - least;
        const struct span bucket = {least, least + (left < width ? left : width)};
        const size_t size = ends[b] - start;
        if (size)
            rank_entries(scratch, !side, first + start, size,
                         partition ? bucket : span_of(to + start, size), level + 1);
    }
}

void armex_panel_rank(double *ranks, const double *x, size_t n, void *scratch)
{
    struct entry *entries = scratch;
    const struct scratch parts = {
        .entries = {entries, entries + n + 1},
        .counts = (void *)(entries + 2 * (n + 1)),
        .ranks = ranks,
    };
    struct span span = {UINT64_MAX, 0};
    const size_t kept = collect(entries, &span, ranks, x, n);

    rank_entries(&parts, 0, 0, kept, span, 0);
}
