/**
 * analysis/panel_lanes.h: what the source of panel_rows.h is made of, for as many lanes
 * as its includer says.
 *
 * LANES is the number of doubles in a register, LANES_TARGET the processor it is
 * compiled for. An includer that has better instructions for it says so: LANES_WHERE
 * for is_there() to store_some(), LANES_FMA for multiply_add() and look_up(),
 * LANES_BELOW for below_of_eight() of panel_rank_lanes.h. It is included once by each
 * build and by nobody else.
 */
#ifndef ARMEX_ANALYSIS_PANEL_LANES_H
#define ARMEX_ANALYSIS_PANEL_LANES_H

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include "analysis/panel_rows.h"

#ifndef LANES // read by itself: a width that every processor has, and nobody who calls
#define LANES 2
#define LANES_TARGET __attribute__((unused))
#endif

typedef double lanes __attribute__((vector_size(8 * LANES)));
typedef uint64_t words __attribute__((vector_size(8 * LANES)));

static inline LANES_TARGET lanes all(double x)
{
    return x - (lanes){0};
}

static inline LANES_TARGET lanes blend(words where, lanes yes, lanes no)
{
    return (lanes)((where & (words)yes) | (~where & (words)no));
}

/* In which lanes something holds; wide processors have a register for that. */
#ifndef LANES_WHERE
#define LANES_WHERE words
static inline LANES_TARGET words is_there(lanes x)
{
    return (words)(x == x);
}

static inline LANES_TARGET words is_negative(lanes x)
{
    return (words)(x < 0.0);
}

static inline LANES_TARGET words is_less(words a, uint64_t limit)
{
    return (words)(a < limit);
}

static inline LANES_TARGET lanes pick(words where, lanes yes, lanes no)
{
    return blend(where, yes, no);
}

static inline LANES_TARGET lanes add_where(words where, lanes sum, lanes x)
{
    return sum + (lanes)(where & (words)x);
}

static inline LANES_TARGET words add_one_where(words where, words count)
{
    return count - where;
}

static inline LANES_TARGET bool holds_somewhere(words where)
{
    uint64_t joined = 0;
    for (int i = 0; i < LANES; i++)
        joined |= where[i];
    return joined != 0;
}

static inline LANES_TARGET lanes load_some(const double *x, size_t left)
{
    lanes out = all(NAN);
    memcpy(&out, x, left * sizeof *x);
    return out;
}

static inline LANES_TARGET void store_some(double *out, lanes x, size_t left)
{
    memcpy(out, &x, left * sizeof *out);
}
#endif

/* Beyond the end of the row everything is missing. */
static inline LANES_TARGET lanes load(const double *x, size_t left)
{
    lanes out;
    if (__builtin_expect(left < LANES, 0))
        return load_some(x, left);
    memcpy(&out, x, sizeof out);
    return out;
}

static inline LANES_TARGET void store(double *out, lanes x, size_t left)
{
    if (__builtin_expect(left < LANES, 0))
        store_some(out, x, left);
    else
        memcpy(out, &x, sizeof x);
}

static inline LANES_TARGET words is_finite(lanes x)
{
    return (words)(x <= DBL_MAX) & (words)(x >= -DBL_MAX);
}

/* a b + c, rounded once, by whatever processor. */
#ifndef LANES_FMA
static inline LANES_TARGET lanes multiply_add(lanes a, lanes b, lanes c)
{
    for (int i = 0; i < LANES; i++)
        c[i] = fma(a[i], b[i], c[i]);
    return c;
}

static inline LANES_TARGET lanes look_up(const double table[16], words at)
{
    lanes out = {0};
    for (int i = 0; i < LANES; i++)
        out[i] = table[at[i] % 16];
    return out;
}
#endif

static inline size_t beyond(size_t n, size_t at)
{
    return at < n ? n - at : 0;
}

#endif
