/** analysis/panel_avx512.c: panel_rows.h for processors with AVX-512. */
#ifdef __x86_64__

#include <immintrin.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LANES 8
#define LANES_TARGET                                                                   \
    __attribute__((target("avx512f,avx512dq,avx512vl,bmi,bmi2,popcnt")))

typedef uint64_t eight __attribute__((vector_size(64)));

#define LANES_WHERE __mmask8
static inline LANES_TARGET __mmask8 is_there(__m512d x)
{
    return _mm512_cmp_pd_mask(x, x, _CMP_ORD_Q);
}

static inline LANES_TARGET __mmask8 is_negative(__m512d x)
{
    return _mm512_cmp_pd_mask(x, _mm512_setzero_pd(), _CMP_LT_OQ);
}

static inline LANES_TARGET __mmask8 is_less(eight a, uint64_t limit)
{
    return _mm512_cmplt_epu64_mask((__m512i)a, _mm512_set1_epi64((int64_t)limit));
}

static inline LANES_TARGET __m512d pick(__mmask8 where, __m512d yes, __m512d no)
{
    return _mm512_mask_blend_pd(where, no, yes);
}

static inline LANES_TARGET __m512d add_where(__mmask8 where, __m512d sum, __m512d x)
{
    return _mm512_mask_add_pd(sum, where, sum, x);
}

static inline LANES_TARGET eight add_one_where(__mmask8 where, eight count)
{
    return (eight)_mm512_mask_add_epi64((__m512i)count, where, (__m512i)count,
                                        _mm512_set1_epi64(1));
}

static inline LANES_TARGET bool holds_somewhere(__mmask8 where)
{
    return where != 0;
}

static inline LANES_TARGET __m512d load_some(const double *x, size_t left)
{
    const __mmask8 there = (__mmask8)((1U << left) - 1);
    return _mm512_mask_loadu_pd(_mm512_set1_pd(NAN), there, x);
}

static inline LANES_TARGET void store_some(double *out, __m512d x, size_t left)
{
    _mm512_mask_storeu_pd(out, (__mmask8)((1U << left) - 1), x);
}

#define LANES_FMA
static inline LANES_TARGET __m512d multiply_add(__m512d a, __m512d b, __m512d c)
{
    return _mm512_fmadd_pd(a, b, c);
}

static inline LANES_TARGET __m512d look_up(const double table[16], eight at)
{
    return _mm512_permutex2var_pd(_mm512_loadu_pd(table), (__m512i)at,
                                  _mm512_loadu_pd(table + 8));
}

#define LANES_BELOW
static inline LANES_TARGET uint32_t below_of_eight(const uint64_t *in, uint64_t key)
{
    const __m512i all = _mm512_set1_epi64((int64_t)key);
    const __mmask8 below = _mm512_cmplt_epu64_mask(_mm512_loadu_si512(in), all);
    return (uint32_t)__builtin_popcount(below);
}

#include "analysis/panel_kernels.h"

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
