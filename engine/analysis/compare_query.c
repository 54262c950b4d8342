/** analysis/compare_query.c: a question about how datasets agree as it is asked. */
#include "analysis/compare_query.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/compare.h"
#include "analysis/window.h"
#include "base/number.h"

struct panels {
    struct armex_panel **items;
    size_t n;
};

static void free_panels(struct panels *panels)
{
    for (size_t i = 0; i < panels->n; i++)
        armex_panel_free(panels->items[i]);
    free(panels->items);
}

static armex_status sum_windows(struct armex_panel **panel, const char *window,
                                struct armex_error *error)
{
    struct armex_panel *sums = NULL;
    struct armex_error why = {0}; // shares and published windows stay as they are
    long years;

    if (!armex_whole_parse(&years, window, strlen(window), 1, 100))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--window: '%s' is not a number from 1 to 100", window);
    const armex_status status =
        armex_window(&sums, *panel, ARMEX_WINDOW_SUM, (int)years, 0, &why);
    if (status == ARMEX_BAD_INPUT)
        return ARMEX_OK;
    if (status)
        return armex_fail(error, status, ARMEX_NOWHERE, "%s", why.message);
    armex_panel_free(*panel);
    *panel = sums;
    return ARMEX_OK;
}

/* What the query selects of one dataset; where a unit makes no sense, as it is. */
static armex_status read_panel(struct armex_panel **out,
                               const struct armex_store *store,
                               const struct armex_query *query, const char *dataset,
                               struct armex_error *error)
{
    struct armex_query one = *query;
    struct armex_error why = {0};

    one.dataset = dataset;
    one.analysis = "show";
    one.by = one.window = NULL;
    armex_status status = armex_query_panel(out, store, &one, &why);
    if (status == ARMEX_BAD_INPUT && one.unit) {
        one.unit = NULL;
        status = armex_query_panel(out, store, &one, error);
    } else if (status) {
        armex_fail(error, status, ARMEX_NOWHERE, "%s", why.message);
    }
    if (!status && query->window)
        status = sum_windows(out, query->window, error);
    if (status) {
        armex_panel_free(*out);
        *out = NULL;
    }
    return status;
}

static bool is_arms(const struct armex_panel *panel)
{
    return panel->n_series && panel->series[0].measure != ARMEX_PRICE_INDEX &&
           panel->series[0].measure != ARMEX_EXCHANGE_RATE;
}

/* The newest vintage of every dataset of arms; what holds nothing of it is left out. */
static armex_status read_all(struct panels *out, const struct armex_store *store,
                             const struct armex_query *query, struct armex_error *error)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < n; i++) {
        struct armex_panel *panel = NULL;
        struct armex_error why = {0}; // a dataset that does not fit is no error here
        if (i + 1 < n && strcmp(list[i].dataset, list[i + 1].dataset) == 0)
            continue;
        status = read_panel(&panel, store, query, list[i].dataset, &why);
        if (status == ARMEX_USAGE || status == ARMEX_BAD_INPUT)
            status = ARMEX_OK;
        else if (!status && is_arms(panel))
            out->items[out->n++] = panel;
        else
            armex_panel_free(panel);
        if (status)
            armex_fail(error, status, ARMEX_NOWHERE, "%s", why.message);
    }
    return status;
}

static bool has_one_measure(const struct armex_panel *panel)
{
    for (size_t s = 1; s < panel->n_series; s++)
        if (panel->series[s].measure != panel->series[0].measure)
            return false;
    return panel->n_series > 0;
}

/* A dataset named that counts one thing only is set beside the measure asked for,
   though it be another; of one that counts several none but that measure is. */
static armex_status read_one(struct armex_panel **out, const struct armex_store *store,
                             const struct armex_query *query, const char *dataset,
                             struct armex_error *error)
{
    struct armex_query whole = *query;
    struct armex_error why = {0}, none = {0};
    const armex_status status = read_panel(out, store, query, dataset, &why);

    if (!status)
        return ARMEX_OK;
    whole.measure = NULL;
    if (status == ARMEX_USAGE && query->measure &&
        read_panel(out, store, &whole, dataset, &none) == ARMEX_OK &&
        has_one_measure(*out))
        return ARMEX_OK;
    armex_panel_free(*out);
    *out = NULL;
    return armex_fail(error, status, ARMEX_NOWHERE, "%s", why.message);
}

static armex_status read_named(struct panels *out, const struct armex_store *store,
                               const struct armex_query *query,
                               struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    const char *rest = query->dataset;

    while (!status && *(rest += strspn(rest, ", "))) {
        const size_t length = strcspn(rest, ", ");
        char *one = strndup(rest, length);
        status = one ? read_one(&out->items[out->n], store, query, one, error)
                     : armex_fail_memory(error);
        out->n += !status;
        rest += length;
        free(one);
    }
    return status;
}

static armex_status read_panels(struct panels *out, const struct armex_store *store,
                                const struct armex_query *query,
                                struct armex_error *error)
{
    const bool named = query->dataset && query->dataset[strspn(query->dataset, ", ")];
    const size_t most = query->dataset ? strlen(query->dataset) : 0;
    size_t n;

    armex_store_list(store, &n);
    out->items = calloc(n + most + 1, sizeof(struct armex_panel *));
    if (!out->items)
        return armex_fail_memory(error);
    return named ? read_named(out, store, query, error)
                 : read_all(out, store, query, error);
}

enum { BEYOND_UNLESS_NAMED = 3, BEYOND_AT_MOST = 1000 };

static armex_status read_ways(enum armex_compare_by *by, long *beyond,
                              const struct armex_query *query, const char *given,
                              struct armex_error *error)
{
    *by = ARMEX_BY_ENTITY;
    *beyond = BEYOND_UNLESS_NAMED;
    if (query->by && !armex_compare_by_parse(by, query->by, strlen(query->by)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--by: '%s' is none of entity, year, pair, rank, figure",
                          query->by);
    if (given && *by != ARMEX_BY_RANK)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--beyond is about ranks; it needs --by rank");
    if (given && !armex_whole_parse(beyond, given, strlen(given), 0, BEYOND_AT_MOST))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--beyond: '%s' is not a number from 0 to %d", given,
                          BEYOND_AT_MOST);
    return ARMEX_OK;
}

armex_status armex_compare_answer(struct armex_table **out,
                                  const struct armex_store *store,
                                  const struct armex_query *query, const char *beyond,
                                  struct armex_error *error)
{
    enum armex_compare_by by;
    struct panels panels = {0};
    long places;
    armex_status status = read_ways(&by, &places, query, beyond, error);

    *out = NULL;
    if (!status)
        status = read_panels(&panels, store, query, error);
    if (!status)
        status = armex_compare(out, (const struct armex_panel *const *)panels.items,
                               panels.n, by, (int)places, error);
    free_panels(&panels);
    return status;
}
