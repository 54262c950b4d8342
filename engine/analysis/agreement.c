/** analysis/agreement.c: agreement of levels and of ranks. */
#include "analysis/agreement.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

static const double limits_of_agreement = 1.96; // 95 % of a normal distribution

static double finite_or_missing(double value)
{
    return isfinite(value) ? value : NAN;
}

/* Lin's coefficient with moments over n, as in the paper. */
static double concordance(const double *a, const double *b, size_t n)
{
    const double mean_a = gsl_stats_mean(a, 1, n), mean_b = gsl_stats_mean(b, 1, n);
    const double shrink = ((double)n - 1.0) / (double)n;
    const double covariance =
        shrink * gsl_stats_covariance_m(a, 1, b, 1, n, mean_a, mean_b);
    const double variances = shrink * (gsl_stats_variance_m(a, 1, n, mean_a) +
                                       gsl_stats_variance_m(b, 1, n, mean_b));
    const double apart = mean_a - mean_b;

    return finite_or_missing(2.0 * covariance / (variances + apart * apart));
}

/* `logs` holds ln a and then ln b, `apart` ln a - ln b; both of n. */
static void levels(struct armex_agreement *out, const double *logs, double *apart,
                   size_t n, size_t stride)
{
    out->n = n;
    if (n == 0)
        return;
    out->bias = gsl_stats_mean(apart, 1, n);
    if (n >= 2) {
        const double sd = gsl_stats_sd_m(apart, 1, n, out->bias);
        out->lower = out->bias - limits_of_agreement * sd;
        out->upper = out->bias + limits_of_agreement * sd;
        out->spread = exp(sd);
    }
    if (n >= 3)
        out->concordance = concordance(logs, logs + stride, n);
    gsl_sort(apart, 1, n);
    // of an even number the middle two ratios are averaged, not their logarithms
    out->ratio = 0.5 * (exp(apart[(n - 1) / 2]) + exp(apart[n / 2]));
}

armex_status armex_agreement_levels(struct armex_agreement *out, const double *a,
                                    const double *b, size_t n,
                                    struct armex_error *error)
{
    double *logs = calloc(3 * n + 1, sizeof *logs);
    size_t kept = 0;

    *out = (struct armex_agreement){.ratio = NAN,
                                    .spread = NAN,
                                    .bias = NAN,
                                    .lower = NAN,
                                    .upper = NAN,
                                    .concordance = NAN};
    if (!logs)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        if (a[i] > 0.0 && b[i] > 0.0) { // NAN is not
            logs[kept] = log(a[i]);
            logs[n + kept] = log(b[i]);
            logs[2 * n + kept] = logs[kept] - logs[n + kept];
            kept++;
        }
    levels(out, logs, logs + 2 * n, kept, n);
    free(logs);
    return ARMEX_OK;
}

static int sign(double x)
{
    return (x > 0.0) - (x < 0.0);
}

static double kendall(const double *a, const double *b, size_t n)
{
    double agree = 0.0, untied_a = 0.0, untied_b = 0.0;

    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < i; j++) {
            const int by_a = sign(a[i] - a[j]), by_b = sign(b[i] - b[j]);
            agree += by_a * by_b;
            untied_a += by_a != 0;
            untied_b += by_b != 0;
        }
    return finite_or_missing(agree / sqrt(untied_a * untied_b));
}

armex_status armex_agreement_ranks(struct armex_rank_agreement *out, const double *a,
                                   const double *b, size_t n, struct armex_error *error)
{
    enum { FEWEST = 3 };
    double *both = calloc(4 * n + 1, sizeof *both);
    size_t kept = 0;

    *out = (struct armex_rank_agreement){.spearman = NAN, .kendall = NAN};
    if (!both)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        if (!isnan(a[i]) && !isnan(b[i])) {
            both[kept] = a[i];
            both[n + kept++] = b[i];
        }
    out->n = kept;
    if (kept >= FEWEST) {
        out->kendall = kendall(both, both + n, kept);
        if (!isnan(out->kendall)) // all equal on one side: no order to compare
            out->spearman = finite_or_missing(
                gsl_stats_spearman(both, 1, both + n, 1, kept, both + 2 * n));
    }
    free(both);
    return ARMEX_OK;
}

double armex_agreement_chance(double spearman, size_t n)
{
    const double free = (double)n - 2.0, rest = 1.0 - spearman * spearman;

    if (n < 4 || isnan(spearman))
        return NAN;
    if (rest <= 0.0) // t is infinite
        return 0.0;
    return 2.0 * gsl_cdf_tdist_Q(fabs(spearman) * sqrt(free / rest), free);
}

struct armex_direction_agreement armex_agreement_directions(const double *a,
                                                            const double *b, size_t n)
{
    struct armex_direction_agreement out = {0, 0};

    for (size_t i = 1; i < n; i++) {
        const double by_a = a[i] - a[i - 1], by_b = b[i] - b[i - 1];
        if (isnan(by_a) || isnan(by_b))
            continue;
        out.n++;
        out.same += sign(by_a) == sign(by_b);
    }
    return out;
}

/* The change on the year before in logarithms; NAN where it is not defined. */
static double change(const double *values, size_t n, size_t i)
{
    return i > 0 && i < n && values[i] > 0.0 && values[i - 1] > 0.0
               ? log(values[i] / values[i - 1])
               : NAN;
}

/* Pearson's correlation of the changes of a with those of b `lag` years on. */
static double correlation_at(const double *a, const double *b, size_t n, int lag)
{
    enum { FEWEST = 5 };
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0, pairs = 0.0;

    for (size_t i = 1; i < n; i++) {
        const double by_a = change(a, n, i);
        const double by_b = change(b, n, i + (size_t)lag); // wraps past n when below 0
        if (isnan(by_a) || isnan(by_b))
            continue;
        // Welford's update: sums of squares would lose digits
        pairs += 1.0;
        const double from_x = by_a - x, from_y = by_b - y;
        x += from_x / pairs;
        y += from_y / pairs;
        xx += from_x * (by_a - x);
        yy += from_y * (by_b - y);
        xy += from_x * (by_b - y);
    }
    return pairs >= FEWEST && xx > 0.0 && yy > 0.0 ? xy / sqrt(xx * yy) : NAN;
}

struct armex_lead armex_agreement_lead(const double *a, const double *b, size_t n)
{
    static const int lags[] = {0, 1, -1, 2, -2, 3, -3};
    struct armex_lead out = {0, NAN};

    for (size_t i = 0; i < sizeof lags / sizeof *lags; i++) {
        const double correlation = correlation_at(a, b, n, lags[i]);
        if (correlation > out.correlation || isnan(out.correlation)) {
            out.correlation = correlation;
            out.lag = isnan(correlation) ? 0 : lags[i];
        }
    }
    return out;
}
