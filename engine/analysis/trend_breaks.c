/** analysis/trend_breaks.c: when a series changed its course. */
#include <math.h>

#include "analysis/breaks.h"
#include "analysis/breaks_regime.h"
#include "analysis/trend_parts.h"

/* y as regime `k` of the chosen division has it at observation i. */
static double fitted_at(const struct armex_trend_sample *sample,
                        const struct armex_breaks *breaks, size_t k, size_t i)
{
    const size_t m = breaks->by_test;
    const size_t from = k ? breaks->place[m][k - 1] : 0;
    const size_t to = k < m ? breaks->place[m][k] : breaks->n;
    struct armex_regime regime = {0};

    for (size_t j = from; j < to; j++)
        armex_regime_add(&regime, sample->time[j], sample->y[j]);
    return regime.mean_y + armex_regime_slope(&regime, breaks->model) *
                               (sample->time[i] - regime.mean_x);
}

/* The year of a place, which may lie beyond the figures. */
static double year_at(const struct armex_trend_sample *sample, double place)
{
    if (isnan(place))
        return NAN;
    if (place < 0.0)
        return sample->year[0];
    return sample->year[place < (double)sample->n ? (size_t)place : sample->n - 1];
}

/* Of the figures in their unit: squares were taken of figures over the scale. */
static double bic_of(const struct armex_trend_sample *sample,
                     const struct armex_breaks *breaks, size_t m)
{
    const double scale = sample->scale > 0.0 ? sample->scale : 1.0;
    return breaks->bic[m] + 2.0 * (double)breaks->n * log(scale);
}

static armex_status put_break(struct armex_trend_run *run,
                              const struct armex_breaks *breaks, size_t k)
{
    const struct armex_trend_sample *sample = &run->sample;
    const size_t place = breaks->place[breaks->by_test][k];
    const double before = fitted_at(sample, breaks, k, place - 1);
    const double after = fitted_at(sample, breaks, k + 1, place);
    double lower, upper;

    armex_breaks_interval(&lower, &upper, breaks, breaks->by_test, k, sample->time,
                          sample->y);
    const double own[] = {(double)(k + 1),
                          sample->year[place],
                          year_at(sample, lower),
                          year_at(sample, upper),
                          armex_trend_figure(sample, before),
                          armex_trend_figure(sample, after),
                          armex_trend_growth(sample, before, after - before),
                          breaks->sup_f[k],
                          armex_breaks_critical(breaks->model, k),
                          bic_of(sample, breaks, k + 1),
                          (double)breaks->by_bic};
    struct armex_row row = armex_trend_row(run, "");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        armex_trend_put(&row, i, own[i]);
    return row.status;
}

static armex_status put_none(struct armex_trend_run *run,
                             const struct armex_breaks *breaks)
{
    const double own[] = {0.0,
                          NAN,
                          NAN,
                          NAN,
                          NAN,
                          NAN,
                          NAN,
                          breaks->sup_f[0],
                          armex_breaks_critical(breaks->model, 0),
                          bic_of(&run->sample, breaks, 0),
                          (double)breaks->by_bic};
    struct armex_row row = armex_trend_row(run, "");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        armex_trend_put(&row, i, own[i]);
    return row.status;
}

armex_status armex_trend_breaks(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;
    const enum armex_break_model model =
        run->options.fit == ARMEX_TREND_STEPS ? ARMEX_BREAK_LEVEL : ARMEX_BREAK_TREND;
    struct armex_breaks breaks;

    if (sample->n < ARMEX_LEAST_FOR_BREAKS)
        *reason = armex_trend_too_few(run, ARMEX_LEAST_FOR_BREAKS);
    else if (sample->zero && !run->options.levels)
        *reason = "zero_base";
    if (**reason)
        return ARMEX_OK;
    armex_status status = armex_breaks_find(&breaks, sample->time, sample->y, sample->n,
                                            model, run->error);
    if (!status && breaks.by_bic != breaks.by_test)
        armex_listing_add(&run->by_bic, ", ", "%s %zu",
                          run->panel->series[sample->s].name, breaks.by_bic);
    if (!status && breaks.by_test == 0)
        status = put_none(run, &breaks);
    for (size_t k = 0; !status && k < breaks.by_test; k++)
        status = put_break(run, &breaks, k);
    return status;
}

armex_status armex_trend_cusum(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;
    double *growth = run->room, *process = run->room + run->years;
    armex_status status = ARMEX_OK;

    if (sample->n < ARMEX_LEAST_FOR_BREAKS)
        *reason = armex_trend_too_few(run, ARMEX_LEAST_FOR_BREAKS);
    else if (sample->zero)
        *reason = "zero_base";
    else if (sample->gap)
        *reason = "gap";
    if (**reason)
        return ARMEX_OK;
    for (size_t i = 1; i < sample->n; i++)
        growth[i - 1] = sample->log[i] - sample->log[i - 1];
    const double p_value = armex_cusum(process, growth, sample->n - 1);
    for (size_t i = 1; !status && i < sample->n; i++) {
        struct armex_row row = armex_trend_row(run, isnan(p_value) ? "no_noise" : "");
        armex_trend_put(&row, 0, sample->year[i]);
        armex_trend_put(&row, 1, growth[i - 1]);
        armex_trend_put(&row, 2, process[i]);
        armex_trend_put(&row, 3, ARMEX_CUSUM_BOUNDARY);
        armex_trend_put(&row, 4, p_value);
        status = row.status;
    }
    return status;
}
