/** analysis/share_notes.c: what an index of concentration does not show. */
#include "analysis/caution.h"
#include "analysis/share_parts.h"
#include "country/entity.h"

static armex_status note_total(struct armex_share_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = armex_notes_add(
        notes, arena, run->error,
        run->published ? "shares as published: those not listed count in the total "
                         "alone, so the HHI is the least it can be; Gini, Theil and "
                         "entropy are of those listed"
                       : "shares are of the sum of those with a figure here");

    if (!status && run->options.window > 1)
        status = armex_notes_add(notes, arena, run->error,
                                 "sums of %d years; each bears the number of its last, "
                                 "and changes are against the sum %d years before",
                                 run->options.window, run->options.window);
    for (size_t s = 0; !status && s < run->rank.panel->n_series; s++)
        if (run->rank.panel->series[s].period.years > 1)
            status = armex_notes_add(notes, arena, run->error,
                                     "each figure covers %d years; changes are against "
                                     "that of %d years before",
                                     run->rank.panel->series[s].period.years,
                                     run->rank.panel->series[s].period.years);
    if (!status && run->fewest < run->most)
        status =
            armex_notes_add(notes, arena, run->error,
                            "between %zu and %zu exporters have a figure: compare "
                            "years with as many; entered and left tell figures that "
                            "are there from figures that are not, no more",
                            run->fewest, run->most);
    return status;
}

static void list_aggregates(struct armex_share_run *run)
{
    const struct armex_panel *panel = run->rank.panel;

    for (size_t s = 0; s < panel->n_series; s++)
        if (armex_entity_is_aggregate(panel->series[s].entity))
            armex_listing_add(&run->aggregates, ", ", "%s", panel->series[s].name);
}

armex_status armex_share_notes(struct armex_share_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = note_total(run);

    list_aggregates(run);
    if (!status)
        status = armex_listing_note(&run->unknown, notes, arena,
                                    "in the total, but no exporter: ", "", run->error);
    if (!status)
        status = armex_listing_note(&run->aggregates, notes, arena,
                                    "an aggregate has no share beside states: ", "",
                                    run->error);
    if (!status)
        status =
            armex_listing_note(&run->negative, notes, arena,
                               "a figure below zero, so no shares: ", "", run->error);
    if (!status)
        status = armex_caution_soft_note(&run->soft, notes, arena, run->error);
    return status ? status
                  : armex_caution_fiscal(notes, arena, run->rank.panel, NULL,
                                         run->rank.panel->n_series, run->error);
}
