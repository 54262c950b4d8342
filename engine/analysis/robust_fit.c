/** analysis/robust_fit.c: a trend that a few wild years cannot turn. */
#include "analysis/robust_fit.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

double armex_median(double *values, size_t n)
{
    gsl_sort(values, 1, n);
    return n ? gsl_stats_median_from_sorted_data(values, 1, n) : NAN;
}

/* Variance of Kendall's S; `sorted` are the values in order, so that ties are runs. */
static double variance_of_score(const double *sorted, size_t n)
{
    double sum = (double)n * ((double)n - 1.0) * (2.0 * (double)n + 5.0);

    for (size_t i = 0, run; i < n; i += run) {
        for (run = 1; i + run < n && sorted[i + run] == sorted[i];)
            run++;
        const double t = (double)run;
        sum -= t * (t - 1.0) * (2.0 * t + 5.0);
    }
    return sum / 18.0;
}

/* All slopes between two, in order; returns Kendall's S. */
static double find_slopes(double *slopes, const double *x, const double *y, size_t n)
{
    double score = 0.0;
    size_t found = 0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = i + 1; j < n; j++) {
            slopes[found++] = (y[j] - y[i]) / (x[j] - x[i]);
            score += (y[j] > y[i]) - (y[j] < y[i]);
        }
    gsl_sort(slopes, 1, found);
    return score;
}

static void judge(struct armex_robust_fit *out, const double *slopes, double pairs,
                  double score, double variance)
{
    const double normal_975 = 1.959963984540054;
    const double place = floor((pairs - normal_975 * sqrt(variance)) / 2.0);
    const double apart = fmax(0.0, fabs(score) - 1.0);

    out->lower = out->upper = NAN;
    if (place >= 1.0) {
        out->lower = slopes[(size_t)place - 1];
        out->upper = slopes[(size_t)(pairs - place)];
    }
    out->p_value =
        variance > 0.0 ? 2.0 * gsl_cdf_ugaussian_Q(apart / sqrt(variance)) : 1.0;
}

armex_status armex_theil_sen(struct armex_robust_fit *out, const double *x,
                             const double *y, size_t n, struct armex_error *error)
{
    if (n < 3)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "a robust trend needs 3 figures, found %zu", n);
    if (n > SIZE_MAX / sizeof(double) / n)
        return armex_fail_memory(error);
    const size_t pairs = n * (n - 1) / 2;
    double *slopes = calloc(pairs, sizeof *slopes), *rest = calloc(n, sizeof *rest);
    armex_status status = ARMEX_OK;

    if (!slopes || !rest) {
        status = armex_fail_memory(error);
    } else {
        const double score = find_slopes(slopes, x, y, n);
        out->slope = gsl_stats_median_from_sorted_data(slopes, 1, pairs);
        for (size_t i = 0; i < n; i++)
            rest[i] = y[i];
        gsl_sort(rest, 1, n);
        judge(out, slopes, (double)pairs, score, variance_of_score(rest, n));
        for (size_t i = 0; i < n; i++)
            rest[i] = y[i] - out->slope * x[i];
        out->intercept = armex_median(rest, n);
    }
    free(rest);
    free(slopes);
    return status;
}

armex_status armex_robust_scores(double *out, const double *values, size_t n,
                                 struct armex_error *error)
{
    double *sorted = calloc(n + 1, sizeof *sorted), sum = 0.0;

    if (!sorted)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        sorted[i] = values[i];
    const double middle = armex_median(sorted, n);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = fabs(values[i] - middle);
        sum += sorted[i];
    }
    double scale = 1.4826 * armex_median(sorted, n);
    if (scale <= 0.0 && n)
        scale = 1.2533 * sum / (double)n;
    for (size_t i = 0; i < n; i++)
        out[i] = scale > 0.0 ? (values[i] - middle) / scale : 0.0;
    free(sorted);
    return ARMEX_OK;
}
