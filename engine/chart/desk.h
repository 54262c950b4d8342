/**
 * chart/desk.h: what drawing needs before there is a chart: programs that run, a font,
 * a folder.
 */
#ifndef ARMEX_CHART_DESK_H
#define ARMEX_CHART_DESK_H

#include "chart/gnuplot.h"
#include "chart/painter.h"
#include "chart/studio.h"

enum { ARMEX_WORKERS = 2 };

struct armex_chart_desk {
    struct armex_gnuplot gnuplots[ARMEX_WORKERS];
    size_t workers;
    struct armex_painter painter;
    bool painting; /**< the painter has been started */
    struct armex_studio studio;
    const char *gnuplot, *painter_program; /**< borrowed */
    char folder[512];                      /**< private; "" until it is made */
};

/** Opens a desk with so many gnuplots; as armex_chart_desk_open(). */
armex_status armex_chart_desk_start(struct armex_chart_desk **out, size_t workers,
                                    const struct armex_chart_tools *tools,
                                    struct armex_error *error);

/** Starts the painter unless it runs. Errors: as armex_painter_start(). */
armex_status armex_chart_desk_paint(struct armex_chart_desk *desk, bool several,
                                    struct armex_error *error);

#endif
