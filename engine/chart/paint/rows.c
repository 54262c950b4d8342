/** chart/paint/rows.c: rows of pixels packed. */
#include "chart/paint/rows.h"

#include <endian.h>
#include <libdeflate.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "chart/paint/deflate.h"

enum { NO_FILTER = 0, UP = 2, SAMPLES = 3 };
enum { SLOT_BITS = 13, SLOTS = 1 << SLOT_BITS, LONG_ENOUGH = 16, REMEMBERED = 24 };
enum { MOST_PIXELS = PAINT_DEFLATE_LONGEST / SAMPLES };

/** A pixel of a row; row 0: none. */
struct spot {
    uint32_t row; /**< from 1 */
    uint32_t x;
};

struct packer {
    struct paint_deflate deflate;
    const struct paint_pixels *pixels;
    size_t stride; /**< bytes of a row as it is packed: its filter, its samples */
    uint32_t row;  /**< at hand, from 1 */
    uint32_t like; /**< the last before it that was not filtered; 0: none */
    struct spot ones[SLOTS], pairs[SLOTS]; /**< where such pixels last stood in those */
    unsigned char *bytes;                  /**< of the row, for the checksum */
    uint32_t sum;
};

static const uint32_t *row_at(const struct packer *packer, uint32_t row)
{
    return (const uint32_t *)(const void *)(packer->pixels->bytes +
                                            (row - 1) * packer->pixels->stride);
}

/* How many pixels are the same. */
static size_t equal_pixels(const uint32_t *a, const uint32_t *b, size_t most)
{
    size_t n = 0;

    for (uint64_t pair, other; n + 2 <= most; n += 2) {
        memcpy(&pair, a + n, sizeof pair);
        memcpy(&other, b + n, sizeof other);
        if (pair != other)
            break;
    }
    return n + (n < most && a[n] == b[n]);
}

/** What the pixels from some point on are: so many of those that stand before. */
struct repeat {
    size_t pixels, distance;
};

static void consider(struct repeat *best, const struct packer *packer, uint32_t x,
                     struct spot from)
{
    const size_t distance = (packer->row - from.row) * packer->stride +
                            SAMPLES * (size_t)x - SAMPLES * (size_t)from.x;
    if (!from.row || distance > PAINT_DEFLATE_FARTHEST)
        return;
    const size_t n =
        equal_pixels(row_at(packer, packer->row) + x, row_at(packer, from.row) + from.x,
                     packer->pixels->width - (from.x > x ? from.x : x));
    if (n > best->pixels)
        *best = (struct repeat){n, distance};
}

/* Where pixels last stood: one place for all whose hash is the same.
 * Source: D. E. Knuth, The Art of Computer Programming, volume 3, section 6.4. */
static struct spot *slot(struct spot *slots, uint64_t hashed)
{
    return &slots[hashed * 0x9E3779B97F4A7C15U >> (64 - SLOT_BITS)];
}

static uint64_t pair_at(const uint32_t *pixels)
{
    uint64_t pair;
    memcpy(&pair, pixels, sizeof pair);
    return pair;
}

/* The longest of: the pixel before again, the row above, what began like this. */
static struct repeat find_repeat(struct packer *packer, uint32_t x)
{
    const uint32_t *at = row_at(packer, packer->row) + x;
    struct repeat best = {0, 0};

    if (x > 0 && at[0] == at[-1])
        consider(&best, packer, x, (struct spot){packer->row, x - 1});
    if (best.pixels < LONG_ENOUGH)
        consider(&best, packer, x, (struct spot){packer->like, x});
    if (best.pixels < LONG_ENOUGH && x + 2 <= packer->pixels->width)
        consider(&best, packer, x, *slot(packer->pairs, pair_at(at)));
    if (!best.pixels)
        consider(&best, packer, x, *slot(packer->ones, *at));
    return best;
}

/* Of a long repeat the beginning is enough. */
static void remember(struct packer *packer, uint32_t x, size_t n)
{
    const uint32_t *row = row_at(packer, packer->row);
    const size_t end = x + (n < REMEMBERED ? n : REMEMBERED);

    for (uint32_t i = x; i < end; i++) {
        const struct spot spot = {packer->row, i};
        *slot(packer->ones, row[i]) = spot;
        if (i + 2 <= packer->pixels->width)
            *slot(packer->pairs, pair_at(row + i)) = spot;
    }
}

