/** analysis/trend.c: where a series is heading, and when it changed its course. */
#include "analysis/trend.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/caution.h"
#include "analysis/forecast.h"
#include "analysis/growth.h"
#include "analysis/trend_parts.h"
#include "analysis/window.h"
#include "base/text.h"

bool armex_trend_fit_parse(enum armex_trend_fit *out, const char *text, size_t length)
{
    static const char *const names[ARMEX_TREND_FITS] = {
        [ARMEX_TREND_LINE] = "line",     [ARMEX_TREND_MEAN] = "mean",
        [ARMEX_TREND_MEDIAN] = "median", [ARMEX_TREND_SPLINE] = "spline",
        [ARMEX_TREND_HP] = "hp",         [ARMEX_TREND_LOCAL] = "local",
        [ARMEX_TREND_BREAKS] = "breaks", [ARMEX_TREND_STEPS] = "steps",
        [ARMEX_TREND_CUSUM] = "cusum",   [ARMEX_TREND_OUTLIERS] = "outliers",
    };
    const size_t i = armex_word_index(names, ARMEX_TREND_FITS, text, length);
    if (i < ARMEX_TREND_FITS)
        *out = (enum armex_trend_fit)i;
    return i < ARMEX_TREND_FITS;
}

static bool is_windowed(const struct armex_trend_run *run)
{
    return !run->options.forecast && (run->options.fit == ARMEX_TREND_MEAN ||
                                      run->options.fit == ARMEX_TREND_MEDIAN);
}

/* A line leaves out what has no logarithm; the others must know that it is there. */
static bool leaves_out_zeros(const struct armex_trend_run *run)
{
    return !run->options.forecast && (run->options.fit == ARMEX_TREND_LINE ||
                                      run->options.fit == ARMEX_TREND_OUTLIERS);
}

static void add_figure(struct armex_trend_run *run, int year, double value)
{
    struct armex_trend_sample *sample = &run->sample;

    if (sample->n && year > sample->year[sample->n - 1] + 1)
        sample->gap = true;
    if (value <= 0.0)
        sample->zero = true;
    sample->year[sample->n] = year;
    sample->time[sample->n] = year;
    sample->value[sample->n] = value;
    sample->log[sample->n] = value > 0.0 ? log(value) : NAN;
    sample->n++;
    armex_caution_soft(&run->soft, run->panel, sample->s, year);
}

/* The power of two that brings the largest figure near 1: the squares of figures cannot
   overflow, and no digit is lost on the way there and back. */
static double scale_of(const struct armex_trend_sample *sample)
{
    double largest = 0.0;
    int exponent = 0;

    for (size_t i = 0; i < sample->n; i++)
        largest = fmax(largest, fabs(sample->value[i]));
    frexp(largest, &exponent);
    return ldexp(1.0, exponent - 1);
}

static void choose_scale(struct armex_trend_run *run)
{
    struct armex_trend_sample *sample = &run->sample;

    sample->scale = run->options.levels ? scale_of(sample) : 0.0;
    for (size_t i = 0; i < sample->n; i++)
        sample->y[i] =
            run->options.levels ? sample->value[i] / sample->scale : sample->log[i];
}

double armex_trend_figure(const struct armex_trend_sample *sample, double fitted)
{
    return sample->scale > 0.0 ? fitted * sample->scale : exp(fitted);
}

double armex_trend_growth(const struct armex_trend_sample *sample, double from,
                          double change)
{
    if (!(sample->scale > 0.0))
        return expm1(change);
    return from > 0.0 ? change / from : NAN;
}

static void gather(struct armex_trend_run *run, size_t s)
{
    const struct armex_panel *panel = run->panel;
    const int end = panel->first_year + (int)panel->n_years;
    struct armex_trend_sample *sample = &run->sample;

    sample->s = s;
    sample->n = 0;
    sample->gap = sample->zero = false;
    for (int year = panel->first_year; year < end; year++) {
        const double value = armex_panel_value(panel, s, year);
        if ((run->options.from && year < run->options.from) ||
            (run->options.to && year > run->options.to) ||
            !armex_mark_has_value(armex_panel_mark(panel, s, year)) || isnan(value))
            continue;
        if (value <= 0.0 &&
            (leaves_out_zeros(run) || (!run->options.from && sample->n == 0)))
            continue;
        add_figure(run, year, value);
    }
    choose_scale(run);
}

/* Figures before a break are not figures of what comes after it. */
static const char *broken(const struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;

    if (sample->n < 2)
        return "";
    return armex_growth_reason_name(
        armex_growth_check(run->panel, sample->s, sample->year[0],
                           sample->year[sample->n - 1], ARMEX_GROWTH_TREND));
}

bool armex_trend_has_levels(const struct armex_trend_run *run)
{
    const enum armex_trend_fit fit = run->options.fit;
    return !run->options.forecast &&
           (fit == ARMEX_TREND_SPLINE || fit == ARMEX_TREND_HP ||
            fit == ARMEX_TREND_LOCAL || fit == ARMEX_TREND_BREAKS ||
            fit == ARMEX_TREND_STEPS);
}

typedef armex_status trend_kind(struct armex_trend_run *run, const char **reason);

