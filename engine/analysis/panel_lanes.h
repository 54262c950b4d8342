/**
 * analysis/panel_lanes.h: the source of panel_rows.h, for as many lanes as its includer
 * says.
 *
 * LANES is the number of doubles in a register, LANES_TARGET the processor it is
 * compiled for. It is included once by each build and by nobody else.
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

/* Sums run in 16 columns whatever the register, so that their order never changes. */
enum { COLUMNS = 16, REGISTERS = COLUMNS / LANES };

static inline LANES_TARGET lanes all(double x)
{
    return x - (lanes){0};
}

static inline LANES_TARGET lanes blend(words where, lanes yes, lanes no)
{
    return (lanes)((where & (words)yes) | (~where & (words)no));
}

/* Beyond the end of the row everything is missing. */
static inline LANES_TARGET lanes load(const double *x, size_t left)
{
    if (left >= LANES) {
        lanes out;
        memcpy(&out, x, sizeof out);
        return out;
    }
    lanes last = all(NAN); // a variable of its own, or `out` would live in memory
    memcpy(&last, x, left * sizeof *x);
    return last;
}

static inline LANES_TARGET void store(double *out, lanes x, size_t left)
{
    if (left >= LANES)
        memcpy(out, &x, sizeof x);
    else
        memcpy(out, &x, left * sizeof *out);
}

static inline LANES_TARGET words is_finite(lanes x)
{
    return (words)(x <= DBL_MAX) & (words)(x >= -DBL_MAX);
}

static inline LANES_TARGET bool any(words where)
{
    uint64_t joined = 0;
    for (int i = 0; i < LANES; i++)
        joined |= where[i];
    return joined != 0;
}

static inline LANES_TARGET void growth(double *out, const double *before,
                                       const double *now, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        const lanes base = load(before + i, n - i);
        const lanes rate = load(now + i, n - i) / base - 1.0;
        const words defined = (words)(base > 0.0) & is_finite(rate);
        store(out + i, blend(defined, rate, all(NAN)), n - i);
    }
}

/* The logarithm of fdlibm's e_log.c, whose error is below 1 ulp, without its branches:
 * x = 2^k (1 + f) with sqrt(1/2) <= 1 + f < sqrt(2); s = f / (2 + f);
 * ln(1 + f) = f - f^2/2 + s (f^2/2 + R(s^2)), R a polynomial of Remez. */
static inline LANES_TARGET lanes log_reduced(lanes k, lanes f)
{
    const double ln2_high = 6.93147180369123816490e-01;
    const double ln2_low = 1.90821492927058770002e-10;
    const lanes s = f / (2.0 + f), z = s * s, w = z * z, half = 0.5 * f * f;
    const lanes even =
        w * (3.999999999940941908e-01 +
             w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
    const lanes odd =
        z * (6.666666666666735130e-01 +
             w * (2.857142874366239149e-01 +
                  w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));

    return k * ln2_high - ((half - (s * (half + (odd + even)) + k * ln2_low)) - f);
}

static inline LANES_TARGET lanes log_lanes(lanes x)
{
    const uint64_t one = 0x3ff0000000000000, root_half = 0x3fe6a09e00000000;
    const uint64_t fraction = 0x000fffffffffffff, two_52 = 0x4330000000000000;
    const words defined = (words)(x > 0.0) & (words)(x <= DBL_MAX);
    const lanes above =
        blend(defined, x, all(1.0)); // the missing must not slow the rest
    const words tiny = (words)(above < DBL_MIN);
    const lanes normal = blend(tiny, above * 0x1p54, above);
    const words bits = (words)normal + (one - root_half);
    const lanes exponent = (lanes)((bits >> 52) | two_52) - (0x1p52 + 1023.0);
    const lanes k = exponent - blend(tiny, all(54.0), all(0.0));
    const lanes mantissa = (lanes)((bits & fraction) + root_half);

    return blend(defined, log_reduced(k, mantissa - 1.0), all(NAN));
}

static inline LANES_TARGET void logarithm(double *out, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i += LANES)
        store(out + i, log_lanes(load(x + i, n - i)), n - i);
}

