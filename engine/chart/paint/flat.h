/**
 * chart/paint/flat.h: pixels of a picture that is mostly flat, as filtered rows of PNG
 * packed for DEFLATE.
 *
 * Where zlib looks at every byte this looks at runs of pixels: what is like its left
 * neighbour, like the row above or like something before is skipped at once.
 */
#ifndef ARMEX_CHART_PAINT_FLAT_H
#define ARMEX_CHART_PAINT_FLAT_H

#include "chart/paint/deflate.h"

/** Rows of pixels 0xRRGGBB, one after the other. */
struct paint_pixels {
    uint32_t *at;
    size_t width, height; /**< at least 1, at most 20000 */
};

/** Appends the tokens of all rows and their Adler-32. The pixels are used up: they
 *  become what the filters leave of them.
 *  Source: W3C, Portable Network Graphics (PNG) Specification, second edition, clauses
 *          7.2 (scanlines) and 9 (filters None and Up); RFC 1950, section 9. */
void paint_flat(struct paint_tokens *tokens, uint32_t *sum,
                const struct paint_pixels *pixels);

#endif
