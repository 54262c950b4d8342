/** analysis/breaks.c: multiple breaks by dynamic programming. */
#include "analysis/breaks.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "analysis/breaks_regime.h"

struct search {
    struct armex_breaks *out;
    const double *x, *y;
    size_t n;
    double *cost; /* (most + 1) x (n + 1): least squares of the first j with m breaks */
    size_t *start; /* the same: where the last regime of that division begins */
};

static size_t at(const struct search *search, size_t m, size_t j)
{
    return m * (search->n + 1) + j;
}

/* Regimes that begin with observation i; the divisions of what lies before are known.
 */
static void extend_from(struct search *search, size_t i)
{
    struct armex_regime regime = {0};

    for (size_t j = i + 1; j <= search->n; j++) {
        armex_regime_add(&regime, search->x[j - 1], search->y[j - 1]);
        if (regime.n < search->out->shortest)
            continue;
        const double squares = armex_regime_squares(&regime, search->out->model);
        if (i == 0)
            search->cost[at(search, 0, j)] = squares;
        for (size_t m = 1; i > 0 && m <= search->out->most; m++) {
            const double total = search->cost[at(search, m - 1, i)] + squares;
            if (total < search->cost[at(search, m, j)]) {
                search->cost[at(search, m, j)] = total;
                search->start[at(search, m, j)] = i;
            }
        }
    }
}

static void divide(struct search *search)
{
    struct armex_breaks *out = search->out;

    for (size_t k = 0; k < (out->most + 1) * (search->n + 1); k++)
        search->cost[k] = INFINITY;
    for (size_t i = 0; i + out->shortest <= search->n; i++)
        extend_from(search, i);
    for (size_t m = 0; m <= out->most; m++) {
        size_t end = search->n;
        out->squares[m] = search->cost[at(search, m, end)];
        for (size_t k = m; k > 0; k--)
            out->place[m][k - 1] = end = search->start[at(search, k, end)];
    }
}

static void weigh(struct search *search)
{
    struct armex_breaks *out = search->out;
    const double n = (double)search->n, q = (double)out->model,
                 two_pi = 6.283185307179586;
    const double tiny = 1e-300; // a perfect fit has no logarithm

    out->by_bic = 0;
    for (size_t m = 0; m <= out->most; m++) {
        out->bic[m] = n * (log(two_pi * fmax(out->squares[m], tiny) / n) + 1.0) +
                      (q + 1.0) * (double)(m + 1) * log(n);
        if (out->bic[m] < out->bic[out->by_bic])
            out->by_bic = m;
    }
}

/* The most by which one more break lowers the squares of observations from..to-1, 0 if
 * there is no room. `before` is scratch of n. */
static double best_gain(const struct search *search, size_t from, size_t to,
                        double *before)
{
    const enum armex_break_model model = search->out->model;
    const size_t shortest = search->out->shortest;
    struct armex_regime left = {0}, right = {0};
    double gain = 0.0;

    for (size_t i = from; i < to; i++) {
        armex_regime_add(&left, search->x[i], search->y[i]);
        before[i] = armex_regime_squares(&left, model);
    }
    for (size_t i = to; i-- > from + shortest;) {
        armex_regime_add(&right, search->x[i], search->y[i]);
        if (right.n < shortest)
            continue;
        const double two = before[i - 1] + armex_regime_squares(&right, model);
        gain = fmax(gain, before[to - 1] - two);
    }
    return gain;
}

static bool has_room(size_t from, size_t to, size_t shortest)
{
    return to - from >= 2 * shortest;
}

static double sup_f(const struct search *search, size_t l, double *before)
{
    const struct armex_breaks *out = search->out;
    double gain = 0.0;
    bool room = false;

    for (size_t k = 0; k <= l; k++) {
        const size_t from = k ? out->place[l][k - 1] : 0;
        const size_t to = k < l ? out->place[l][k] : search->n;
        if (has_room(from, to, out->shortest)) {
            gain = fmax(gain, best_gain(search, from, to, before));
            room = true;
        }
    }
    const size_t coefficients = (l + 2) * (size_t)out->model;
    const double rest = out->squares[l] - gain;
    if (!room || coefficients >= search->n || !(rest > 0.0))
        return NAN;
    return gain / (rest / (double)(search->n - coefficients));
}

static void test(struct search *search, double *before)
{
    struct armex_breaks *out = search->out;
    bool going_on = true;

    out->by_test = 0;
    for (size_t l = 0; l < out->most; l++) {
        out->sup_f[l] = sup_f(search, l, before);
        going_on = going_on && out->sup_f[l] > armex_breaks_critical(out->model, l);
        out->by_test += going_on;
    }
}

armex_status armex_breaks_find(struct armex_breaks *out, const double *x,
                               const double *y, size_t n, enum armex_break_model model,
                               struct armex_error *error)
{
    const size_t least = model == ARMEX_BREAK_LEVEL ? 3 : 4;
    const size_t part = (size_t)(0.15 * (double)n);
    const size_t shortest = part > least ? part : least;

    if (n < ARMEX_LEAST_FOR_BREAKS)
        return armex_fail(error, ARMEX_TOO_FEW, ARMEX_NOWHERE,
                          "breaks need %d figures, found %zu", ARMEX_LEAST_FOR_BREAKS,
                          n);
    size_t most = n / shortest - 1;
    if (most > ARMEX_MOST_BREAKS)
        most = ARMEX_MOST_BREAKS;
    *out = (struct armex_breaks){
        .model = model, .n = n, .shortest = shortest, .most = most};
    struct search search = {.out = out, .x = x, .y = y, .n = n};
    search.cost = calloc((most + 1) * (n + 1), sizeof(double));
    search.start = calloc((most + 1) * (n + 1), sizeof(size_t));
    const bool room = search.cost && search.start;
    if (room) {
        divide(&search);
        weigh(&search);
        test(&search, search.cost); // the costs are no longer needed
    }
    free(search.start);
    free(search.cost);
    return room ? ARMEX_OK : armex_fail_memory(error);
}

double armex_breaks_critical(enum armex_break_model model, size_t l)
{
    static const double level[ARMEX_MOST_BREAKS] = {8.58, 10.13, 11.14, 11.83, 12.25};
    static const double trend[ARMEX_MOST_BREAKS] = {11.47, 12.95, 14.03, 14.85, 15.29};

    if (l >= ARMEX_MOST_BREAKS)
        return NAN;
    return model == ARMEX_BREAK_LEVEL ? level[l] : trend[l];
}

double armex_cusum(double *process, const double *y, size_t n)
{
    struct armex_regime all = {0};
    double largest = 0.0, p_value = 0.0, sum = 0.0;

    for (size_t i = 0; i < n; i++)
        armex_regime_add(&all, 0.0, y[i]);
    const double scale = n > 1 ? sqrt(all.yy / (double)(n - 1) * (double)n) : 0.0;
    process[0] = 0.0;
    for (size_t i = 0; i < n; i++) {
        sum += y[i] - all.mean_y;
        process[i + 1] = scale > 0.0 ? sum / scale : NAN;
        largest = fmax(largest, fabs(process[i + 1]));
    }
    if (!(scale > 0.0))
        return NAN;
    for (int j = 1; j <= 100; j++) {
        const double term = 2.0 * exp(-2.0 * j * j * largest * largest);
        p_value += j % 2 ? term : -term;
    }
    return largest < 0.2 ? 1.0
                         : fmin(1.0, fmax(0.0, p_value)); // below, it converges late
}
