/** analysis/panel_avx2.c: panel_rows.h for processors with AVX2. */
#ifdef __x86_64__

#include <immintrin.h>
#define LANES 4
#define LANES_TARGET __attribute__((target("avx2,bmi,bmi2,popcnt")))
#include "analysis/panel_rank_lanes.h"

static const struct armex_row_kernels rows = LANES_KERNELS("avx2");

const struct armex_row_kernels *armex_rows_avx2(void)
{
    return __builtin_cpu_supports("avx2") ? &rows : NULL;
}

#else

#include "analysis/panel_rows.h"

const struct armex_row_kernels *armex_rows_avx2(void)
{
    return NULL;
}

#endif
