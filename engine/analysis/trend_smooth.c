/** analysis/trend_smooth.c: smoothed series, year by year. */
#include <math.h>
#include <string.h>

#include "analysis/kalman.h"
#include "analysis/smooth.h"
#include "analysis/trend_parts.h"

enum { LEAST = 5 };

/* What one year's row holds; NAN where the fit has no such thing. */
struct year {
    int year;
    double value, fitted, lower, upper, growth;
};

static armex_status put_year(struct armex_trend_run *run, const struct year *year)
{
    const double own[] = {year->year,  year->value, year->fitted,
                          year->lower, year->upper, year->growth};
    struct armex_row row = armex_trend_row(run, "");

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        armex_trend_put(&row, i, own[i]);
    return row.status;
}

/* Medians stand where means do: the same windows count, and none runs over a break. */
armex_status armex_trend_window(struct armex_trend_run *run, const char **reason)
{
    const struct armex_panel *panel = run->panel;
    const struct armex_trend_sample *sample = &run->sample;
    double *values = run->room, *medians = run->room + run->years;
    const size_t length = (size_t)run->options.window;

    if (sample->n == 0) {
        *reason = "missing";
        return ARMEX_OK;
    }
    for (size_t y = 0; y < run->years; y++)
        values[y] = armex_panel_value(panel, sample->s, panel->first_year + (int)y);
    armex_status status =
        armex_moving_median(medians, values, run->years, length, 1, run->error);
    for (int at = sample->year[0]; !status && at <= sample->year[sample->n - 1]; at++) {
        const double mean = armex_panel_value(run->windows, sample->s, at);
        struct year year = {at, armex_panel_value(panel, sample->s, at), mean, NAN, NAN,
                            NAN};
        if (run->options.fit == ARMEX_TREND_MEDIAN && !isnan(mean))
            year.fitted = medians[at - panel->first_year];
        status = put_year(run, &year);
    }
    return status;
}

static struct year with_band(const struct armex_trend_sample *sample, int at,
                             double value, double fitted, double deviation)
{
    const double normal_975 = 1.959963984540054;
    return (struct year){at,
                         value,
                         armex_trend_figure(sample, fitted),
                         armex_trend_figure(sample, fitted - normal_975 * deviation),
                         armex_trend_figure(sample, fitted + normal_975 * deviation),
                         NAN};
}

static armex_status put_spline(struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;
    double *fitted = run->room, *errors = run->room + run->years;
    struct armex_spline spline;
    armex_status status = armex_smoothing_spline(&spline, fitted, errors, sample->time,
                                                 sample->y, sample->n, run->error);

    for (size_t i = 0; !status && i < sample->n; i++) {
        const struct year year =
            with_band(sample, sample->year[i], sample->value[i], fitted[i], errors[i]);
        status = put_year(run, &year);
    }
    return status;
}

/* The sample year by year, NAN where there is no figure. Returns how many years. */
static size_t spread(double *y, const struct armex_trend_sample *sample)
{
    const int first = sample->year[0];
    const size_t n = (size_t)(sample->year[sample->n - 1] - first) + 1;

    for (size_t i = 0; i < n; i++)
        y[i] = NAN;
    for (size_t i = 0; i < sample->n; i++)
        y[sample->year[i] - first] = sample->y[i];
    return n;
}

static armex_status put_hodrick_prescott(struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;
    double *y = run->room, *trend = run->room + run->years;
    const size_t n = spread(y, sample);
    armex_status status =
        armex_hodrick_prescott(trend, y, n, ARMEX_HP_LAMBDA_YEARLY, run->error);

    for (size_t i = 0; !status && i < n; i++) {
        const int at = sample->year[0] + (int)i;
        const struct year year = {at,
                                  armex_panel_value(run->panel, sample->s, at),
                                  armex_trend_figure(sample, trend[i]),
                                  NAN,
                                  NAN,
                                  NAN};
        status = put_year(run, &year);
    }
    return status;
}

static armex_status put_local(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;
    double *y = run->room, *level = y + run->years, *slope = level + run->years;
    double *deviation = slope + run->years;
    const size_t n = spread(y, sample);
    struct armex_local_trend model;
    armex_status status = armex_local_trend_fit(&model, y, n, run->error);

    if (status == ARMEX_BAD_INPUT) {
        *reason = "no_noise";
        return ARMEX_OK;
    }
    if (!status)
        status =
            armex_local_trend_smooth(level, slope, deviation, &model, y, n, run->error);
    for (size_t i = 0; !status && i < n; i++) {
        const int at = sample->year[0] + (int)i;
        struct year year =
            with_band(sample, at, armex_panel_value(run->panel, sample->s, at),
                      level[i], deviation[i]);
        year.growth = armex_trend_growth(sample, level[i], slope[i]);
        status = put_year(run, &year);
    }
    return status;
}

armex_status armex_trend_smooth(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;

    if (sample->n < LEAST)
        *reason = armex_trend_too_few(run, LEAST);
    else if (sample->zero && !run->options.levels)
        *reason = "zero_base";
    if (**reason)
        return ARMEX_OK;
    if (run->options.fit == ARMEX_TREND_SPLINE)
        return put_spline(run);
    return run->options.fit == ARMEX_TREND_HP ? put_hodrick_prescott(run)
                                              : put_local(run, reason);
}
