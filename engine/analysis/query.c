/** analysis/query.c: from a question to its answer. */
#include "analysis/query.h"

#include <stdlib.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/convert.h"
#include "analysis/estimated_column.h"
#include "analysis/query_data.h"
#include "analysis/query_rank.h"
#include "analysis/query_request.h"
#include "analysis/rank_printed.h"
#include "analysis/rounding.h"
#include "analysis/sipri_style.h"

/* A dataset that is a table of records is shown as it is; nothing else fits it:
   selecting from it is refused. */
static armex_status show_records(struct armex_table **out,
                                 const struct armex_vintage *vintage,
                                 const struct armex_request *request,
                                 struct armex_error *error)
{
    size_t n;
    const struct armex_query_option *options = armex_query_options(&n);

    for (size_t i = 0; i < n; i++)
        if (strcmp(options[i].name, "dataset") != 0 &&
            armex_query_value(request->query, &options[i]))
            return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                              "%s is a table of records; --%s does not apply to it",
                              vintage->provenance.dataset, options[i].name);
    armex_status status = armex_table_copy(out, vintage->records, error);
    if (!status)
        status = armex_notes_source(&(*out)->notes, (*out)->arena, &vintage->provenance,
                                    error);
    if (status) {
        armex_table_free(*out);
        *out = NULL;
    }
    return status;
}

static armex_status convert(struct armex_panel **panel, const struct armex_store *store,
                            const struct armex_request *request, int from, int to,
                            struct armex_error *error)
{
    struct armex_rates rates = {.from = from, .to = to};
    struct armex_panel *fx = NULL, *deflators = NULL, *converted = NULL;
    armex_status status = ARMEX_OK;

    if (!armex_query_must_convert(*panel, request))
        return ARMEX_OK;
    status = armex_query_table(&fx, store, "exchange-rates", error);
    if (!status)
        status = armex_query_table(&deflators, store, "deflators", error);
    rates.exchange_rates = fx;
    rates.deflators = deflators;
    if (!status)
        status = armex_convert(&converted, *panel, request->unit, &rates, error);
    armex_panel_free(deflators);
    armex_panel_free(fx);
    if (!status) {
        armex_panel_free(*panel);
        *panel = converted;
    }
    return status;
}

static bool has_order_years(const struct armex_panel *panel)
{
    for (size_t s = 0; s < panel->n_series; s++)
        if (armex_is_by_order_year(panel->series[s].scope))
            return true;
    return false;
}

static armex_status select_panel(struct armex_panel **out,
                                 const struct armex_vintage *vintage,
                                 struct armex_request *request,
                                 struct armex_error *error)
{
    armex_status status = armex_query_measure(request, vintage, error);

    if (status)
        return status;
    armex_query_add_whole(request, vintage);
    status = armex_select(out, vintage, &request->selection, error);
    if (!status && has_order_years(*out))
        status = armex_caution_order_year(&(*out)->notes, (*out)->arena, error);
    return status;
}

static armex_status show(struct armex_table **out, struct armex_panel **panel,
                         const struct armex_store *store,
                         const struct armex_vintage *vintage,
                         const struct armex_request *request, struct armex_error *error)
{
    if (request->publications)
        return armex_show_publications(out, vintage, &request->selection, *panel,
                                       error);
    const armex_status status = convert(panel, store, request, 0, 0, error);
    return status ? status : armex_show(out, *panel, error);
}

static armex_status grow(struct armex_table **out, struct armex_panel **panel,
                         const struct armex_store *store,
                         const struct armex_vintage *vintage,
                         struct armex_request *request, struct armex_error *error)
{
    const int from = request->selection.from, to = request->selection.to;
    double *steps = NULL;
    armex_status status;

    request->growth.from = from;
    request->growth.to = to;
    if (request->growth.interval && armex_query_must_convert(*panel, request))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--interval is about figures as they were printed; leave out "
                          "--unit, which converts them");
    status = convert(panel, store, request, from, to, error);
    if (!status && request->growth.interval)
        status = armex_rounding_published(&steps, *panel, vintage,
                                          request->selection.as_of, error);
    request->growth.steps = steps;
    if (!status)
        status = armex_growth(out, *panel, &request->growth, error);
    request->growth.steps = NULL;
    free(steps);
    return status;
}

