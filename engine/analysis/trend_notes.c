/** analysis/trend_notes.c: how a trend was made, and what it does not show. */
#include "analysis/caution.h"
#include "analysis/trend_parts.h"

/* What was done, on either side of the scale on which it was done. */
struct method {
    const char *what, *how;
};

static const struct method methods[ARMEX_TREND_FITS] = {
    [ARMEX_TREND_LINE] =
        {"growth a year of ln y = a + b t; 95 % by Newey and West's standard error, "
         "which allows for years that hang together; a year of zero or without a "
         "figure is left out",
         ""},
    [ARMEX_TREND_MEAN] = {"each mean is of the years that end with its own", ""},
    [ARMEX_TREND_MEDIAN] = {"each median is of the years that end with its own", ""},
    [ARMEX_TREND_SPLINE] = {"cubic smoothing spline of ",
                            ", its smoothness by generalised cross-validation; 95 % of "
                            "the curve, not of the figures"},
    [ARMEX_TREND_HP] = {"Hodrick-Prescott trend of ",
                        " with lambda 6.25, for yearly figures; its ends will move "
                        "when years are added"},
    [ARMEX_TREND_LOCAL] = {"local linear trend of ",
                           " by the Kalman smoother, its variances by maximum "
                           "likelihood; a year without a figure is estimated; 95 % of "
                           "the trend"},
    [ARMEX_TREND_BREAKS] = {"breaks of Bai and Perron in level and slope of ",
                            ", as many as the sequential test finds at 5 %; 95 % of "
                            "each date; the 5 % values are those of regressors without "
                            "a trend: trust a sup F near them less"},
    [ARMEX_TREND_STEPS] = {"breaks of Bai and Perron in the level of ",
                           ", as many as the sequential test finds at 5 %; 95 % of "
                           "each date; steady growth looks like many steps"},
    [ARMEX_TREND_CUSUM] = {"OLS-CUSUM of yearly growth: beyond the boundary, growth "
                           "did not keep one mean",
                           ""},
    [ARMEX_TREND_OUTLIERS] = {"beyond 3.5 robust standard deviations off the Theil-Sen "
                              "line of ln y a year is called an outlier; it may be "
                              "right",
                              ""},
};

static armex_status note_method(struct armex_trend_run *run)
{
    static const struct method forecast = {
        "forecasts go on as before: no order book, no budget is known to them; "
        "backtest: mean absolute error of forecasts from each year since the eighth, "
        "made from the years before it",
        ""};
    const struct method *method =
        run->options.forecast ? &forecast : &methods[run->options.fit];
    const char *scale = "";

    if (armex_trend_has_levels(run))
        scale = run->options.levels ? "the figures themselves" : "ln y";
    return armex_notes_add(&run->table->notes, run->table->arena, run->error, "%s%s%s",
                           method->what, scale, method->how);
}

/* Years that the fit did without, and years that it could not do with. */
static armex_status note_years(struct armex_trend_run *run)
{
    static const char *const left_out[ARMEX_TREND_FITS] = {
        [ARMEX_TREND_SPLINE] = "the curve runs through years without a figure: ",
        [ARMEX_TREND_HP] =
            "a year without a figure weighs nothing, the trend leads across: ",
        [ARMEX_TREND_LOCAL] = "years without a figure, estimated: ",
        [ARMEX_TREND_BREAKS] =
            "years without a figure are left out, and a break may lie in them: ",
        [ARMEX_TREND_STEPS] =
            "years without a figure are left out, and a break may lie in them: ",
    };
    const bool levels = armex_trend_has_levels(run);
    const char *absent = left_out[run->options.fit];
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = armex_listing_note(&run->absent, notes, arena,
                                             absent ? absent : "", "", run->error);

    return status ? status
                  : armex_listing_note(
                        &run->zeros, notes, arena,
                        run->options.forecast ? "figures below zero: "
                                              : "figures of zero or less have no "
                                                "logarithm: ",
                        levels ? "; --levels fits the figures themselves" : "",
                        run->error);
}

const char *armex_trend_too_few(struct armex_trend_run *run, size_t least)
{
    const struct armex_trend_sample *sample = &run->sample;

    if (!sample->n)
        return "missing";
    armex_listing_add(&run->few, ", ", "%s (%zu of %zu)",
                      run->panel->series[sample->s].name, sample->n, least);
    return "too_few";
}

/* Growth of a share is not growth of volume, and windows that overlap share figures. */
static armex_status note_kinds(struct armex_trend_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = ARMEX_OK;
    bool percent = false, overlap = false;

    for (size_t s = 0; s < run->panel->n_series; s++) {
        percent |= run->panel->series[s].unit.kind == ARMEX_PERCENT;
        overlap |= run->panel->series[s].period.years > 1;
    }
    if (percent)
        status = armex_notes_add(notes, arena, run->error,
                                 "a trend of a percentage is of the percentage itself, "
                                 "not of the volume behind it");
    if (!status && overlap)
        status =
            armex_notes_add(notes, arena, run->error,
                            "each figure covers several years, so figures of years "
                            "close to each other overlap: errors and intervals are "
                            "too small");
    return status;
}

armex_status armex_trend_notes(struct armex_trend_run *run)
{
    struct armex_notes *notes = &run->table->notes;
    struct armex_arena *arena = run->table->arena;
    armex_status status = note_method(run);

    if (!status)
        status = note_kinds(run);
    if (!status)
        status = note_years(run);
    if (!status)
        status = armex_listing_note(
            &run->beaten, notes, arena,
            "the last figure alone would have done better one year ahead: ", "",
            run->error);
    if (!status)
        status = armex_listing_note(
            &run->by_bic, notes, arena,
            "the BIC would choose another number of breaks: ", "", run->error);
    if (!status)
        status = armex_listing_note(
            &run->few, notes, arena,
            "too few years with a figure that can be used: ", "", run->error);
    if (!status)
        status = armex_listing_note(&run->gaps, notes, arena,
                                    "no year may be missing here; without a gap: ", "",
                                    run->error);
    if (!status)
        status = armex_caution_soft_note(&run->soft, notes, arena, run->error);
    return status ? status
                  : armex_caution_fiscal(notes, arena, run->panel, NULL,
                                         run->panel->n_series, run->error);
}
