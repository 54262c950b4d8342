/**
 * analysis/estimates.h: how much of a figure rests on estimates, and how far off it may
 * therefore be.
 */
#ifndef ARMEX_ANALYSIS_ESTIMATES_H
#define ARMEX_ANALYSIS_ESTIMATES_H

#include "analysis/bilateral.h"

/** A row an entity, the largest first or as named, then of none named WLD: everybody
 *  together. Columns: rank, entity, name, value, unit; estimated, estimated_year,
 *  estimated_number, estimated_order: which part of the value is of deliveries of which
 *  anything, the year of delivery, the number delivered, the year or number of the
 * order is an estimate; low, high, share, share_low, share_high, rank_low, rank_high,
 *  top_probability (to be among the first options->top, or ten).
 *
 *  Formula: intervals by drawing anew what is estimated, see analysis/estimates_draw.h,
 *           with options->year_error and number_error. Deliveries of one deal are drawn
 * together: its years all early, late or right, its numbers all off by one factor. A
 * delivery without the number of its deal is a deal of its own. Dates of orders bear on
 * no sum of deliveries. Missing: as armex_bilateral_partners(); "unknown supplier(s)"
 * has no rank and counts in the total. Newest:  nothing is moved beyond the newest year
 * recorded, nor before the oldest; a note says so where the window ends there, for what
 * will yet be found of that year is in no interval. Owner:   the caller,
 * armex_table_free(); `*out` is NULL on failure. Errors:  ARMEX_BAD_INPUT for flows
 * that do not say what is estimated; else as armex_bilateral_partners(). */
armex_status armex_estimates(struct armex_table **out, const struct armex_flows *flows,
                             const struct armex_bilateral_options *options,
                             struct armex_error *error);

/** Which flag of a deal says that the year its deliveries are counted in is an
 * estimate: of flows by year of order (scope "by-order-year") that of the order, else
 * that of the delivery. */
unsigned armex_estimates_year_flag(const struct armex_flows *flows);

#endif
