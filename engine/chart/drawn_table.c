/** chart/drawn_table.c: the table that a kind of chart draws, asked of a store. */
#include "chart/drawn_table.h"

#include <string.h>

#include "analysis/bilateral_query.h"
#include "analysis/compare_query.h"
#include "analysis/figures_and_trend.h"
#include "analysis/rankings.h"

static bool is(const struct armex_chart_kind *kind, const char *name)
{
    return strcmp(kind->name, name) == 0;
}

bool armex_drawn_apart(const struct armex_chart_kind *kind)
{
    return is(kind, "bump") || is(kind, "fan") || is(kind, "breaks") ||
           is(kind, "matrix") || is(kind, "flow") || is(kind, "scatter") ||
           is(kind, "agreement");
}

static armex_status refuse(const struct armex_query *query,
                           const struct armex_chart_kind *kind,
                           struct armex_error *error)
{
    if (query->forecast && !is(kind, "fan"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--forecast: a %s chart shows no years to come; 'fan' does",
                          kind->name);
    if (query->fit && !is(kind, "breaks"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--fit: a %s chart fits nothing; 'breaks' does", kind->name);
    if (query->fit && strcmp(query->fit, "breaks") != 0 &&
        strcmp(query->fit, "steps") != 0)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--fit: '%s' has no breaks to draw; 'steps' and 'breaks' have", query->fit);
    return ARMEX_OK;
}

armex_status armex_drawn_table(struct armex_table **out,
                               const struct armex_store *store,
                               const struct armex_query *query,
                               const struct armex_chart_kind *kind,
                               struct armex_error *error)
{
    static const struct armex_bilateral_words pairs = {.as = "pairs"};
    struct armex_query own = *query;
    const armex_status status = refuse(query, kind, error);
    *out = NULL;
    if (status)
        return status;
    if (is(kind, "bump"))
        return armex_rankings(out, store, query, error);
    if (is(kind, "fan") && !own.forecast)
        own.forecast = "5";
    if (is(kind, "breaks") && !own.fit)
        own.fit = "steps";
    if (is(kind, "fan") || is(kind, "breaks"))
        return armex_figures_and_trend(out, store, &own, error);
    if (is(kind, "matrix") || is(kind, "flow")) {
        own.top = NULL; // the chart's own, which keeps the others together
        return armex_bilateral_answer(out, store, &own, &pairs, error);
    }
    if (is(kind, "scatter") || is(kind, "agreement")) {
        own.by = "figure";
        return armex_compare_answer(out, store, &own, NULL, error);
    }
    return armex_query_answer(out, store, query, error);
}
