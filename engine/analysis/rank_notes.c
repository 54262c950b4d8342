/** analysis/rank_notes.c: who is not in a ranking, and what it does not show. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/caution.h"
#include "analysis/growth.h"
#include "analysis/rank_parts.h"
#include "analysis/rank_printed.h"
#include "analysis/sipri_style.h"
#include "analysis/window.h"
#include "base/number.h"
#include "country/entity.h"

static armex_status note_absent(struct armex_rank_run *run)
{
    struct armex_listing absent = {0};
    const int year = run->options.year;
    size_t none = 0;
    char before[120];

    for (size_t i = 0; i < run->n; i++) {
        const struct armex_contender *contender = &run->contenders[i];
        const armex_mark mark = armex_panel_mark(run->windows, contender->s, year);
        if (!isnan(contender->value[ARMEX_NOW]) ||
            !isnan(contender->printed[ARMEX_NOW]))
            continue;
        if ((mark & ARMEX_STATUS_BITS) == ARMEX_NIL)
            none++;
        else
            armex_listing_add(&absent, ", ", "%s", contender->series->name);
    }
    snprintf(before, sizeof before, "no figure for %d, so not ranked: ", year);
    if (run->options.window > 1)
        snprintf(before, sizeof before,
                 "no sum for the %d years to %d (a year missing, or a break), so not "
                 "ranked: ",
                 run->options.window, year);
    armex_status status = armex_listing_note(&absent, &run->table->notes,
                                             run->table->arena, before, "", run->error);
    if (!status && none)
        status = armex_notes_add(&run->table->notes, run->table->arena, run->error,
                                 "none identified then, so not ranked: %zu more", none);
    return status;
}

static armex_status note_apart(struct armex_rank_run *run)
{
    struct armex_listing aggregates = {0}, unknown = {0}, unlisted = {0};

    for (size_t s = 0; s < run->panel->n_series; s++) {
        if (!run->apart[s])
            continue;
        const struct armex_series *series = &run->panel->series[s];
        if (armex_entity_is_aggregate(series->entity) &&
            (run->options.style != ARMEX_STYLE_SIPRI ||
             strcmp(series->entity, "WLD") != 0))
            armex_listing_add(&aggregates, ", ", "%s", series->name);
        if (armex_entity_unlisted(series->entity, strlen(series->entity)))
            armex_listing_add(&unlisted, ", ", "%s", series->name);
    }
    for (size_t i = 0; i < run->n; i++)
        if (run->contenders[i].unranked && !isnan(run->contenders[i].value[ARMEX_NOW]))
            armex_listing_add(&unknown, ", ", "%s", run->contenders[i].series->name);
    armex_status status = armex_listing_note(
        &aggregates, &run->table->notes, run->table->arena,
        "an aggregate is not ranked beside states: ", "", run->error);
    if (status)
        armex_listing_free(&unknown);
    else
        status = armex_listing_note(&unknown, &run->table->notes, run->table->arena,
                                    "in the sum, but not ranked: ", "", run->error);
    if (status)
        armex_listing_free(&unlisted);
    else
        status = armex_listing_note(&unlisted, &run->table->notes, run->table->arena,
                                    "names that mean nobody known are neither ranked "
                                    "nor in the sum: ",
                                    "", run->error);
    return status;
}

/* By growth: who has a figure, but no change. */
static armex_status note_without_growth(struct armex_rank_run *run)
{
    struct armex_listing without = {0};
    const int to = run->options.year;

    for (size_t i = 0; i < run->n && run->options.by == ARMEX_BY_GROWTH; i++) {
        const struct armex_contender *contender = &run->contenders[i];
        const int step = armex_rank_step(run, contender->series);
        if (contender->unranked || isnan(contender->value[ARMEX_NOW]) ||
            !isnan(contender->change[ARMEX_NOW]))
            continue;
        enum armex_growth_reason reason = armex_growth_check(
            run->windows, contender->s, to - step, to, ARMEX_GROWTH_CAGR);
        reason = reason ? reason : ARMEX_NO_RESOLUTION; // the quotient was too large
        armex_listing_add(&without, ", ", "%s (%s)", contender->series->name,
                          armex_growth_reason_name(reason));
    }
    return armex_listing_note(&without, &run->table->notes, run->table->arena,
                              "growth undefined, so not ranked: ", "", run->error);
}

/* --top may cut between equals: say who shares the last rank shown. */
static armex_status note_cut(struct armex_rank_run *run)
{
    struct armex_listing cut = {0};
    const size_t rows = run->table->n_rows;
    char before[80], number[ARMEX_NUMBER_SIZE];

    if (rows == 0 || rows == run->n_ranked || run->options.ties == ARMEX_TIES_ORDINAL)
        return ARMEX_OK;
    const double last = run->contenders[run->order[rows - 1]].rank[ARMEX_NOW];
    for (size_t i = rows; i < run->n_ranked; i++) {
        const struct armex_contender *contender = &run->contenders[run->order[i]];
        if (contender->rank[ARMEX_NOW] == last)
            armex_listing_add(&cut, ", ", "%s", contender->series->name);
    }
    armex_number_write(number, last);
    snprintf(before, sizeof before, "rank %s is shared by those left out: ", number);
    return armex_listing_note(&cut, &run->table->notes, run->table->arena, before, "",
                              run->error);
}