/* SIPRI ranks by years of delivery. */
static armex_status refuse_order_years(const struct armex_panel *panel,
                                       struct armex_error *error)
{
    return !has_order_years(panel)
               ? ARMEX_OK
               : armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "SIPRI's tables go by years of delivery, and a register of "
                            "deals has its volumes in the years of order; take "
                            "sipri-register or sipri-tiv, or leave out --style");
}

/* How many years the figures cover: a window's, five unless another is named of growth
   from window to window and of SIPRI's table. */
static int years_of(const struct armex_request *request)
{
    const bool windows = request->rank.style == ARMEX_STYLE_SIPRI ||
                         request->growth.method == ARMEX_GROWTH_WINDOW;
    const int usual = windows ? ARMEX_SIPRI_WINDOW : 1;
    return request->rank.window ? request->rank.window : usual;
}

static armex_status rank(struct armex_table **out, struct armex_panel **panel,
                         const struct armex_store *store,
                         const struct armex_vintage *vintage,
                         struct armex_request *request, struct armex_error *error)
{
    armex_status status = armex_query_rank_year(request, *panel, error);
    const int year = request->rank.year;
    const int window = years_of(request);
    const bool past = request->details || request->mobility;

    request->rank.printed = !armex_query_must_convert(*panel, request);
    if (!status && request->rank.style == ARMEX_STYLE_SIPRI)
        status = refuse_order_years(*panel, error);
    if (!status)
        status = convert(panel, store, request, past ? 0 : year - 2 * window + 1,
                         past ? 0 : year, error);
    return status ? status : armex_query_rank(out, panel, vintage, request, error);
}

static armex_status share(struct armex_table **out, struct armex_panel **panel,
                          const struct armex_store *store,
                          struct armex_request *request, struct armex_error *error)
{
    request->share.from = request->selection.from;
    request->share.to = request->selection.to;
    const armex_status status =
        convert(panel, store, request, request->share.from, request->share.to, error);
    return status ? status : armex_share(out, *panel, &request->share, error);
}

static armex_status trend(struct armex_table **out, struct armex_panel **panel,
                          const struct armex_store *store,
                          struct armex_request *request, struct armex_error *error)
{
    request->trend.from = request->selection.from;
    request->trend.to = request->selection.to;
    const armex_status status =
        convert(panel, store, request, request->trend.from, request->trend.to, error);
    return status ? status : armex_trend(out, *panel, &request->trend, error);
}

static armex_status add_estimates(struct armex_table **table,
                                  const struct armex_vintage *vintage,
                                  const struct armex_request *request,
                                  struct armex_error *error)
{
    const armex_status status = armex_estimated_column(
        table, vintage, request->selection.flow, years_of(request), error);

    if (status) {
        armex_table_free(*table);
        *table = NULL;
    }
    return status;
}

static armex_status analyse(struct armex_table **out, const struct armex_store *store,
                            const struct armex_vintage *vintage,
                            struct armex_request *request, struct armex_error *error)
{
    struct armex_panel *panel = NULL;
    const bool is_show = strcmp(request->analysis, "show") == 0;

    request->selection.history = !is_show;
    armex_status status = select_panel(&panel, vintage, request, error);
    if (!status && is_show)
        status = show(out, &panel, store, vintage, request, error);
    else if (!status && strcmp(request->analysis, "growth") == 0)
        status = grow(out, &panel, store, vintage, request, error);
    else if (!status && strcmp(request->analysis, "share") == 0)
        status = share(out, &panel, store, request, error);
    else if (!status && strcmp(request->analysis, "trend") == 0)
        status = trend(out, &panel, store, request, error);
    else if (!status)
        status = rank(out, &panel, store, vintage, request, error);
    armex_panel_free(panel);
    if (!status && request->estimates)
        status = add_estimates(out, vintage, request, error);
    return status;
}

