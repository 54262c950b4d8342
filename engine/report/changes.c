/** report/changes.c: a query about how figures changed, answered from publications. */
#include "report/changes.h"

#include "analysis/query_request.h"

static armex_status read_request(struct armex_request *out,
                                 const struct armex_query *query,
                                 struct armex_error *error)
{
    if (query->unit || query->window || query->method || query->top || query->ties ||
        query->by || query->entities || query->publications)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "changes take dataset, entity, years, measure, scope, flow "
                          "and as-of only");
    const armex_status status = armex_request_read(out, query, error);
    out->selection.any_measure = !out->has_measure;
    return status;
}

armex_status armex_changes_answer(struct armex_table **out,
                                  const struct armex_store *store,
                                  const struct armex_query *query, bool changed_only,
                                  struct armex_error *error)
{
    const struct armex_revisions_options options = {changed_only};
    const struct armex_stored *stored = NULL;
    const struct armex_vintage *vintage = NULL;
    struct armex_query as_show = *query;
    struct armex_request request = {0};

    *out = NULL;
    as_show.analysis = "show";
    armex_status status = read_request(&request, &as_show, error);
    if (!status)
        status = armex_store_find(&stored, store, query->dataset,
                                  request.selection.as_of, error);
    if (!status)
        status = armex_store_borrow(&vintage, store, stored, ARMEX_EVERYTHING, error);
    if (!status)
        status = armex_revisions(out, vintage, &request.selection, &options, error);
    armex_store_return(store, vintage);
    armex_request_end(&request);
    return status;
}
