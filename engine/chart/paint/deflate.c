/** chart/paint/deflate.c: bytes, and repetitions of bytes, written as deflate has them.
 */
#include "chart/paint/deflate.h"

#include <string.h>

#include "chart/paint/huffman.h"

enum { LITERALS = 286, DISTANCES = 30, END = 256, LENGTHS = 257, LENGTH_CODES = 29 };
enum { KINDS = 19, LONGEST = 15, LONGEST_KIND = 7, DYNAMIC = 2 };
enum { REPEAT = 16, ZEROS = 17, MANY_ZEROS = 18 };

/* A step is a byte, or a repeat: its length, the code of its distance, the distance. */
enum { DISTANCE_BITS = 15, CODE_BITS = 5, LENGTH_BITS = 8 };
enum { CODE_AT = DISTANCE_BITS, LENGTH_AT = CODE_AT + CODE_BITS };
enum { REPEATS = 1 << (LENGTH_AT + LENGTH_BITS) };

/** Bits to be written, the first lowest. */
struct bits {
    uint32_t bits;
    unsigned n;
};

/** What stands for what in one block: for a byte and the end, for a length with the
 *  bits behind its code, for a distance's code. */
struct book {
    uint8_t literal_lengths[LITERALS], distance_lengths[DISTANCES];
    uint16_t literals[LITERALS], distances[DISTANCES];
    struct bits lengths[1 << LENGTH_BITS];
};

static void flush(struct paint_deflate *deflate)
{
    armex_text_add_bytes(deflate->out, (const char *)deflate->pending,
                         deflate->n_pending);
    deflate->n_pending = 0;
}

static void write_bytes(struct paint_deflate *deflate, unsigned n)
{
    if (deflate->n_pending + n > sizeof deflate->pending)
        flush(deflate);
    for (unsigned i = 0; i < n; i++, deflate->bits >>= 8)
        deflate->pending[deflate->n_pending++] = (unsigned char)deflate->bits;
}

/* At most 32 bits at a time; fewer than that are waiting then. */
static void put(struct paint_deflate *deflate, uint32_t bits, unsigned n)
{
    deflate->bits |= (uint64_t)bits << deflate->n_bits;
    deflate->n_bits += n;
    if (deflate->n_bits >= 32) {
        write_bytes(deflate, 4);
        deflate->n_bits -= 32;
    }
}

static unsigned log2_of(unsigned n)
{
    return 31U - (unsigned)__builtin_clz(n);
}

/* Codes come in groups whose values are told apart by one more bit each; a group has 4
 * codes for lengths, 2 for distances. */
static unsigned bits_behind(unsigned value, unsigned group_bits)
{
    return value < 2U << group_bits ? 0 : log2_of(value) - group_bits;
}

static unsigned code_of(unsigned value, unsigned group_bits)
{
    const unsigned n = bits_behind(value, group_bits);
    return (n << group_bits) + (value >> n);
}

static unsigned length_code(unsigned value)
{
    const bool longest = value == PAINT_DEFLATE_LONGEST - PAINT_DEFLATE_SHORTEST;
    return LENGTHS + (longest ? LENGTH_CODES - 1 : code_of(value, 2));
}

/** The lengths of both codes, as steps of their own: a length, or how often the one
 *  before or zero comes again. */
struct lengths {
    uint8_t kinds[LITERALS + DISTANCES], extras[LITERALS + DISTANCES];
    size_t n;
    uint32_t counts[KINDS];
};

static void add_kind(struct lengths *lengths, unsigned kind, size_t extra)
{
    lengths->kinds[lengths->n] = (uint8_t)kind;
    lengths->extras[lengths->n++] = (uint8_t)extra;
    lengths->counts[kind]++;
}

/* A run of one length, as few steps as it can be. */
static void add_run(struct lengths *lengths, unsigned length, size_t run)
{
    enum { MOST = 6, MOST_ZEROS = 138, MANY = 11, SHORTEST = 3 };
    const size_t most = length ? MOST : MOST_ZEROS;

    if (length) {
        add_kind(lengths, length, 0);
        run--;
    }
    while (run >= SHORTEST) {
        const size_t part = run < most ? run : most;
        if (!length && part >= MANY)
            add_kind(lengths, MANY_ZEROS, part - MANY);
        else
            add_kind(lengths, length ? REPEAT : ZEROS, part - SHORTEST);
        run -= part;
    }
    for (; run > 0; run--)
        add_kind(lengths, length, 0);
}

