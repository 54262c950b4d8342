/**
 * chart/labels.h: labels beside marks, none on top of another.
 */
#ifndef ARMEX_CHART_LABELS_H
#define ARMEX_CHART_LABELS_H

#include "base/error.h"

/** Moves `y[0..n)`, sorted downwards, as little as can be (least squares) so that
 *  neighbours are `height` apart and all lie within [top, bottom]. When they do not fit
 *  the distance shrinks to what does.
 *  Formula: q_i = y_i - i h is made non-decreasing by pool-adjacent-violators, clamped
 *           to [top, bottom - (n - 1) h], and p_i = q_i + i h.
 *  Source:  Barlow et al., Statistical Inference under Order Restrictions, 1972.
 *  Unit:    pixels, growing downwards. Errors: ARMEX_NO_MEMORY. */
armex_status armex_labels_place(double *y, size_t n, double height, double top,
                                double bottom, struct armex_error *error);

#endif
