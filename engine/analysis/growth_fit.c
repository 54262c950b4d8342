/** analysis/growth_fit.c: least-squares growth. */
#include "analysis/growth_parts.h"

#include <gsl/gsl_fit.h>
#include <math.h>
#include <stdlib.h>

enum { LEAST_YEARS = 3 }; // gsl_fit_linear divides by n - 2 without asking

/* Years, counted from row->from, and logarithms of the figures above zero. */
static size_t gather(double *years, double *logs, const struct armex_growth_row *row,
                     const struct armex_panel *panel, size_t s)
{
    size_t n = 0;
    for (int year = row->from; year <= row->to; year++) {
        const double value = armex_panel_value(panel, s, year);
        if (armex_mark_has_value(armex_panel_mark(panel, s, year)) && value > 0.0) {
            years[n] = year - row->from;
            logs[n++] = log(value);
        }
    }
    return n;
}

static void fit(struct armex_growth_row *row, const double *years, const double *logs)
{
    double a, b, var_a, cov_ab, var_b, residual;

    gsl_fit_linear(years, 1, logs, 1, row->observations, &a, &b, &var_a, &cov_ab,
                   &var_b, &residual);
    row->growth = expm1(b);
    row->standard_error = sqrt(var_b);
    if (!isfinite(row->growth)) {
        row->growth = row->standard_error = NAN;
        row->reason = ARMEX_NO_RESOLUTION;
    }
}

armex_status armex_growth_fit(struct armex_growth_row *row,
                              const struct armex_panel *panel, size_t s,
                              struct armex_error *error)
{
    const size_t most = (size_t)(row->to - row->from) + 1;
    double *years = calloc(most, sizeof *years), *logs = calloc(most, sizeof *logs);
    armex_status status = ARMEX_OK;

    if (!years || !logs) {
        status = armex_fail_memory(error);
    } else {
        row->observations = gather(years, logs, row, panel, s);
        if (!row->reason && row->observations < LEAST_YEARS)
            row->reason = ARMEX_NO_MISSING;
        if (!row->reason)
            fit(row, years, logs);
    }
    free(logs);
    free(years);
    return status;
}
