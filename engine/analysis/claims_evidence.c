/** analysis/claims_evidence.c: what was known on a day, and on which days it changed.
 */
#include "analysis/claims_evidence.h"

#include <stdlib.h>
#include <string.h>

armex_status armex_evidence_panel(struct armex_panel **out,
                                  const struct armex_vintage *vintage, int as_of,
                                  struct armex_error *error)
{
    const struct armex_panel *panel = vintage->panel;
    const size_t n = panel->n_series * panel->n_years;
    const armex_status status = armex_panel_create(
        out, panel->n_series, panel->first_year, panel->n_years, error);

    if (status)
        return status;
    for (size_t s = 0; s < panel->n_series; s++)
        (*out)->series[s] = panel->series[s];
    for (size_t i = 0; i < n; i++) {
        (*out)->marks[i] = panel->marks[i];
        (*out)->values[i] = panel->values[i];
    }
    if (as_of && vintage->publications)
        armex_publications_choose(vintage->publications, *out, as_of);
    return ARMEX_OK;
}

static int by_day_latest_first(const void *a, const void *b)
{
    const struct armex_date *x = a, *y = b;
    const int day = armex_date_last_day(*x), other = armex_date_last_day(*y);
    return (day < other) - (day > other);
}

/* Whether a publication is of the years a statement is about. */
static bool is_about(const struct armex_publication *item,
                     const struct armex_statement *statement)
{
    const bool at = item->year >= statement->at.from && item->year <= statement->at.to;
    return at ||
           (item->year >= statement->base.from && item->year <= statement->base.to);
}

/* A share is of the world, and a rank among all: their days count too. */
static bool bears(const struct armex_series *series,
                  const struct armex_statement *statement)
{
    const bool own = strcmp(series->entity, statement->entity->code) == 0;
    const bool relative =
        statement->what == ARMEX_CLAIMED_RANK || statement->what == ARMEX_CLAIMED_SHARE;

    return (own || relative) && series->flow == statement->flow &&
           (statement->any_measure || series->measure == statement->measure);
}

armex_status armex_evidence_days(struct armex_date **out, size_t *n,
                                 const struct armex_vintage *vintage,
                                 const struct armex_statement *statement, int as_of,
                                 struct armex_error *error)
{
    const struct armex_publications *all = vintage->publications;
    struct armex_date *days = all ? calloc(all->n + 1, sizeof *days) : NULL;
    size_t found = 0, kept = 0;

    *out = days;
    *n = 0;
    if (!days)
        return all ? armex_fail_memory(error) : ARMEX_OK;
    for (size_t i = 0; i < all->n; i++) {
        const struct armex_publication *item = &all->items[i];
        const int day = armex_date_last_day(item->published);
        if (day && (!as_of || day <= as_of) && is_about(item, statement) &&
            bears(&vintage->panel->series[item->series], statement))
            days[found++] = item->published;
    }
    qsort(days, found, sizeof *days, by_day_latest_first);
    for (size_t i = 0; i < found; i++)
        if (!kept ||
            armex_date_last_day(days[kept - 1]) != armex_date_last_day(days[i]))
            days[kept++] = days[i];
    *n = kept;
    return ARMEX_OK;
}
