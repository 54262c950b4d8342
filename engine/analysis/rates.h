/**
 * analysis/rates.h: looking up exchange rates and deflators.
 */
#ifndef ARMEX_ANALYSIS_RATES_H
#define ARMEX_ANALYSIS_RATES_H

#include "analysis/convert.h"

/** One currency in the tables. */
struct armex_currency {
    const struct armex_rates *rates;
    char code[4];
    bool known;         /**< the US dollar always is */
    bool per_currency;  /**< the table has dollars per unit, not units per dollar */
    size_t rate_series; /**< in rates->exchange_rates; none for the US dollar */
    bool has_deflator;
    size_t deflator_series; /**< in rates->deflators */
};

/** What the tables have of a currency ("krw"). */
struct armex_currency armex_currency_find(const struct armex_rates *rates,
                                          const char *code);

/** Units per US dollar in that period, the average of its months; 1 for the dollar.
 *  NAN where a year is missing or not above zero. `first_month` as in armex_period. */
double armex_currency_rate(const struct armex_currency *currency, int year,
                           int first_month);

/** The GDP deflator of the currency's country, likewise. */
double armex_currency_deflator(const struct armex_currency *currency, int year,
                               int first_month);

/** Codes of all currencies in the tables, sorted, each once.
 *  Owner: the caller, free(); NULL: no memory. */
const char **armex_currency_codes(const struct armex_rates *rates, size_t *n);

/** First and last year of the deflator; false when it has no year at all. */
bool armex_currency_deflator_years(const struct armex_currency *currency, int *first,
                                   int *last);

#endif
