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

/* Whether it is what was asked for, whosever it is. */
static bool fits_kind(const struct armex_selection *selection,
                      const struct armex_series *series)
{
    return series->flow == selection->flow &&
           (selection->any_measure || series->measure == selection->measure) &&
           fits_scope(selection->scope, series);
}

bool armex_selection_wants(const struct armex_selection *selection,
                           const struct armex_series *series)
{
    return fits_kind(selection, series) && names_entity(selection, series->entity);
}

/* As they are in every panel that was stored. */
static bool sorted_by_entity(const struct armex_panel *panel)
{
    const struct armex_series *series = panel->series;

    for (size_t s = 1; s < panel->n_series; s++)
        if (strcmp(series[s - 1].entity, series[s].entity) > 0)
            return false;
    return true;
}

/* The first series of `code` or of one behind it, among those sorted by entity. */
static size_t first_of(const struct armex_panel *panel, const char *code)
{
    size_t first = 0, end = panel->n_series;

    while (first < end) {
        const size_t middle = first + (end - first) / 2;
        if (strcmp(panel->series[middle].entity, code) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

static void choose_entity(struct armex_select_run *run, const char *code, bool sorted)
{
    const struct armex_panel *known = run->known;

    for (size_t s = sorted ? first_of(known, code) : 0; s < known->n_series; s++) {
        const bool its = strcmp(known->series[s].entity, code) == 0;
        if (!its && sorted)
            return;
        if (its && fits_kind(run->selection, &known->series[s]))
            run->chosen[run->n_chosen++] = s;
    }
}

/* Series in the order of the entities asked for, else as they are stored. */
static void choose(struct armex_select_run *run)
{
    const struct armex_selection *selection = run->selection;
    const struct armex_panel *known = run->known;
    const bool sorted = selection->n_entities > 0 && sorted_by_entity(known);

    for (size_t i = 0; i < selection->n_entities; i++)
        choose_entity(run, selection->entities[i]->code, sorted);
    for (size_t s = 0; !selection->n_entities && s < known->n_series; s++)
        if (fits_kind(selection, &known->series[s]))
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
    if (n > 0)
        memcpy((*out)->marks, panel->marks, n * sizeof *panel->marks);
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
    return armex_panel_room(&run->panel, run->n_chosen, from, (size_t)(to - from) + 1,
                            run->error);
}

/* How many series from the i-th on stand side by side where they come from, too. */
static size_t run_length(const struct armex_select_run *run, size_t i)
{
    size_t n = 1;

    while (i + n < run->n_chosen && run->chosen[i + n] == run->chosen[i] + n)
        n++;
    return n;
}

/* The `n` series from the i-th on in one year. */
static void fill_cells(struct armex_select_run *run, size_t i, size_t n, int year)
{
    const struct armex_panel *known = run->known;
    double *values = run->panel->values + armex_panel_at(run->panel, i, year);
    armex_mark *marks = run->panel->marks + armex_panel_at(run->panel, i, year);

    if (armex_panel_holds(known, year)) {
        const size_t from = armex_panel_at(known, run->chosen[i], year);
        memcpy(values, known->values + from, n * sizeof *values);
        memcpy(marks, known->marks + from, n * sizeof *marks);
        return;
    }
    for (size_t k = 0; k < n; k++) {
        values[k] = NAN;
        marks[k] = ARMEX_MISSING;
    }
}

static armex_status fill(struct armex_select_run *run)
{
    struct armex_panel *panel = run->panel;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < run->n_chosen; i++)
        status =
            armex_series_copy(&panel->series[i], &run->known->series[run->chosen[i]],
                              panel->arena, run->error);
    for (size_t i = 0, n; !status && i < run->n_chosen; i += n) {
        n = run_length(run, i);
        for (size_t y = 0; y < panel->n_years; y++)
            fill_cells(run, i, n, panel->first_year + (int)y);
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
