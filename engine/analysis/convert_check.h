/**
 * analysis/convert_check.h: what can be converted, and why the rest cannot.
 */
#ifndef ARMEX_ANALYSIS_CONVERT_CHECK_H
#define ARMEX_ANALYSIS_CONVERT_CHECK_H

#include "analysis/rates.h"

/** One call of armex_convert(). */
struct armex_conversion {
    const struct armex_rates *rates;
    struct armex_unit unit;
    struct armex_currency target;
    bool uses_rates, uses_deflators; /**< so far */
};

/** Checks the unit against the tables and the panel.
 *  Errors: as armex_convert(). */
armex_status armex_conversion_start(struct armex_conversion *out,
                                    const struct armex_panel *panel,
                                    struct armex_unit unit,
                                    const struct armex_rates *rates,
                                    struct armex_error *error);

/** Why a series cannot be converted, in words that follow its name; NULL: it can. */
const char *armex_conversion_refusal(const struct armex_conversion *conversion,
                                     const struct armex_series *series);

/** Remembers which tables the conversion of `series` stands on. */
void armex_conversion_uses(struct armex_conversion *conversion,
                           const struct armex_series *series);

#endif
