/** analysis/query_options.c: the one table of what a query may say. */
#include "analysis/query.h"

#include <string.h>

#include "analysis/query_request.h"

#define FIELD(name) offsetof(struct armex_query, name)

static const struct armex_query_option options[] = {
    {"dataset", 'd', "ID[@VINTAGE]",
     "which dataset; its newest vintage unless one is named", NULL, NULL,
     FIELD(dataset)},
    {"entity", 'e', "LIST", "codes, names in any spelling, groups (eu, nato), or all",
     NULL, NULL, FIELD(entity)},
    {"years", 'y', "FROM-TO", "a year or a range of years; of rank the last decides",
     NULL, NULL, FIELD(years)},
    {"measure", 'm', "MEASURE",
     "what is counted; may be left out where there is only one",
     "deliveries-tiv|deliveries|orders|agreements|licences|authorisations|customs|"
     "price-index|exchange-rate|military-expenditure|gdp|inflation",
     NULL, FIELD(measure)},
    {"scope", 0, "NAME",
     "which of several counts of one measure, or all; else each state's usual headline",
     NULL, NULL, FIELD(scope)},
    {"flow", 0, "FLOW", "exports unless imports are named", "exports|imports", NULL,
     FIELD(flow)},
    {"unit", 0, "UNIT", "convert: usd, eur, or usd-2020 for prices of 2020", NULL, NULL,
     FIELD(unit)},
    {"as-of", 0, "DATE", "what was known on that day", NULL, NULL, FIELD(as_of)},
    {"entities", 0, "HOW", "whether successor states continue their predecessors",
     "as-published|successor", NULL, FIELD(entities)},
    {"window", 0, "N", "trailing N-year sums; of trend means or medians", NULL,
     "growth rank share trend", FIELD(window)},
    {"at-least", 0, "N", "years present for a window to count; all unless named", NULL,
     "growth rank share trend", FIELD(at_least)},
    {"method", 0, "METHOD", "how growth is measured; yoy unless named",
     "yoy|log|cagr|symmetric|trend|window", "growth", FIELD(method)},
    {"top", 0, "N", "only the first N rows", NULL, "rank", FIELD(top)},
    {"ties", 0, "HOW", "ranks of equals; competition unless named",
     "competition|dense|ordinal|fractional", "rank", FIELD(ties)},
    {"by", 0, "WHAT", "what decides the rank; value unless named", "value|growth|share",
     "rank", FIELD(by)},
    {"style", 0, "NAME",
     "lay the ranking out as that publisher does: sipri: five years, states only, "
     "shares of the world, SIPRI's rounding",
     "sipri", "rank", FIELD(style)},
    {"with", 0, "WHOM",
     "beside each exporter its three main recipients, beside each importer its "
     "suppliers; needs a register",
     "recipients|suppliers", "rank", FIELD(with)},
    {"decompose", 0, NULL, "what each exporter adds to the index, and to its change",
     NULL, "share", FIELD(decompose)},
    {"fit", 0, "FIT", "what is fitted; line unless named",
     "line|mean|median|spline|hp|local|breaks|steps|cusum|outliers", "trend",
     FIELD(fit)},
    {"levels", 0, NULL,
     "of --fit spline, hp, local, breaks and steps: fit the figures, not their "
     "logarithms, so that a year of nil counts as zero",
     NULL, "trend", FIELD(levels)},
    {"forecast", 0, "N", "the next N years, at most 25, with bounds and a backtest",
     NULL, "trend", FIELD(forecast)},
    {"interval", 0, NULL,
     "of rank: how far each might be off, by drawing the years of the window anew; of "
     "growth: its bounds, the figures being printed rounded",
     NULL, "rank growth", FIELD(interval)},
    {"resamples", 0, "N", "how often the years are drawn; 10000 unless named", NULL,
     "rank", FIELD(resamples)},
    {"seed", 0, "N", "where the draws begin; 1 unless named", NULL, "rank",
     FIELD(seed)},
    {"contribution", 0, NULL, "what part of the growth of all is each one's", NULL,
     "growth", FIELD(contribution)},
    {"details", 0, NULL,
     "years at the rank, best and worst, since when, and what would swap neighbours",
     NULL, "rank", FIELD(details)},
    {"mobility", 0, NULL,
     "how much each ranking moved against the one before: correlations, entry, exit",
     NULL, "rank", FIELD(mobility)},
    {"estimates", 0, NULL,
     "what part of each figure the register flags as estimated: year or number", NULL,
     "show growth rank share", FIELD(estimates)},
    {"publications", 0, NULL, "every publication of each figure, and which decides",
     NULL, "show", FIELD(publications)},
};

const struct armex_query_option *armex_query_options(size_t *n)
{
    *n = sizeof options / sizeof *options;
    return options;
}

const char *armex_query_value(const struct armex_query *query,
                              const struct armex_query_option *option)
{
    const char *value;
    memcpy(&value, (const char *)query + option->offset, sizeof value);
    return value;
}

const struct armex_analysis *armex_analyses(size_t *n)
{
    static const struct armex_analysis analyses[] = {
        {"show", "the observations, with their status"},
        {"growth", "growth rates, and why a rate is undefined where it is"},
        {"rank", "who is first, by how much, and who moved"},
        {"share", "how concentrated exports are, and who moved it"},
        {"trend", "fitted trends, smoothing, breaks, and forecasts with a backtest"},
    };
    *n = sizeof analyses / sizeof *analyses;
    return analyses;
}
