/** analysis/convert_check.c: what can be converted, and why the rest cannot. */
#include "analysis/convert_check.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/offer.h"
#include "store/listing.h"

const char *armex_conversion_refusal(const struct armex_conversion *conversion,
                                     const struct armex_series *series)
{
    const struct armex_unit unit = series->unit;

    if (armex_unit_equal(unit, conversion->unit))
        return NULL;
    if (unit.kind == ARMEX_TIV)
        return "TIV is a volume, not money";
    if (unit.kind != ARMEX_MONEY)
        return "a ratio or a count is not money";
    if (unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN)
        return "constant prices of a year that is not stated";
    if (series->period.years > 1)
        return "a sum of several years has no year's rate";
    const struct armex_currency from =
        armex_currency_find(conversion->rates, unit.currency);
    if (strcmp(unit.currency, conversion->unit.currency) != 0 && !from.known)
        return "no exchange rate of its currency";
    if (unit.price_year && !from.has_deflator)
        return "no price index of its country";
    return NULL;
}

void armex_conversion_uses(struct armex_conversion *conversion,
                           const struct armex_series *series)
{
    if (strcmp(series->unit.currency, conversion->unit.currency) != 0)
        conversion->uses_rates = true;
    if (series->unit.price_year != conversion->unit.price_year)
        conversion->uses_deflators = true;
}

static armex_status fail_currency(const struct armex_conversion *conversion,
                                  struct armex_error *error)
{
    size_t n;
    const char **codes = armex_currency_codes(conversion->rates, &n);
    const char *code = conversion->unit.currency;
    struct armex_text meant = {0};
    const bool near = codes && armex_did_you_mean(&meant, code, codes, n);
    struct armex_listing known = {0};
    armex_status status = ARMEX_NO_MEMORY;

    for (size_t i = 0; codes && i < n; i++)
        armex_listing_add(&known, ", ", "%s", codes[i]);
    if (!codes || known.text.failed || meant.failed)
        armex_fail_memory(error);
    else if (near)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "there is no exchange rate of '%s'; %s", code, meant.data);
    else
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "there is no exchange rate of '%s'; there are %s", code,
                            armex_listing_words(&known));
    armex_text_free(&meant);
    armex_listing_free(&known);
    free(codes);
    return status;
}

static armex_status check_price_year(const struct armex_conversion *conversion,
                                     struct armex_error *error)
{
    const struct armex_currency *target = &conversion->target;
    const int year = conversion->unit.price_year;
    int first, last;

    if (year == ARMEX_CURRENT_PRICES)
        return ARMEX_OK;
    if (!armex_currency_deflator_years(target, &first, &last))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "there is no GDP deflator for %s, so no %s of %d; usd-%d can "
                          "be had",
                          target->code, target->code, year, year);
    if (year < first || year > last)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the GDP deflator for %s runs from %d to %d; the nearest "
                          "price year to %d is %s-%d",
                          target->code, first, last, year, target->code,
                          year < first ? first : last);
    if (isnan(armex_currency_deflator(target, year, 1)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "the GDP deflator for %s lacks %d", target->code, year);
    return ARMEX_OK;
}

static armex_status check_unit(struct armex_unit unit, struct armex_error *error)
{
    char words[64];

    armex_unit_words(words, unit);
    if (unit.kind == ARMEX_TIV)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "TIV is a volume: no money can be converted to it");
    if (unit.kind != ARMEX_MONEY)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "nothing can be converted to %s; give a currency (usd) or a "
                          "currency and price year (usd-2020)",
                          words);
    if (unit.price_year == ARMEX_PRICE_YEAR_UNKNOWN)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "constant prices need a year; write %s-2020", unit.currency);
    return ARMEX_OK;
}

/* Whether all figures are in the unit already, so that no table is asked. */
static bool nothing_to_do(const struct armex_panel *panel, struct armex_unit unit)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (!armex_unit_equal(panel->series[s].unit, unit))
            return false;
    return true;
}

static armex_status check_any(const struct armex_conversion *conversion,
                              const struct armex_panel *panel,
                              struct armex_error *error)
{
    const char *why = NULL;

    for (size_t s = 0; s < panel->n_series; s++) {
        why = armex_conversion_refusal(conversion, &panel->series[s]);
        if (!why)
            return ARMEX_OK;
    }
    if (!why)
        return ARMEX_OK; // a panel without series
    return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                      "nothing here can be converted: %s: %s", panel->series[0].name,
                      armex_conversion_refusal(conversion, &panel->series[0]));
}

armex_status armex_conversion_start(struct armex_conversion *out,
                                    const struct armex_panel *panel,
                                    struct armex_unit unit,
                                    const struct armex_rates *rates,
                                    struct armex_error *error)
{
    *out = (struct armex_conversion){.rates = rates, .unit = unit};
    if (nothing_to_do(panel, unit))
        return ARMEX_OK;
    armex_status status = check_unit(unit, error);
    if (status)
        return status;
    out->target = armex_currency_find(rates, unit.currency);
    status = check_any(out, panel, error);
    if (!status && !out->target.known)
        status = fail_currency(out, error);
    if (!status)
        status = check_price_year(out, error);
    return status;
}
