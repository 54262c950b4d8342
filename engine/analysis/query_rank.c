/** analysis/query_rank.c: the ranking that a query asks for, or the table beside it. */
#include "analysis/query_rank.h"

#include <stdlib.h>

#include "analysis/mobility.h"
#include "analysis/rank_details.h"
#include "analysis/rank_partners.h"
#include "analysis/rank_printed.h"
#include "analysis/rounding.h"

/* How firm ranks are, rounding and all where the figures are as they were printed. */
static armex_status detail(struct armex_table **out, const struct armex_panel *panel,
                           const struct armex_vintage *vintage,
                           struct armex_request *request, struct armex_error *error)
{
    double *steps = NULL;
    armex_status status = ARMEX_OK;

    if (request->rank.printed)
        status = armex_rounding_published(&steps, panel, vintage,
                                          request->selection.as_of, error);
    request->rank.steps = steps;
    if (!status)
        status = armex_rank_details(out, panel, &request->rank, error);
    request->rank.steps = NULL;
    free(steps);
    return status;
}

armex_status armex_query_add_partners(struct armex_table **out,
                                      const struct armex_vintage *vintage,
                                      const struct armex_request *request,
                                      struct armex_error *error)
{
    armex_status status;

    if (!request->rank.partners)
        return ARMEX_OK;
    if (!vintage->flows)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "%s does not say who delivered to whom; for --with %s take "
                            "a register of transfers, such as SIPRI's",
                            vintage->provenance.dataset, request->query->with);
    else
        status = armex_rank_add_partners(out, vintage->flows, request->selection.flow,
                                         &request->rank, error);
    if (status) {
        armex_table_free(*out);
        *out = NULL;
    }
    return status;
}

static armex_status answer(struct armex_table **out, const struct armex_panel *panel,
                           const struct armex_vintage *vintage,
                           struct armex_request *request, struct armex_error *error)
{
    request->rank.from = request->selection.from;
    if (request->details)
        return detail(out, panel, vintage, request, error);
    if (request->mobility)
        return armex_mobility(out, panel, &request->rank, error);
    const armex_status status = armex_rank(out, panel, &request->rank, error);
    return status ? status : armex_query_add_partners(out, vintage, request, error);
}

armex_status armex_query_rank(struct armex_table **out, struct armex_panel **panel,
                              const struct armex_vintage *vintage,
                              struct armex_request *request, struct armex_error *error)
{
    struct armex_panel *ranks = NULL;
    armex_status status =
        armex_printed_ranks(panel, &ranks, vintage, &request->selection, error);

    *out = NULL;
    request->rank.printed_ranks = ranks;
    if (!status)
        status = answer(out, *panel, vintage, request, error);
    request->rank.printed_ranks = NULL;
    armex_panel_free(ranks);
    return status;
}
