/** analysis/backtest.c: forecasts from every year that was once the last. */
#include "analysis/backtest.h"

#include <math.h>
#include <stdlib.h>

#include "base/threads.h"

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

/* Forecasts from the origins `first` on, each by whatever thread comes to it. */
struct trial {
    const double *y;
    size_t first;
    int ahead;
    enum armex_forecast_model intermittent;
    struct armex_forecast *forecasts;
    armex_status *statuses;
};

static void try_one(void *context, size_t piece, void *scratch)
{
    const struct trial *trial = context;

    (void)scratch;
    trial->statuses[piece] =
        armex_forecast(&trial->forecasts[piece], trial->y, trial->first + piece,
                       trial->ahead, trial->intermittent, NULL);
}

static double mean(double sum, int n)
{
    return n && isfinite(sum) ? sum / n : NAN;
}

/* Adds up in the order of the origins, whichever was done first. */
static armex_status add_up(struct armex_backtest *out, const struct trial *trial,
                           size_t n, struct armex_error *error)
{
    for (size_t i = 0; trial->first + i < n; i++) {
        if (trial->statuses[i] == ARMEX_NO_MEMORY)
            return armex_fail_memory(error);
        if (!trial->statuses[i]) // else hardly any year above zero so far
            compare(out, &trial->forecasts[i], trial->y, n, trial->first + i,
                    trial->ahead);
    }
    for (int h = 0; h < trial->ahead; h++) {
        out->error[h] = mean(out->error[h], out->origins[h]);
        out->naive_error[h] = mean(out->naive_error[h], out->origins[h]);
        out->drift_error[h] = mean(out->drift_error[h], out->origins[h]);
    }
    return ARMEX_OK;
}

armex_status armex_backtest(struct armex_backtest *out, const double *y, size_t n,
                            int ahead, enum armex_forecast_model intermittent,
                            int threads, struct armex_error *error)
{
    const size_t least = ARMEX_BACKTEST_FIRST;
    const size_t first =
        n > least + ARMEX_BACKTEST_MOST ? n - ARMEX_BACKTEST_MOST : least;
    const size_t origins = n > first ? n - first : 0;
    struct trial trial = {y, first, ahead, intermittent, NULL, NULL};

    *out = (struct armex_backtest){0};
    trial.forecasts = calloc(origins + 1, sizeof *trial.forecasts);
    trial.statuses = calloc(origins + 1, sizeof *trial.statuses);
    armex_status status =
        trial.forecasts && trial.statuses ? ARMEX_OK : armex_fail_memory(error);
    if (!status)
        status = armex_in_pieces(try_one, &trial, origins, threads, 1, error);
    if (!status)
        status = add_up(out, &trial, n, error);
    free(trial.statuses);
    free(trial.forecasts);
    return status;
}
