/** analysis/forecast_ets.c: exponential smoothing. */
#include <math.h>

#include "analysis/forecast.h"
#include "analysis/minimise.h"

static size_t parameters_of(enum armex_forecast_model model)
{
    static const size_t counts[] = {[ARMEX_FORECAST_LEVEL] = 2,   // alpha, level
                                    [ARMEX_FORECAST_TREND] = 4,   // and beta, slope
                                    [ARMEX_FORECAST_DAMPED] = 5}; // and damping
    return counts[model];
}

/* The least sum of squares that still has a logarithm. */
static const double no_squares = 1e-300;

/* Runs through the figures; leaves level and slope after the last, and the squares. */
static void run(struct armex_ets *ets, double *errors, const double *y, size_t n)
{
    double level = ets->first_level, slope = ets->first_slope, squares = 0.0;

    for (size_t t = 0; t < n; t++) {
        const double expected = level + ets->damping * slope;
        const double error = y[t] - expected;
        level = expected + ets->alpha * error;
        slope = ets->damping * slope + ets->beta * error;
        squares += error * error;
        if (errors)
            errors[t] = error;
    }
    ets->level = level;
    ets->slope = slope;
    ets->squares = squares;
}

void armex_ets_run(struct armex_ets *ets, double *errors, const double *y, size_t n)
{
    const double count = (double)n, k = (double)parameters_of(ets->model) + 1.0;

    run(ets, errors, y, n);
    ets->variance = count > k - 1.0 ? ets->squares / (count - k + 1.0) : NAN;
    ets->aicc = count > k + 1.0 ? count * log(fmax(ets->squares, no_squares)) +
                                      2.0 * k + 2.0 * k * (k + 1.0) / (count - k - 1.0)
                                : INFINITY;
}

struct fit {
    struct armex_ets *ets;
    const double *y;
    size_t n;
};

/* Sums over the years of products of two: errors with first states of 0 (e), and what
 * one unit of the first level (l) or slope (s) does to them. */
struct sums {
    double ll, le, ss, ls, se;
};

/* Level and slope on their way through the years. */
struct states {
    double level, slope;
};

static double expect(const struct states *states, const struct armex_ets *ets)
{
    return states->level + ets->damping * states->slope;
}

static void learn(struct states *states, double expected, double error,
                  const struct armex_ets *ets)
{
    states->level = expected + ets->alpha * error;
    states->slope = ets->damping * states->slope + ets->beta * error;
}

/* Errors are linear in the two first states. The three ways through the years wait for
 * nothing but themselves: going side by side takes no longer than one. */
static struct sums add_up(const struct fit *fit)
{
    const struct armex_ets ets = *fit->ets;
    struct states none = {0.0, 0.0}, one_level = {1.0, 0.0}, one_slope = {0.0, 1.0};
    struct sums sums = {0};

    for (size_t t = 0; t < fit->n; t++) {
        const double expected = expect(&none, &ets);
        const double l = expect(&one_level, &ets), s = expect(&one_slope, &ets);
        const double e = fit->y[t] - expected;
        sums.ll += l * l;
        sums.le += l * e;
        sums.ss += s * s;
        sums.ls += l * s;
        sums.se += s * e;
        learn(&none, expected, e, &ets);
        learn(&one_level, l, -l, &ets);
        learn(&one_slope, s, -s, &ets);
    }
    return sums;
}

/* The first states that make the squares least, the parameters being what they are. */
static void find_states(struct fit *fit)
{
    const double depends = 1e-12; // one effect is a multiple of the other
    const struct sums sums = add_up(fit);
    struct armex_ets *ets = fit->ets;

    ets->first_level = sums.le / sums.ll;
    ets->first_slope = 0.0;
    if (ets->model != ARMEX_FORECAST_LEVEL) {
        const double determinant = sums.ll * sums.ss - sums.ls * sums.ls;
        if (determinant > depends * sums.ll * sums.ss) {
            ets->first_level = (sums.le * sums.ss - sums.se * sums.ls) / determinant;
            ets->first_slope = (sums.se * sums.ll - sums.le * sums.ls) / determinant;
        }
    }
    run(ets, NULL, fit->y, fit->n);
}

/* A number within two bounds from any number. */
static double within(double low, double high, double any)
{
    return low + (high - low) / (1.0 + exp(-any));
}

static double misfit(const double *at, size_t n, void *context)
{
    const double least = 1e-4, most = 0.9999;
    struct fit *fit = context;
    struct armex_ets *ets = fit->ets;

    ets->alpha = within(least, most, at[0]);
    ets->beta = n > 1 ? within(least, ets->alpha, at[1]) : 0.0;
    ets->damping = n > 2 ? within(0.8, 0.98, at[2]) : 1.0;
    find_states(fit);
    return log(fmax(ets->squares, no_squares));
}

static armex_status search(struct fit *fit, struct armex_error *error)
{
    static const double starts[4][3] = {
        {0.0, -2.0, 1.0}, {-3.0, -1.0, 1.0}, {3.0, -4.0, 1.0}, {3.0, 0.0, -1.0}};
    static const size_t searched[] = {1, 2, 3};
    const size_t n = searched[fit->ets->model];
    double best[3] = {0}, least = INFINITY;
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < 4; i++) {
        double at[3] = {starts[i][0], starts[i][1], starts[i][2]};
        status = armex_minimise(at, n, 1.0, 1e-3, misfit, fit, error);
        const double found = misfit(at, n, fit);
        for (size_t k = 0; found < least && k < 3; k++)
            best[k] = at[k];
        least = fmin(least, found);
    }
    misfit(best, n, fit);
    return status;
}

armex_status armex_ets_fit(struct armex_ets *out, enum armex_forecast_model model,
                           const double *y, size_t n, struct armex_error *error)
{
    struct fit fit = {out, y, n};

    *out = (struct armex_ets){.model = model, .aicc = INFINITY};
    const armex_status status = search(&fit, error);
    armex_ets_run(out, NULL, y, n);
    return status;
}

armex_status armex_ets_choose(struct armex_ets *out, const double *y, size_t n,
                              struct armex_error *error)
{
    armex_status status = armex_ets_fit(out, ARMEX_FORECAST_LEVEL, y, n, error);

    for (int model = ARMEX_FORECAST_TREND; !status && model <= ARMEX_FORECAST_DAMPED;
         model++) {
        struct armex_ets other;
        status = armex_ets_fit(&other, (enum armex_forecast_model)model, y, n, error);
        if (!status && other.aicc < out->aicc)
            *out = other;
    }
    return status;
}

double armex_ets_forecast(const struct armex_ets *ets, int ahead, double *variance)
{
    double power = 1.0, damped = 0.0, squares = 1.0;

    for (int j = 1; j <= ahead; j++) {
        power *= ets->damping;
        damped += power;
        const double effect = ets->alpha + ets->beta * damped;
        if (j < ahead)
            squares += effect * effect;
    }
    *variance = ets->variance * squares;
    return ets->level + damped * ets->slope;
}
