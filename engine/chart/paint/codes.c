/** chart/paint/codes.c: the shortest codes for symbols of known frequency. */
#include "chart/paint/codes.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A symbol, or two nodes under one; leaves come first, by frequency. */
struct node {
    uint32_t frequency;
    uint16_t symbol, parent;
    uint8_t depth;
};

static int by_frequency(const void *left, const void *right)
{
    const struct node *a = left, *b = right;
    if (a->frequency != b->frequency)
        return a->frequency < b->frequency ? -1 : 1;
    return a->symbol < b->symbol ? -1 : a->symbol > b->symbol;
}

/* The rarer of the next leaf and the next pair: both rows rise. */
static size_t rarest(const struct node *nodes, size_t *leaf, size_t leaves,
                     size_t *pair, size_t pairs)
{
    if (*leaf < leaves &&
        (*pair >= pairs || nodes[*leaf].frequency <= nodes[*pair].frequency))
        return (*leaf)++;
    return (*pair)++;
}

/* Writes the lengths of the codes; returns the longest. */
static unsigned measure(uint8_t *lengths, const uint32_t *frequencies, size_t n)
{
    struct node nodes[2 * PAINT_SYMBOLS] = {{0}};
    size_t leaves = 0, leaf = 0;
    unsigned longest = 0;

    for (size_t i = 0; i < n; i++)
        if (frequencies[i])
            nodes[leaves++] = (struct node){frequencies[i], (uint16_t)i, 0, 0};
    qsort(nodes, leaves, sizeof *nodes, by_frequency);
    size_t end = leaves, pair = leaves;
    for (; end + 1 < 2 * leaves; end++) {
        const size_t a = rarest(nodes, &leaf, leaves, &pair, end);
        const size_t b = rarest(nodes, &leaf, leaves, &pair, end);
        nodes[end] = (struct node){nodes[a].frequency + nodes[b].frequency, 0, 0, 0};
        nodes[a].parent = nodes[b].parent = (uint16_t)end;
    }
    memset(lengths, 0, n);
    for (size_t i = end - 1; i-- > 0;) {
        nodes[i].depth = (uint8_t)(nodes[nodes[i].parent].depth + 1);
        if (i < leaves)
            lengths[nodes[i].symbol] = nodes[i].depth;
        longest = nodes[i].depth > longest ? nodes[i].depth : longest;
    }
    return longest;
}

static uint16_t reversed(unsigned bits, unsigned length)
{
    unsigned out = 0;
    for (unsigned i = 0; i < length; i++)
        out |= (bits >> i & 1U) << (length - 1 - i);
    return (uint16_t)out;
}

/* Canonical: by length, then by symbol. */
static void assign(struct paint_codes *codes, size_t n)
{
    unsigned next = 0;
    for (unsigned length = 1; length <= PAINT_LONGEST_CODE; length++) {
        for (size_t i = 0; i < n; i++)
            if (codes->lengths[i] == length)
                codes->bits[i] = reversed(next++, length);
        next <<= 1;
    }
}

void paint_codes_make(struct paint_codes *codes, const uint32_t *frequencies, size_t n,
                      unsigned longest)
{
    uint32_t counts[PAINT_SYMBOLS];
    size_t used = 0;

    memcpy(counts, frequencies, n * sizeof *counts);
    for (size_t i = 0; i < n; i++)
        used += counts[i] > 0;
    for (size_t i = 0; used < 2 && i < n; i++)
        if (!counts[i]) {
            counts[i] = 1;
            used++;
        }
    *codes = (struct paint_codes){0};
    while (measure(codes->lengths, counts, n) > longest)
        for (size_t i = 0; i < n; i++)
            counts[i] = counts[i] ? counts[i] / 2 + 1 : 0;
    assign(codes, n);
}
