/** analysis/panel_avx2.c: panel_rows.h for processors with AVX2. */
#ifdef __x86_64__

#include <immintrin.h>
#include <stdint.h>

#define LANES 4
#define LANES_TARGET __attribute__((target("avx2,fma,bmi,bmi2,popcnt")))

typedef uint64_t four __attribute__((vector_size(32)));

#define LANES_FMA
static inline LANES_TARGET __m256d multiply_add(__m256d a, __m256d b, __m256d c)
{
    return _mm256_fmadd_pd(a, b, c);
}

static inline LANES_TARGET __m256d look_up(const double table[16], four at)
{
    return _mm256_i64gather_pd(table, (__m256i)(at % 16), 8);
}

#define LANES_BELOW
static inline LANES_TARGET uint32_t below_of_four(const uint64_t *in, __m256i key)
{
    const __m256i sign = _mm256_set1_epi64x(INT64_MIN); // the comparison is of signed
    const __m256i some = _mm256_loadu_si256((const __m256i *)(const void *)in);
    const __m256i below = _mm256_cmpgt_epi64(key, _mm256_xor_si256(some, sign));
    return (uint32_t)__builtin_popcount(
        (unsigned)_mm256_movemask_pd(_mm256_castsi256_pd(below)));
}

static inline LANES_TARGET uint32_t below_of_eight(const uint64_t *in, uint64_t key)
{
    const __m256i all = _mm256_set1_epi64x((int64_t)key ^ INT64_MIN);
    return below_of_four(in, all) + below_of_four(in + 4, all);
}

#include "analysis/panel_kernels.h"

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
