/** analysis/claims_convert.c: figures in the currency that a claim speaks of. */
#include "analysis/claims_convert.h"

#include <string.h>

#include "analysis/claims_evidence.h"
#include "analysis/convert.h"
#include "analysis/query_data.h"

/* Whether the series would answer but for its currency. */
static bool is_money_of(const struct armex_series *series,
                        const struct armex_statement *statement)
{
    struct armex_series in_unit = *series;

    if (series->unit.kind != ARMEX_MONEY)
        return false;
    in_unit.unit = statement->unit;
    return armex_claim_answers(statement, &in_unit) != ARMEX_ANSWERS_NOT;
}

static size_t count(const struct armex_panel *panel,
                    const struct armex_statement *statement)
{
    size_t n = 0;
    for (size_t s = 0; s < panel->n_series; s++)
        n += is_money_of(&panel->series[s], statement);
    return n;
}

/* Those series alone; they may outlive `panel`, but not the vintage's texts. */
static armex_status take(struct armex_panel **out, const struct armex_panel *panel,
                         const struct armex_statement *statement,
                         struct armex_error *error)
{
    const size_t n = count(panel, statement);
    size_t to = 0;
    const armex_status status =
        armex_panel_create(out, n, panel->first_year, panel->n_years, error);

    for (size_t s = 0; !status && s < panel->n_series; s++) {
        if (!is_money_of(&panel->series[s], statement))
            continue;
        (*out)->series[to] = panel->series[s];
        for (size_t y = 0; y < panel->n_years; y++) {
            (*out)->values[y * n + to] = panel->values[y * panel->n_series + s];
            (*out)->marks[y * n + to] = panel->marks[y * panel->n_series + s];
        }
        to++;
    }
    return status;
}

static armex_status convert(struct armex_panel **out, const struct armex_panel *panel,
                            const struct armex_store *store,
                            const struct armex_statement *statement,
                            struct armex_error *error)
{
    struct armex_panel *rates = NULL, *deflators = NULL;
    armex_status status = armex_query_table(&rates, store, "exchange-rates", error);

    if (!status)
        status = armex_query_table(&deflators, store, "deflators", error);
    if (!status) {
        const struct armex_rates tables = {
            .exchange_rates = rates, .deflators = deflators, .from = 0, .to = 0};
        struct armex_error why = {0}; // untold where there is no way to that unit
        status = armex_convert(out, panel, statement->unit, &tables, &why);
        if (status == ARMEX_BAD_INPUT || status == ARMEX_USAGE)
            status = ARMEX_OK;
        else if (status && error)
            *error = why;
    }
    armex_panel_free(deflators);
    armex_panel_free(rates);
    return status;
}

armex_status armex_claim_converted(struct armex_panel **out,
                                   const struct armex_store *store,
                                   const struct armex_vintage *vintage,
                                   const struct armex_statement *statement, int as_of,
                                   struct armex_error *error)
{
    struct armex_panel *known = NULL, *own = NULL;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if ((statement->what != ARMEX_CLAIMED_VALUE &&
         statement->what != ARMEX_CLAIMED_MEAN) ||
        !statement->has_unit || statement->unit.kind != ARMEX_MONEY ||
        count(vintage->panel, statement) == 0)
        return ARMEX_OK;
    status = armex_evidence_panel(&known, vintage, as_of, error);
    if (!status)
        status = take(&own, known, statement, error);
    if (!status)
        status = convert(out, own, store, statement, error);
    armex_panel_free(own);
    armex_panel_free(known);
    return status;
}
