/** analysis/panel_plain.c: panel_rows.h for any processor. */
#define LANES 2
#define LANES_TARGET
#include "analysis/panel_kernels.h"

const struct armex_row_kernels armex_rows_plain = LANES_KERNELS("plain");

const struct armex_row_kernels *armex_row_kernels(void)
{
    const struct armex_row_kernels *wide = armex_rows_avx2();
    const struct armex_row_kernels *widest = armex_rows_avx512();
    wide = wide ? wide : &armex_rows_plain;
    return widest ? widest : wide;
}
