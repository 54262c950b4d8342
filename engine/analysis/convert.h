/**
 * analysis/convert.h: figures of one currency or price year in another.
 */
#ifndef ARMEX_ANALYSIS_CONVERT_H
#define ARMEX_ANALYSIS_CONVERT_H

#include "model/panel.h"

/** The tables a conversion stands on: panels of exchange rates and price indices. */
struct armex_rates {
    const struct armex_panel *exchange_rates, *deflators;
    int from, to; /**< years whose loss is worth a note; 0: all */
};

/** A panel in `unit`.
 *
 *  Formula: R(c, y) units of currency c per US dollar, yearly average; D(c, y) the GDP
 *           deflator of the country of c. From currency c to t in year y:
 *           current to current:             a / R(c, y) R(t, y)
 *           current to constant of p:       a / R(c, y) R(t, y) D(t, p) / D(t, y)
 *           constant of q to constant of p: a D(c, p) / D(c, q) / R(c, p) R(t, p)
 *           constant of q to current:       a D(c, y) / D(c, q) / R(c, y) R(t, y)
 *           Rates drop out where c is t. Figures in the unit already are left to the
 *           bit. Fiscal years: R(., y) and D(., y) are means of the two calendar years'
 *           averages as published, weighted by the months of each in the fiscal year.
 *  Source:  rates and deflators as their datasets name them; a note says which. A
 *           currency's country is the entity of its series of exchange rates.
 *  Missing: a year without a rate, or a series that cannot be converted (TIV; constant
 *           prices of a year not stated; a ratio; sums of several years), becomes
 *           missing and is named in a note. Breaks stay marked.
 *  Owner:   the caller, armex_panel_free().
 *  Errors:  ARMEX_BAD_INPUT when no series can be converted, saying why (TIV is a
 *           volume, not money); ARMEX_USAGE for a unit that is no money of a stated
 *           price year, and for a currency or price year not in the tables, naming the
 *           nearest; ARMEX_NO_MEMORY. */
armex_status armex_convert(struct armex_panel **out, const struct armex_panel *panel,
                           struct armex_unit unit, const struct armex_rates *rates,
                           struct armex_error *error);

#endif
