/** bench/synthetic.h: made-up vintages of the shapes that matter, the same every time.
 */
#ifndef ARMEX_BENCH_SYNTHETIC_H
#define ARMEX_BENCH_SYNTHETIC_H

#include "model/vintage.h"

/** `n_series` x `n_years` from 1960 on, one value in four missing, as in the World
 *  Bank's tables. NULL: no memory. */
struct armex_vintage *synthetic_vintage(const char *dataset, size_t n_series,
                                        size_t n_years);

#endif
