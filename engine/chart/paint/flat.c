/** chart/paint/flat.c: pixels of a picture that is mostly flat, as filtered rows. */
#include "chart/paint/flat.h"

#include <stdlib.h>
#include <string.h>

enum {
    SAMPLES = 3,
    NO_FILTER = 0,
    UP = 2,
    PLACES = 1 << 13,
    KEY = 2, // pixels that a match begins with
    MODULUS = 65521
};

struct place {
    uint32_t x, y;
};

/* What is known while the rows go by. */
struct packer {
    struct paint_tokens *tokens;
    const struct paint_pixels *pixels;
    size_t stride;               /* bytes of a row with its filter */
    uint64_t sum, sums;          /* of Adler-32, reduced once a row */
    struct place places[PLACES]; /* where pixels like these were last */
};

static void sum_byte(struct packer *packer, unsigned char byte)
{
    packer->sum += byte;
    packer->sums += packer->sum;
}

/* `n` pixels alike, without walking along them. */
static void sum_run(struct packer *packer, uint32_t pixel, uint64_t n)
{
    const uint64_t red = pixel >> 16 & 255U, green = pixel >> 8 & 255U,
                   blue = pixel & 255U, all = red + green + blue;
    packer->sums += SAMPLES * (n * packer->sum + all * (n * (n - 1) / 2)) +
                    n * (3 * red + 2 * green + blue);
    packer->sum += n * all;
}

static void begin_row(struct packer *packer, unsigned char filter)
{
    paint_tokens_literal(packer->tokens, filter);
    sum_byte(packer, filter);
}

static void sum_pixel(struct packer *packer, uint32_t pixel)
{
    sum_byte(packer, (unsigned char)(pixel >> 16));
    sum_byte(packer, (unsigned char)(pixel >> 8));
    sum_byte(packer, (unsigned char)pixel);
}

static void add_pixel(struct packer *packer, uint32_t pixel)
{
    paint_tokens_literal(packer->tokens, (unsigned char)(pixel >> 16));
    paint_tokens_literal(packer->tokens, (unsigned char)(pixel >> 8));
    paint_tokens_literal(packer->tokens, (unsigned char)pixel);
    sum_pixel(packer, pixel);
}

/* How many pixels of `a` and `b` are alike, two at a time. */
static size_t equal_length(const uint32_t *a, const uint32_t *b, size_t most)
{
    size_t n = 0;
    while (n + 2 <= most) {
        uint64_t x, y;
        memcpy(&x, a + n, sizeof x);
        memcpy(&y, b + n, sizeof y);
        if (x != y)
            break;
        n += 2;
    }
    return n + (n < most && a[n] == b[n]);
}

/* How far pixels like those from x, y on were already there, and how far back in bytes;
   from now on they were last here. */
static size_t find(size_t *distance, struct packer *packer, size_t x, size_t y)
{
    const size_t width = packer->pixels->width;
    const uint32_t *at = packer->pixels->at + y * width + x;
    if (x + KEY > width)
        return 0;
    const uint32_t key = at[0] * 0x9e3779b1U ^ at[1] * 0x85ebca6bU;
    struct place *place = &packer->places[(key ^ key >> 15) % PLACES], was = *place;
    *place = (struct place){(uint32_t)x, (uint32_t)y};
    *distance = (y - was.y) * packer->stride + SAMPLES * x - (size_t)SAMPLES * was.x;
    if (!*distance || *distance > PAINT_FARTHEST)
        return 0;
    const size_t n = equal_length(at, packer->pixels->at + was.y * width + was.x,
                                  width - (x > was.x ? x : was.x));
    return n < KEY ? 0 : n;
}

/* The longest of what is like the row above and what was before. */
static size_t find_longest(size_t *distance, struct packer *packer, size_t x, size_t y)
{
    const size_t width = packer->pixels->width;
    const uint32_t *at = packer->pixels->at + y * width + x;
    const size_t up = y > 0 && packer->stride <= PAINT_FARTHEST
                          ? equal_length(at, at - width, width - x)
                          : 0;
    const size_t n = find(distance, packer, x, y);
    if (up < KEY || up < n)
        return n;
    *distance = packer->stride;
    return up;
}

static void pack_row(struct packer *packer, size_t y)
{
    const size_t width = packer->pixels->width;
    const uint32_t *row = packer->pixels->at + y * width;

    for (size_t x = 0, n; x < width; x += n) {
        size_t distance = SAMPLES;
        n = x > 0 ? equal_length(row + x, row + x - 1, width - x) : 0;
        if (n) {
            paint_tokens_match(packer->tokens, n * SAMPLES, distance);
            sum_run(packer, row[x], n);
            continue;
        }
        n = find_longest(&distance, packer, x, y);
        if (n)
            paint_tokens_match(packer->tokens, n * SAMPLES, distance);
        for (size_t i = 0; i < n; i++)
            sum_pixel(packer, row[x + i]);
        if (!n) {
            add_pixel(packer, row[x]);
            n = 1;
        }
    }
}

/* A row like the one above leaves zeros. */
static void pack_zeros(struct packer *packer, size_t y)
{
    const size_t width = packer->pixels->width;
    memset(packer->pixels->at + y * width, 0, width * sizeof(uint32_t));
    add_pixel(packer, 0);
    if (width > 1) {
        paint_tokens_match(packer->tokens, (width - 1) * SAMPLES, 1);
        sum_run(packer, 0, width - 1);
    }
}

static void pack(struct packer *packer)
{
    const size_t width = packer->pixels->width;
    const uint32_t *above = NULL; // the last row that is not zeros

    for (size_t y = 0; y < packer->pixels->height; y++) {
        const uint32_t *row = packer->pixels->at + y * width;
        const bool alike = above && !memcmp(row, above, width * sizeof *row);
        begin_row(packer, alike ? UP : NO_FILTER);
        if (alike) {
            pack_zeros(packer, y);
        } else {
            pack_row(packer, y);
            above = row;
        }
        packer->sum %= MODULUS;
        packer->sums %= MODULUS;
    }
}

void paint_flat(struct paint_tokens *tokens, uint32_t *sum,
                const struct paint_pixels *pixels)
{
    struct packer *packer = calloc(1, sizeof *packer);

    *sum = 1;
    if (!packer) {
        tokens->failed = true;
        return;
    }
    packer->tokens = tokens;
    packer->pixels = pixels;
    packer->stride = pixels->width * SAMPLES + 1;
    packer->sum = 1;
    pack(packer);
    *sum = (uint32_t)(packer->sums << 16 | packer->sum);
    free(packer);
}
