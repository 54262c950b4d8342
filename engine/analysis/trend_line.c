/** analysis/trend_line.c: one rate of growth for all years, and the years that defy it.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "analysis/regression.h"
#include "analysis/robust_fit.h"
#include "analysis/trend_parts.h"
#include "analysis/univariate.h"

enum { LEAST = 3 };

/* Standard errors of the slope. */
struct errors {
    size_t lag;
    double hac, hc3;
};

static struct errors errors_of(const struct armex_fit *fit, const double *x,
                               const int *year)
{
    struct errors out = {.lag = armex_newey_west_lag(fit->n)};
    double both[2];

    armex_regression_hac(both, fit, x, year, out.lag);
    out.hac = both[1];
    armex_regression_hc3(both, fit, x);
    out.hc3 = both[1];
    return out;
}

static armex_status put_line(struct armex_trend_run *run, const struct armex_fit *fit,
                             const struct errors *errors,
                             const struct armex_robust_fit *robust)
{
    const struct armex_trend_sample *sample = &run->sample;
    const double slope = fit->coefficient[1], degrees = (double)(fit->n - fit->p);
    const double reach = gsl_cdf_tdist_Pinv(0.975, degrees) * errors->hac;
    const double around = // of neighbours only
        sample->gap ? NAN : armex_univariate(fit->residual, fit->n).autocorrelation;
    const double own[] = {sample->year[0],
                          sample->year[sample->n - 1],
                          (double)sample->n,
                          expm1(slope),
                          expm1(slope - reach),
                          expm1(slope + reach),
                          fit->standard_error[1],
                          errors->hac,
                          errors->hc3,
                          (double)errors->lag,
                          fit->r_squared,
                          around,
                          expm1(robust->slope),
                          expm1(robust->lower),
                          expm1(robust->upper),
                          robust->p_value};
    struct armex_row row = armex_trend_row(run, "");

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        armex_trend_put(&row, i, own[i]);
    return row.status;
}

armex_status armex_trend_line(struct armex_trend_run *run, const char **reason)
{
    const struct armex_trend_sample *sample = &run->sample;
    struct armex_robust_fit robust;
    struct armex_fit fit = {0};
    double *x = run->room; // a constant and the years since the first

    if (sample->n < LEAST) {
        *reason = armex_trend_too_few(run, LEAST);
        return ARMEX_OK;
    }
    for (size_t i = 0; i < sample->n; i++) {
        x[2 * i] = 1.0;
        x[2 * i + 1] = sample->year[i] - sample->year[0];
    }
    armex_status status =
        armex_theil_sen(&robust, sample->time, sample->log, sample->n, run->error);
    if (!status)
        status = armex_regression(&fit, x, sample->log, sample->n, 2, run->error);
    if (!status) {
        const struct errors errors = errors_of(&fit, x, sample->year);
        status = put_line(run, &fit, &errors, &robust);
    }
    armex_fit_free(&fit);
    return status;
}

armex_status armex_trend_outliers(struct armex_trend_run *run, const char **reason)
{
    const double far = 3.5; // Iglewicz & Hoaglin (1993)
    const struct armex_trend_sample *sample = &run->sample;
    struct armex_robust_fit fit;
    double *rest = run->room, *scores = run->room + run->years;
    armex_status status;

    if (sample->n < LEAST) {
        *reason = armex_trend_too_few(run, LEAST);
        return ARMEX_OK;
    }
    status = armex_theil_sen(&fit, sample->time, sample->log, sample->n, run->error);
    for (size_t i = 0; !status && i < sample->n; i++)
        rest[i] = sample->log[i] - fit.intercept - fit.slope * sample->time[i];
    if (!status)
        status = armex_robust_scores(scores, rest, sample->n, run->error);
    for (size_t i = 0; !status && i < sample->n; i++) {
        struct armex_row row = armex_trend_row(run, "");
        armex_trend_put(&row, 0, sample->year[i]);
        armex_trend_put(&row, 1, sample->value[i]);
        armex_trend_put(&row, 2, exp(fit.intercept + fit.slope * sample->time[i]));
        armex_trend_put(&row, 3, scores[i]);
        armex_row_text(&row, ARMEX_TREND_OWN + 4, fabs(scores[i]) > far ? "yes" : "no");
        status = row.status;
    }
    return status;
}
