/**
 * analysis/fast_threads.h: pieces of work that do not depend on each other, by threads.
 */
#ifndef ARMEX_ANALYSIS_FAST_THREADS_H
#define ARMEX_ANALYSIS_FAST_THREADS_H

#include "base/error.h"

/** One piece of the work. `scratch` is this thread's own; what it holds at the start is
 *  undefined. A piece writes only where no other piece reads or writes, so that the
 *  answer is the same for any number of threads. */
typedef void armex_piece(void *context, size_t piece, void *scratch);

/** Does pieces 0 .. n_pieces - 1, each once, in no promised order, with at most
 *  `threads` threads (1 where it is less); a machine that gives fewer is no error.
 *  Errors: ARMEX_NO_MEMORY when there is no scratch; nothing is done then. */
armex_status armex_in_pieces(armex_piece *work, void *context, size_t n_pieces,
                             int threads, size_t scratch_size,
                             struct armex_error *error);

#endif