armex_status armex_query_answer(struct armex_table **out,
                                const struct armex_store *store,
                                const struct armex_query *query,
                                struct armex_error *error)
{
    struct armex_request request;
    const struct armex_vintage *vintage = NULL;
    armex_status status = armex_request_read(&request, query, error);

    *out = NULL;
    if (!status)
        status = armex_query_vintage(&vintage, store, &request, error);
    if (!status && vintage->records && strcmp(request.analysis, "show") == 0)
        status = show_records(out, vintage, &request, error);
    else if (!status)
        status = analyse(out, store, vintage, &request, error);
    armex_store_return(store, vintage);
    armex_request_end(&request);
    return status;
}

/* Reads the query and selects what it asks for, in the unit that it has; `history`:
   with the years before those named. Ended by armex_query_asked_end(), on failure too.
 */
static armex_status ask(struct armex_asked *out, const struct armex_store *store,
                        const struct armex_query *query, bool history,
                        struct armex_error *error)
{
    *out = (struct armex_asked){.store = store};
    armex_status status = armex_request_read(&out->request, query, error);

    out->request.selection.history = history;
    if (!status)
        status = armex_query_vintage(&out->vintage, store, &out->request, error);
    if (!status)
        status = select_panel(&out->panel, out->vintage, &out->request, error);
    return status;
}

armex_status armex_query_ranked_year(int *first, int *year,
                                     const struct armex_store *store,
                                     const struct armex_query *query,
                                     struct armex_error *error)
{
    struct armex_asked asked;
    armex_status status = ask(&asked, store, query, true, error);

    if (!status)
        status = armex_query_rank_year(&asked.request, asked.panel, error);
    *first = status ? 0 : asked.vintage->panel->first_year;
    *year = status ? 0 : asked.request.rank.year;
    if (!status && !*year)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "nothing can be ranked: no entity has a figure");
    armex_query_asked_end(&asked);
    return status;
}

armex_status armex_query_ask_rankings(struct armex_asked *out,
                                      const struct armex_store *store,
                                      const struct armex_query *query,
                                      struct armex_error *error)
{
    struct armex_request *request = &out->request;
    armex_status status = ask(out, store, query, true, error);

    if (!status && request->rank.style == ARMEX_STYLE_SIPRI)
        status = refuse_order_years(out->panel, error);
    if (!status)
        status = convert(&out->panel, store, request, request->selection.from,
                         request->selection.to, error);
    if (!status)
        status = armex_printed_ranks(&out->panel, &out->ranks, out->vintage,
                                     &request->selection, error);
    request->rank.printed_ranks = out->ranks;
    request->rank.several = true;
    return status ? status
                  : armex_rank_begin(&out->run, out->panel, &request->rank, error);
}

armex_status armex_query_asked_year(struct armex_table **out, struct armex_asked *asked,
                                    int year, struct armex_error *error)
{
    asked->request.rank.year = year; // which partners are of
    armex_status status = armex_rank_answer(out, &asked->run, year, error);
    if (!status)
        status = armex_query_add_partners(out, asked->vintage, &asked->request, error);
    if (!status && asked->request.estimates)
        status = add_estimates(out, asked->vintage, &asked->request, error);
    return status;
}

void armex_query_asked_end(struct armex_asked *asked)
{
    armex_rank_end(&asked->run);
    armex_panel_free(asked->ranks);
    armex_panel_free(asked->panel);
    armex_store_return(asked->store, asked->vintage);
    armex_request_end(&asked->request);
}

armex_status armex_query_panel(struct armex_panel **out,
                               const struct armex_store *store,
                               const struct armex_query *query,
                               struct armex_error *error)
{
    struct armex_asked asked;
    armex_status status = ask(&asked, store, query, false, error);

    *out = NULL;
    if (!status)
        status = convert(&asked.panel, store, &asked.request, 0, 0, error);
    if (!status) {
        *out = asked.panel;
        asked.panel = NULL;
    }
    armex_query_asked_end(&asked);
    return status;
}
