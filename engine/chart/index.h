/**
 * chart/index.h: series as 100 in a base year, so that unlike ones can be compared.
 */
#ifndef ARMEX_CHART_INDEX_H
#define ARMEX_CHART_INDEX_H

#include "chart/observations.h"

/** Figures of `lines` become indices.
 *  Formula: 100 * figure / figure of the base year.
 *  Base:    chart->base; 0: the first year in which the subject has a figure above 0,
 *           which `base` then holds.
 *  Missing: a line without a figure above 0 in the base year is left out, and counted
 *           in `unbased`; years that a break divides from the base year are NAN, with
 *           the mark of a figure that is not available.
 *  Unit:    none.
 *  Errors:  ARMEX_BAD_INPUT when the subject has no figure above 0 in the base year;
 *           ARMEX_NO_MEMORY. */
armex_status armex_lines_index(struct armex_lines *lines, struct armex_arena *arena,
                               const struct armex_chart *chart,
                               struct armex_error *error);

#endif
