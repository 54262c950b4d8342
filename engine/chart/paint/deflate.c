/** chart/paint/deflate.c: literals and matches as a stream that any zlib unpacks. */
#include "chart/paint/deflate.h"

#include <stdlib.h>

#include "chart/paint/codes.h"

enum {
    END = 256,
    LITERALS = 286,
    DISTANCES = 30,
    ORDERS = 19,
    LONGEST_ORDER = 7,
    SHORTEST = 3,
    FIRST_CAPACITY = 1 << 14,
    BLOCK = 1 << 15, // tokens that share their codes
    SLACK = 16,
};

static unsigned power_of(unsigned n)
{
    return 31U - (unsigned)__builtin_clz(n);
}

/* Four codes for each power of two, from 8 on; the longest has one of its own. */
static unsigned length_code(unsigned length, unsigned *extra)
{
    const unsigned more = length - SHORTEST;
    *extra = 0;
    if (length == PAINT_LONGEST || more < 8)
        return more < 8 ? more : 28;
    const unsigned power = power_of(more);
    *extra = power - 2;
    return 4 * (power - 1) + (more >> *extra & 3U);
}

/* `back` is the distance less 1: two codes for each power of two, from 4 on. */
static unsigned distance_code(unsigned back, unsigned *extra)
{
    *extra = 0;
    if (back < 4)
        return back;
    *extra = power_of(back) - 1;
    return 2 * (*extra + 1) + (back >> *extra & 1U);
}

static unsigned lowest(unsigned bits, unsigned n)
{
    return bits & ((1U << n) - 1U);
}

static void add(struct paint_tokens *tokens, paint_token token)
{
    if (tokens->n == tokens->capacity && !tokens->failed) {
        const size_t capacity =
            tokens->capacity ? 2 * tokens->capacity : FIRST_CAPACITY;
        paint_token *items = realloc(tokens->items, capacity * sizeof *items);
        tokens->failed = !items;
        if (items) {
            tokens->items = items;
            tokens->capacity = capacity;
        }
    }
    if (!tokens->failed)
        tokens->items[tokens->n++] = token;
}

void paint_tokens_literal(struct paint_tokens *tokens, unsigned char byte)
{
    add(tokens, byte);
}

void paint_tokens_match(struct paint_tokens *tokens, size_t length, size_t distance)
{
    while (length > 0) {
        const size_t part = length < PAINT_LONGEST ? length : PAINT_LONGEST;
        add(tokens, (paint_token)(part << 16 | (distance - 1)));
        length -= part;
    }
}

void paint_tokens_free(struct paint_tokens *tokens)
{
    free(tokens->items);
    *tokens = (struct paint_tokens){0};
}

/* Bits gathered, the first the lowest. */
struct writer {
    unsigned char *at;
    uint64_t bits;
    unsigned n;
};

static void flush(struct writer *writer, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++, writer->bits >>= 8)
        *writer->at++ = (unsigned char)writer->bits;
    writer->n -= writer->n < 8 * bytes ? writer->n : 8 * bytes;
}

static void put(struct writer *writer, uint32_t bits, unsigned n)
{
    writer->bits |= (uint64_t)bits << writer->n;
    writer->n += n;
    if (writer->n >= 32)
        flush(writer, 4);
}

static void put_code(struct writer *writer, const struct paint_codes *codes, unsigned i)
{
    put(writer, codes->bits[i], codes->lengths[i]);
}

/* The codes of a block, found from how often each symbol occurs. */
struct block {
    struct paint_codes literals, distances, orders;
    uint8_t lengths[LITERALS + DISTANCES]; /* of both, as they are told */
};

static void count(struct block *block, const paint_token *tokens, size_t n)
{
    uint32_t literals[LITERALS] = {0}, distances[DISTANCES] = {0};
    unsigned extra;
    for (size_t i = 0; i < n; i++) {
        const unsigned length = tokens[i] >> 16;
        if (length) {
            literals[END + 1 + length_code(length, &extra)]++;
            distances[distance_code(tokens[i] & 0xffffU, &extra)]++;
        } else {
            literals[tokens[i]]++;
        }
    }
    literals[END] = 1;
    paint_codes_make(&block->literals, literals, LITERALS, PAINT_LONGEST_CODE);
    paint_codes_make(&block->distances, distances, DISTANCES, PAINT_LONGEST_CODE);
}

