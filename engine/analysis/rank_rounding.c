/** analysis/rank_rounding.c: between which ranks each may stand. */
#include "analysis/rank_rounding.h"

#include <math.h>
#include <stdlib.h>

#include "analysis/rounding.h"
#include "analysis/sipri_style.h"
#include "analysis/window.h"

/* What the figures, or the sums of the last window, may stand for. */
static armex_status find_bounds(double *least, double *most,
                                const struct armex_rank_history *history,
                                const struct armex_panel *panel,
                                const struct armex_rank_options *options,
                                struct armex_error *error)
{
    const int usual = options->style == ARMEX_STYLE_SIPRI ? ARMEX_SIPRI_WINDOW : 1;
    const int window = options->window ? options->window : usual;
    struct armex_panel *bounds[2] = {NULL, NULL}, *sums[2] = {NULL, NULL};
    armex_status status =
        armex_rounding_bounds(&bounds[0], &bounds[1], panel, options->steps, error);

    for (int side = 0; !status && side < 2; side++)
        status = armex_window(&sums[side], bounds[side], ARMEX_WINDOW_SUM, window,
                              options->at_least, error);
    for (size_t i = 0; !status && i < history->n; i++) {
        const size_t s = (size_t)(history->series[i] - panel->series);
        const bool ranked = !isnan(armex_rank_history_ranks(history, history->last)[i]);
        least[i] = ranked ? armex_panel_value(sums[0], s, history->last) : NAN;
        most[i] = ranked ? armex_panel_value(sums[1], s, history->last) : NAN;
    }
    for (int side = 0; side < 2; side++) {
        armex_panel_free(sums[side]);
        armex_panel_free(bounds[side]);
    }
    return status;
}

/* Bounds that touch are those of figures that differ: 2.05 ends 2.0 and begins 2.1. */
static void count(double *low, double *high, const double *least, const double *most,
                  size_t n, size_t i)
{
    const double touch = 1e-12;

    *low = *high = isnan(least[i]) ? NAN : 1.0;
    for (size_t other = 0; other < n; other++) {
        if (other == i)
            continue;
        *low += least[other] >= most[i] * (1.0 - touch) && most[other] > most[i];
        *high += most[other] > least[i] * (1.0 + touch);
    }
}

armex_status armex_rank_rounding(double *low, double *high,
                                 const struct armex_rank_history *history,
                                 const struct armex_panel *panel,
                                 const struct armex_rank_options *options,
                                 struct armex_error *error)
{
    const size_t n = history->n;
    double *least = calloc(n + 1, sizeof *least), *most = calloc(n + 1, sizeof *most);
    armex_status status = ARMEX_OK;

    if (!least || !most)
        status = armex_fail_memory(error);
    else
        status = find_bounds(least, most, history, panel, options, error);
    for (size_t i = 0; !status && i < n; i++)
        count(&low[i], &high[i], least, most, n, i);
    free(most);
    free(least);
    return status;
}