static trend_kind *kind_of(const struct armex_trend_run *run)
{
    static trend_kind *const kinds[ARMEX_TREND_FITS] = {
        [ARMEX_TREND_LINE] = armex_trend_line,
        [ARMEX_TREND_MEAN] = armex_trend_window,
        [ARMEX_TREND_MEDIAN] = armex_trend_window,
        [ARMEX_TREND_SPLINE] = armex_trend_smooth,
        [ARMEX_TREND_HP] = armex_trend_smooth,
        [ARMEX_TREND_LOCAL] = armex_trend_smooth,
        [ARMEX_TREND_BREAKS] = armex_trend_breaks,
        [ARMEX_TREND_STEPS] = armex_trend_breaks,
        [ARMEX_TREND_CUSUM] = armex_trend_cusum,
        [ARMEX_TREND_OUTLIERS] = armex_trend_outliers,
    };
    return run->options.forecast ? armex_trend_forecast : kinds[run->options.fit];
}

/* The years between two figures that have none. */
static void remark_absent(struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;
    const char *name = run->panel->series[sample->s].name;

    for (size_t i = 1; i < sample->n; i++) {
        const int from = sample->year[i - 1] + 1, to = sample->year[i] - 1;
        if (from == to)
            armex_listing_add(&run->absent, ", ", "%s %d", name, from);
        else if (from < to)
            armex_listing_add(&run->absent, ", ", "%s %d-%d", name, from, to);
    }
}

/* The years whose figures have no logarithm. */
static void remark_zeros(struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;

    for (size_t i = 0; i < sample->n; i++)
        if (sample->value[i] <= 0.0)
            armex_listing_add(&run->zeros, ", ", "%s %d",
                              run->panel->series[sample->s].name, sample->year[i]);
}

/* Where the longest stretch of years without a gap lies, for whoever wants it. */
static void remark_gap(struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;
    size_t first = 0, best = 0, longest = 0;

    for (size_t i = 0; i < sample->n; i++) {
        if (i && sample->year[i] > sample->year[i - 1] + 1)
            first = i;
        if (i + 1 - first >= longest) {
            longest = i + 1 - first;
            best = first;
        }
    }
    armex_listing_add(&run->gaps, ", ", "%s %d-%d", run->panel->series[sample->s].name,
                      sample->year[best], sample->year[best + longest - 1]);
}

static armex_status answer(struct armex_trend_run *run)
{
    armex_status status = ARMEX_OK;

    for (size_t s = 0; !status && s < run->panel->n_series; s++) {
        gather(run, s);
        const char *reason = is_windowed(run) ? "" : broken(run);
        if (!*reason)
            status = kind_of(run)(run, &reason);
        if (!status && strcmp(reason, "gap") == 0)
            remark_gap(run);
        if (!status && strcmp(reason, "zero_base") == 0)
            remark_zeros(run);
        if (!status && !*reason && armex_trend_has_levels(run))
            remark_absent(run);
        if (!status && *reason)
            status = armex_trend_row(run, reason).status;
    }
    return status;
}

static armex_status make_room(struct armex_trend_run *run)
{
    const size_t years = run->panel->n_years + 1;

    run->years = run->panel->n_years;
    run->sample.year = calloc(years, sizeof(int));
    run->sample.time = calloc(years, sizeof(double));
    run->sample.value = calloc(years, sizeof(double));
    run->sample.log = calloc(years, sizeof(double));
    run->sample.y = calloc(years, sizeof(double));
    run->room = calloc(years, 4 * sizeof(double));
    return run->sample.year && run->sample.time && run->sample.value &&
                   run->sample.log && run->sample.y && run->room
               ? ARMEX_OK
               : armex_fail_memory(run->error);
}

static void end(struct armex_trend_run *run)
{
    free(run->sample.year);
    free(run->sample.time);
    free(run->sample.value);
    free(run->sample.log);
    free(run->sample.y);
    free(run->room);
    armex_panel_free(run->windows);
    armex_listing_free(&run->soft);
    armex_listing_free(&run->gaps);
    armex_listing_free(&run->absent);
    armex_listing_free(&run->zeros);
    armex_listing_free(&run->few);
    armex_listing_free(&run->beaten);
    armex_listing_free(&run->by_bic);
}

static armex_status check_options(struct armex_trend_run *run)
{
    const long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (!run->options.window)
        run->options.window = ARMEX_TREND_WINDOW;
    if (!run->options.threads)
        run->options.threads = processors > 1 ? (int)processors : 1;
    if (run->options.forecast < 0 || run->options.forecast > ARMEX_MOST_FORECAST)
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "a forecast of %d years is not to be had; ask for 1 to %d",
                          run->options.forecast, ARMEX_MOST_FORECAST);
    if (run->options.levels && !armex_trend_has_levels(run))
        return armex_fail(run->error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--levels is of --fit spline, hp, local, breaks and steps");
    return ARMEX_OK;
}

armex_status armex_trend(struct armex_table **out, const struct armex_panel *panel,
                         const struct armex_trend_options *options,
                         struct armex_error *error)
{
    struct armex_trend_run run = {.panel = panel, .options = *options, .error = error};
    armex_status status = check_options(&run);

    *out = NULL;
    if (!status)
        status = make_room(&run);
    if (!status && is_windowed(&run))
        status = armex_window(&run.windows, panel, ARMEX_WINDOW_MEAN,
                              run.options.window, run.options.at_least, error);
    if (!status)
        status = armex_trend_table(&run);
    if (!status)
        status = answer(&run);
    if (!status)
        status = armex_trend_notes(&run);
    end(&run);
    if (status)
        armex_table_free(run.table);
    else
        *out = run.table;
    return status;
}
