/** store/select.c: out of a vintage, the series and years that were asked for. */
#include "store/select.h"

#include <stdlib.h>
#include <string.h>

#include "store/select_parts.h"

static bool fits_scope(const char *scope, const struct armex_series *series)
{
    if (!scope)
        return series->headline;
    return strcmp(scope, "all") == 0 || strcmp(scope, series->scope) == 0;
}

static bool names_entity(const struct armex_selection *selection, const char *code)
{
    for (size_t i = 0; i < selection->n_entities; i++)
        if (strcmp(selection->entities[i]->code, code) == 0)
            return true;
    return selection->n_entities == 0;
}

bool armex_selection_wants(const struct armex_selection *selection,
                           const struct armex_series *series)
{
    return series->flow == selection->flow &&
           (selection->any_measure || series->measure == selection->measure) &&
           fits_scope(selection->scope, series) &&
           names_entity(selection, series->entity);
}

/* Series in the order of the entities asked for, else as they are stored. */
static void choose(struct armex_select_run *run)
{
    const struct armex_selection *selection = run->selection;
    const struct armex_panel *known = run->known;
    const size_t rounds = selection->n_entities ? selection->n_entities : 1;

    for (size_t i = 0; i < rounds; i++)
        for (size_t s = 0; s < known->n_series; s++)
            if (armex_selection_wants(selection, &known->series[s]) &&
                (!selection->n_entities ||
                 strcmp(selection->entities[i]->code, known->series[s].entity) == 0))
                run->chosen[run->n_chosen++] = s;
}

/* The vintage's panel with what was known on the day asked for. Breaks stay. */
static armex_status panel_as_of(struct armex_panel **out,
                                const struct armex_vintage *vintage, int as_of,
                                struct armex_error *error)
{
    const struct armex_panel *panel = vintage->panel;
    const size_t n = panel->n_series * panel->n_years;
    armex_status status = armex_panel_create(out, panel->n_series, panel->first_year,
                                             panel->n_years, error);

    if (status)
        return status;
    for (size_t s = 0; s < panel->n_series; s++)
        (*out)->series[s] = panel->series[s]; // texts stay the vintage's
    for (size_t i = 0; i < n; i++)
        (*out)->marks[i] = panel->marks[i];
    armex_publications_choose(vintage->publications, *out, as_of);
    return ARMEX_OK;
}

static int last_year(const struct armex_panel *panel)
{
    return panel->first_year + (int)panel->n_years - 1;
}

static armex_status make_panel(struct armex_select_run *run)
{
    const struct armex_panel *known = run->known;
    int from = run->selection->from ? run->selection->from : known->first_year;
    int to = run->selection->to ? run->selection->to : last_year(known);

    if (run->selection->history) {
        from = from < known->first_year ? from : known->first_year;
        to = to > last_year(known) ? to : last_year(known);
    }
    return armex_panel_create(&run->panel, run->n_chosen, from, (size_t)(to - from) + 1,
                              run->error);
}

static armex_status fill(struct armex_select_run *run)
{
    struct armex_panel *panel = run->panel;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < run->n_chosen; i++)
        status =
            armex_series_copy(&panel->series[i], &run->known->series[run->chosen[i]],
                              panel->arena, run->error);
    for (size_t y = 0; !status && y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        for (size_t i = 0; i < run->n_chosen; i++) {
            const size_t at = y * panel->n_series + i;
            panel->values[at] = armex_panel_value(run->known, run->chosen[i], year);
            panel->marks[at] = armex_panel_mark(run->known, run->chosen[i], year);
        }
    }
    return status;
}

static armex_status select_series(struct armex_select_run *run)
{
    armex_status status = ARMEX_OK;

    choose(run);
    if (run->n_chosen == 0)
        status = armex_select_explain(run);
    if (!status)
        status = armex_select_check_years(run);
    if (!status)
        status = make_panel(run);
    if (!status)
        status = fill(run);
    if (!status)
        status = armex_notes_source(&run->panel->notes, run->panel->arena,
                                    &run->vintage->provenance, run->error);
    if (!status) // what the source said of all its figures
        status = armex_notes_join(&run->panel->notes, run->panel->arena,
                                  &run->vintage->panel->notes, run->error);
    if (!status)
        status = armex_select_notes(run);
    if (!status && run->selection->successor)
        status = armex_select_join(run);
    return status;
}

static armex_status select_known(struct armex_panel **out, struct armex_select_run *run)
{
    const size_t n = run->known->n_series + 1;
    const size_t rounds = run->selection->n_entities ? run->selection->n_entities : 1;
    armex_status status = ARMEX_OK;

    run->chosen = calloc(n * rounds, sizeof *run->chosen);
    run->joined = calloc(n, sizeof *run->joined);
    if (!run->chosen || !run->joined)
        status = armex_fail_memory(run->error);
    if (!status)
        status = select_series(run);
    free(run->joined);
    free(run->chosen);
    if (status)
        armex_panel_free(run->panel);
    else
        *out = run->panel;
    return status;
}

armex_status armex_select(struct armex_panel **out, const struct armex_vintage *vintage,
                          const struct armex_selection *selection,
                          struct armex_error *error)
{
    struct armex_select_run run = {.vintage = vintage,
                                   .selection = selection,
                                   .known = vintage->panel,
                                   .error = error};
    struct armex_panel *as_of = NULL;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (!vintage->panel)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "%s holds records, not observations; `show` prints them",
                          vintage->provenance.dataset);
    if (selection->as_of && vintage->publications) {
        status = panel_as_of(&as_of, vintage, selection->as_of, error);
        run.known = as_of;
    }
    if (!status)
        status = select_known(out, &run);
    armex_panel_free(as_of);
    return status;
}
