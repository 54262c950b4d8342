/** analysis/query_data.c: which data a query means where it does not say. */
#include "analysis/query_data.h"

#include <string.h>

#include "country/entity.h"
#include "store/listing.h"

armex_status armex_query_vintage(const struct armex_vintage **out,
                                 const struct armex_store *store,
                                 const struct armex_request *request,
                                 struct armex_error *error)
{
    const int as_of = request->selection.as_of;
    const bool everything = as_of || request->publications ||
                            request->growth.interval || request->details ||
                            request->estimates || request->rank.partners;
    const struct armex_stored *stored;
    const armex_status status =
        armex_store_find(&stored, store, request->query->dataset, as_of, error);

    *out = NULL;
    return status ? status
                  : armex_store_borrow(out, store, stored,
                                       everything ? ARMEX_EVERYTHING : ARMEX_PANEL_ONLY,
                                       error);
}

armex_status armex_query_table(struct armex_panel **out,
                               const struct armex_store *store, const char *dataset,
                               struct armex_error *error)
{
    const struct armex_selection all = {.any_measure = true, .scope = "all"};
    const struct armex_vintage *vintage = NULL;
    const struct armex_stored *stored;
    armex_status status = armex_store_find(&stored, store, dataset, 0, error);

    if (!status)
        status = armex_store_borrow(&vintage, store, stored, ARMEX_PANEL_ONLY, error);
    if (!status)
        status = armex_select(out, vintage, &all, error);
    armex_store_return(store, vintage);
    return status;
}

static armex_status ask_for_measure(const bool seen[ARMEX_MEASURES],
                                    const struct armex_vintage *vintage,
                                    struct armex_error *error)
{
    struct armex_listing there = {0};
    armex_status status;

    for (int m = 0; m < ARMEX_MEASURES; m++)
        if (seen[m])
            armex_listing_add(&there, ", ", "%s",
                              armex_measure_name((enum armex_measure)m));
    const char *words = armex_listing_words(&there);
    status = there.text.failed
                 ? armex_fail_memory(error)
                 : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                              "%s holds several measures there: %s; choose one with "
                              "--measure",
                              vintage->provenance.dataset, words);
    armex_listing_free(&there);
    return status;
}

armex_status armex_query_measure(struct armex_request *request,
                                 const struct armex_vintage *vintage,
                                 struct armex_error *error)
{
    struct armex_selection *selection = &request->selection;
    bool seen[ARMEX_MEASURES] = {false};
    int measures = 0;

    if (request->has_measure)
        return ARMEX_OK;
    selection->any_measure = true;
    if (strcmp(request->analysis, "show") == 0 || !vintage->panel)
        return ARMEX_OK;
    for (size_t s = 0; s < vintage->panel->n_series; s++) {
        const struct armex_series *series = &vintage->panel->series[s];
        if (armex_selection_wants(selection, series)) {
            measures += !seen[series->measure];
            seen[series->measure] = true;
        }
    }
    return measures > 1 ? ask_for_measure(seen, vintage, error) : ARMEX_OK;
}

/* Adds the figures of one series that can be ranked, a counter a year. */
static void count_figures(size_t *figures, const struct armex_panel *panel, size_t s)
{
    for (size_t y = 0; y < panel->n_years; y++) {
        const armex_mark mark = panel->marks[y * panel->n_series + s];
        figures[y] +=
            armex_mark_has_value(mark) && (mark & ARMEX_STATUS_BITS) != ARMEX_NIL;
    }
}

/* How many figures each year has; the world is nobody's rival. NULL: no memory. */
static size_t *count_years(const struct armex_panel *panel)
{
    size_t *figures = armex_arena_new(panel->arena, panel->n_years, sizeof *figures);

    for (size_t s = 0; figures && s < panel->n_series; s++)
        if (!armex_entity_is_aggregate(panel->series[s].entity))
            count_figures(figures, panel, s);
    return figures;
}

/* The newest year with half as many figures as the one with `*most`; its place. */
static size_t well_covered_year(const size_t *figures, size_t n_years, size_t *most)
{
    size_t year = n_years - 1;

    *most = 0;
    for (size_t y = 0; y < n_years; y++)
        *most = figures[y] > *most ? figures[y] : *most;
    while (year > 0 && 2 * figures[year] < *most)
        year--;
    return year;
}

static armex_status choose_year(struct armex_request *request,
                                struct armex_panel *panel, struct armex_error *error)
{
    if (!panel->n_years) // of a file that was tampered with; it is refused when ranked
        return ARMEX_OK;
    const size_t *figures = count_years(panel);
    size_t most;

    if (!figures)
        return armex_fail_memory(error);
    const size_t year = well_covered_year(figures, panel->n_years, &most);
    request->rank.year = panel->first_year + (int)year;
    return armex_notes_add(&panel->notes, panel->arena, error,
                           "ranked for %d, the newest year with at least half as "
                           "many figures (%zu) as the best covered one (%zu)",
                           request->rank.year, figures[year], most);
}

armex_status armex_query_rank_year(struct armex_request *request,
                                   struct armex_panel *panel, struct armex_error *error)
{
    const int from = request->selection.from, to = request->selection.to;

    request->rank.year = to;
    if (!to)
        return choose_year(request, panel, error);
    if (from < to && !request->rank.window && request->rank.style == ARMEX_STYLE_PLAIN)
        return armex_notes_add(&panel->notes, panel->arena, error,
                               "of the years %d to %d the last is ranked; --window %d "
                               "ranks their sums",
                               from, to, to - from + 1);
    return ARMEX_OK;
}

void armex_query_add_whole(struct armex_request *request,
                           const struct armex_vintage *vintage)
{
    const size_t named = request->selection.n_entities;
    struct armex_selection anybody = request->selection;
    bool there = false;

    anybody.n_entities = 0;
    if (!request->growth.contribution || !named)
        return;
    for (size_t s = 0; vintage->panel && s < vintage->panel->n_series; s++)
        there |= strcmp(vintage->panel->series[s].entity, "WLD") == 0 &&
                 armex_selection_wants(&anybody, &vintage->panel->series[s]);
    if (there)
        armex_request_add_world(request);
    request->growth.hide_world = request->selection.n_entities > named;
}

bool armex_query_must_convert(const struct armex_panel *panel,
                              const struct armex_request *request)
{
    for (size_t s = 0; request->has_unit && s < panel->n_series; s++)
        if (!armex_unit_equal(panel->series[s].unit, request->unit))
            return true;
    return false;
}
