/** analysis/regression_robust.c: standard errors that survive autocorrelation and
 * unequal variances. */
#include <math.h>

#include "analysis/regression.h"

size_t armex_newey_west_lag(size_t n)
{
    const double lag = floor(4.0 * pow((double)n / 100.0, 2.0 / 9.0));
    if (n == 0)
        return 0;
    return lag < (double)n ? (size_t)lag : n - 1;
}

/* Coefficient k by row i of (X'X)^-1 X': what observation i adds to that coefficient.
 */
static double influence(const struct armex_fit *fit, const double *x, size_t k,
                        size_t i)
{
    double sum = 0.0;
    for (size_t j = 0; j < fit->p; j++)
        sum += fit->inverse[k * fit->p + j] * x[i * fit->p + j];
    return sum;
}

/* The variance of coefficient k is a sum over pairs of what each of them added. */
static double hac_variance(const struct armex_fit *fit, const double *x,
                           const int *time, size_t lag, size_t k)
{
    double sum = 0.0;

    for (size_t i = 0; i < fit->n; i++) {
        const double one = influence(fit, x, k, i) * fit->residual[i];
        sum += one * one;
        for (size_t j = i + 1; j < fit->n && (size_t)(time[j] - time[i]) <= lag; j++) {
            const double other = influence(fit, x, k, j) * fit->residual[j];
            const double weight = 1.0 - (double)(time[j] - time[i]) / (double)(lag + 1);
            sum += 2.0 * weight * one * other;
        }
    }
    return sum;
}

void armex_regression_hac(double *out, const struct armex_fit *fit, const double *x,
                          const int *time, size_t lag)
{
    const double correction = (double)fit->n / (double)(fit->n - fit->p);

    for (size_t k = 0; k < fit->p; k++)
        out[k] = fit->n > fit->p
                     ? sqrt(fmax(0.0, correction * hac_variance(fit, x, time, lag, k)))
                     : NAN;
}

void armex_regression_hc3(double *out, const struct armex_fit *fit, const double *x)
{
    const double whole = 1.0 - 1e-12; // such an observation is fitted by itself alone

    for (size_t k = 0; k < fit->p; k++) {
        double sum = 0.0;
        for (size_t i = 0; i < fit->n; i++) {
            if (fit->leverage[i] >= whole)
                sum = NAN;
            const double one =
                influence(fit, x, k, i) * fit->residual[i] / (1.0 - fit->leverage[i]);
            sum += one * one;
        }
        out[k] = sqrt(sum);
    }
}
