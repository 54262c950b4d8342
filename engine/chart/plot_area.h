/**
 * chart/plot_area.h: the rectangle of a line chart and its two axes.
 */
#ifndef ARMEX_CHART_PLOT_AREA_H
#define ARMEX_CHART_PLOT_AREA_H

#include "chart/axis.h"
#include "chart/frame.h"
#include "chart/observations.h"

struct armex_plot {
    double x0, x1, y0, y1; /**< in pixels; y0 is the upper edge */
    struct armex_axis years, figures;
    int scale; /**< the power of ten that figures are shown in */
    const struct armex_lines *lines;
};

/** Chooses the axes and the edges; `right` pixels beside the plot stay free. */
struct armex_plot armex_plot_make(struct armex_drawing *drawing,
                                  const struct armex_lines *lines, double right);

/** Where year first_year + i and a figure lie; NAN when that cannot be drawn. */
double armex_plot_x(const struct armex_plot *plot, size_t i);
double armex_plot_y(const struct armex_plot *plot, double value);

/** Writes the blocks grid, base, xmarks, yticks, xticks. */
void armex_plot_axes(struct armex_drawing *drawing, const struct armex_plot *plot);

/** Over each figure of the line a field that says it (chart/hover.h). */
void armex_plot_hovers(struct armex_drawing *drawing, const struct armex_plot *plot,
                       const struct armex_line *line);

#endif
