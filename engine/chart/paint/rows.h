/**
 * chart/paint/rows.h: rows of pixels packed: pictures are mostly flat, and say the same
 * again and again.
 */
#ifndef ARMEX_CHART_PAINT_ROWS_H
#define ARMEX_CHART_PAINT_ROWS_H

#include "base/error.h"
#include "base/text.h"

/** Pixels as cairo has them: 0xRRGGBB in the lower 24 bits. */
struct paint_pixels {
    const unsigned char *bytes; /**< of the first row */
    size_t width, height;
    size_t stride; /**< bytes from row to row */
};

/** Appends the rows, each filtered by "none" or "up", as a zlib stream: what an IDAT
 *  chunk holds. The same pixels, the same bytes.
 *  Source: W3C, PNG Specification, second edition, sections 9 and 10; RFC 1950.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status paint_rows_pack(struct armex_text *out, const struct paint_pixels *pixels,
                             struct armex_error *error);

#endif
