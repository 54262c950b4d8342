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

#ifndef LANES_LOAD_SOME
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
#define LANES_LOAD_SOME load_some
#define LANES_STORE_SOME store_some
#endif

/* Beyond the end of the row everything is missing. */
static inline LANES_TARGET lanes load(const double *x, size_t left)
{
    lanes out;
    if (__builtin_expect(left < LANES, 0))
        return LANES_LOAD_SOME(x, left);
    memcpy(&out, x, sizeof out);
    return out;
}

static inline LANES_TARGET void store(double *out, lanes x, size_t left)
{
    if (__builtin_expect(left < LANES, 0))
        LANES_STORE_SOME(out, x, left);
    else
        memcpy(out, &x, sizeof x);
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
                                       const double *now, const double *ahead,
                                       size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        __builtin_prefetch(ahead + i);
        const lanes base = load(before + i, n - i);
        const lanes rate = load(now + i, n - i) / base - 1.0;
        const words defined = (words)(base > 0.0) & is_finite(rate);
        store(out + i, blend(defined, rate, all(NAN)), n - i);
    }
}

#ifndef LANES_FMA
static inline LANES_TARGET lanes multiply_add(lanes a, lanes b, lanes c)
{
    for (int i = 0; i < LANES; i++)
        c[i] = fma(a[i], b[i], c[i]);
    return c;
}

static inline LANES_TARGET lanes look_up(const double table[16], words at)
{
    lanes out;
    for (int i = 0; i < LANES; i++)
        out[i] = table[at[i] % 16];
    return out;
}
#define LANES_FMA multiply_add
#define LANES_LOOK_UP look_up
#endif

/* ln x = k ln 2 + ln c + ln(1 + r): x = 2^k m with 45/64 <= m < 45/32; c is the middle
 * of the sixteenth of that range in which m lies, in which it is 1 around 1; r = m/c - 1
 * is below 1/29. What ln(1 + r) is beyond r comes from a polynomial through 9
 * Chebyshev nodes. After Tang (1990), ACM TOMS 16(4), with the leading terms kept in two
 * parts. Error below 0.6 ulp. */
static const double log_inverse[16] = {
    0x1.642c8590b2164p+0, 0x1.5555555555555p+0, 0x1.47ae147ae147bp+0,
    0x1.3b13b13b13b14p+0, 0x1.2f684bda12f68p+0, 0x1.2492492492492p+0,
    0x1.1a7b9611a7b96p+0, 0x1.1111111111111p+0, 0x1.0842108421084p+0,
    0x1p+0,               0x1.e1e1e1e1e1e1ep-1, 0x1.c71c71c71c71cp-1,
    0x1.af286bca1af28p-1, 0x1.999999999999ap-1, 0x1.8618618618618p-1,
    0x1.745d1745d1746p-1}; // 1/c
static const double log_high[16] = {
    -0x1.522ae0738ap-2,   -0x1.269621134ep-2,   -0x1.f991c6cb3cp-3,
    -0x1.a93ed3c8aep-3,   -0x1.5bf406b544p-3,   -0x1.1178e8227ep-3,
    -0x1.9335e5d594p-4,   -0x1.08598b59e4p-4,   -0x1.0415d89e78p-5,
    0.0,                  0x1.f0a30c0118p-5,    0x1.e27076e2bp-4,
    0x1.5ff3070a7ap-3,    0x1.c8ff7c79aap-3,    0x1.1675cababap-2,
    0x1.4618bc21c6p-2}; // of -ln(1/c), in multiples of 2^-42
static const double log_low[16] = {
    -0x1.eba708164c759p-45, 0x1.1ba1f10522625p-44,  0x1.90b84cd7cc834p-44,
    0x1.86a4350562169p-45,  0x1.28023eb68981cp-46,  -0x1.1e778ce2d07f2p-45,
    -0x1.30f5c3abd47dap-45, 0x1.7e9dd7009902cp-46,  0x1.ddfc7f461c516p-44,
    0.0,                    -0x1.d579e83368e91p-45, -0x1.a2c2c2af0003cp-45,
    -0x1.8546f183bebf2p-44, -0x1.7814f689f8434p-45, 0x1.83c0e731f55c4p-44,
    -0x1.3e02f484c84ccp-46};

/* (ln(1 + r) - r) / r^2 */
static inline LANES_TARGET lanes log_series(lanes r)
{
    static const double terms[9] = {
        -0x1p-1,
        0x1.55555555554fap-2,
        -0x1.fffffffffff58p-3,
        0x1.9999999bac7d7p-3,
        -0x1.555555573bfeep-3,
        0x1.24922f29771fdp-3,
        -0x1.ffffd05e023dap-4,
        0x1.c80d7d5209541p-4,
        -0x1.9a768fe50423dp-4};
    lanes sum = all(terms[8]);

    for (int i = 7; i >= 0; i--)
        sum = LANES_FMA(sum, r, all(terms[i]));
    return sum;
}

