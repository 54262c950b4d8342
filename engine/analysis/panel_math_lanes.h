/**
 * analysis/panel_math_lanes.h: growth, means and shares of panel_rows.h, for as
 * many lanes as its includer says.
 */
#ifndef ARMEX_ANALYSIS_PANEL_MATH_LANES_H
#define ARMEX_ANALYSIS_PANEL_MATH_LANES_H

#include "analysis/panel_lanes.h"

/* Sums run in 16 columns whatever the register, so that their order never changes. */
enum { COLUMNS = 16, REGISTERS = COLUMNS / LANES };

/* Figures fetched into the cache before they are wanted, across the ends of pages. */
enum { AHEAD = 512 };

static inline LANES_TARGET void growth(double *out, const double *before,
                                       const double *now, const double *ahead, size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        __builtin_prefetch(ahead + i);
        const lanes base = load(before + i, n - i);
        const lanes rate = load(now + i, n - i) / base - 1.0;
        const words defined = (words)(base > 0.0) & is_finite(rate);
        store(out + i, blend(defined, rate, all(NAN)), n - i);
    }
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

/* Adds up 16 columns from the first to the last. */
static inline LANES_TARGET double add_up(const lanes columns[REGISTERS])
{
    double sum = 0.0;
    for (int r = 0; r < REGISTERS; r++)
        for (int lane = 0; lane < LANES; lane++)
            sum += columns[r][lane];
    return sum;
}

static inline LANES_TARGET struct armex_row_sum sum(const double *x, size_t n)
{
    lanes columns[REGISTERS] = {{0}}, squares[REGISTERS] = {{0}};
    LANES_WHERE negative = is_negative(all(0.0));

    for (size_t i = 0; i < n; i += COLUMNS)
        for (size_t r = 0; r < REGISTERS; r++) {
            const size_t left = beyond(n, i + r * LANES);
            const lanes value = load(left ? x + i + r * LANES : x, left);
            __builtin_prefetch(x + i + r * LANES + AHEAD);
            const LANES_WHERE there = is_there(value);
            columns[r] = add_where(there, columns[r], value);
            squares[r] = add_where(there, squares[r], value * value);
            negative |= is_negative(value);
        }
    return (struct armex_row_sum){add_up(columns), add_up(squares),
                                  holds_somewhere(negative)};
}

static inline LANES_TARGET double share(double *out, const double *x,
                                        const double *ahead, double total, size_t n)
{
    lanes columns[REGISTERS] = {{0}};

    for (size_t i = 0; i < n; i += COLUMNS)
        for (size_t r = 0; r < REGISTERS && i + r * LANES < n; r++) {
            const size_t at = i + r * LANES;
            const lanes part = load(x + at, n - at) / total;
            __builtin_prefetch(ahead + at);
            columns[r] = add_where(is_there(part), columns[r], part * part);
            if (out)
                store(out + at, part, n - at);
        }
    return add_up(columns);
}

#endif