static void put_lengths(struct paint_deflate *deflate, const struct lengths *lengths)
{
    static const uint8_t order[KINDS] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                         11, 4,  12, 3, 13, 2, 14, 1, 15};
    static const uint8_t extra_bits[KINDS] = {
        [REPEAT] = 2, [ZEROS] = 3, [MANY_ZEROS] = 7};
    uint8_t bits[KINDS];
    uint16_t codes[KINDS];
    size_t n = KINDS;

    paint_huffman_lengths(bits, lengths->counts, KINDS, LONGEST_KIND);
    paint_huffman_codes(codes, bits, KINDS);
    while (n > 4 && !bits[order[n - 1]])
        n--;
    put(deflate, (unsigned)n - 4, 4);
    for (size_t i = 0; i < n; i++)
        put(deflate, bits[order[i]], 3);
    for (size_t i = 0; i < lengths->n; i++) {
        const unsigned kind = lengths->kinds[i];
        put(deflate, codes[kind], bits[kind]);
        put(deflate, lengths->extras[i], extra_bits[kind]);
    }
}

static void put_codes(struct paint_deflate *deflate, const struct book *book)
{
    struct lengths lengths = {0};
    uint8_t all[LITERALS + DISTANCES];
    const size_t n = sizeof all;

    memcpy(all, book->literal_lengths, LITERALS);
    memcpy(all + LITERALS, book->distance_lengths, DISTANCES);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && all[end] == all[i];)
            end++;
        add_run(&lengths, all[i], end - i);
    }
    put(deflate, LITERALS - LENGTHS, 5);
    put(deflate, DISTANCES - 1, 5);
    put_lengths(deflate, &lengths);
}

static void put_repeat(struct paint_deflate *deflate, const struct book *book,
                       uint32_t step)
{
    const struct bits length = book->lengths[step >> LENGTH_AT & 255U];
    const unsigned code = step >> CODE_AT & 31U, n = book->distance_lengths[code];
    const uint32_t distance = step & ((1U << DISTANCE_BITS) - 1);
    const unsigned behind = code < 4 ? 0 : code / 2 - 1;

    put(deflate, length.bits, length.n);
    put(deflate, book->distances[code] | (distance & ((1U << behind) - 1)) << n,
        n + behind);
}

static void put_steps(struct paint_deflate *deflate, const struct book *book)
{
    for (size_t i = 0; i < deflate->n; i++) {
        const uint32_t step = deflate->steps[i];
        if (step & REPEATS)
            put_repeat(deflate, book, step);
        else
            put(deflate, book->literals[step], book->literal_lengths[step]);
    }
    put(deflate, book->literals[END], book->literal_lengths[END]);
}

/* Lengths were counted one by one; those of a code are now counted together. */
static void write_book(struct book *book, struct paint_deflate *deflate)
{
    for (unsigned i = 0; i < 1U << LENGTH_BITS; i++)
        deflate->literals[length_code(i)] += deflate->lengths[i];
    deflate->literals[END] = 1;
    paint_huffman_lengths(book->literal_lengths, deflate->literals, LITERALS, LONGEST);
    paint_huffman_lengths(book->distance_lengths, deflate->distances, DISTANCES,
                          LONGEST);
    paint_huffman_codes(book->literals, book->literal_lengths, LITERALS);
    paint_huffman_codes(book->distances, book->distance_lengths, DISTANCES);
    for (unsigned i = 0; i < 1U << LENGTH_BITS; i++) {
        const unsigned code = length_code(i), n = book->literal_lengths[code];
        const unsigned behind =
            code == LENGTHS + LENGTH_CODES - 1 ? 0 : bits_behind(i, 2);
        book->lengths[i] = (struct bits){
            book->literals[code] | (i & ((1U << behind) - 1)) << n, n + behind};
    }
}

static void write_block(struct paint_deflate *deflate, bool last)
{
    struct book book;

    write_book(&book, deflate);
    put(deflate, last, 1);
    put(deflate, DYNAMIC, 2);
    put_codes(deflate, &book);
    put_steps(deflate, &book);
    memset(deflate->literals, 0, sizeof deflate->literals);
    memset(deflate->lengths, 0, sizeof deflate->lengths);
    memset(deflate->distances, 0, sizeof deflate->distances);
    deflate->n = 0;
}

static void add_step(struct paint_deflate *deflate, uint32_t step)
{
    deflate->steps[deflate->n++] = step;
    if (deflate->n == PAINT_DEFLATE_STEPS)
        write_block(deflate, false);
}

void paint_deflate_byte(struct paint_deflate *deflate, unsigned char byte)
{
    deflate->literals[byte]++;
    add_step(deflate, byte);
}

void paint_deflate_repeat(struct paint_deflate *deflate, size_t length, size_t distance)
{
    const uint32_t far = (uint32_t)distance - 1,
                   value = (uint32_t)length - PAINT_DEFLATE_SHORTEST;
    const unsigned code = code_of(far, 1);

    deflate->lengths[value]++;
    deflate->distances[code]++;
    add_step(deflate, REPEATS | value << LENGTH_AT | code << CODE_AT | far);
}

void paint_deflate_end(struct paint_deflate *deflate)
{
    write_block(deflate, true);
    write_bytes(deflate, (deflate->n_bits + 7) / 8);
    flush(deflate);
}
