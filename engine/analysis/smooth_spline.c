/** analysis/smooth_spline.c: cubic smoothing splines, as rough as the data ask for. */
#include <math.h>
#include <stdlib.h>

#include "analysis/smooth.h"
#include "analysis/smooth_band.h"

enum { LEAST = 5, GRID = 41, STEPS = 80 };

/* f = y - lambda Q g with (R + lambda Q'Q) g = Q'y; Q is n x (n-2) with three figures a
 * column, R has three diagonals. Everything is kept for one lambda after another. */
struct spline {
    const double *x, *y;
    size_t n;
    double *h;                       /* n: distances */
    double *g;                       /* n: second derivatives inside */
    struct armex_band band, inverse; /* n - 2 */
    double *fitted, *leverage;       /* n */
    double squares, trace;           /* of the last lambda */
    double room[];
};

static struct spline *create(const double *x, const double *y, size_t n)
{
    struct spline *spline = calloc(1, sizeof *spline + 10 * n * sizeof(double));
    if (!spline)
        return NULL;
    double *room = spline->room;
    spline->x = x;
    spline->y = y;
    spline->n = n;
    spline->h = room;
    spline->g = room + n;
    spline->band = (struct armex_band){n - 2, room + 2 * n, room + 3 * n, room + 4 * n};
    spline->inverse =
        (struct armex_band){n - 2, room + 5 * n, room + 6 * n, room + 7 * n};
    spline->fitted = room + 8 * n;
    spline->leverage = room + 9 * n;
    for (size_t i = 0; i + 1 < n; i++)
        spline->h[i] = x[i + 1] - x[i];
    return spline;
}

/* The three figures of column j of Q. */
static void column(double q[3], const struct spline *spline, size_t j)
{
    q[0] = 1.0 / spline->h[j];
    q[2] = 1.0 / spline->h[j + 1];
    q[1] = -q[0] - q[2];
}

static void fill_band(struct spline *spline, double lambda)
{
    const size_t m = spline->n - 2;
    double q[3], q1[3], q2[3];

    for (size_t j = 0; j < m; j++) {
        column(q, spline, j);
        spline->band.diagonal[j] = (spline->h[j] + spline->h[j + 1]) / 3.0 +
                                   lambda * (q[0] * q[0] + q[1] * q[1] + q[2] * q[2]);
        spline->g[j] =
            q[0] * spline->y[j] + q[1] * spline->y[j + 1] + q[2] * spline->y[j + 2];
        if (j + 1 < m) {
            column(q1, spline, j + 1);
            spline->band.next[j] =
                spline->h[j + 1] / 6.0 + lambda * (q[1] * q1[0] + q[2] * q1[1]);
        }
        if (j + 2 < m) {
            column(q2, spline, j + 2);
            spline->band.second[j] = lambda * q[2] * q2[0];
        }
    }
}

/* Row i of Q, whose columns are i - 2, i - 1, i where there are such; then
 * leverage(i) = 1 - lambda row B^-1 row'. */
static double leverage_of(const struct spline *spline, size_t i, double lambda)
{
    const size_t m = spline->n - 2;
    double row[3] = {0}, q[3], sum = 0.0;

    for (size_t k = 0; k < 3; k++)
        if (i + k >= 2 && i + k - 2 < m) {
            column(q, spline, i + k - 2);
            row[k] = q[2 - k];
        }
    for (size_t k = 0; k < 3; k++) {
        if (i + k < 2 || i + k - 2 >= m)
            continue;
        const size_t j = i + k - 2;
        sum += row[k] * row[k] * spline->inverse.diagonal[j];
        if (k < 2 && j + 1 < m)
            sum += 2.0 * row[k] * row[k + 1] * spline->inverse.next[j];
        if (k < 1 && j + 2 < m)
            sum += 2.0 * row[k] * row[k + 2] * spline->inverse.second[j];
    }
    return 1.0 - lambda * sum;
}

/* Fits with one lambda; returns the generalised cross-validation. */
static double fit(struct spline *spline, double log_lambda)
{
    const double lambda = exp(log_lambda), n = (double)spline->n;
    const size_t m = spline->n - 2;
    double q[3];

    fill_band(spline, lambda);
    armex_band_decompose(&spline->band);
    armex_band_solve(&spline->band, spline->g);
    armex_band_invert(&spline->inverse, &spline->band);
    spline->squares = spline->trace = 0.0;
    for (size_t i = 0; i < spline->n; i++)
        spline->fitted[i] = spline->y[i];
    for (size_t j = 0; j < m; j++) {
        column(q, spline, j);
        for (size_t k = 0; k < 3; k++)
            spline->fitted[j + k] -= lambda * q[k] * spline->g[j];
    }
    for (size_t i = 0; i < spline->n; i++) {
        const double rest = spline->y[i] - spline->fitted[i];
        spline->leverage[i] = leverage_of(spline, i, lambda);
        spline->squares += rest * rest;
        spline->trace += spline->leverage[i];
    }
    return n * spline->squares / ((n - spline->trace) * (n - spline->trace));
}

/* The best of a grid, from almost the data to almost a line, then a golden section. */
static double best_lambda(struct spline *spline)
{
    const double years = spline->x[spline->n - 1] - spline->x[0];
    const double scale = 3.0 * log(years) - log((double)spline->n),
                 golden = 0.6180339887498949;
    const double first = scale - 16.0, step = 0.5;
    size_t best = 0;
    double least = INFINITY;

    for (size_t i = 0; i < GRID; i++) {
        const double found = fit(spline, first + step * (double)i);
        if (found < least) {
            least = found;
            best = i;
        }
    }
    double low = first + step * ((double)best - 1.0), high = low + 2.0 * step;
    for (int i = 0; i < STEPS; i++) {
        const double a = high - golden * (high - low), b = low + golden * (high - low);
        if (fit(spline, a) < fit(spline, b))
            high = b;
        else
            low = a;
    }
    return 0.5 * (low + high);
}

armex_status armex_smoothing_spline(struct armex_spline *out, double *fitted,
                                    double *errors, const double *x, const double *y,
                                    size_t n, struct armex_error *error)
{
    if (n < LEAST)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "a smoothing spline needs %d figures, found %zu", LEAST, n);
    struct spline *spline = create(x, y, n);
    if (!spline)
        return armex_fail_memory(error);
    const double log_lambda = best_lambda(spline);
    fit(spline, log_lambda);
    out->lambda = exp(log_lambda);
    out->freedom = spline->trace;
    out->deviation = sqrt(spline->squares / ((double)n - spline->trace));
    for (size_t i = 0; i < n; i++) {
        fitted[i] = spline->fitted[i];
        errors[i] = out->deviation * sqrt(fmax(0.0, spline->leverage[i]));
    }
    free(spline);
    return ARMEX_OK;
}
