/** analysis/forecast_ets.c: exponential smoothing. */
#include <math.h>
#include <stdlib.h>

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

void armex_ets_run(struct armex_ets *ets, double *errors, const double *y, size_t n)
{
    const double count = (double)n, k = (double)parameters_of(ets->model) + 1.0;

    ets->level = ets->first_level;
    ets->slope = ets->first_slope;
    ets->squares = 0.0;
    for (size_t t = 0; t < n; t++) {
        const double expected = ets->level + ets->damping * ets->slope;
        const double error = y[t] - expected;
        ets->level = expected + ets->alpha * error;
        ets->slope = ets->damping * ets->slope + ets->beta * error;
        ets->squares += error * error;
        if (errors)
            errors[t] = error;
    }
    ets->variance = count > k - 1.0 ? ets->squares / (count - k + 1.0) : NAN;
    ets->aicc = count > k + 1.0 ? count * log(fmax(ets->squares, no_squares)) +
                                      2.0 * k + 2.0 * k * (k + 1.0) / (count - k - 1.0)
                                : INFINITY;
}

struct fit {
    struct armex_ets *ets;
    const double *y;
    size_t n;
    double *errors, *of_level, *of_slope; /* of n: with states 0, and their effects */
};

/* Sums over the years of products of two of the three. */
static double product(const double *a, const double *b, size_t n)
{
    double sum = 0.0;
    for (size_t t = 0; t < n; t++)
        sum += a[t] * b[t];
    return sum;
}

/* Errors are linear in the two first states: what one unit of a state does to each. */
static void effect_of(double *out, struct armex_ets ets, double level, double slope,
                      size_t n)
{
    for (size_t t = 0; t < n; t++) {
        const double expected = level + ets.damping * slope;
        out[t] = expected;
        level = expected - ets.alpha * expected;
        slope = ets.damping * slope - ets.beta * expected;
    }
}

/* The first states that make the squares least, the parameters being what they are. */
static void find_states(struct fit *fit)
{
    struct armex_ets *ets = fit->ets;
    const size_t n = fit->n;
    const double depends = 1e-12; // one effect is a multiple of the other

    ets->first_level = ets->first_slope = 0.0;
    armex_ets_run(ets, fit->errors, fit->y, n);
    effect_of(fit->of_level, *ets, 1.0, 0.0, n);
    const double ll = product(fit->of_level, fit->of_level, n);
    const double le = product(fit->of_level, fit->errors, n);
    ets->first_level = le / ll;
    if (ets->model != ARMEX_FORECAST_LEVEL) {
        effect_of(fit->of_slope, *ets, 0.0, 1.0, n);
        const double ss = product(fit->of_slope, fit->of_slope, n);
        const double ls = product(fit->of_level, fit->of_slope, n);
        const double se = product(fit->of_slope, fit->errors, n);
        const double determinant = ll * ss - ls * ls;
        if (determinant > depends * ll * ss) {
            ets->first_level = (le * ss - se * ls) / determinant;
            ets->first_slope = (se * ll - le * ls) / determinant;
        }
    }
    armex_ets_run(ets, NULL, fit->y, n);
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
    double *room = calloc(n + 1, 3 * sizeof *room);

    *out = (struct armex_ets){.model = model, .aicc = INFINITY};
    if (!room)
        return armex_fail_memory(error);
    struct fit fit = {out, y, n, room, room + n, room + 2 * n};
    const armex_status status = search(&fit, error);
    free(room);
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
