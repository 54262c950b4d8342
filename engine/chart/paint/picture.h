/**
 * chart/paint/picture.h: a picture of the program's own painted: its SVG as lines,
 * areas and words.
 *
 * Only helper programs are linked with this room's painting, so that armex never loads
 * cairo and pango. It knows what armex_svg_finish() writes (chart/picture.h): a paper,
 * paths, polygons, discs and lines of text, their colours "#d1400c". Whatever else
 * stands in a text it is given is passed over.
 */
#ifndef ARMEX_CHART_PAINT_PICTURE_H
#define ARMEX_CHART_PAINT_PICTURE_H

#include <pango/pangocairo.h>
#include <stdbool.h>

/** What is painted on. */
struct paint_sheet {
    cairo_t *cairo;
    PangoContext *context;
    bool paper;   /**< the picture's own is painted too */
    bool figures; /**< digits of one width */
};

/** Width and height that a picture says it has. false: it says none. */
bool paint_picture_size(double size[2], const char *svg, size_t length);

/** Paints its marks from the origin on, one unit of theirs a unit of the sheet. */
void paint_picture(struct paint_sheet *sheet, const char *svg, size_t length);

#endif
