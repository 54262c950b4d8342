/** analysis/regression.c: linear least squares in some 32 digits. */
#include "analysis/regression.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "analysis/regression_exact.h"

/* n x (p + 1), column by column: the columns of X, then y. Becomes Q and the residuals.
 */
struct work {
    size_t n, p;
    struct armex_exact *columns;
    struct armex_exact *upper;   /* (p + 1) x (p + 1), row-major: R, last column Q'y */
    struct armex_exact *inverse; /* p x p: R^-1 */
    int *exponents;              /* p + 1: each column was divided by 2 to this power */
};

static struct armex_exact *column_of(const struct work *work, size_t j)
{
    return work->columns + j * work->n;
}

static struct armex_exact *upper_at(const struct work *work, size_t i, size_t j)
{
    return work->upper + i * (work->p + 1) + j;
}

static void end(struct work *work)
{
    free(work->columns);
    free(work->upper);
    free(work->inverse);
    free(work->exponents);
}

static armex_status begin(struct work *work, size_t n, size_t p,
                          struct armex_error *error)
{
    *work = (struct work){.n = n, .p = p};
    if (n < p || p == 0) {
        armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                   "a fit of %zu coefficients needs as many observations, found %zu", p,
                   n);
        return ARMEX_TOO_FEW;
    }
    if (p >= SIZE_MAX / sizeof(struct armex_exact) / (p + 1) ||
        n > SIZE_MAX / sizeof(struct armex_exact) / (p + 1))
        return armex_fail_memory(error);
    work->columns = calloc(n * (p + 1), sizeof *work->columns);
    work->upper = calloc((p + 1) * (p + 1), sizeof *work->upper);
    work->inverse = calloc(p * p, sizeof *work->inverse);
    work->exponents = calloc(p + 1, sizeof *work->exponents);
    return work->columns && work->upper && work->inverse && work->exponents
               ? ARMEX_OK
               : armex_fail_memory(error);
}

/* Powers of two, so that nothing is rounded and no square overflows. */
static void scale(struct work *work)
{
    for (size_t j = 0; j <= work->p; j++) {
        struct armex_exact *column = column_of(work, j);
        double largest = 0.0;
        for (size_t i = 0; i < work->n; i++)
            largest = fmax(largest, fabs(column[i].high));
        frexp(largest, &work->exponents[j]);
        for (size_t i = 0; i < work->n; i++) {
            column[i].high = ldexp(column[i].high, -work->exponents[j]);
            column[i].low = ldexp(column[i].low, -work->exponents[j]);
        }
    }
}

static struct armex_exact dot(const struct armex_exact *a, const struct armex_exact *b,
                              size_t n)
{
    struct armex_exact sum = {0};
    for (size_t i = 0; i < n; i++)
        sum = armex_exact_add(sum, armex_exact_multiply(a[i], b[i]));
    return sum;
}

static void take_away(struct work *work, size_t j, size_t k)
{
    const struct armex_exact *base = column_of(work, j);
    struct armex_exact *column = column_of(work, k);
    const struct armex_exact part = dot(base, column, work->n);

    *upper_at(work, j, k) = part;
    for (size_t i = 0; i < work->n; i++)
        column[i] =
            armex_exact_subtract(column[i], armex_exact_multiply(part, base[i]));
}

static bool decompose(struct work *work)
{
    const double depends = 0x1p-90; // what is left of a column that depends on others

    for (size_t j = 0; j < work->p; j++) {
        struct armex_exact *column = column_of(work, j), before = {0};
        for (size_t i = 0; i < j; i++)
            before =
                armex_exact_add(before, armex_exact_multiply(*upper_at(work, i, j),
                                                             *upper_at(work, i, j)));
        const struct armex_exact rest = dot(column, column, work->n);
        if (!(rest.high > depends * depends * (before.high + rest.high)))
            return false;
        const struct armex_exact norm = armex_exact_root(rest);
        *upper_at(work, j, j) = norm;
        for (size_t i = 0; i < work->n; i++)
            column[i] = armex_exact_divide(column[i], norm);
        for (size_t k = j + 1; k <= work->p; k++)
            take_away(work, j, k);
    }
    return true;
}