/* A run of equal lengths, as codes 16 to 18 say it; returns how many it says. */
static size_t order_of(const uint8_t *lengths, size_t i, size_t n, unsigned *order,
                       unsigned *more, unsigned *bits)
{
    size_t run = 1;
    while (i + run < n && run < 138 && lengths[i + run] == lengths[i])
        run++;
    *order = lengths[i];
    *more = *bits = 0;
    if (!lengths[i] && run >= 3) {
        *order = run > 10 ? 18 : 17;
        *bits = run > 10 ? 7 : 3;
        *more = (unsigned)(run - (run > 10 ? 11 : 3));
        return run;
    }
    if (i > 0 && lengths[i] == lengths[i - 1] && run >= 3) {
        run = run > 6 ? 6 : run;
        *order = 16;
        *bits = 2;
        *more = (unsigned)(run - 3);
        return run;
    }
    return 1;
}

static void put_orders(struct writer *writer, const struct block *block)
{
    const size_t n = sizeof block->lengths;
    unsigned order, more, bits;
    for (size_t i = 0; i < n;) {
        i += order_of(block->lengths, i, n, &order, &more, &bits);
        put_code(writer, &block->orders, order);
        put(writer, more, bits);
    }
}

/* All lengths of both codes, told by a third. */
static void put_head(struct writer *writer, struct block *block, bool last)
{
    static const uint8_t told[ORDERS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                         11, 4,  12, 3, 13, 2, 14, 1, 15};
    const size_t n = sizeof block->lengths;
    uint32_t orders[ORDERS] = {0};
    unsigned order, more, bits;

    for (size_t i = 0; i < n; i++)
        block->lengths[i] = i < LITERALS ? block->literals.lengths[i]
                                         : block->distances.lengths[i - LITERALS];
    for (size_t i = 0; i < n; orders[order]++)
        i += order_of(block->lengths, i, n, &order, &more, &bits);
    paint_codes_make(&block->orders, orders, ORDERS, LONGEST_ORDER);
    put(writer, last, 1);
    put(writer, 2, 2); // codes of its own
    put(writer, LITERALS - 257, 5);
    put(writer, DISTANCES - 1, 5);
    put(writer, ORDERS - 4, 4);
    for (size_t i = 0; i < ORDERS; i++)
        put(writer, block->orders.lengths[told[i]], 3);
    put_orders(writer, block);
}

static void put_token(struct writer *writer, const struct block *block,
                      paint_token token)
{
    const unsigned length = token >> 16, back = token & 0xffffU;
    unsigned extra;
    if (!length) {
        put_code(writer, &block->literals, token);
        return;
    }
    put_code(writer, &block->literals, END + 1 + length_code(length, &extra));
    put(writer, lowest(length - SHORTEST, extra), extra);
    put_code(writer, &block->distances, distance_code(back, &extra));
    put(writer, lowest(back, extra), extra);
}

/* false: no memory. */
static bool add_block(struct armex_text *out, struct writer *writer,
                      const paint_token *tokens, size_t n, bool last)
{
    enum { HEAD = 1024, TOKEN = 6 }; // bytes that suffice
    struct block block;
    unsigned char *bytes = malloc(HEAD + n * TOKEN + SLACK);

    if (!bytes)
        return false;
    writer->at = bytes;
    count(&block, tokens, n);
    put_head(writer, &block, last);
    for (size_t i = 0; i < n; i++)
        put_token(writer, &block, tokens[i]);
    put_code(writer, &block.literals, END);
    if (last)
        flush(writer, (writer->n + 7) / 8);
    armex_text_add_bytes(out, (const char *)bytes, (size_t)(writer->at - bytes));
    free(bytes);
    return true;
}

void paint_deflate(struct armex_text *out, const struct paint_tokens *tokens,
                   uint32_t sum)
{
    static const char head[] = {0x78, 0x01};
    const char tail[] = {(char)(sum >> 24), (char)(sum >> 16), (char)(sum >> 8),
                         (char)sum};
    struct writer writer = {0};
    bool right = !tokens->failed;

    armex_text_add_bytes(out, head, sizeof head);
    for (size_t i = 0; right && (i < tokens->n || !i); i += BLOCK) {
        const size_t left = tokens->n - i;
        right = add_block(out, &writer, tokens->items + i, left < BLOCK ? left : BLOCK,
                          left <= BLOCK);
    }
    armex_text_add_bytes(out, tail, sizeof tail);
    out->failed = out->failed || !right;
}
