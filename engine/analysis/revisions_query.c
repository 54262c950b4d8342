/** analysis/revisions_query.c: a question about revisions as it is asked. */
#include "analysis/revisions_query.h"

#include <string.h>

#include "analysis/query_request.h"
#include "analysis/rank_printed.h"
#include "analysis/revisions.h"

/* One state of knowledge: a vintage as of a day. */
struct state {
    struct armex_vintage *vintage;
    struct armex_panel *asked; /* what the query selects, for its notes */
    struct armex_panel *all;   /* rivals and earlier years too */
    struct armex_panel *ranks; /* printed with the shares of all, or NULL */
};

static void end_state(struct state *state)
{
    armex_panel_free(state->asked);
    armex_panel_free(state->all);
    armex_panel_free(state->ranks);
    armex_vintage_free(state->vintage);
}

static armex_status read_day(int *out, const char *option, const char *text,
                             struct armex_error *error)
{
    struct armex_date date;

    *out = 0;
    if (!text)
        return ARMEX_OK;
    if (!armex_date_parse(&date, text, strlen(text)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--%s: '%s' is not a date; write 2025-02-01", option, text);
    *out = armex_date_last_day(date);
    return ARMEX_OK;
}

static armex_status read_days(int *from, int *to, const char *from_text,
                              const char *to_text, struct armex_error *error)
{
    armex_status status = read_day(from, "from", from_text, error);

    if (!status)
        status = read_day(to, "to", to_text, error);
    if (!status && to_text && !from_text)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--to goes with --from: revisions are between two days");
    if (!status && *to && *from >= *to)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--from %s is not before --to %s", from_text, to_text);
    return status;
}

static armex_status read_request(struct armex_request *out,
                                 const struct armex_query *query,
                                 struct armex_error *error)
{
    struct armex_selection *selection = &out->selection;
    const armex_status status = armex_request_read(out, query, error);

    selection->any_measure = !out->has_measure;
    if (!status && query->unit)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "revisions are of figures as published; leave out --unit");
    return status;
}

static armex_status read_vintage(struct state *out, const struct armex_stored *stored,
                                 struct armex_error *error)
{
    return armex_vintage_read(&out->vintage, stored->path, ARMEX_EVERYTHING, error);
}

static armex_status select_state(struct state *state,
                                 const struct armex_request *request, int day,
                                 struct armex_error *error)
{
    struct armex_selection selection = request->selection;

    selection.as_of = day;
    armex_status status =
        armex_select(&state->asked, state->vintage, &selection, error);
    selection.entities = NULL;
    selection.n_entities = 0;
    selection.from = selection.to = 0;
    if (!status)
        status = armex_select(&state->all, state->vintage, &selection, error);
    if (!status)
        status = armex_printed_ranks(&state->all, &state->ranks, state->vintage,
                                     &selection, error);
    return status;
}

static armex_status compare(struct armex_table **out, const struct armex_stored *before,
                            int before_day, const struct armex_stored *after,
                            int after_day, const struct armex_request *request,
                            struct armex_error *error)
{
    struct state was = {NULL, NULL, NULL, NULL}, is = {NULL, NULL, NULL, NULL};
    armex_status status = read_vintage(&was, before, error);

    if (!status)
        status = read_vintage(&is, after, error);
    if (!status && before == after && !is.vintage->publications)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "%s has one vintage on both days, and keeps one figure an "
                            "observation: nothing can have changed",
                            after->dataset);
    if (!status)
        status = select_state(&was, request, before_day, error);
    if (!status)
        status = select_state(&is, request, after_day, error);
    if (!status)
        status = armex_revisions_between(
            out, (struct armex_revised){was.all, was.ranks},
            (struct armex_revised){is.all, is.ranks}, &request->selection, error);
    if (!status)
        status =
            armex_notes_join(&(*out)->notes, (*out)->arena, &is.asked->notes, error);
    if (!status)
        status =
            armex_notes_join(&(*out)->notes, (*out)->arena, &was.asked->notes, error);
    if (status) {
        armex_table_free(*out);
        *out = NULL;
    }
    end_state(&was);
    end_state(&is);
    return status;
}

static armex_status between_days(struct armex_table **out,
                                 const struct armex_store *store,
                                 const struct armex_request *request, int from, int to,
                                 struct armex_error *error)
{
    const char *dataset = request->query->dataset;
    const struct armex_stored *before = NULL, *after = NULL;
    armex_status status = armex_store_find(&before, store, dataset, from, error);

    if (!status)
        status = armex_store_find(&after, store, dataset, to, error);
    return status ? status : compare(out, before, from, after, to, request, error);
}

/* The vintage of the same dataset that stands before `newest`, or NULL. */
static const struct armex_stored *vintage_before(const struct armex_store *store,
                                                 const struct armex_stored *newest)
{
    size_t n;
    const struct armex_stored *list = armex_store_list(store, &n);

    return newest > list && strcmp(newest[-1].dataset, newest->dataset) == 0
               ? newest - 1
               : NULL;
}

static armex_status history(struct armex_table **out, const struct armex_store *store,
                            const struct armex_request *request,
                            struct armex_error *error)
{
    const struct armex_revisions_options options = {.changed_only = true};
    const int as_of = request->selection.as_of;
    const struct armex_stored *newest = NULL, *older = NULL;
    struct state state = {NULL, NULL, NULL, NULL};
    armex_status status =
        armex_store_find(&newest, store, request->query->dataset, as_of, error);

    if (!status)
        status = read_vintage(&state, newest, error);
    if (!status && !state.vintage->publications)
        older = vintage_before(store, newest);
    if (!status)
        status = older ? compare(out, older, 0, newest, 0, request, error)
                       : armex_revisions(out, state.vintage, &request->selection,
                                         &options, error);
    end_state(&state);
    return status;
}

armex_status armex_revisions_answer(struct armex_table **out,
                                    const struct armex_store *store,
                                    const struct armex_query *query, const char *from,
                                    const char *to, struct armex_error *error)
{
    struct armex_query as_show = *query;
    struct armex_request request;
    int from_day = 0, to_day = 0;

    as_show.analysis = "show";
    *out = NULL;
    armex_status status = read_request(&request, &as_show, error);
    if (!status)
        status = read_days(&from_day, &to_day, from, to, error);
    if (!status && from && request.selection.as_of)
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--as-of is one day; leave it out beside --from and --to");
    if (!status)
        status = from_day ? between_days(out, store, &request, from_day, to_day, error)
                          : history(out, store, &request, error);
    armex_request_end(&request);
    return status;
}
