/** analysis/kalman.c: filtering the local linear trend. */
#include "analysis/kalman.h"

#include <math.h>

#include "analysis/kalman_filter.h"

/* Any start will do beside one that is not known; a variance keeps F above 0. */
static struct armex_kalman_state begin(const struct armex_local_trend *model)
{
    const double some = model->irregular + model->level + model->slope;
    return (struct armex_kalman_state){
        .level = {0.0, 1.0, 0.0}, .slope = {0.0, 0.0, 1.0}, .p00 = some, .p11 = some};
}

/* The first figure there is: sums of squares about it keep their digits. */
static double origin_of(const double *y, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!isnan(y[i]))
            return y[i];
    return 0.0;
}

static void observe(struct armex_kalman_state *state, double y, double irregular)
{
    state->seen = !isnan(y);
    state->variance = state->p00 + irregular;
    for (int c = 0; c < ARMEX_CARRIED && state->seen; c++)
        state->error[c] = (c == 0 ? y : 0.0) - state->level[c];
}

/* From before this year's observation to before the next one's. */
static struct armex_kalman_state predict(struct armex_kalman_state now,
                                         const struct armex_local_trend *model)
{
    const double to_level = now.seen ? now.p00 / now.variance : 0.0;
    const double to_slope = now.seen ? now.p01 / now.variance : 0.0;
    struct armex_kalman_state next = {0};

    for (int c = 0; c < ARMEX_CARRIED; c++) {
        const double level = now.level[c] + to_level * now.error[c];
        next.slope[c] = now.slope[c] + to_slope * now.error[c];
        next.level[c] = level + next.slope[c];
    }
    if (now.seen) {
        now.p11 -= to_slope * now.p01;
        now.p01 *= model->irregular / now.variance;
        now.p00 *= model->irregular / now.variance;
    }
    next.p00 = now.p00 + 2.0 * now.p01 + now.p11 + model->level;
    next.p01 = now.p01 + now.p11;
    next.p11 = now.p11 + model->slope;
    return next;
}

/* Sums over the observations of products of errors over F. */
struct products {
    double ee, e1, e2, p11, p12, p22;
};

static void add(struct products *sums, const struct armex_kalman_state *state)
{
    const double *e = state->error, f = state->variance;

    sums->ee += e[0] * e[0] / f;
    sums->e1 -= e[0] * e[1] / f;
    sums->e2 -= e[0] * e[2] / f;
    sums->p11 += e[1] * e[1] / f;
    sums->p12 += e[1] * e[2] / f;
    sums->p22 += e[2] * e[2] / f;
}

static void solve_start(struct armex_kalman_sums *out, const struct products *sums)
{
    const double determinant = sums->p11 * sums->p22 - sums->p12 * sums->p12;

    out->s00 = sums->p22 / determinant;
    out->s01 = -sums->p12 / determinant;
    out->s11 = sums->p11 / determinant;
    out->start[0] = out->s00 * sums->e1 + out->s01 * sums->e2;
    out->start[1] = out->s01 * sums->e1 + out->s11 * sums->e2;
    out->squares =
        fmax(0.0, sums->ee - out->start[0] * sums->e1 - out->start[1] * sums->e2);
    out->log_variance += log(determinant);
}

struct armex_kalman_sums armex_kalman_filter(struct armex_kalman_state *states,
                                             const struct armex_local_trend *model,
                                             const double *y, size_t n)
{
    struct armex_kalman_state state = begin(model);
    struct armex_kalman_sums out = {.origin = origin_of(y, n)};
    struct products sums = {0};
    size_t first = 0;

    for (size_t i = 0; i < n; i++) {
        observe(&state, y[i] - out.origin, model->irregular);
        if (states)
            states[i] = state;
        if (state.seen) {
            add(&sums, &state);
            out.log_variance += log(state.variance);
            if (out.n == 0)
                first = i;
            if (out.n++ == 1)
                out.log_variance -= 2.0 * log((double)(i - first));
        }
        state = predict(state, model);
    }
    solve_start(&out, &sums);
    return out;
}

double armex_local_trend_likelihood(const struct armex_local_trend *model,
                                    const double *y, size_t n)
{
    const double log_two_pi = 1.8378770664093453;
    const struct armex_kalman_sums sums = armex_kalman_filter(NULL, model, y, n);

    if (sums.n <= ARMEX_START)
        return NAN;
    return -0.5 * ((double)(sums.n - ARMEX_START) * log_two_pi + sums.log_variance +
                   sums.squares);
}
