/** analysis/backtest.c: forecasts from every year that was once the last. */
#include "analysis/backtest.h"

#include <math.h>

/* Forecasts from the first `seen` figures, against those that came. */
static void compare(struct armex_backtest *sums, const struct armex_forecast *forecast,
                    const double *y, size_t n, size_t seen, int ahead)
{
    const double last = y[seen - 1];
    const double drift = (last - y[0]) / (double)(seen - 1);

    for (int h = 1; h <= ahead && seen + (size_t)h <= n; h++) {
        const double came = y[seen + (size_t)h - 1],
                     value = forecast->year[h - 1].value;
        if (isnan(value))
            continue;
        sums->origins[h - 1]++;
        sums->error[h - 1] += fabs(came - value);
        sums->naive_error[h - 1] += fabs(came - last);
        sums->drift_error[h - 1] += fabs(came - last - h * drift);
    }
}

static double mean(double sum, int n)
{
    return n && isfinite(sum) ? sum / n : NAN;
}

armex_status armex_backtest(struct armex_backtest *out, const double *y, size_t n,
                            int ahead, enum armex_forecast_model intermittent,
                            struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *out = (struct armex_backtest){0};
    size_t seen = ARMEX_BACKTEST_FIRST;
    if (n > seen + ARMEX_BACKTEST_MOST)
        seen = n - ARMEX_BACKTEST_MOST;
    for (; !status && seen < n; seen++) {
        struct armex_forecast forecast;
        status = armex_forecast(&forecast, y, seen, ahead, intermittent, error);
        if (status == ARMEX_TOO_FEW) // hardly any year above zero so far
            status = ARMEX_OK;
        else if (!status)
            compare(out, &forecast, y, n, seen, ahead);
    }
    for (int h = 0; h < ahead; h++) {
        out->error[h] = mean(out->error[h], out->origins[h]);
        out->naive_error[h] = mean(out->naive_error[h], out->origins[h]);
        out->drift_error[h] = mean(out->drift_error[h], out->origins[h]);
    }
    return status;
}
