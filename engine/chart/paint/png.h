/**
 * chart/paint/png.h: pixels as a PNG, packed for pictures that are mostly flat.
 */
#ifndef ARMEX_CHART_PAINT_PNG_H
#define ARMEX_CHART_PAINT_PNG_H

#include <cairo.h>

#include "base/error.h"
#include "base/text.h"

/** Appends an image surface of CAIRO_FORMAT_RGB24 as PNG of 8 bits for each of red,
 *  green and blue: the same pixels, the same bytes.
 *  Source: W3C, Portable Network Graphics (PNG) Specification, second edition.
 *  Errors: ARMEX_BAD_INPUT when all pixels have one colour; ARMEX_NO_MEMORY. */
armex_status paint_png(struct armex_text *out, cairo_surface_t *image,
                       struct armex_error *error);

#endif
