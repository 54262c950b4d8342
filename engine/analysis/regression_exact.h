/**
 * analysis/regression_exact.h: numbers of two doubles, some 32 digits.
 *
 * Sums of squares of ill-conditioned data lose every digit of a double. A number here
 * is the unevaluated sum of two, `low` at most half a unit in the last place of `high`.
 * Source: Dekker (1971), Numerische Mathematik 18; Hida, Li & Bailey (2001),
 * "Algorithms for quad-double precision floating point arithmetic". Finite figures
 * only.
 */
#ifndef ARMEX_ANALYSIS_REGRESSION_EXACT_H
#define ARMEX_ANALYSIS_REGRESSION_EXACT_H

#include <math.h>

struct armex_exact {
    double high, low;
};

static inline struct armex_exact armex_exact_of(double value)
{
    return (struct armex_exact){value, 0.0};
}

/** high + low, for |high| >= |low|. */
static inline struct armex_exact armex_exact_settle(double high, double low)
{
    const double sum = high + low;
    return (struct armex_exact){sum, low - (sum - high)};
}

static inline struct armex_exact armex_exact_add(struct armex_exact a,
                                                 struct armex_exact b)
{
    const double sum = a.high + b.high, part = sum - a.high;
    const double error = (a.high - (sum - part)) + (b.high - part);
    const double low_sum = a.low + b.low, low_part = low_sum - a.low;
    const double low_error = (a.low - (low_sum - low_part)) + (b.low - low_part);
    const struct armex_exact first = armex_exact_settle(sum, error + low_sum);
    return armex_exact_settle(first.high, first.low + low_error);
}

static inline struct armex_exact armex_exact_minus(struct armex_exact a)
{
    return (struct armex_exact){-a.high, -a.low};
}

static inline struct armex_exact armex_exact_subtract(struct armex_exact a,
                                                      struct armex_exact b)
{
    return armex_exact_add(a, armex_exact_minus(b));
}

static inline struct armex_exact armex_exact_multiply(struct armex_exact a,
                                                      struct armex_exact b)
{
    const double product = a.high * b.high;
    const double error = fma(a.high, b.high, -product);
    return armex_exact_settle(product, error + (a.high * b.low + a.low * b.high));
}

/** b must not be 0. */
static inline struct armex_exact armex_exact_divide(struct armex_exact a,
                                                    struct armex_exact b)
{
    const double first = a.high / b.high;
    struct armex_exact rest =
        armex_exact_subtract(a, armex_exact_multiply(b, armex_exact_of(first)));
    const double second = rest.high / b.high;
    rest = armex_exact_subtract(rest, armex_exact_multiply(b, armex_exact_of(second)));
    return armex_exact_add(armex_exact_settle(first, second),
                           armex_exact_of(rest.high / b.high));
}

/** a must not be below 0. */
static inline struct armex_exact armex_exact_root(struct armex_exact a)
{
    if (a.high <= 0.0)
        return armex_exact_of(0.0);
    const double root = sqrt(a.high);
    const struct armex_exact square =
        armex_exact_multiply(armex_exact_of(root), armex_exact_of(root));
    const double rest = armex_exact_subtract(a, square).high;
    return armex_exact_settle(root, rest / (2.0 * root));
}

static inline double armex_exact_round(struct armex_exact a)
{
    return a.high + a.low;
}

#endif
