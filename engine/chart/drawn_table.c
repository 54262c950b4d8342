/** chart/drawn_table.c: the table that a kind of chart draws, asked of a store. */
#include "chart/drawn_table.h"

#include <string.h>

#include "analysis/bilateral_query.h"
#include "analysis/compare_query.h"
#include "analysis/figures_and_trend.h"
#include "analysis/rankings.h"
#include "base/text.h"
#include "chart/sentence.h"

static bool is(const struct armex_chart_kind *kind, const char *name)
{
    return strcmp(kind->name, name) == 0;
}

/** Whether a line chart is asked for what is fitted to figures: a window alone is one
 * of means. */
static bool is_fitted(const struct armex_chart_kind *kind,
                      const struct armex_query *query)
{
    return is(kind, "line") &&
           (query->fit || query->window || query->at_least || query->levels);
}

bool armex_drawn_apart(const struct armex_chart_kind *kind,
                       const struct armex_query *query)
{
    return is(kind, "bump") || is(kind, "fan") || is(kind, "breaks") ||
           is(kind, "matrix") || is(kind, "flow") || is(kind, "scatter") ||
           is(kind, "agreement") || query->fit || query->forecast ||
           is_fitted(kind, query);
}

static bool is_among(const char *word, const char *const *words, size_t n)
{
    return armex_word_index(words, n, word, strlen(word)) < n;
}

static armex_status refuse_fit(const struct armex_query *query,
                               const struct armex_chart_kind *kind,
                               struct armex_error *error)
{
    static const char *const yearly[] = {"mean", "median", "spline", "hp", "local"};
    static const char *const broken[] = {"steps", "breaks"};
    enum armex_trend_fit fit;
    if (!is(kind, "line") && !is(kind, "breaks"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--fit: %s %s chart fits nothing; 'line' and 'breaks' do",
                          armex_article(kind->name), kind->name);
    if (is(kind, "breaks") && !is_among(query->fit, broken, 2))
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--fit: '%s' has no breaks to draw; 'steps' and 'breaks' have", query->fit);
    if (is(kind, "line") && !is_among(query->fit, yearly, 5) &&
        armex_trend_fit_parse(&fit, query->fit, strlen(query->fit)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--fit: '%s' is no line from year to year; mean, median, "
                          "spline, hp and local are%s",
                          query->fit,
                          is_among(query->fit, broken, 2)
                              ? ", and 'armex plot breaks' draws it"
                              : "");
    return ARMEX_OK;
}

static armex_status refuse(const struct armex_query *query,
                           const struct armex_chart_kind *kind,
                           struct armex_error *error)
{
    if (query->forecast && !is(kind, "fan"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--forecast: %s %s chart shows no years to come; 'fan' does",
                          armex_article(kind->name), kind->name);
    if (query->levels && is(kind, "breaks"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--levels: a chart of breaks is drawn of logarithms");
    if (query->levels && is(kind, "line") && !query->fit)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--levels goes with --fit spline, hp or local");
    return query->fit ? refuse_fit(query, kind, error) : ARMEX_OK;
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
    if (is_fitted(kind, query) && !own.fit)
        own.fit = "mean";
    if (is(kind, "fan") || is(kind, "breaks") || is_fitted(kind, query))
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