/* Column j of R^-1, from the diagonal up. */
static void invert(struct work *work)
{
    const size_t p = work->p;

    for (size_t j = 0; j < p; j++)
        for (size_t i = j + 1; i-- > 0;) {
            struct armex_exact sum = armex_exact_of(i == j ? 1.0 : 0.0);
            for (size_t k = i + 1; k <= j; k++)
                sum = armex_exact_subtract(
                    sum, armex_exact_multiply(*upper_at(work, i, k),
                                              work->inverse[k * p + j]));
            work->inverse[i * p + j] = armex_exact_divide(sum, *upper_at(work, i, i));
        }
}

static armex_status make_room(struct armex_fit *fit, size_t n, size_t p,
                              struct armex_error *error)
{
    *fit = (struct armex_fit){.n = n, .p = p};
    fit->coefficient = calloc(p + 1, sizeof(double)); // + 1: never nothing
    fit->standard_error = calloc(p + 1, sizeof(double));
    fit->inverse = calloc(p * p + 1, sizeof(double));
    fit->residual = calloc(n + 1, sizeof(double));
    fit->leverage = calloc(n + 1, sizeof(double));
    return fit->coefficient && fit->standard_error && fit->inverse && fit->residual &&
                   fit->leverage
               ? ARMEX_OK
               : armex_fail_memory(error);
}

static void hand_over_coefficients(struct armex_fit *fit, const struct work *work)
{
    const size_t p = work->p;

    for (size_t i = 0; i < p; i++) {
        struct armex_exact b = {0};
        for (size_t j = i; j < p; j++)
            b = armex_exact_add(b, armex_exact_multiply(work->inverse[i * p + j],
                                                        *upper_at(work, j, p)));
        fit->coefficient[i] =
            ldexp(armex_exact_round(b), work->exponents[p] - work->exponents[i]);
        for (size_t k = 0; k < p; k++) {
            struct armex_exact sum = {0};
            for (size_t j = i > k ? i : k; j < p; j++)
                sum = armex_exact_add(sum,
                                      armex_exact_multiply(work->inverse[i * p + j],
                                                           work->inverse[k * p + j]));
            fit->inverse[i * p + k] =
                ldexp(armex_exact_round(sum), -work->exponents[i] - work->exponents[k]);
        }
    }
}

static void hand_over_rows(struct armex_fit *fit, const struct work *work)
{
    const struct armex_exact *rest = column_of(work, work->p);

    for (size_t i = 0; i < work->n; i++) {
        fit->residual[i] = ldexp(armex_exact_round(rest[i]), work->exponents[work->p]);
        for (size_t j = 0; j < work->p; j++) {
            const double q = column_of(work, j)[i].high;
            fit->leverage[i] += q * q;
        }
    }
}

/* Everything that is a sum of squares; the squares may be beyond a double, the standard
 * deviations not. */
static void hand_over_errors(struct armex_fit *fit, const struct work *work,
                             struct armex_exact spread)
{
    const size_t p = work->p, degrees = work->n - p;
    const struct armex_exact *rest = column_of(work, p);
    const struct armex_exact squares = dot(rest, rest, work->n);
    const struct armex_exact variance =
        armex_exact_divide(squares, armex_exact_of((double)(degrees ? degrees : 1)));
    const double deviation = armex_exact_round(armex_exact_root(variance));

