/** analysis/panel_avx512.c: panel_rows.h for processors with AVX-512. */
#ifdef __x86_64__

#include <immintrin.h>
#define LANES 8
#define LANES_TARGET __attribute__((target("avx512f,avx512dq,avx512vl,bmi,bmi2,popcnt")))
#define BELOW_OF_EIGHT(in, key)                                                        \
    ((uint32_t)__builtin_popcount(_mm512_cmplt_epu64_mask(                             \
        _mm512_loadu_si512(in), _mm512_set1_epi64((int64_t)(key)))))
#include "analysis/panel_rank_lanes.h"

static const struct armex_row_kernels rows = LANES_KERNELS("avx512");

const struct armex_row_kernels *armex_rows_avx512(void)
{
    const bool can = __builtin_cpu_supports("avx512f") &&
                     __builtin_cpu_supports("avx512dq") &&
                     __builtin_cpu_supports("avx512vl");
    return can ? &rows : NULL;
}

#else

#include "analysis/panel_rows.h"

const struct armex_row_kernels *armex_rows_avx512(void)
{
    return NULL;
}

#endif
