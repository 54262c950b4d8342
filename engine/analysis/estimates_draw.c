/** analysis/estimates_draw.c: sums over a window, drawn again and again. */
#include "analysis/estimates_draw.h"

#include <gsl/gsl_sort.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/rank.h"
#include "base/threads.h"

enum { PIECE = 128 /* draws */ };

/* The sums and ranks of all draws, [draw][entity]; of sums one more, the total. */
struct drawn {
    const struct armex_estimates_draw *draw;
    double *sums, *ranks;
};

static uint64_t mix(uint64_t z)
{
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

/* 64 random bits of one deal in one draw. */
static uint64_t random_bits(uint64_t seed, uint64_t draw, uint64_t deal)
{
    const uint64_t golden = 0x9e3779b97f4a7c15;
    return mix(mix(mix(seed) + golden * (draw + 1)) + golden * (deal + 1));
}

/* What the delivery adds to the window in a draw. */
static double outcome(const struct armex_estimates_draw *draw,
                      const struct armex_estimated_delivery *item, uint64_t bits)
{
    const double all = 4294967296.0;
    const double when = (double)(bits & 0xffffffff) / all;
    const double many = (double)(bits >> 32) / all;
    const double factor = 1.0 + draw->number_error * (2.0 * many - 1.0);
    int year = item->year;

    if (item->year_estimated && when < draw->year_error)
        year += when < draw->year_error / 2.0 ? -1 : 1;
    if (year < draw->first || year > draw->last)
        year = item->year;
    if (year < draw->from || year > draw->to)
        return 0.0;
    return item->number_estimated ? item->value * factor : item->value;
}

static void rank_one(const struct armex_estimates_draw *draw, const double *sums,
                     double *ranks, void *scratch)
{
    const size_t n = draw->n_entities;
    double *keys = scratch, behind = 1.0;
    void *after_keys = keys + n;
    size_t *order = after_keys;

    for (size_t i = 0; i < n; i++) {
        keys[i] = draw->ranked[i] && sums[i] > 0.0 ? sums[i] : NAN;
        behind += !isnan(keys[i]);
    }
    armex_ranks(ranks, order, keys, n, ARMEX_TIES_COMPETITION);
    for (size_t i = 0; i < n; i++)
        if (draw->ranked[i] && isnan(ranks[i]))
            ranks[i] = behind;
}

static void draw_one(const struct drawn *drawn, size_t at, void *scratch)
{
    const struct armex_estimates_draw *draw = drawn->draw;
    const size_t n = draw->n_entities;
    double *sums = drawn->sums + at * (n + 1);

    memcpy(sums, draw->firm, n * sizeof *sums);
    for (size_t i = 0; i < draw->n; i++) {
        const struct armex_estimated_delivery *item = &draw->items[i];
        const uint64_t bits = random_bits(draw->seed, at, item->deal);
        sums[item->entity] += outcome(draw, item, bits);
    }
    sums[n] = 0.0;
    for (size_t i = 0; i < n; i++)
        sums[n] += sums[i];
    rank_one(draw, sums, drawn->ranks + at * n, scratch);
}

static void draw_piece(void *context, size_t piece, void *scratch)
{
    const struct drawn *drawn = context;
    const size_t end = (piece + 1) * PIECE;

    for (size_t at = piece * PIECE; at < end && at < drawn->draw->resamples; at++)
        draw_one(drawn, at, scratch);
}

/* The bounds of `values[0..n)`, which are put in order; one that is missing, or beyond
 * a double, makes both so. */
static void bounds(double *low, double *high, double *values, size_t n)
{
    *low = *high = NAN;
    for (size_t i = 0; i < n; i++)
        if (!isfinite(values[i]))
            return;
    gsl_sort(values, 1, n);
    *low = values[(n + 39) / 40 - 1]; // 1/40 is 2.5 %
    *high = values[(39 * n + 39) / 40 - 1];
}

/* How often one of `ranks[0..n)` is `top` or better; NAN where there are none. */
static double top_of(const double *ranks, size_t n, int top)
{
    size_t among = 0;

    for (size_t i = 0; i < n; i++)
        among += ranks[i] <= top; // NAN is not
    return isnan(ranks[0]) ? NAN : (double)among / (double)n;
}

static void sum_up(struct armex_estimates_interval *out, const struct drawn *drawn,
                   size_t i, double *values)
{
    const size_t n = drawn->draw->n_entities, draws = drawn->draw->resamples;

    for (size_t at = 0; at < draws; at++)
        values[at] = drawn->sums[at * (n + 1) + i];
    bounds(&out->low, &out->high, values, draws);
    for (size_t at = 0; at < draws; at++)
        values[at] =
            drawn->sums[at * (n + 1) + i] / drawn->sums[at * (n + 1) + n]; // 0/0: NAN
    bounds(&out->share_low, &out->share_high, values, draws);
    for (size_t at = 0; at < draws; at++)
        values[at] = i < n ? drawn->ranks[at * n + i] : NAN;
    out->top = top_of(values, draws, drawn->draw->top);
    bounds(&out->rank_low, &out->rank_high, values, draws);
}

armex_status armex_estimates_draw(struct armex_estimates_interval *out,
                                  const struct armex_estimates_draw *draw,
                                  struct armex_error *error)
{
    const size_t n = draw->n_entities, draws = draw->resamples;
    struct drawn drawn = {.draw = draw,
                          .sums = calloc(draws, (n + 1) * sizeof(double)),
                          .ranks = calloc(draws, (n + 1) * sizeof(double))};
    double *values = calloc(draws, sizeof *values);
    armex_status status = ARMEX_OK;

    if (!drawn.sums || !drawn.ranks || !values)
        status = armex_fail_memory(error);
    else
        status = armex_in_pieces(draw_piece, &drawn, (draws + PIECE - 1) / PIECE,
                                 draw->threads,
                                 n * (sizeof(double) + sizeof(size_t)) + 1, error);
    for (size_t i = 0; !status && i <= n; i++)
        sum_up(&out[i], &drawn, i, values);
    free(values);
    free(drawn.ranks);
    free(drawn.sums);
    return status;
}
