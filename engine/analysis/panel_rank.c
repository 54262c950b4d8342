/** analysis/panel_rank.c: a rank is found by counting, not by sorting.
 *
 * The figures of a year become ordered integers that are close to logarithms, cut into
 * about as many buckets of equal width as there are figures. How many figures stand in
 * the buckets of larger ones is known from the buckets' sizes; within its own bucket a
 * figure meets one or two others, and is compared with all of them at once. Each rank
 * then goes where its figure stands.
 *
 * What does not fit the cache is first dealt out to some hundred stacks that do, and
 * the ranks are taken back from the stacks in the same order.
 */
#include "analysis/panel_rank.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "analysis/panel_rows.h"
#include "analysis/panel_stream.h"

enum {
    IN_CACHE = 1 << 15, /* figures that are counted at once; more are dealt out first */
    COUNT_BITS = 16,
    FINE_BITS = 14, /* what the stacks are made up of */
    STACKS = 150,
    BLOCK = 512,
    FEW = 24, /* figures that an insertion sort puts in order quickest */
};

struct scratch {
    uint64_t *keys, *sorted;
    uint32_t *ranks, *counts, *places;
    uint8_t *stack; /* of each figure */
};

static size_t up(size_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

static size_t table_size(void)
{
    return up(sizeof(uint32_t[(1 << COUNT_BITS) + 3]));
}

size_t armex_panel_rank_scratch(size_t n)
{
    const size_t each = 2 * sizeof(uint64_t) + 2 * sizeof(uint32_t) + sizeof(uint8_t);
    const size_t more = table_size() + sizeof(uint64_t[2 * ARMEX_RANK_BEYOND]) + 320;
    if (n >= UINT32_MAX || n > (SIZE_MAX - more) / each)
        return 0;
    return n * each + more;
}

static struct scratch divide(void *memory, size_t n)
{
    char *at = memory;
    struct scratch parts;
    parts.counts = (void *)at;
    at += table_size();
    parts.keys = (void *)at;
    at += up((n + ARMEX_RANK_BEYOND) * sizeof *parts.keys);
    parts.sorted = (void *)at;
    at += up((n + ARMEX_RANK_BEYOND) * sizeof *parts.sorted);
    parts.ranks = (void *)at;
    at += up(n * sizeof *parts.ranks);
    parts.places = (void *)at;
    at += up(n * sizeof *parts.places);
    parts.stack = (void *)at;
    return parts;
}

static int bits_of(uint64_t x)
{
    return x ? 64 - __builtin_clzll(x) : 0;
}

/* Keys that are put in order, and their places with them. */
struct crowd {
    uint64_t *keys;
    uint32_t *places;
};

static void move(struct crowd crowd, size_t to, size_t from)
{
    crowd.keys[to] = crowd.keys[from];
    crowd.places[to] = crowd.places[from];
}

static void put(struct crowd crowd, size_t to, uint64_t key, uint32_t place)
{
    crowd.keys[to] = key;
    crowd.places[to] = place;
}

static void sift(struct crowd crowd, size_t at, size_t n)
{
    const uint64_t *keys = crowd.keys, key = keys[at];
    const uint32_t place = crowd.places[at];

    for (size_t child; (child = 2 * at + 1) < n; at = child) {
        child += child + 1 < n && keys[child + 1] > keys[child];
        if (keys[child] <= key)
            break;
        move(crowd, at, child);
    }
    put(crowd, at, key, place);
}

static void sort_heap(struct crowd crowd, size_t n)
{
    for (size_t i = n / 2; i-- > 0;)
        sift(crowd, i, n);
    while (n-- > 1) {
        const uint64_t most = crowd.keys[0];
        const uint32_t place = crowd.places[0];
        move(crowd, 0, n);
        put(crowd, n, most, place);
        sift(crowd, 0, n);
    }
}

static void sort_few(struct crowd crowd, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        const uint64_t key = crowd.keys[i];
        const uint32_t place = crowd.places[i];
        size_t to = i;
        for (; to && crowd.keys[to - 1] > key; to--)
            move(crowd, to, to - 1);
        put(crowd, to, key, place);
    }
}

