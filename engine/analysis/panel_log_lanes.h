/**
 * analysis/panel_log_lanes.h: the logarithm of panel_rows.h, for as many lanes as its
 * includer says.
 */
#ifndef ARMEX_ANALYSIS_PANEL_LOG_LANES_H
#define ARMEX_ANALYSIS_PANEL_LOG_LANES_H

#include "analysis/panel_lanes.h"

/* ln x = k ln 2 + ln c + ln(1 + r): x = 2^k m with 45/64 <= m < 45/32; c is the middle
 * of the sixteenth of that range in which m lies, in which it is 1 around 1; r = m/c -
 * 1 is below 1/29. What ln(1 + r) is beyond r comes from a polynomial through 9
 * Chebyshev nodes. After Tang (1990), ACM TOMS 16(4), with the leading terms kept in
 * two parts. Error below 0.6 ulp. */
static const double log_inverse[16] = {
    0x1.642c8590b2164p+0, 0x1.5555555555555p+0,
    0x1.47ae147ae147bp+0, 0x1.3b13b13b13b14p+0,
    0x1.2f684bda12f68p+0, 0x1.2492492492492p+0,
    0x1.1a7b9611a7b96p+0, 0x1.1111111111111p+0,
    0x1.0842108421084p+0, 0x1p+0,
    0x1.e1e1e1e1e1e1ep-1, 0x1.c71c71c71c71cp-1,
    0x1.af286bca1af28p-1, 0x1.999999999999ap-1,
    0x1.8618618618618p-1, 0x1.745d1745d1746p-1}; // 1/c
static const double log_high[16] = {
    -0x1.522ae0738ap-2, -0x1.269621134ep-2,
    -0x1.f991c6cb3cp-3, -0x1.a93ed3c8aep-3,
    -0x1.5bf406b544p-3, -0x1.1178e8227ep-3,
    -0x1.9335e5d594p-4, -0x1.08598b59e4p-4,
    -0x1.0415d89e78p-5, 0.0,
    0x1.f0a30c0118p-5,  0x1.e27076e2bp-4,
    0x1.5ff3070a7ap-3,  0x1.c8ff7c79aap-3,
    0x1.1675cababap-2,  0x1.4618bc21c6p-2}; // of -ln(1/c), in multiples of 2^-42
static const double log_low[16] = {-0x1.eba708164c759p-45, 0x1.1ba1f10522625p-44,
                                   0x1.90b84cd7cc834p-44,  0x1.86a4350562169p-45,
                                   0x1.28023eb68981cp-46,  -0x1.1e778ce2d07f2p-45,
                                   -0x1.30f5c3abd47dap-45, 0x1.7e9dd7009902cp-46,
                                   0x1.ddfc7f461c516p-44,  0.0,
                                   -0x1.d579e83368e91p-45, -0x1.a2c2c2af0003cp-45,
                                   -0x1.8546f183bebf2p-44, -0x1.7814f689f8434p-45,
                                   0x1.83c0e731f55c4p-44,  -0x1.3e02f484c84ccp-46};

/* (ln(1 + r) - r) / r^2 */
static inline LANES_TARGET lanes log_series(lanes r)
{
    static const double terms[9] = {-0x1p-1,
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
        sum = multiply_add(sum, r, all(terms[i]));
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

    const lanes inverse = look_up(log_inverse, at), ratio = m * inverse;
    const lanes r_low = multiply_add(m, inverse, -ratio), r_high = ratio - 1.0;
    const lanes r = r_high + r_low;
    const lanes first = multiply_add(k, ln2_high, look_up(log_high, at));
    const lanes sum = first + r_high, lost = r_high - (sum - first);
    const lanes low = multiply_add(k, ln2_low, look_up(log_low, at));

    return sum + multiply_add(r * r, log_series(r), low + (lost + r_low));
}

static inline LANES_TARGET LANES_WHERE above_zero_below(lanes x, uint64_t limit)
{
    return is_less((words)x - 1, limit - 1); // both limits at once
}

/* The whole row once more: what is below the normal range is too rare to wait for. */
static LANES_TARGET __attribute__((noinline, cold)) void logarithm_of_tiny(
    double *out, const double *x, size_t n)
{
    const uint64_t least_normal = 0x0010000000000000;

    for (size_t i = 0; i < n; i += LANES) {
        const lanes value = load(x + i, n - i);
        const LANES_WHERE tiny = above_zero_below(value, least_normal);
        const lanes logs = log_normal(value * 0x1p54, 54.0);
        store(out + i, pick(tiny, logs, load(out + i, n - i)), n - i);
    }
}

/* What has no logarithm gets one that is not kept: no branch slows the rest. */
static inline LANES_TARGET void logarithm(double *out, const double *x,
                                          const double *ahead, size_t n)
{
    const uint64_t infinite = 0x7ff0000000000000, least_normal = 0x0010000000000000;
    LANES_WHERE tiny = above_zero_below(all(0.0), least_normal);

    for (size_t i = 0; i < n; i += LANES) {
        __builtin_prefetch(ahead + i);
        const lanes value = load(x + i, n - i);
        const LANES_WHERE defined = above_zero_below(value, infinite);
        tiny |= above_zero_below(value, least_normal);
        store(out + i, pick(defined, log_normal(value, 0.0), all(NAN)), n - i);
    }
    if (holds_somewhere(tiny))
        logarithm_of_tiny(out, x, n);
}

#endif
