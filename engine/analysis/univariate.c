/** analysis/univariate.c: mean, standard deviation and autocorrelation of one series.
 */
#include "analysis/univariate.h"

#include "analysis/regression_exact.h"

/* The power of two that brings the largest value near 1: squares cannot overflow. */
static int exponent_of(const double *values, size_t n)
{
    double largest = 0.0;
    int exponent = 0;

    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs(values[i]));
    frexp(largest, &exponent);
    return exponent;
}

static struct armex_exact mean_of(const double *values, size_t n, int exponent)
{
    struct armex_exact sum = {0};
    for (size_t i = 0; i < n; i++)
        sum = armex_exact_add(sum, armex_exact_of(ldexp(values[i], -exponent)));
    return armex_exact_divide(sum, armex_exact_of((double)n));
}

static double finite_or_missing(double value)
{
    return isfinite(value) ? value : NAN;
}

struct armex_univariate armex_univariate(const double *values, size_t n)
{
    struct armex_univariate out = {NAN, NAN, NAN, n};
    struct armex_exact squares = {0}, products = {0}, before = {0};

    if (n == 0)
        return out;
    const int exponent = exponent_of(values, n);
    const struct armex_exact mean = mean_of(values, n, exponent);
    for (size_t i = 0; i < n; i++) {
        const struct armex_exact apart =
            armex_exact_subtract(armex_exact_of(ldexp(values[i], -exponent)), mean);
        squares = armex_exact_add(squares, armex_exact_multiply(apart, apart));
        if (i)
            products = armex_exact_add(products, armex_exact_multiply(before, apart));
        before = apart;
    }
    out.mean = finite_or_missing(ldexp(armex_exact_round(mean), exponent));
    if (n > 1) {
        const struct armex_exact variance =
            armex_exact_divide(squares, armex_exact_of((double)(n - 1)));
        out.deviation = finite_or_missing(
            ldexp(armex_exact_round(armex_exact_root(variance)), exponent));
    }
    if (squares.high > 0.0)
        out.autocorrelation =
            finite_or_missing(armex_exact_round(armex_exact_divide(products, squares)));
    return out;
}
