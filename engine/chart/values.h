/**
 * chart/values.h: the figures that stand beside the subject's line.
 */
#ifndef ARMEX_CHART_VALUES_H
#define ARMEX_CHART_VALUES_H

#include "chart/plot_area.h"

/** Writes the block values: first, greatest and last figure of a line alone; beside
 *  others the greatest only, for the last stands at the line's end. A figure through
 *  which a line would run is left out. */
void armex_values_put(struct armex_drawing *drawing, const struct armex_plot *plot);

#endif
