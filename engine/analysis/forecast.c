/** analysis/forecast.c: the years to come, of steady and of intermittent exporters. */
#include "analysis/forecast.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>

enum { LEAST = 6 }; // a level, its smoothing, a variance, and an AICc to compare

static const double smoothing = 0.1;

const char *armex_forecast_name(enum armex_forecast_model model)
{
    static const char *const names[ARMEX_FORECAST_MODELS] = {
        [ARMEX_FORECAST_LEVEL] = "level",   [ARMEX_FORECAST_TREND] = "trend",
        [ARMEX_FORECAST_DAMPED] = "damped", [ARMEX_FORECAST_CROSTON] = "croston",
        [ARMEX_FORECAST_TSB] = "tsb",
    };
    return names[model];
}

double armex_forecast_croston(const double *y, size_t n, double *chance)
{
    double size = 0.0, interval = 0.0;
    size_t last = 0;

    for (size_t t = 0; t < n; t++) {
        if (!(y[t] > 0.0))
            continue;
        const double waited = (double)(t + 1 - last);
        interval = interval > 0.0 ? interval + smoothing * (waited - interval) : waited;
        size = size > 0.0 ? size + smoothing * (y[t] - size) : y[t];
        last = t + 1;
    }
    *chance = interval > 0.0 ? 1.0 / interval : 0.0;
    return size * *chance;
}

double armex_forecast_tsb(const double *y, size_t n, double *chance)
{
    double size = 0.0, any = 0.0;

    for (size_t t = 0; t < n; t++)
        any += y[t] > 0.0;
    *chance = n ? any / (double)n : 0.0;
    for (size_t t = 0; t < n; t++) {
        const bool some = y[t] > 0.0;
        *chance += smoothing * ((some ? 1.0 : 0.0) - *chance);
        if (some)
            size = size > 0.0 ? size + smoothing * (y[t] - size) : y[t];
    }
    return size * *chance;
}

static double finite_or_missing(double value)
{
    return isfinite(value) ? value : NAN;
}

static armex_status forecast_steady(struct armex_forecast *out, const double *y,
                                    size_t n, int ahead, struct armex_error *error)
{
    const double normal_90 = 1.2815515655446004, normal_975 = 1.959963984540054;
    double *logs = calloc(n, sizeof *logs);
    struct armex_ets ets;

    if (!logs)
        return armex_fail_memory(error);
    for (size_t t = 0; t < n; t++)
        logs[t] = log(y[t]);
    const armex_status status = armex_ets_choose(&ets, logs, n, error);
    free(logs);
    if (status)
        return status;
    out->model = ets.model;
    for (int h = 1; h <= ahead; h++) {
        double variance;
        const double middle = armex_ets_forecast(&ets, h, &variance);
        const double deviation = sqrt(variance);
        out->year[h - 1] = (struct armex_forecast_year){
            .value = finite_or_missing(exp(middle)),
            .lower = finite_or_missing(exp(middle - normal_975 * deviation)),
            .upper = finite_or_missing(exp(middle + normal_975 * deviation)),
            .lower_80 = finite_or_missing(exp(middle - normal_90 * deviation)),
            .upper_80 = finite_or_missing(exp(middle + normal_90 * deviation))};
    }
    return ARMEX_OK;
}

/* The least outcome that `part` of the years do not exceed: nothing with 1 - chance,
 * else one of `sizes`, in order, each as likely. */
static double outcome(const double *sizes, size_t n, double chance, double part)
{
    const double rank = (part - (1.0 - chance)) / chance * (double)n;

    if (!(chance > 0.0) || !(rank > 0.0))
        return 0.0;
    const size_t place = (size_t)ceil(rank - 1e-9);
    return sizes[place < 1 ? 0 : (place > n ? n : place) - 1];
}

static void fill_intermittent(struct armex_forecast *out, double mean, double chance,
                              double *sizes, size_t n, int ahead)
{
    double sum = 0.0;

    gsl_sort(sizes, 1, n);
    for (size_t i = 0; i < n; i++)
        sum += sizes[i] / (double)n;
    const double scale = mean / chance / sum;
    const struct armex_forecast_year year = {
        .value = finite_or_missing(mean),
        .lower = finite_or_missing(scale * outcome(sizes, n, chance, 0.025)),
        .upper = finite_or_missing(scale * outcome(sizes, n, chance, 0.975)),
        .lower_80 = finite_or_missing(scale * outcome(sizes, n, chance, 0.1)),
        .upper_80 = finite_or_missing(scale * outcome(sizes, n, chance, 0.9))};
    for (int h = 0; h < ahead; h++)
        out->year[h] = year;
}

static armex_status forecast_intermittent(struct armex_forecast *out, const double *y,
                                          size_t n, int ahead,
                                          struct armex_error *error)
{
    double *sizes = calloc(n, sizeof *sizes), chance;
    armex_status status = ARMEX_OK;
    size_t found = 0;

    if (!sizes)
        return armex_fail_memory(error);
    for (size_t t = 0; t < n; t++)
        if (y[t] > 0.0)
            sizes[found++] = y[t];
    const double mean = out->model == ARMEX_FORECAST_CROSTON
                            ? armex_forecast_croston(y, n, &chance)
                            : armex_forecast_tsb(y, n, &chance);
    if (found < 2)
        status = armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                            "a forecast needs 2 years above zero, found %zu", found);
    else
        fill_intermittent(out, mean, chance, sizes, found, ahead);
    free(sizes);
    return status;
}

armex_status armex_forecast(struct armex_forecast *out, const double *y, size_t n,
                            int ahead, enum armex_forecast_model intermittent,
                            struct armex_error *error)
{
    double least = INFINITY;

    if (n < LEAST)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "a forecast needs %d figures, found %zu", LEAST, n);
    for (size_t t = 0; t < n; t++)
        least = fmin(least, y[t]);
    if (least < 0.0)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "a figure below zero has no forecast");
    out->model = intermittent;
    return least > 0.0 ? forecast_steady(out, y, n, ahead, error)
                       : forecast_intermittent(out, y, n, ahead, error);
}
