/** analysis/growth_notes.c: what a rate of growth does not show. */
#include "analysis/growth_parts.h"

#include <math.h>
#include <stdio.h>

#include "analysis/caution.h"

/* The year strictly inside the span whose figure, times `sign`, is largest; 0: none. */
static int find_extreme(const struct armex_panel *panel, size_t s,
                        const struct armex_growth_row *row, double sign)
{
    int found = 0;
    for (int year = row->from + 1; year < row->to; year++) {
        const double value = sign * armex_panel_value(panel, s, year);
        if (!isnan(value) &&
            (!found || value > sign * armex_panel_value(panel, s, found)))
            found = year;
    }
    return found;
}

/* Choosing the ends chooses the answer: 2021 to 2023 skips the peak of 2022. */
static void remark_extreme(struct armex_growth_run *run, size_t s,
                           const struct armex_growth_row *row, double sign,
                           const char *where)
{
    const int year = find_extreme(run->panel, s, row, sign);
    char amount[ARMEX_AMOUNT_SIZE];

    if (!year)
        return;
    const double value = armex_panel_value(run->panel, s, year);
    if (sign * value <= sign * row->first || sign * value <= sign * row->last)
        return;
    armex_amount_words(amount, value, run->panel->series[s].unit);
    armex_listing_add(&run->peaks, "; ",
                      "%s: %d's %s, inside the span, is %s both ends",
                      run->panel->series[s].name, year, amount, where);
}

void armex_growth_remark(struct armex_growth_run *run, size_t s,
                         const struct armex_growth_row *row)
{
    const enum armex_growth_method method = run->options.method;

    if (row->reason)
        return;
    if (method == ARMEX_GROWTH_CAGR) {
        remark_extreme(run, s, row, 1.0, "above");
        remark_extreme(run, s, row, -1.0, "below");
    }
    if (method == ARMEX_GROWTH_TREND) {
        for (int year = row->from; year <= row->to; year++)
            armex_caution_soft(&run->soft, run->panel, s, year);
        return;
    }
    // a base that ended the row before has been remarked upon
    if (run->last_series != s + 1 || run->last_year != row->from)
        armex_caution_soft(&run->soft, run->panel, s, row->from);
    armex_caution_soft(&run->soft, run->panel, s, row->to);
    run->last_series = s + 1;
    run->last_year = row->to;
}

/* Growth of a share is not growth of volume, and windows that overlap share figures. */
static armex_status note_kinds(struct armex_growth_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = ARMEX_OK;
    bool percent = false, overlap = false;

    for (size_t s = 0; s < run->panel->n_series; s++) {
        const struct armex_series *series = &run->panel->series[s];
        percent |= series->unit.kind == ARMEX_PERCENT;
        overlap |= series->period.years > 1;
    }
    if (percent)
        status = armex_notes_add(notes, arena, run->error,
                                 "growth of a percentage is of the percentage itself, "
                                 "not of the volume behind it");
    if (!status && overlap && run->options.method != ARMEX_GROWTH_WINDOW)
        status =
            armex_notes_add(notes, arena, run->error,
                            "each figure covers several years, so figures of years "
                            "close to each other overlap");
    return status;
}

static armex_status note_whole(struct armex_growth_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    char range[48];

    if (!run->options.contribution)
        return ARMEX_OK;
    if (run->most_in_whole == 0)
        return armex_notes_add(notes, arena, run->error,
                               "contribution: change of the figure over the world's "
                               "total in the base year");
    snprintf(range, sizeof range, "%zu", run->most_in_whole);
    if (run->fewest_in_whole < run->most_in_whole)
        snprintf(range, sizeof range, "%zu to %zu", run->fewest_in_whole,
                 run->most_in_whole);
    return armex_notes_add(
        notes, arena, run->error,
        "contribution: change of the figure over the base year's sum "
        "of the %s with a figure at both ends",
        range);
}

/* "South Korea 1 million USD": in which step its figures were printed. */
static armex_status note_steps(struct armex_growth_run *run)
{
    const struct armex_panel *panel = run->yearly;
    struct armex_listing steps = {0};

    for (size_t s = 0; s < panel->n_series; s++) {
        const double step = armex_rounding_step(panel, s, panel->first_year);
        char amount[ARMEX_AMOUNT_SIZE];
        armex_amount_words(amount, step, panel->series[s].unit);
        if (step > 0.0 && panel->series[s].unit.kind != ARMEX_PERCENT)
            armex_listing_add(&steps, ", ", "%s %s", panel->series[s].name, amount);
    }
    return armex_listing_note(
        &steps, &run->table->notes, run->table->arena,
        "bounds: every figure is taken as rounded to the last digit that the figures "
        "of "
        "its series have (a printed 0 lies between 0 and half of that): ",
        "", run->error);
}

static armex_status note_rounding(struct armex_growth_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = ARMEX_OK;
    bool percent = false;

    for (size_t s = 0; s < run->yearly->n_series; s++)
        percent |= run->yearly->series[s].unit.kind == ARMEX_PERCENT;
    if (!run->options.interval)
        return ARMEX_OK;
    if (run->options.steps)
        return armex_notes_add(
            notes, arena, run->error,
            "bounds: every figure is taken as rounded to the significant digits it was "
            "printed with; zeros that end a whole number are not among them");
    if (percent)
        status = armex_notes_add(
            notes, arena, run->error,
            "bounds: per cents of 10 and more, and apart from them the smaller ones, "
            "are taken as rounded to the last digit that any of the series has");
    return status ? status : note_steps(run);
}

armex_status armex_growth_notes(struct armex_growth_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status =
        armex_listing_note(&run->peaks, notes, arena, "", "", run->error);
    if (!status)
        status = armex_caution_soft_note(&run->soft, notes, arena, run->error);
    if (!status)
        status = armex_listing_note(&run->short_ones, notes, arena,
                                    "no two years with figures: ", "", run->error);
    if (!status)
        status = note_kinds(run);
    if (!status)
        status = note_whole(run);
    if (!status)
        status = note_rounding(run);
    if (!status)
        status = armex_caution_fiscal(notes, arena, run->panel, NULL,
                                      run->panel->n_series, run->error);
    return status;
}

void armex_growth_end(struct armex_growth_run *run)
{
    armex_listing_free(&run->soft);
    armex_listing_free(&run->peaks);
    armex_listing_free(&run->short_ones);
    armex_growth_print_end(&run->printed);
}