static bool all_equal(const uint64_t *keys, size_t n)
{
    uint64_t unlike = 0;
    for (size_t i = 1; i < n; i++)
        unlike |= keys[i] ^ keys[0];
    return unlike == 0;
}

/* Crowded buckets are searched, not compared: they must be in order. Most hold one
 * figure many times. */
static void order_crowds(const struct armex_rank_buckets *buckets)
{
    for (uint64_t b = 0; b < buckets->n; b++) {
        const size_t size = buckets->starts[b + 1] - buckets->starts[b];
        const struct crowd crowd = {buckets->keys + buckets->starts[b],
                                    buckets->places + buckets->starts[b]};
        if (size > ARMEX_RANK_CROWD && !all_equal(crowd.keys, size))
            (size > FEW ? sort_heap : sort_few)(crowd, size);
    }
}

/* Ranks n keys, of which those in bucket number `buckets->n` are missing: rank 0. */
static void rank_in_cache(uint32_t *ranks, struct armex_rank_buckets *buckets,
                          const uint64_t *keys, size_t n)
{
    const struct armex_row_kernels *rows = armex_row_kernels();

    buckets->crowded = rows->spread(buckets, keys, n) > ARMEX_RANK_CROWD;
    if (buckets->crowded)
        order_crowds(buckets);
    rows->count(ranks, buckets, n);
}

static int shift_of(uint64_t range, int bits)
{
    const int wanted = bits_of(range);
    return wanted > bits ? wanted - bits : 0;
}

static int bits_for(size_t n)
{
    const int bits = bits_of(n) - 1;
    return bits < COUNT_BITS ? bits : COUNT_BITS;
}