static inline LANES_TARGET lanes log_normal(lanes x, double scaled)
{
    const uint64_t one = 0x3ff0000000000000, lowest = 0x3fe6800000000000; // 45/64
    const uint64_t fraction = 0x000fffffffffffff, two_52 = 0x4330000000000000;
    const lanes ln2_high = all(0x1.62e42feep-1), ln2_low = all(0x1.a39ef35793c76p-33);
    const words bits = (words)x + (one - lowest), at = bits >> 48;
    const lanes k = (lanes)((bits >> 52) | two_52) - (0x1p52 + 1023.0 + scaled);
    const lanes m = (lanes)((bits & fraction) + lowest);

    const lanes inverse = LANES_LOOK_UP(log_inverse, at), ratio = m * inverse;
    const lanes r_low = LANES_FMA(m, inverse, -ratio), r_high = ratio - 1.0;
    const lanes r = r_high + r_low;
    const lanes first = LANES_FMA(k, ln2_high, LANES_LOOK_UP(log_high, at));
    const lanes sum = first + r_high, lost = r_high - (sum - first);
    const lanes low = LANES_FMA(k, ln2_low, LANES_LOOK_UP(log_low, at));

    return sum + LANES_FMA(r * r, log_series(r), low + (lost + r_low));
}

static inline LANES_TARGET words above_zero_below(lanes x, uint64_t limit)
{
    return (words)((words)x - 1 < limit - 1); // both limits at once
}

/* The whole row once more: what is below the normal range is too rare to wait for. */
static LANES_TARGET __attribute__((noinline, cold)) void logarithm_of_tiny(
    double *out, const double *x, size_t n)
{
    const uint64_t least_normal = 0x0010000000000000;

    for (size_t i = 0; i < n; i += LANES) {
        const lanes value = load(x + i, n - i);
        const words tiny = above_zero_below(value, least_normal);
        const lanes logs = log_normal(value * 0x1p54, 54.0);
        store(out + i, blend(tiny, logs, load(out + i, n - i)), n - i);
    }
}

/* What has no logarithm gets one that is not kept: no branch slows the rest. */
static inline LANES_TARGET void logarithm(double *out, const double *x,
                                          const double *ahead, size_t n)
{
    const uint64_t infinite = 0x7ff0000000000000, least_normal = 0x0010000000000000;
    words tiny = {0};

    for (size_t i = 0; i < n; i += LANES) {
        __builtin_prefetch(ahead + i);
        const lanes value = load(x + i, n - i);
        const words defined = above_zero_below(value, infinite);
        tiny |= above_zero_below(value, least_normal);
        store(out + i, blend(defined, log_normal(value, 0.0), all(NAN)), n - i);
    }
    if (any(tiny))
        logarithm_of_tiny(out, x, n);
}

static inline LANES_TARGET void difference(double *out, const double *before,
                                           const double *now, size_t n)
{
    for (size_t i = 0; i < n; i += LANES)
        store(out + i, load(now + i, n - i) - load(before + i, n - i), n - i);
}

static inline LANES_TARGET void mean(double *out, const double *const years[5],
                                     const double *ahead, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        __builtin_prefetch(ahead + i);
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

static inline LANES_TARGET void fit(const struct armex_row_fit *sums,
                                    const double *const *years, size_t n_years,
                                    double first, size_t n)
{
    lanes times[ARMEX_FIT_YEARS], squares[ARMEX_FIT_YEARS];

    for (size_t year = 0; year < n_years; year++) {
        times[year] = all(first + (double)year);
        squares[year] = times[year] * times[year];
    }
    for (size_t i = 0; i < n; i += LANES) {
        const size_t left = n - i;
        lanes count = load(sums->count + i, left), t = load(sums->t + i, left);
        lanes tt = load(sums->tt + i, left), y = load(sums->y + i, left);
        lanes ty = load(sums->ty + i, left);

        for (size_t year = 0; year < n_years; year++) {
            const lanes any_value = load(years[year] + i, left);
            const words there = (words)(any_value == any_value);
            const lanes value = (lanes)((words)any_value & there);
            count += (lanes)((words)all(1.0) & there);
            t += (lanes)((words)times[year] & there);
            tt += (lanes)((words)squares[year] & there);
            y += value;
            ty += value * times[year];
        }
        store(sums->count + i, count, left);
        store(sums->t + i, t, left);
        store(sums->tt + i, tt, left);
        store(sums->y + i, y, left);
        store(sums->ty + i, ty, left);
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
    lanes columns[REGISTERS] = {{0}}, squares[REGISTERS] = {{0}};
    words negative = {0};

    for (size_t i = 0; i < n; i += COLUMNS)
        for (size_t r = 0; r < REGISTERS; r++) {
            const size_t left = beyond(n, i + r * LANES);
            const lanes any_value = load(left ? x + i + r * LANES : x, left);
            const words there = (words)(any_value == any_value);
            const lanes value = (lanes)((words)any_value & there);
            columns[r] += value;
            squares[r] += value * value;
            negative |= (words)(value < 0.0);
        }
    return (struct armex_row_sum){add_up(columns), add_up(squares), any(negative)};
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
