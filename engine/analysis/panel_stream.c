/** analysis/panel_stream.c: results written past the cache. */
#include "analysis/panel_stream.h"

#include <string.h>

#ifdef __x86_64__

#include <emmintrin.h>
#include <stdint.h>

enum { LINE = 64 / sizeof(double) };

static void stream_line(double *to, const double *from)
{
    for (int i = 0; i < LINE; i += 2)
        _mm_stream_pd(to + i, _mm_loadu_pd(from + i));
}

/* Only whole cache lines: the ends take the usual way. */
void armex_stream(double *to, const double *from, size_t n)
{
    const size_t past = (uintptr_t)to / sizeof(double) % LINE;
    size_t i = past ? LINE - past : 0;

    i = i < n ? i : n;
    memcpy(to, from, i * sizeof *to);
    for (; n - i >= LINE; i += LINE)
        stream_line(to + i, from + i);
    memcpy(to + i, from + i, (n - i) * sizeof *to);
    _mm_sfence(); // another thread may read what this one has written
}

#else

void armex_stream(double *to, const double *from, size_t n)
{
    memcpy(to, from, n * sizeof *to);
}

#endif