static inline LANES_TARGET void difference(double *out, const double *before,
                                           const double *now, size_t n)
{
    for (size_t i = 0; i < n; i += LANES)
        store(out + i, load(now + i, n - i) - load(before + i, n - i), n - i);
}

static inline LANES_TARGET void mean(double *out, const double *const years[5],
                                     size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        lanes sum = load(years[0] + i, n - i);
        for (int year = 1; year < 5; year++)
            sum += load(years[year] + i, n - i);
        store(out + i, blend(is_finite(sum), sum / 5.0, all(NAN)), n - i);
    }
}

static inline LANES_TARGET bool find(double *found, double *when, const double *x,
                                     double year, size_t n)
{
    bool missing = false;

    for (size_t i = 0; i < n; i += LANES) {
        const lanes old = load(found + i, n - i), new = load(x + i, n - i);
        const words take = (words)(old != old) & (words)(new == new);
        const lanes kept = blend(take, new, old);
        store(found + i, kept, n - i);
        store(when + i, blend(take, all(year), load(when + i, n - i)), n - i);
        for (size_t lane = 0; lane < LANES && lane < n - i; lane++)
            missing |= isnan(kept[lane]);
    }
    return missing;
}

static inline LANES_TARGET void add(double *sum, words where, lanes x, size_t left)
{
    store(sum, load(sum, left) + (lanes)((words)x & where), left);
}

static inline LANES_TARGET void fit(const struct armex_row_fit *sums, const double *y,
                                    double t, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        const lanes value = load(y + i, n - i);
        const words there = (words)(value == value);
        add(sums->count + i, there, all(1.0), n - i);
        add(sums->t + i, there, all(t), n - i);
        add(sums->tt + i, there, all(t * t), n - i);
        add(sums->y + i, there, value, n - i);
        add(sums->ty + i, there, value * t, n - i);
    }
}

static inline LANES_TARGET void slope(double *out, const struct armex_row_fit *sums,
                                      size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        const size_t left = n - i;
        const lanes count = load(sums->count + i, left), t = load(sums->t + i, left);
        const lanes b =
            (count * load(sums->ty + i, left) - t * load(sums->y + i, left)) /
            (count * load(sums->tt + i, left) - t * t);
        const words defined = (words)(count >= 2.0) & is_finite(b);
        store(out + i, blend(defined, b, all(NAN)), left);
    }
}

/* Adds up 16 columns from the first to the last. */
static inline LANES_TARGET double add_up(const lanes columns[REGISTERS])
{
    double sum = 0.0;
    for (int r = 0; r < REGISTERS; r++)
        for (int lane = 0; lane < LANES; lane++)
            sum += columns[r][lane];
    return sum;
}

static inline size_t beyond(size_t n, size_t at)
{
    return at < n ? n - at : 0;
}

static inline LANES_TARGET struct armex_row_sum sum(const double *x, size_t n)
{
    lanes columns[REGISTERS] = {{0}};
    words negative = {0};

    for (size_t i = 0; i < n; i += COLUMNS)
        for (size_t r = 0; r < REGISTERS; r++) {
            const size_t left = beyond(n, i + r * LANES);
            const lanes value = load(left ? x + i + r * LANES : x, left);
            columns[r] += (lanes)((words)value & (words)(value == value));
            negative |= (words)(value < 0.0);
        }
    return (struct armex_row_sum){add_up(columns), any(negative)};
}

static inline LANES_TARGET double share(double *out, const double *x, double total,
                                        size_t n)
{
    lanes columns[REGISTERS] = {{0}};

    for (size_t i = 0; i < n; i += COLUMNS)
        for (size_t r = 0; r < REGISTERS && i + r * LANES < n; r++) {
            const size_t at = i + r * LANES;
            const lanes part = load(x + at, n - at) / total;
            columns[r] += (lanes)((words)(part * part) & (words)(part == part));
            if (out)
                store(out + at, part, n - at);
        }
    return add_up(columns);
}

#endif
