/**
 * base/threads.h: work on many things that know nothing of each other, shared by
 * threads.
 */
#ifndef ARMEX_BASE_THREADS_H
#define ARMEX_BASE_THREADS_H

#include <stddef.h>

/** Does the `i`-th thing. What it writes must be the `i`-th thing's alone. */
typedef void armex_threads_work(void *context, size_t i);

/** Does things 0 to `n` - 1, each once, by two threads, or by one where there is no
 *  second, and returns when all are done. Who does which is left to chance, so the
 *  results must not depend on it. */
void armex_threads_do(size_t n, armex_threads_work *work, void *context);

#endif
