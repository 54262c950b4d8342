/** analysis/rates.c: looking up exchange rates and deflators. */
#include "analysis/rates.h"

#include <gsl/gsl_heapsort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char dollar[] = "usd";

/* The currency that a series of rates is about; NULL if none of its sides is the US
 * dollar. */
static const char *subject_of(const struct armex_series *series)
{
    if (series->measure != ARMEX_EXCHANGE_RATE || series->unit.kind != ARMEX_RATE)
        return NULL;
    if (strcmp(series->unit.per, dollar) == 0)
        return series->unit.currency;
    return strcmp(series->unit.currency, dollar) == 0 ? series->unit.per : NULL;
}

static void find_rate(struct armex_currency *currency, const struct armex_panel *table)
{
    for (size_t s = 0; table && s < table->n_series && !currency->known; s++) {
        const char *subject = subject_of(&table->series[s]);
        if (!subject || strcmp(subject, currency->code) != 0)
            continue;
        currency->known = true;
        currency->rate_series = s;
        currency->per_currency = subject == table->series[s].unit.per;
    }
}

static void find_deflator(struct armex_currency *currency,
                          const struct armex_panel *table, const char *entity)
{
    for (size_t s = 0; table && s < table->n_series && !currency->has_deflator; s++) {
        const struct armex_series *series = &table->series[s];
        if (series->measure == ARMEX_PRICE_INDEX &&
            strcmp(series->entity, entity) == 0 &&
            strcmp(series->scope, "gdp-deflator") == 0) {
            currency->has_deflator = true;
            currency->deflator_series = s;
        }
    }
}

struct armex_currency armex_currency_find(const struct armex_rates *rates,
                                          const char *code)
{
    struct armex_currency currency = {.rates = rates};
    const char *entity = "USA";

    memcpy(currency.code, code, 3);
    if (strcmp(code, dollar) == 0) {
        currency.known = true;
    } else {
        find_rate(&currency, rates->exchange_rates);
        entity = currency.known
                     ? rates->exchange_rates->series[currency.rate_series].entity
                     : "";
    }
    find_deflator(&currency, rates->deflators, entity);
    return currency;
}

static double figure(const struct armex_panel *table, size_t s, int year)
{
    const double value = armex_panel_value(table, s, year);
    return value > 0.0 && isfinite(value) ? value : NAN;
}

/* A fiscal year from month m has 13 - m months in the calendar year before its own. */
static double mean_of_months(const struct armex_panel *table, size_t s, int year,
                             int first_month)
{
    if (first_month <= 1 || first_month > 12)
        return figure(table, s, year);
    const double before = (13 - first_month) / 12.0;
    return before * figure(table, s, year - 1) +
           (1.0 - before) * figure(table, s, year);
}

double armex_currency_rate(const struct armex_currency *currency, int year,
                           int first_month)
{
    if (strcmp(currency->code, dollar) == 0)
        return 1.0;
    if (!currency->known)
        return NAN;
    const double published = mean_of_months(currency->rates->exchange_rates,
                                            currency->rate_series, year, first_month);
    return currency->per_currency ? 1.0 / published : published;
}

double armex_currency_deflator(const struct armex_currency *currency, int year,
                               int first_month)
{
    if (!currency->has_deflator)
        return NAN;
    return mean_of_months(currency->rates->deflators, currency->deflator_series, year,
                          first_month);
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **armex_currency_codes(const struct armex_rates *rates, size_t *n)
{
    const struct armex_panel *table = rates->exchange_rates;
    const size_t most = (table ? table->n_series : 0) + 1;
    const char **codes = calloc(most, sizeof *codes);
    size_t found = 0;

    *n = 0;
    if (!codes)
        return NULL;
    codes[found++] = dollar;
    for (size_t s = 0; s + 1 < most; s++) {
        const char *subject = subject_of(&table->series[s]);
        if (subject)
            codes[found++] = subject;
    }
    gsl_heapsort(codes, found, sizeof *codes, by_bytes);
    for (size_t i = 0; i < found; i++)
        if (i == 0 || strcmp(codes[i], codes[*n - 1]) != 0)
            codes[(*n)++] = codes[i];
    return codes;
}

bool armex_currency_deflator_years(const struct armex_currency *currency, int *first,
                                   int *last)
{
    const struct armex_panel *table = currency->rates->deflators;
    bool found = false;

    for (size_t y = 0; currency->has_deflator && y < table->n_years; y++) {
        const int year = table->first_year + (int)y;
        if (isnan(figure(table, currency->deflator_series, year)))
            continue;
        if (!found)
            *first = year;
        *last = year;
        found = true;
    }
    return found;
}
