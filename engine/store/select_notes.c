/** store/select_notes.c: what the reader of a selection must know. */
#include <string.h>

#include "store/listing.h"
#include "store/select_parts.h"

/* A dataset that knows national totals owes a word where something else stands in. */
static armex_status note_scopes(struct armex_select_run *run)
{
    struct armex_listing stand_ins = {0};
    bool knows_totals = false;

    for (size_t s = 0; s < run->known->n_series; s++)
        knows_totals |= strcmp(run->known->series[s].scope, "national") == 0;
    for (size_t i = 0; knows_totals && !run->selection->scope && i < run->n_chosen;
         i++) {
        const struct armex_series *series = &run->panel->series[i];
        if (strcmp(series->scope, "national") != 0)
            armex_listing_add(&stand_ins, ", ", "%s (%s, %s)", series->name,
                              armex_measure_name(series->measure), series->scope);
    }
    return armex_listing_note(&stand_ins, &run->panel->notes, run->panel->arena,
                              "the usual headline stands in for a national total: ", "",
                              run->error);
}

static bool has_figures(const struct armex_select_run *run, const char *code)
{
    const struct armex_panel *panel = run->panel;
    const int from = run->selection->from, to = run->selection->to;

    for (size_t i = 0; i < panel->n_series; i++) {
        if (strcmp(panel->series[i].entity, code) != 0)
            continue;
        for (size_t y = 0; y < panel->n_years; y++) {
            const int year = panel->first_year + (int)y;
            if ((!from || year >= from) && (!to || year <= to) &&
                armex_mark_has_value(armex_panel_mark(panel, i, year)))
                return true;
        }
    }
    return false;
}

armex_status armex_select_notes(struct armex_select_run *run)
{
    struct armex_listing without = {0};
    armex_status status = note_scopes(run);

    for (size_t i = 0; !status && i < run->selection->n_entities; i++)
        if (!has_figures(run, run->selection->entities[i]->code))
            armex_listing_add(&without, ", ", "%s", run->selection->entities[i]->name);
    if (status)
        armex_listing_free(&without);
    else
        status = armex_listing_note(&without, &run->panel->notes, run->panel->arena,
                                    "nothing there for: ", "", run->error);
    return status;
}