    fit->squares = ldexp(armex_exact_round(squares), 2 * work->exponents[p]);
    fit->deviation = degrees ? ldexp(deviation, work->exponents[p]) : NAN;
    for (size_t i = 0; i < p; i++) {
        struct armex_exact sum = {0};
        for (size_t j = i; j < p; j++)
            sum = armex_exact_add(sum, armex_exact_multiply(work->inverse[i * p + j],
                                                            work->inverse[i * p + j]));
        const double root =
            armex_exact_round(armex_exact_root(armex_exact_multiply(sum, variance)));
        fit->standard_error[i] =
            degrees ? ldexp(root, work->exponents[p] - work->exponents[i]) : NAN;
    }
    fit->r_squared = NAN;
    if (spread.high > 0.0)
        fit->r_squared = armex_exact_round(armex_exact_subtract(
            armex_exact_of(1.0), armex_exact_divide(squares, spread)));
}

/* sum (y - mean)^2 of the scaled y. */
static struct armex_exact spread_of(const struct work *work)
{
    const struct armex_exact *y = column_of(work, work->p);
    struct armex_exact sum = {0}, squares = {0};

    for (size_t i = 0; i < work->n; i++)
        sum = armex_exact_add(sum, y[i]);
    const struct armex_exact mean =
        armex_exact_divide(sum, armex_exact_of((double)work->n));
    for (size_t i = 0; i < work->n; i++) {
        const struct armex_exact apart = armex_exact_subtract(y[i], mean);
        squares = armex_exact_add(squares, armex_exact_multiply(apart, apart));
    }
    return squares;
}

static armex_status check_finite(const struct armex_fit *fit, struct armex_error *error)
{
    bool finite = true;
    for (size_t i = 0; i < fit->p; i++)
        finite &=
            isfinite(fit->coefficient[i]) && isfinite(fit->inverse[i * fit->p + i]);
    return finite ? ARMEX_OK
                  : armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                               "the coefficients are beyond what a number can hold");
}

static armex_status solve(struct armex_fit *out, struct work *work,
                          struct armex_error *error)
{
    scale(work);
    const struct armex_exact spread = spread_of(work);
    if (!decompose(work))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "the fit has no single answer: one column depends on others");
    invert(work);
    armex_status status = make_room(out, work->n, work->p, error);
    if (!status) {
        hand_over_coefficients(out, work);
        hand_over_rows(out, work);
        hand_over_errors(out, work, spread);
        status = check_finite(out, error);
    }
    if (status)
        armex_fit_free(out);
    return status;
}

armex_status armex_regression(struct armex_fit *out, const double *x, const double *y,
                              size_t n, size_t p, struct armex_error *error)
{
    struct work work;
    armex_status status = begin(&work, n, p, error);

    *out = (struct armex_fit){0};
    for (size_t i = 0; !status && i < n; i++) {
        for (size_t j = 0; j < p; j++)
            column_of(&work, j)[i] = armex_exact_of(x[i * p + j]);
        column_of(&work, p)[i] = armex_exact_of(y[i]);
    }
    if (!status)
        status = solve(out, &work, error);
    end(&work);
    return status;
}

armex_status armex_regression_polynomial(struct armex_fit *out, const double *x,
                                         const double *y, size_t n, size_t degree,
                                         struct armex_error *error)
{
    struct work work;
    armex_status status = begin(&work, n, degree + 1, error);

    *out = (struct armex_fit){0};
    for (size_t i = 0; !status && i < n; i++) {
        struct armex_exact power = armex_exact_of(1.0);
        for (size_t j = 0; j <= degree; j++) {
            column_of(&work, j)[i] = power;
            power = armex_exact_multiply(power, armex_exact_of(x[i]));
        }
        column_of(&work, degree + 1)[i] = armex_exact_of(y[i]);
    }
    if (!status)
        status = solve(out, &work, error);
    end(&work);
    return status;
}

void armex_fit_free(struct armex_fit *fit)
{
    free(fit->coefficient);
    free(fit->standard_error);
    free(fit->inverse);
    free(fit->residual);
    free(fit->leverage);
    *fit = (struct armex_fit){0};
}