/* Per cents as published: ranks printed with them, or how far they tell who is first.
 */
static armex_status note_published(struct armex_rank_run *run,
                                   const struct armex_series *first)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    const double whole = 97.0; // the rounding of thirty shares takes no more off
    double sum = 0.0;

    if (armex_rank_is_printed(&run->options))
        return armex_notes_add(
            notes, arena, run->error,
            "ranks and shares as published: a rank stands as its edition printed it, a "
            "share as the newest does; no change is given, for the change of a share "
            "is "
            "not that of the volume behind it");
    if (!armex_is_share(first))
        return armex_notes_add(notes, arena, run->error,
                               "per cents of scope %s as published, and as rounded "
                               "there; ranked are those printed here alone",
                               first->scope);
    for (size_t i = 0; i < run->n; i++)
        sum += isnan(run->contenders[i].value[ARMEX_NOW])
                   ? 0.0
                   : run->contenders[i].value[ARMEX_NOW];
    armex_status status = armex_notes_add(
        notes, arena, run->error,
        "shares as published, and as rounded there: those printed alike share a "
        "rank; no change is given, for the change of a share is not that of the "
        "volume behind it");
    if (!status && sum < whole && run->options.several)
        return armex_notes_add(notes, arena, run->error,
                               "ranks are among the shares at hand alone: others may "
                               "stand between");
    if (!status && sum < whole)
        status = armex_notes_add(notes, arena, run->error,
                                 "the shares here add up to %.0f %% of the whole: "
                                 "others may stand between, and ranks are among these "
                                 "alone",
                                 sum);
    return status;
}

static armex_status note_shares(struct armex_rank_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    const struct armex_contender *first =
        run->n_ranked ? &run->contenders[run->order[0]] : NULL;
    size_t summed = 0;

    if (!first)
        return ARMEX_OK;
    if (first->series->unit.kind == ARMEX_PERCENT)
        return note_published(run, first->series);
    if (run->options.style == ARMEX_STYLE_SIPRI)
        return armex_sipri_notes(run);
    if (run->options.several)
        return ARMEX_OK;
    for (size_t i = 0; i < run->n; i++)
        summed += !isnan(run->contenders[i].value[ARMEX_NOW]);
    return armex_notes_add(notes, arena, run->error,
                           "share: of the sum of the %zu with a figure here", summed);
}

/* With --at-least a sum may lack years: say whose, and how many there are. */
static armex_status note_partial(struct armex_rank_run *run)
{
    struct armex_listing partial = {0};
    const int window = run->options.window;

    for (size_t i = 0; i < run->table->n_rows; i++) {
        const struct armex_contender *contender = &run->contenders[run->order[i]];
        const int present =
            armex_window_coverage(run->panel, contender->s, run->options.year, window);
        if (present < window && !isnan(contender->value[ARMEX_NOW]))
            armex_listing_add(&partial, ", ", "%s (%d of %d)", contender->series->name,
                              present, window);
    }
    return armex_listing_note(&partial, &run->table->notes, run->table->arena,
                              "sums of the years present only: ", "", run->error);
}

static armex_status note_figures(struct armex_rank_run *run)
{
    struct armex_listing soft = {0};
    const size_t rows = run->table->n_rows;
    size_t *chosen = calloc(rows + 1, sizeof *chosen);

    if (!chosen)
        return armex_fail_memory(run->error);
    for (size_t i = 0; i < rows; i++) {
        chosen[i] = run->contenders[run->order[i]].s;
        armex_caution_soft(&soft, run->windows, chosen[i], run->options.year);
    }
    armex_status status = armex_caution_soft_note(&soft, &run->table->notes,
                                                  run->table->arena, run->error);
    if (!status)
        status = armex_caution_fiscal(&run->table->notes, run->table->arena, run->panel,
                                      chosen, rows, run->error);
    free(chosen);
    return status;
}

armex_status armex_rank_notes(struct armex_rank_run *run)
{
    armex_status status = note_shares(run);

    if (!status && armex_rank_is_printed(&run->options))
        status = armex_rank_printed_notes(run);
    if (!status && !run->options.several)
        status = note_absent(run);
    if (!status)
        status = note_without_growth(run);
    if (!status)
        status = note_apart(run);
    if (!status)
        status = note_cut(run);
    if (!status)
        status = note_partial(run);
    if (!status)
        status = note_figures(run);
    return status;
}
