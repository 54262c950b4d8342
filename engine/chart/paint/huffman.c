/** chart/paint/huffman.c: short codes for what is frequent. */
#include "chart/paint/huffman.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 15, LEAST_CODES = 2 };

/** A tree: leaves first, from the rarest on, then inner nodes in the order made. */
struct node {
    uint32_t count;
    uint16_t symbol, parent;
};

static int by_count(const void *a, const void *b)
{
    const struct node *first = a, *second = b;
    if (first->count != second->count)
        return first->count < second->count ? -1 : 1;
    return first->symbol - second->symbol;
}

/* The symbols that occur; others fill up when they are fewer than two. */
static size_t collect(struct node *leaves, const uint32_t counts[], size_t n)
{
    size_t used = 0;

    for (size_t i = 0; i < n; i++)
        if (counts[i])
            leaves[used++] = (struct node){counts[i], (uint16_t)i, 0};
    for (size_t i = 0; i < n && used < LEAST_CODES; i++)
        if (!counts[i])
            leaves[used++] = (struct node){1, (uint16_t)i, 0};
    qsort(leaves, used, sizeof *leaves, by_count);
    return used;
}

/* The rarer of the next leaf and the next inner node, which has no parent yet. */
static size_t rarest(const struct node *nodes, size_t *leaf, size_t *inner,
                     size_t leaves, size_t end)
{
    const bool is_leaf =
        *leaf < leaves && (*inner == end || nodes[*leaf].count <= nodes[*inner].count);
    return is_leaf ? (*leaf)++ : (*inner)++;
}

/* Joins the two rarest until one is left; the last node is the root. */
static size_t join(struct node *nodes, size_t leaves)
{
    size_t leaf = 0, inner = leaves, end = leaves;

    while (end < 2 * leaves - 1) {
        const size_t a = rarest(nodes, &leaf, &inner, leaves, end);
        const size_t b = rarest(nodes, &leaf, &inner, leaves, end);
        nodes[a].parent = nodes[b].parent = (uint16_t)end;
        nodes[end++] = (struct node){nodes[a].count + nodes[b].count, 0, 0};
    }
    return end;
}

/* How deep each leaf lies; the deepest. */
static unsigned measure(uint8_t lengths[], const struct node *nodes, size_t leaves,
                        size_t end)
{
    uint8_t depths[2 * PAINT_MOST_SYMBOLS];
    unsigned deepest = 0;

    depths[end - 1] = 0;
    for (size_t i = end - 1; i-- > 0;) {
        depths[i] = (uint8_t)(depths[nodes[i].parent] + 1);
        if (i < leaves)
            lengths[nodes[i].symbol] = depths[i];
        deepest = depths[i] > deepest ? depths[i] : deepest;
    }
    return deepest;
}

void paint_huffman_lengths(uint8_t lengths[], const uint32_t counts[], size_t n,
                           unsigned longest)
{
    uint32_t flatter[PAINT_MOST_SYMBOLS];
    struct node nodes[2 * PAINT_MOST_SYMBOLS] = {{0, 0, 0}};
    unsigned deepest;

    memcpy(flatter, counts, n * sizeof *counts);
    do { // of counts halved the tree is less deep, in the end balanced
        const size_t leaves = collect(nodes, flatter, n);
        memset(lengths, 0, n);
        deepest = measure(lengths, nodes, leaves, join(nodes, leaves));
        for (size_t i = 0; i < n; i++)
            flatter[i] = (flatter[i] + 1) / 2;
    } while (deepest > longest);
}

static uint16_t reversed(unsigned code, unsigned length)
{
    unsigned out = 0;
    for (unsigned i = 0; i < length; i++)
        out |= (code >> i & 1U) << (length - 1 - i);
    return (uint16_t)out;
}

void paint_huffman_codes(uint16_t codes[], const uint8_t lengths[], size_t n)
{
    unsigned of_length[LONGEST + 1] = {0}, next[LONGEST + 1] = {0}, code = 0;

    for (size_t i = 0; i < n; i++)
        of_length[lengths[i]]++;
    of_length[0] = 0;
    for (unsigned length = 1; length <= LONGEST; length++) {
        code = (code + of_length[length - 1]) << 1;
        next[length] = code;
    }
    for (size_t i = 0; i < n; i++)
        codes[i] = lengths[i] ? reversed(next[lengths[i]]++, lengths[i]) : 0;
}
