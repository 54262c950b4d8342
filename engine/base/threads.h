/**
 * base/threads.h: pieces of work that do not depend on each other, by threads.
 */
#ifndef ARMEX_BASE_THREADS_H
#define ARMEX_BASE_THREADS_H

#include <pthread.h>
#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"

/** As pthread_create(), but the thread begins on another processor than ours, if there
 *  is one. Linux often leaves it on ours although others idle, and there it waits, or
 *  we do, until the next tick of the clock: 4 ms in which a million rows are read by
 *  one thread. false: there is none.
 *  Owner:  the caller, who joins it. */
bool armex_thread_start(pthread_t *out, void *(*work)(void *), void *context);

/** The processor that we are on, from 1; 0: nobody knows. */
int armex_processor(void);

/** Has a program that was just started go on on another processor than this one, 0
 *  being ours, if there is one; from then on it may run wherever we may. */
void armex_process_away(pid_t process, int processor);

/** Threads that stay between one work and the next, and what memory they work in. One
 *  work at a time: whoever opened them, from whatever thread. A thread starts when it
 *  is first of use; one without work looks out for some for a tenth of a millisecond,
 *  then sleeps. */
struct armex_threads;

/** At most `threads` of them, the caller's own included (1 where it is less).
 *  Owner:  the caller, who ends them with armex_threads_close().
 *  Errors: ARMEX_NO_MEMORY; `*out` is then NULL. */
armex_status armex_threads_open(struct armex_threads **out, int threads,
                                struct armex_error *error);

void armex_threads_close(struct armex_threads *threads); /* NULL is fine */

/** How many are worth starting for what is done in some milliseconds. */
enum { ARMEX_FEW_THREADS = 2 };

/** One piece of the work. `scratch` is this thread's own; what it holds at the start is
 *  undefined. A piece writes only where no other piece reads or writes, so that the
 *  answer is the same for any number of threads. */
typedef void armex_piece(void *context, size_t piece, void *scratch);

/** Does pieces 0 .. n_pieces - 1, each once, in no promised order, with at most `most`
 *  of the threads; a machine that gives fewer is no error.
 *  Errors: ARMEX_NO_MEMORY when there is no scratch; nothing is done then. */
armex_status armex_threads_do(struct armex_threads *threads, armex_piece *work,
                              void *context, size_t n_pieces, size_t most,
                              size_t scratch_size, struct armex_error *error);

/** The same by threads opened for this work only, `threads` at most. Without scratch it
 *  cannot fail. Errors: ARMEX_NO_MEMORY. */
armex_status armex_in_pieces(armex_piece *work, void *context, size_t n_pieces,
                             int threads, size_t scratch_size,
                             struct armex_error *error);

#endif
