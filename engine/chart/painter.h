/**
 * chart/painter.h: pictures of pixels, painted from their SVG by armex-paint.
 *
 * A program of its own, so that armex never loads cairo and pango. It paints while it
 * runs what it is asked for, and hands all over when the orders end.
 */
#ifndef ARMEX_CHART_PAINTER_H
#define ARMEX_CHART_PAINTER_H

#include "chart/child.h"

/** Starts as {0}. */
struct armex_painter {
    struct armex_child child;
    struct armex_text orders; /**< what it is to paint */
    size_t sent;              /**< bytes of it */
    size_t taken;             /**< bytes of its answer */
};

/** How many pixels a picture has, and how many one unit of its marks takes. */
struct armex_canvas {
    int width, height;
    double zoom;
};

/** Starts one, which loads its fonts while the charts are still being drawn. `several`:
 *  there is work for two threads. `program` NULL: "armex-paint" on the PATH.
 *  Errors: ARMEX_UNAVAILABLE, saying what to install; ARMEX_IO. */
armex_status armex_painter_start(struct armex_painter *painter, const char *program,
                                 bool several, struct armex_error *error);

/** Asks for one picture of an SVG of armex_svg_finish(). */
void armex_painter_order(struct armex_painter *painter,
                         const struct armex_canvas *canvas, const char *svg,
                         size_t length);

/** Waits until it has painted all.
 *  Errors: ARMEX_IO when it took too long or failed; ARMEX_NO_MEMORY. */
armex_status armex_painter_finish(struct armex_painter *painter, int seconds,
                                  struct armex_error *error);

/** The next picture, in the order they were asked for, borrowed until the end.
 *  Errors: ARMEX_IO when it is not there or not of the size that was asked for. */
armex_status armex_painter_take(const char **png, size_t *length,
                                struct armex_painter *painter,
                                const struct armex_canvas *canvas,
                                struct armex_error *error);

void armex_painter_end(struct armex_painter *painter);

#endif
