/**
 * ingest/indicator.h: what the name of a published indicator says of its figures.
 *
 * The World Bank's codes and names, which Gapminder and Our World in Data pass on in
 * words of their own. A name decides nothing that is not in it: "GDP" has no unit.
 */
#ifndef ARMEX_INGEST_INDICATOR_H
#define ARMEX_INGEST_INDICATOR_H

#include "ingest/csv.h"
#include "model/measure.h"
#include "model/unit.h"

/** One that armex has a measure for. */
struct armex_indicator {
    const char *code;  /**< the World Bank's: "MS.MIL.XPRT.KD" */
    const char *title; /**< "Arms exports" */
    const char *scope; /**< of its series: "national", "gdp-deflator", ... */
    enum armex_measure measure;
    enum armex_flow_direction flow;
    const char *unit; /**< where it is always the same; else NULL: the name says */
};

/** All of them, the one most people mean first. */
const struct armex_indicator *armex_indicators(size_t *n);

/** The indicator of that code, whatever the case of its letters; NULL if armex has no
 *  measure for it. */
const struct armex_indicator *armex_indicator_by_code(const struct armex_cell *code);

/** The indicator whose name or column begins so: "Arms exports (SIPRI trend indicator
 *  values)", "arms_exports_us_inflation_adjusted"; NULL if none does. */
const struct armex_indicator *armex_indicator_by_name(const struct armex_cell *name);

/** The unit that the name states: "(current US$)" usd, "(constant 2015 US$)" usd-2015,
 *  "(2010 = 100)" index-2010, "(base year varies by country)" index, "(LCU per US$...)"
 *  lcu-per-usd, "%" percent, "(SIPRI trend indicator values)" tiv. What is counted in
 *  the currency of each state is no unit: its figures do not compare.
 *  false: it states none. */
bool armex_indicator_unit(struct armex_unit *out, const struct armex_cell *name);

#endif
