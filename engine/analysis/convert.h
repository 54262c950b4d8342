/**
 * analysis/convert.h: figures of one currency or price year in another.
 */
#ifndef ARMEX_ANALYSIS_CONVERT_H
#define ARMEX_ANALYSIS_CONVERT_H

#include "model/panel.h"

/** The tables a conversion stands on: panels of exchange rates and price indices. */
struct armex_rates {
    const struct armex_panel *exchange_rates, *deflators;
};

/** A panel in `unit`.
 *
 *  Formula: current prices: amount / (units of its currency per USD) x (units of the
 * target per USD), yearly averages. Constant prices of year p: the amount is taken to
 * US dollars of its year, then times D(p) / D(y), D the US GDP deflator; constant
 *           prices in another currency use that country's own deflator before its rate
 * of p. Fiscal years: rate and deflator are means of the two calendar years' averages,
 *           weighted by their months in it.
 *  Source:  rates and deflators as their datasets name them; a note says which.
 *  Missing: a year without a rate, or a series that cannot be converted (TIV; constant
 *           prices of a year not stated; a ratio), becomes missing and is named in a
 * note. Owner:   the caller, armex_panel_free(). Errors:  ARMEX_BAD_INPUT when no
 * series can be converted, saying why (TIV is a volume, not money); ARMEX_USAGE for a
 * currency or price year not in the tables, naming the nearest; ARMEX_NO_MEMORY. */
armex_status armex_convert(struct armex_panel **out, const struct armex_panel *panel,
                           struct armex_unit unit, const struct armex_rates *rates,
                           struct armex_error *error);

#endif
