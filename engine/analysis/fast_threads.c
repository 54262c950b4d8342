/** analysis/fast_threads.c: a counter from which each thread takes the next piece. */
#include "analysis/fast_threads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { MOST_THREADS = 64, CACHE_LINE = 64, LARGE_PAGE = 1 << 21 };

struct pieces {
    armex_piece *work;
    void *context;
    size_t n;
    atomic_size_t next;
};

struct worker {
    struct pieces *pieces;
    void *scratch;
    pthread_t thread;
    bool started;
};

static void *take_pieces(void *argument)
{
    const struct worker *worker = argument;
    struct pieces *pieces = worker->pieces;
    size_t piece;

    while ((piece = atomic_fetch_add(&pieces->next, 1)) < pieces->n)
        pieces->work(pieces->context, piece, worker->scratch);
    return NULL;
}

static size_t workers_for(size_t n_pieces, int threads)
{
    size_t n = threads < 1 ? 1 : (size_t)threads;
    n = n < MOST_THREADS ? n : MOST_THREADS;
    return n < n_pieces ? n : n_pieces;
}

/* The caller's thread works too, so that no thread at all is still an answer. */
static void run(struct worker *workers, size_t n)
{
    for (size_t i = 1; i < n; i++)
        workers[i].started =
            pthread_create(&workers[i].thread, NULL, take_pieces, &workers[i]) == 0;
    take_pieces(&workers[0]);
    for (size_t i = 1; i < n; i++)
        if (workers[i].started)
            pthread_join(workers[i].thread, NULL);
}

/* What is large is read here and there: in large pages, where the system has them. */
static void *scratch_of(size_t size)
{
    const size_t page = size < (size_t)2 * LARGE_PAGE ? CACHE_LINE : LARGE_PAGE;
    const size_t pages = size / page + 1;
    void *scratch = pages <= SIZE_MAX / page ? aligned_alloc(page, pages * page) : NULL;

#ifdef MADV_HUGEPAGE
    if (scratch && page == LARGE_PAGE)
        madvise(scratch, pages * page, MADV_HUGEPAGE);
#endif
    return scratch;
}

armex_status armex_in_pieces(armex_piece *work, void *context, size_t n_pieces,
                             int threads, size_t scratch_size,
                             struct armex_error *error)
{
    struct pieces pieces = {.work = work, .context = context, .n = n_pieces};
    struct worker workers[MOST_THREADS] = {{0}};
    const size_t n = workers_for(n_pieces, threads);
    armex_status status = ARMEX_OK;

    atomic_init(&pieces.next, 0);
    for (size_t i = 0; !status && i < n; i++) {
        workers[i].pieces = &pieces;
        workers[i].scratch = scratch_of(scratch_size);
        if (!workers[i].scratch)
            status = armex_fail_memory(error);
    }
    if (!status && n)
        run(workers, n);
    for (size_t i = 0; i < n; i++)
        free(workers[i].scratch);
    return status;
}
