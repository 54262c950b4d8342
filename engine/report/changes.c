/** report/changes.c: the words of a query into a selection of publications. */
#include "report/changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum { EARLIEST = 1000, LATEST = 9999 };

/* "2021" or "2019-2023". */
static armex_status read_years(struct armex_selection *out, const char *text,
                               struct armex_error *error)
{
    const char *dash = strchr(text, '-');
    const size_t length = dash ? (size_t)(dash - text) : strlen(text);
    const char *second = dash ? dash + 1 : text;
    long from, to;

    if (!armex_whole_parse(&from, text, length, EARLIEST, LATEST) ||
        !armex_whole_parse(&to, second, strlen(second), EARLIEST, LATEST) || to < from)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "years: '%s' is not a year or a range; write 2021 or "
                          "2019-2023",
                          text);
    out->from = (int)from;
    out->to = (int)to;
    return ARMEX_OK;
}

static armex_status read_measure(struct armex_selection *out, const char *text,
                                 struct armex_error *error)
{
    if (armex_measure_parse(&out->measure, text, strlen(text)))
        return ARMEX_OK;
    const char *nearest = armex_nearest(text, armex_measure_names(), ARMEX_MEASURES);
    return armex_fail(
        error, ARMEX_USAGE, ARMEX_NOWHERE, "measure: there is no '%s'%s%s%s", text,
        nearest ? "; did you mean '" : "", nearest ? nearest : "", nearest ? "'?" : "");
}

static armex_status read_as_of(struct armex_selection *out, const char *text,
                               struct armex_error *error)
{
    struct armex_date date;

    if (!armex_date_parse(&date, text, strlen(text)))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "as-of: '%s' is not a date; write 2025-02-01", text);
    out->as_of = armex_date_last_day(date);
    return ARMEX_OK;
}

static armex_status refuse_others(const struct armex_query *query,
                                  struct armex_error *error)
{
    if (query->unit || query->window || query->method || query->top || query->ties ||
        query->by || query->entities || query->publications)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "changes take dataset, entity, years, measure, scope, flow "
                          "and as-of only");
    return ARMEX_OK;
}

/* `*entities` is the caller's to free. */
static armex_status read_query(struct armex_selection *out,
                               const struct armex_entity ***entities,
                               const struct armex_query *query,
                               struct armex_error *error)
{
    armex_status status = refuse_others(query, error);

    *out =
        (struct armex_selection){.any_measure = !query->measure, .scope = query->scope};
    if (!status && query->years)
        status = read_years(out, query->years, error);
    if (!status && query->measure)
        status = read_measure(out, query->measure, error);
    if (!status && query->as_of)
        status = read_as_of(out, query->as_of, error);
    if (!status && query->flow &&
        !armex_direction_parse(&out->flow, query->flow, strlen(query->flow)))
        status = armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "flow: '%s' is neither exports nor imports", query->flow);
    if (!status && query->entity && strcmp(query->entity, "all") != 0)
        status = armex_entities_named(entities, &out->n_entities, query->entity, error);
    out->entities = *entities;
    return status;
}

armex_status armex_changes_answer(struct armex_table **out,
                                  const struct armex_store *store,
                                  const struct armex_query *query, bool changed_only,
                                  struct armex_error *error)
{
    const struct armex_revisions_options options = {changed_only};
    const struct armex_entity **entities = NULL;
    const struct armex_stored *stored = NULL;
    struct armex_vintage *vintage = NULL;
    struct armex_selection selection;
    armex_status status = read_query(&selection, &entities, query, error);

    *out = NULL;
    if (!status)
        status =
            armex_store_find(&stored, store, query->dataset, selection.as_of, error);
    if (!status)
        status = armex_vintage_read(&vintage, stored->path, ARMEX_EVERYTHING, error);
    if (!status)
        status = armex_revisions(out, vintage, &selection, &options, error);
    armex_vintage_free(vintage);
    free(entities);
    return status;
}
