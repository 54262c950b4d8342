/**
 * analysis/panel_trend_lanes.h: the trends of panel_rows.h, for as many lanes as its
 * includer says.
 *
 * A slope needs two sums of logarithms, plain and weighed by time, and both are the
 * logarithm of a product: one of some forty years costs as little as one of a single
 * year. Powers of two are split off first and summed as integers, without error; a
 * weighed product of n fractions has been rounded n^2 / 2 times, which for 40 of them
 * is below 1e-13 in its logarithm, and where time is squared makes no difference.
 */
#ifndef ARMEX_ANALYSIS_PANEL_TREND_LANES_H
#define ARMEX_ANALYSIS_PANEL_TREND_LANES_H

#include "analysis/panel_log_lanes.h"

typedef int64_t integers __attribute__((vector_size(8 * LANES)));

/* One register of struct armex_row_fit. */
struct fitted {
    words count, count_sum, count_sums, power, power_sum;
    lanes product, products;
};

static inline LANES_TARGET words words_at(const uint64_t *from)
{
    words out;
    memcpy(&out, from, sizeof out);
    return out;
}

static inline LANES_TARGET lanes lanes_at(const double *from)
{
    lanes out;
    memcpy(&out, from, sizeof out);
    return out;
}

static inline LANES_TARGET struct fitted fitted_at(const struct armex_row_fit *fit,
                                                   size_t i)
{
    return (struct fitted){words_at(fit->count + i),      words_at(fit->count_sum + i),
                           words_at(fit->count_sums + i), words_at(fit->power + i),
                           words_at(fit->power_sum + i),  lanes_at(fit->product + i),
                           lanes_at(fit->products + i)};
}

static inline LANES_TARGET void keep_fitted(const struct armex_row_fit *fit,
                                            const struct fitted *f, size_t i)
{
    memcpy(fit->count + i, &f->count, sizeof f->count);
    memcpy(fit->count_sum + i, &f->count_sum, sizeof f->count_sum);
    memcpy(fit->count_sums + i, &f->count_sums, sizeof f->count_sums);
    memcpy(fit->power + i, &f->power, sizeof f->power);
    memcpy(fit->power_sum + i, &f->power_sum, sizeof f->power_sum);
    memcpy(fit->product + i, &f->product, sizeof f->product);
    memcpy(fit->products + i, &f->products, sizeof f->products);
}

static inline LANES_TARGET void take_in(struct fitted *f, lanes x)
{
    const uint64_t infinite = 0x7ff0000000000000, least_normal = 0x0010000000000000;
    const uint64_t one = 0x3ff0000000000000, fraction = 0x000fffffffffffff;
    const LANES_WHERE there = above_zero_below(x, infinite);
    lanes value = pick(there, x, all(1.0));
    const LANES_WHERE tiny = is_less((words)value, least_normal);

    if (__builtin_expect(holds_somewhere(tiny), 0)) {
        value = pick(tiny, value * 0x1p54, value);
        f->power -= (words)pick(tiny, (lanes)((words){0} + 54), all(0.0));
    }
    f->power += (words)value >> 52;
    f->product *= (lanes)(((words)value & fraction) | one);
    f->count = add_one_where(there, f->count);
    f->count_sum += f->count;
    f->count_sums += f->count_sum;
    f->power_sum += f->power;
    f->products *= f->product;
}

static inline LANES_TARGET void fit(const struct armex_row_fit *sums,
                                    const double *const *years,
                                    const double *const *ahead, size_t n_years,
                                    size_t n)
{
    for (size_t i = 0; i < n; i += LANES) {
        struct fitted f = fitted_at(sums, i);
        for (size_t year = 0; year < n_years; year++) {
            __builtin_prefetch(ahead[year] + i);
            take_in(&f, load(years[year] + i, n - i));
        }
        keep_fitted(sums, &f, i);
    }
}

static inline LANES_TARGET void fold(const struct armex_row_fit *fit, size_t n_years,
                                     size_t n)
{
    const lanes one = all(1.0), years = all((double)n_years);

    for (size_t i = 0; i < n; i += LANES) {
        const lanes before = lanes_at(fit->log + i);
        const lanes log = log_normal(lanes_at(fit->product + i), 0.0);
        const lanes weighed = log_normal(lanes_at(fit->products + i), 0.0);
        const lanes logs = before + log;
        const lanes sums = lanes_at(fit->log_sum + i) + (before * years + weighed);
        memcpy(fit->log + i, &logs, sizeof logs);
        memcpy(fit->log_sum + i, &sums, sizeof sums);
        memcpy(fit->product + i, &one, sizeof one);
        memcpy(fit->products + i, &one, sizeof one);
    }
}

/* Exact for whatever adds up to less than 2^53. */
static inline LANES_TARGET lanes figures(words x)
{
    return __builtin_convertvector((integers)x, lanes);
}

/* Years count backwards from the last, which is 1: b is that of the line, reversed. */
static inline LANES_TARGET void slope(double *out, const struct armex_row_fit *fit,
                                      size_t n_years, size_t n)
{
    const uint64_t bias = 1023 * (uint64_t)n_years, biases = bias * (n_years + 1) / 2;
    const lanes ln2 = all(0x1.62e42fefa39efp-1);

    for (size_t i = 0; i < n; i += LANES) {
        const words t_sum = words_at(fit->count_sum + i);
        const lanes count = figures(words_at(fit->count + i)), t = figures(t_sum);
        const lanes tt = figures(2 * words_at(fit->count_sums + i) - t_sum);
        const lanes power = figures(words_at(fit->power + i) - bias);
        const lanes t_power = figures(words_at(fit->power_sum + i) - biases);
        const lanes powers = count * t_power - t * power;
        const lanes logs =
            count * lanes_at(fit->log_sum + i) - t * lanes_at(fit->log + i);
        const lanes b = -(powers * ln2 + logs) / (count * tt - t * t);
        const words defined = (words)(count >= 2.0) & is_finite(b);
        store(out + i, blend(defined, b, all(NAN)), n - i);
    }
}

#endif
