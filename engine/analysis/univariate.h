/**
 * analysis/univariate.h: mean, standard deviation and autocorrelation of one series.
 *
 * Summed in some 32 digits (analysis/regression_exact.h), so that 10,000,000.1 and
 * 10,000,000.3 keep the digits of their difference.
 */
#ifndef ARMEX_ANALYSIS_UNIVARIATE_H
#define ARMEX_ANALYSIS_UNIVARIATE_H

#include <stddef.h>

struct armex_univariate {
    double mean;
    double deviation;       /**< standard deviation, of n - 1; NAN for fewer than 2 */
    double autocorrelation; /**< of one value with the next; NAN where all are alike */
    size_t n;
};

/** Describes `values[0..n)`.
 *
 *  Formula: mean = sum x / n; deviation^2 = sum (x - mean)^2 / (n - 1);
 *           autocorrelation = sum (x(i) - mean)(x(i+1) - mean) / sum (x - mean)^2.
 *  Source:  NIST, Statistical Reference Datasets, univariate summary statistics.
 *  Missing: none may be; the caller leaves them out. Of no values all is NAN.
 *  Errors:  none; what is beyond a double is NAN. */
struct armex_univariate armex_univariate(const double *values, size_t n);

#endif
