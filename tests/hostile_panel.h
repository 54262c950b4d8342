/** tests/hostile_panel.h: made-up panels with all that a figure may be. */
#ifndef ARMEX_TESTS_HOSTILE_PANEL_H
#define ARMEX_TESTS_HOSTILE_PANEL_H

#include <stdlib.h>

#include "check.h"

/* Figures as hostile as a panel may hold: missing, zero, -0, below zero, tiny, huge. */
static inline double hostile(uint64_t *state)
{
    static const double odd[] = {NAN, NAN, 0.0, -0.0, -3.0, 5e-324, 1e-310, 1e308, 1.0};
    *state = *state * 6364136223846793005U + 1442695040888963407U;
    const unsigned pick = (unsigned)(*state >> 33) % 64;
    if (pick < sizeof odd / sizeof *odd)
        return odd[pick];
    return (double)(*state >> 40 & 0xffff) / 100.0 + 0.01; // cents: there are ties
}

static inline double tame(uint64_t *state)
{
    const double x = hostile(state);
    return x > 1e-3 && x < 1e4 ? x : NAN;
}

static inline double *panel_of(size_t n, size_t years, double (*figure)(uint64_t *))
{
    uint64_t state = 42;
    double *x = calloc(n * years, sizeof *x);
    assert_non_null(x);
    for (size_t i = 0; i < n * years; i++)
        x[i] = figure(&state);
    return x;
}

#endif
