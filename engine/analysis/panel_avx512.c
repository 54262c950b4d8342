/** analysis/panel_avx512.c: panel_rows.h for processors with AVX-512. */
#ifdef __x86_64__

#include <immintrin.h>
#define LANES 8
#define LANES_TARGET __attribute__((target("avx512f,avx512dq,avx512vl,bmi,bmi2,popcnt")))
#define BELOW_OF_EIGHT(in, key)                                                        \
    ((uint32_t)__builtin_popcount(_mm512_cmplt_epu64_mask(                             \
        _mm512_loadu_si512(in), _mm512_set1_epi64((int64_t)(key)))))
#define LANES_LOAD_SOME(x, left)                                                       \
    ((lanes)_mm512_mask_loadu_pd(_mm512_set1_pd(NAN), (__mmask8)((1U << (left)) - 1), (x)))
#define LANES_STORE_SOME(out, x, left)                                                 \
    _mm512_mask_storeu_pd((out), (__mmask8)((1U << (left)) - 1), (x))
#define LANES_FMA(a, b, c) ((lanes)_mm512_fmadd_pd((a), (b), (c)))
#define LANES_LOOK_UP(table, at)                                                       \
    ((lanes)_mm512_permutex2var_pd(_mm512_loadu_pd(table), (__m512i)(at),              \
                                   _mm512_loadu_pd((table) + 8)))
#include "analysis/panel_rank_lanes.h"

static const struct armex_row_kernels rows = LANES_KERNELS("avx512");

const struct armex_row_kernels *armex_rows_avx512(void)
{
    const bool can = __builtin_cpu_supports("avx512f") &&
                     __builtin_cpu_supports("avx512dq") &&
                     __builtin_cpu_supports("avx512vl") &&
                     __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    return can ? &rows : NULL;
}

#else

#include "analysis/panel_rows.h"

const struct armex_row_kernels *armex_rows_avx512(void)
{
    return NULL;
}

#endif
