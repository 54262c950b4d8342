/**
 * analysis/panel_stream.h: results written past the cache.
 */
#ifndef ARMEX_ANALYSIS_PANEL_STREAM_H
#define ARMEX_ANALYSIS_PANEL_STREAM_H

#include <stddef.h>

/** Copies n figures without fetching what they replace, where the processor can: for
 *  results larger than its caches. */
void armex_stream(double *to, const double *from, size_t n);

#endif
