/** analysis/panel_avx2.c: panel_rows.h for processors with AVX2. */
#ifdef __x86_64__

#include <immintrin.h>
#define LANES 4
#define LANES_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))
#define LANES_FMA(a, b, c) ((lanes)_mm256_fmadd_pd((a), (b), (c)))
#define LANES_LOOK_UP(table, at)                                                       \
    ((lanes)_mm256_i64gather_pd((table), (__m256i)((at) & 15), 8))
#include "analysis/panel_rank_lanes.h"

static const struct armex_row_kernels rows = LANES_KERNELS("avx2");

const struct armex_row_kernels *armex_rows_avx2(void)
{
    const bool can = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                     __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
    return can ? &rows : NULL;
}

#else

#include "analysis/panel_rows.h"

const struct armex_row_kernels *armex_rows_avx2(void)
{
    return NULL;
}

#endif
