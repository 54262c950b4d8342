/** analysis/growth_notes.c: what a rate of growth does not show. */
#include "analysis/growth_parts.h"

#include <math.h>

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
        status = armex_caution_fiscal(notes, arena, run->panel, NULL,
                                      run->panel->n_series, run->error);
    return status;
}

void armex_growth_end(struct armex_growth_run *run)
{
    armex_listing_free(&run->soft);
    armex_listing_free(&run->peaks);
    armex_listing_free(&run->short_ones);
}
