/** analysis/trend_forecast.c: the years to come, with the errors of the years past. */
#include <math.h>

#include "analysis/backtest.h"
#include "analysis/trend_parts.h"

/* Forecasts and backtests; of a series with zeros by the model that would have done
 * better one year ahead, TSB where neither can be told from the other. */
static armex_status choose(struct armex_forecast *forecast, struct armex_backtest *test,
                           const struct armex_trend_run *run)
{
    const struct armex_trend_sample *sample = &run->sample;
    const int ahead = run->options.forecast;
    enum armex_forecast_model model = ARMEX_FORECAST_TSB;
    struct armex_backtest other;
    armex_status status = armex_backtest(test, sample->value, sample->n, ahead, model,
                                         run->options.threads, run->error);

    if (!status && sample->zero) {
        status =
            armex_backtest(&other, sample->value, sample->n, ahead,
                           ARMEX_FORECAST_CROSTON, run->options.threads, run->error);
        if (!status && other.error[0] < test->error[0]) {
            model = ARMEX_FORECAST_CROSTON;
            *test = other;
        }
    }
    return status ? status
                  : armex_forecast(forecast, sample->value, sample->n, ahead, model,
                                   run->error);
}

static armex_status put_year(struct armex_trend_run *run,
                             const struct armex_forecast *forecast,
                             const struct armex_backtest *test, int h)
{
    enum { MODEL = 6 };
    const struct armex_trend_sample *sample = &run->sample;
    const struct armex_forecast_year *year = &forecast->year[h];
    const double before[] = {sample->year[sample->n - 1] + h + 1,
                             year->value,
                             year->lower_80,
                             year->upper_80,
                             year->lower,
                             year->upper};
    const double after[] = {test->error[h], test->naive_error[h], test->drift_error[h],
                            test->origins[h]};
    struct armex_row row = armex_trend_row(run, "");

    for (size_t i = 0; i < MODEL; i++)
        armex_trend_put(&row, i, before[i]);
    armex_row_text(&row, ARMEX_TREND_OWN + MODEL, armex_forecast_name(forecast->model));
    for (size_t i = 0; i < sizeof after / sizeof *after; i++)
        armex_trend_put(&row, MODEL + 1 + i, after[i]);
    return row.status;
}

static bool any_below_zero(const struct armex_trend_sample *sample)
{
    for (size_t i = 0; i < sample->n; i++)
        if (sample->value[i] < 0.0)
            return true;
    return false;
}

armex_status armex_trend_forecast(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;
    struct armex_forecast forecast;
    struct armex_backtest test;

    if (sample->n < ARMEX_LEAST_FOR_FORECAST)
        *reason = armex_trend_too_few(run, ARMEX_LEAST_FOR_FORECAST);
    else if (any_below_zero(sample))
        *reason = "zero_base";
    else if (sample->gap)
        *reason = "gap";
    if (**reason)
        return ARMEX_OK;
    armex_status status = choose(&forecast, &test, run);
    if (status == ARMEX_TOO_FEW) { // hardly any year above zero
        *reason = "too_few";
        return ARMEX_OK;
    }
    if (!status && test.naive_error[0] < test.error[0])
        armex_listing_add(&run->beaten, ", ", "%s", run->panel->series[sample->s].name);
    for (int h = 0; !status && h < run->options.forecast; h++)
        status = put_year(run, &forecast, &test, h);
    return status;
}
