/**
 * chart/paint/raster.h: one picture as pixels.
 */
#ifndef ARMEX_CHART_PAINT_RASTER_H
#define ARMEX_CHART_PAINT_RASTER_H

#include "base/error.h"
#include "base/text.h"

/** What is painted, and how large. */
struct paint_raster {
    int width, height; /**< pixels */
    double zoom;       /**< pixels for one unit of its marks */
    const char *svg;   /**< borrowed */
    size_t length;
};

/** Appends the picture as PNG, in letters hinted for pixels.
 *  Errors: ARMEX_BAD_INPUT when it is blank; ARMEX_NO_MEMORY. */
armex_status paint_raster(struct armex_text *png, const struct paint_raster *raster,
                          struct armex_error *error);

/** Loads what the calling thread's first picture would wait for: the fonts. */
void paint_raster_prepare(void);

#endif
