/** analysis/smooth.c: the course of a series without its noise. */
#include "analysis/smooth.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/robust_fit.h"
#include "analysis/smooth_band.h"

/* W + lambda D'D: W has 1 for a year with a figure and 0 for one without, D the second
 * differences, each of which touches three years. */
static void fill_band(struct armex_band *band, const double *y, double lambda)
{
    static const double difference[3] = {1.0, -2.0, 1.0};

    for (size_t i = 0; i < band->n; i++)
        band->diagonal[i] = isnan(y[i]) ? 0.0 : 1.0;
    for (size_t i = 0; i + 2 < band->n; i++)
        for (size_t k = 0; k < 3; k++) {
            band->diagonal[i + k] += lambda * difference[k] * difference[k];
            if (k < 2)
                band->next[i + k] += lambda * difference[k] * difference[k + 1];
            if (k < 1)
                band->second[i + k] += lambda * difference[k] * difference[k + 2];
        }
}

armex_status armex_hodrick_prescott(double *trend, const double *y, size_t n,
                                    double lambda, struct armex_error *error)
{
    size_t figures = 0;

    for (size_t i = 0; i < n; i++)
        figures += !isnan(y[i]);
    if (figures < 3)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "a smooth trend needs 3 figures, found %zu", figures);
    double *room = calloc(n, 3 * sizeof *room);
    if (!room)
        return armex_fail_memory(error);
    struct armex_band band = {n, room, room + n, room + 2 * n};
    fill_band(&band, y, lambda);
    armex_band_decompose(&band);
    for (size_t i = 0; i < n; i++)
        trend[i] = isnan(y[i]) ? 0.0 : y[i];
    armex_band_solve(&band, trend);
    free(room);
    return ARMEX_OK;
}

armex_status armex_moving_median(double *out, const double *y, size_t n, size_t length,
                                 size_t at_least, struct armex_error *error)
{
    double *window = calloc((length < n ? length : n) + 1, sizeof *window);

    if (!window)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++) {
        size_t present = 0;
        for (size_t k = i + 1 > length ? i + 1 - length : 0; k <= i; k++)
            if (!isnan(y[k]))
                window[present++] = y[k];
        out[i] = present >= at_least && present ? armex_median(window, present) : NAN;
    }
    free(window);
    return ARMEX_OK;
}
