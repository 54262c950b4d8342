/**
 * analysis/panel_rank.h: competition ranks of many figures at once, by radix.
 */
#ifndef ARMEX_ANALYSIS_PANEL_RANK_H
#define ARMEX_ANALYSIS_PANEL_RANK_H

#include <stddef.h>

/** Bytes of scratch for n figures; 0: more than there can be (2^32 - 1 figures, or than
 *  memory can address). */
size_t armex_panel_rank_scratch(size_t n);

/** Ranks of x[0..n), largest first, equals share the best of theirs; NAN gets NAN.
 *  The same as armex_ranks() with ARMEX_TIES_COMPETITION. Scratch: 64-byte aligned. */
void armex_panel_rank(double *ranks, const double *x, size_t n, void *scratch);

#endif