static uint64_t bits_in(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

/* Steps from zero, those below it counted backwards. */
static uint64_t steps(double x, uint64_t near)
{
    const uint64_t size = bits_in(fabs(x));
    const uint64_t step = size >= near ? size - (near - 1) : 0;
    return x < 0.0 ? -step : step;
}

struct span {
    struct armex_rank_scale scale;
    uint64_t range; /* of the keys of what is there */
};

static struct span span_of(const double *x, size_t n)
{
    const struct armex_rank_extent extent = armex_row_kernels()->extent(x, n);
    struct span span = {{bits_in(extent.near), 0, 0}, 0};

    if (extent.least <= extent.most) {
        span.scale.top = steps(extent.most, span.scale.near);
        span.range = span.scale.top - steps(extent.least, span.scale.near);
    }
    return span;
}

static void rank_flat(double *ranks, const double *x, size_t n, struct span *span,
                      const struct scratch *scratch)
{
    const int shift = shift_of(span->range, bits_for(n));
    struct armex_rank_buckets buckets = {.starts = scratch->counts,
                                         .keys = scratch->sorted,
                                         .places = scratch->places,
                                         .n = (span->range >> shift) + 1,
                                         .shift = shift};
    span->scale.missing = buckets.n << shift;
    armex_row_kernels()->keys(scratch->keys, x, n, &span->scale);
    rank_in_cache(scratch->ranks, &buckets, scratch->keys, n);
    armex_row_kernels()->ranks(ranks, scratch->ranks, n);
}

/* Stacks of neighbouring fine buckets: none is much above n / STACKS. */
struct stacks {
    int shift;
    uint64_t missing; /* fine bucket */
    size_t n;
    uint8_t of[(1 << FINE_BITS) + 1]; /* each fine bucket's stack */
    uint32_t start[STACKS + 3], at[STACKS + 3];
    uint64_t first[STACKS + 3]; /* fine bucket */
};

static void plan_stacks(struct stacks *stacks, const uint32_t *counts, size_t n)
{
    const size_t target = n / STACKS + 1;
    size_t so_far = 0, size = 0, s = 0;

    stacks->start[0] = 0;
    stacks->first[0] = 0;
    for (uint64_t b = 0; b < stacks->missing; b++) {
        stacks->of[b] = (uint8_t)s;
        size += counts[b];
        so_far += counts[b];
        if (size >= target || b + 1 == stacks->missing) {
            s++;
            stacks->start[s] = (uint32_t)so_far;
            stacks->first[s] = b + 1;
            size = 0;
        }
    }
    stacks->n = s;
    stacks->of[stacks->missing] = (uint8_t)s;
}

static void deal(const struct scratch *scratch, struct stacks *stacks, const double *x,
                 size_t n, const struct span *span)
{
    uint64_t keys[BLOCK];
    uint32_t *at = stacks->at;
    uint8_t *of = scratch->stack;
    const int shift = stacks->shift;

    memcpy(at, stacks->start, sizeof stacks->at);
    for (size_t first = 0; first < n; first += BLOCK) {
        const size_t size = n - first < BLOCK ? n - first : BLOCK;
        armex_row_kernels()->keys(keys, x + first, size, &span->scale);
        for (size_t i = 0; i < size; i++) {
            const uint8_t stack = stacks->of[keys[i] >> shift];
            uint64_t *to = scratch->keys + at[stack]++;
            of[first + i] = stack;
            *to = keys[i];
            __builtin_prefetch(to + 16, 1);
        }
    }
}

static void count_fine(uint32_t *counts, const struct stacks *stacks, const double *x,
                       size_t n, const struct span *span)
{
    uint64_t keys[BLOCK];

    memset(counts, 0, (stacks->missing + 1) * sizeof *counts);
    for (size_t first = 0; first < n; first += BLOCK) {
        const size_t size = n - first < BLOCK ? n - first : BLOCK;
        armex_row_kernels()->keys(keys, x + first, size, &span->scale);
        for (size_t i = 0; i < size; i++)
            counts[keys[i] >> stacks->shift]++;
    }
}

static void rank_stack(const struct scratch *scratch, const struct stacks *stacks,
                       size_t s)
{
    const size_t start = stacks->start[s], n = stacks->start[s + 1] - start;
    const uint64_t least = stacks->first[s] << stacks->shift;
    const uint64_t range =
        ((stacks->first[s + 1] - stacks->first[s]) << stacks->shift) - 1;
    const int shift = shift_of(range, bits_for(n));
    struct armex_rank_buckets buckets = {.starts = scratch->counts,
                                         .keys = scratch->sorted,
                                         .places = scratch->places,
                                         .n = (range >> shift) + 1,
                                         .least = least,
                                         .shift = shift,
                                         .before = (uint32_t)start};
    if (n)
        rank_in_cache(scratch->ranks + start, &buckets, scratch->keys + start, n);
}

static void take_back(double *ranks, const struct scratch *scratch,
                      struct stacks *stacks, size_t n)
{
    uint32_t some[BLOCK], *at = stacks->at;
    double figures[BLOCK];
    const uint8_t *of = scratch->stack;

    memcpy(at, stacks->start, sizeof stacks->at);
    for (size_t first = 0; first < n; first += BLOCK) {
        const size_t size = n - first < BLOCK ? n - first : BLOCK;
        for (size_t i = 0; i < size; i++) {
            const uint32_t *from = scratch->ranks + at[of[first + i]]++;
            some[i] = *from;
            __builtin_prefetch(from + 32);
        }
        armex_row_kernels()->ranks(figures, some, size);
        armex_stream(ranks + first, figures, size);
    }
}

static void rank_dealt(double *ranks, const double *x, size_t n, struct span *span,
                       const struct scratch *scratch)
{
    struct stacks stacks = {.shift = shift_of(span->range, FINE_BITS)};

    stacks.missing = (span->range >> stacks.shift) + 1;
    span->scale.missing = stacks.missing << stacks.shift;
    count_fine(scratch->counts, &stacks, x, n, span);
    plan_stacks(&stacks, scratch->counts, n);
    deal(scratch, &stacks, x, n, span);
    for (size_t s = 0; s < stacks.n; s++)
        rank_stack(scratch, &stacks, s);
    const size_t there = stacks.start[stacks.n];
    memset(scratch->ranks + there, 0, (n - there) * sizeof *scratch->ranks);
    take_back(ranks, scratch, &stacks, n);
}

void armex_panel_rank(double *ranks, const double *x, size_t n, void *scratch)
{
    const struct scratch parts = divide(scratch, n);
    struct span span = span_of(x, n);

    if (n <= IN_CACHE)
        rank_flat(ranks, x, n, &span, &parts);
    else
        rank_dealt(ranks, x, n, &span, &parts);
}