static void put_pixel(struct packer *packer, size_t x)
{
    const unsigned char *samples = packer->bytes + 1 + SAMPLES * x;
    for (size_t i = 0; i < SAMPLES; i++)
        paint_deflate_byte(&packer->deflate, samples[i]);
}

static void put_repeat(struct packer *packer, struct repeat repeat)
{
    for (size_t n; repeat.pixels > 0; repeat.pixels -= n) {
        n = repeat.pixels < MOST_PIXELS ? repeat.pixels : MOST_PIXELS;
        paint_deflate_repeat(&packer->deflate, SAMPLES * n, repeat.distance);
    }
}

/* A row that is not like the one above it. */
static void pack_plain(struct packer *packer)
{
    const size_t width = packer->pixels->width;

    paint_deflate_byte(&packer->deflate, NO_FILTER);
    for (uint32_t x = 0; x < width;) {
        const struct repeat repeat = find_repeat(packer, x);
        const size_t n = repeat.pixels ? repeat.pixels : 1;
        if (repeat.pixels)
            put_repeat(packer, repeat);
        else
            put_pixel(packer, x);
        remember(packer, x, n);
        x += (uint32_t)n;
    }
    packer->like = packer->row;
}

/* A row like the one above it: it differs by zeros. */
static void pack_same(struct packer *packer)
{
    size_t left = packer->stride - 2;

    paint_deflate_byte(&packer->deflate, UP);
    paint_deflate_byte(&packer->deflate, 0);
    while (left >= PAINT_DEFLATE_SHORTEST) {
        const size_t n = left < PAINT_DEFLATE_LONGEST ? left : PAINT_DEFLATE_LONGEST;
        paint_deflate_repeat(&packer->deflate, n, 1);
        left -= n;
    }
    for (; left > 0; left--)
        paint_deflate_byte(&packer->deflate, 0);
}

/* The fourth byte of each pixel is the first of the next: the last needs room. */
static void write_row(unsigned char *to, const uint32_t *pixels, size_t width)
{
    *to++ = NO_FILTER;
    for (size_t x = 0; x < width; x++, to += SAMPLES) {
        const uint32_t samples = htobe32(pixels[x] << 8);
        memcpy(to, &samples, sizeof samples);
    }
}

static void pack_row(struct packer *packer)
{
    const uint32_t *row = row_at(packer, packer->row);
    const size_t width = packer->pixels->width;

    if (packer->row > 1 &&
        !memcmp(row, row_at(packer, packer->row - 1), width * sizeof *row)) {
        memset(packer->bytes, 0, packer->stride);
        *packer->bytes = UP;
        pack_same(packer);
    } else {
        write_row(packer->bytes, row, width);
        pack_plain(packer);
    }
    packer->sum = libdeflate_adler32(packer->sum, packer->bytes, packer->stride);
}

static void pack_rows(struct armex_text *out, struct packer *packer)
{
    static const char header[] = {0x78, 0x01}; // deflate, 32 KiB of window, packed fast

    armex_text_add_bytes(out, header, sizeof header);
    for (packer->row = 1; packer->row <= packer->pixels->height; packer->row++)
        pack_row(packer);
    paint_deflate_end(&packer->deflate);
    for (int shift = 24; shift >= 0; shift -= 8) {
        const char byte = (char)(packer->sum >> shift);
        armex_text_add_bytes(out, &byte, 1);
    }
}

armex_status paint_rows_pack(struct armex_text *out, const struct paint_pixels *pixels,
                             struct armex_error *error)
{
    const size_t stride = SAMPLES * pixels->width + 1;
    struct packer *packer = calloc(1, sizeof *packer);
    unsigned char *bytes = malloc(stride + 1);

    if (packer && bytes) {
        packer->deflate.out = out;
        packer->pixels = pixels;
        packer->stride = stride;
        packer->bytes = bytes;
        packer->sum = libdeflate_adler32(0, NULL, 0);
        pack_rows(out, packer);
    }
    const bool packed = packer && bytes && !out->failed;
    free(packer);
    free(bytes);
    return packed ? ARMEX_OK : armex_fail_memory(error);
}
