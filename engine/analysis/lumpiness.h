/**
 * analysis/lumpiness.h: how much of a year is one deal, and how it grew without it.
 */
#ifndef ARMEX_ANALYSIS_LUMPINESS_H
#define ARMEX_ANALYSIS_LUMPINESS_H

#include "analysis/bilateral.h"

/** A row an entity and year, the largest entities first or as named, years ascending.
 *  Columns: entity, name, year, value, unit, deals (with deliveries in the year),
 *  largest_deal (the publisher's number; missing where none is given), partner,
 *  partner_name, category, largest (its deliveries), largest_share, effective_number,
 *  growth, growth_without, reason.
 *
 *  Formula: effective_number = 1 / sum of squared shares of the deals: so many equal
 *           deals would be as lumpy. growth = value / value before - 1; growth_without
 *           the same with the year's largest deal left out of both years. Of equals the
 *           largest deal is the one with the lowest number.
 *  Source:  analysis/concentration.h for the effective number.
 *  Missing: deliveries without the number of a deal are a deal each. A year without a
 *           delivery is 0, with no largest deal; a year before the first or after the
 *           last recorded has no row. `reason` of a growth that is missing:
 *           "zero_base", or "missing" before the first year recorded; growth_without is
 *           also missing where nothing else was delivered the year before.
 *  Owner:   the caller, armex_table_free(); `*out` is NULL on failure.
 *  Errors:  ARMEX_BAD_INPUT for flows that do not tell deals apart; else as
 *           armex_bilateral_partners(). */
armex_status armex_lumpiness(struct armex_table **out, const struct armex_flows *flows,
                             const struct armex_bilateral_options *options,
                             struct armex_error *error);

#endif
