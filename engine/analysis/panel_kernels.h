/**
 * analysis/panel_kernels.h: the table of panel_rows.h, for as many lanes as its
 * includer says.
 */
#ifndef ARMEX_ANALYSIS_PANEL_KERNELS_H
#define ARMEX_ANALYSIS_PANEL_KERNELS_H

#include "analysis/panel_log_lanes.h"
#include "analysis/panel_math_lanes.h"
#include "analysis/panel_rank_lanes.h"
#include "analysis/panel_trend_lanes.h"

#define LANES_KERNELS(build)                                                           \
    {                                                                                  \
        .name = (build), .growth = growth, .logarithm = logarithm,                     \
        .difference = difference, .mean = mean, .find = find, .fit = fit,              \
        .fold = fold, .slope = slope, .sum = sum, .share = share, .extent = extent,    \
        .keys = keys, .spread = spread, .count = count, .ranks = ranks                 \
    }

#endif
