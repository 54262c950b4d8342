/** base/threads.c: a counter from which each thread takes the next piece. */
#include "base/threads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { MOST_THREADS = 64, CACHE_LINE = 64, LARGE_PAGE = 1 << 21 };
enum { LOOKS = 2000 }; /* before a thread sleeps: about a tenth of a millisecond */

struct pieces {
    armex_piece *work;
    void *context;
    size_t n;
    atomic_size_t next;
};

struct worker {
    struct armex_threads *threads;
    void *scratch;
    size_t scratch_size;
    pthread_t thread;
    bool started;
};

/* A helper enters a work while it is open, so that one that comes late is not waited
 * for. What is atomic is changed under the lock, and looked at without it. */
struct armex_threads {
    pthread_mutex_t lock;
    pthread_cond_t opened, left;
    struct pieces pieces;
    size_t helpers;      /* the first so many may enter; 0 while no work is open */
    size_t asleep;       /* helpers */
    atomic_size_t works; /* opened so far, and one more when all shall end */
    atomic_size_t inside;
    bool ending;
    size_t n;
    struct worker workers[MOST_THREADS]; /* the first is the caller */
};

static void breathe(void)
{
#ifdef __x86_64__
    __builtin_ia32_pause();
#endif
}

/* Until `value` is `now`, or is it no longer; but not for long. */
static void look_out(atomic_size_t *value, size_t now, bool equal)
{
    for (int i = 0; i < LOOKS && (atomic_load(value) == now) != equal; i++)
        breathe();
}

static void take_pieces(struct pieces *pieces, void *scratch)
{
    size_t piece;
    while ((piece = atomic_fetch_add(&pieces->next, 1)) < pieces->n)
        pieces->work(pieces->context, piece, scratch);
}

/* Under the lock, which is released while there is something to do. */
static void help(struct armex_threads *threads, const struct worker *worker)
{
    if (worker > &threads->workers[threads->helpers])
        return;
    atomic_fetch_add(&threads->inside, 1);
    pthread_mutex_unlock(&threads->lock);
    take_pieces(&threads->pieces, worker->scratch);
    pthread_mutex_lock(&threads->lock);
    if (atomic_fetch_sub(&threads->inside, 1) == 1)
        pthread_cond_signal(&threads->left);
}

static void *be_helper(void *argument)
{
    const struct worker *worker = argument;
    struct armex_threads *threads = worker->threads;
    size_t seen = 0;

    pthread_mutex_lock(&threads->lock);
    while (!threads->ending) {
        if (atomic_load(&threads->works) == seen) {
            pthread_mutex_unlock(&threads->lock);
            look_out(&threads->works, seen, false);
            pthread_mutex_lock(&threads->lock);
        }
        threads->asleep++;
        while (atomic_load(&threads->works) == seen)
            pthread_cond_wait(&threads->opened, &threads->lock);
        threads->asleep--;
        seen = atomic_load(&threads->works);
        help(threads, worker);
    }
    pthread_mutex_unlock(&threads->lock);
    return NULL;
}

static void announce(struct armex_threads *threads)
{
    atomic_fetch_add(&threads->works, 1);
    if (threads->asleep)
        pthread_cond_broadcast(&threads->opened);
}

static void begin(struct armex_threads *threads, int n)
{
    threads->n = n < 1 ? 1 : n < MOST_THREADS ? (size_t)n : MOST_THREADS;
    pthread_mutex_init(&threads->lock, NULL);
    pthread_cond_init(&threads->opened, NULL);
    pthread_cond_init(&threads->left, NULL);
}

static void end(struct armex_threads *threads)
{
    pthread_mutex_lock(&threads->lock);
    threads->ending = true;
    announce(threads);
    pthread_mutex_unlock(&threads->lock);
    for (size_t i = 0; i < threads->n; i++) {
        if (threads->workers[i].started)
            pthread_join(threads->workers[i].thread, NULL);
        free(threads->workers[i].scratch);
    }
    pthread_cond_destroy(&threads->left);
    pthread_cond_destroy(&threads->opened);
    pthread_mutex_destroy(&threads->lock);
}

armex_status armex_threads_open(struct armex_threads **out, int threads,
                                struct armex_error *error)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return armex_fail_memory(error);
    begin(*out, threads);
    return ARMEX_OK;
}

void armex_threads_close(struct armex_threads *threads)
{
    if (threads)
        end(threads);
    free(threads);
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

static bool has_scratch(struct worker *worker, size_t size)
{
    if (!size || (worker->scratch && worker->scratch_size >= size))
        return true;
    free(worker->scratch);
    worker->scratch = scratch_of(size);
    worker->scratch_size = worker->scratch ? size : 0;
    return worker->scratch != NULL;
}

static void start(struct armex_threads *threads, struct worker *worker)
{
    if (worker->started) // it may be reading what is written here
        return;
    worker->threads = threads;
    worker->started = armex_thread_start(&worker->thread, be_helper, worker);
}

/* The caller's thread works too, so that no thread at all is still an answer. */
static void work_through(struct armex_threads *threads, size_t helpers)
{
    pthread_mutex_lock(&threads->lock);
    threads->helpers = helpers;
    announce(threads);
    pthread_mutex_unlock(&threads->lock);
    take_pieces(&threads->pieces, threads->workers[0].scratch);
    pthread_mutex_lock(&threads->lock);
    threads->helpers = 0;
    pthread_mutex_unlock(&threads->lock);
    look_out(&threads->inside, 0, true);
    pthread_mutex_lock(&threads->lock);
    while (atomic_load(&threads->inside))
        pthread_cond_wait(&threads->left, &threads->lock);
    pthread_mutex_unlock(&threads->lock);
}

armex_status armex_threads_do(struct armex_threads *threads, armex_piece *work,
                              void *context, size_t n_pieces, size_t most,
                              size_t scratch_size, struct armex_error *error)
{
    size_t n = threads->n < most ? threads->n : most ? most : 1;

    n = n < n_pieces ? n : n_pieces;
    for (size_t i = 0; i < n; i++)
        if (!has_scratch(&threads->workers[i], scratch_size))
            return armex_fail_memory(error);
    for (size_t i = 1; i < n; i++)
        start(threads, &threads->workers[i]);
    threads->pieces.work = work;
    threads->pieces.context = context;
    threads->pieces.n = n_pieces;
    atomic_init(&threads->pieces.next, 0);
    if (n > 1)
        work_through(threads, n - 1);
    else if (n == 1)
        take_pieces(&threads->pieces, threads->workers[0].scratch);
    return ARMEX_OK;
}

armex_status armex_in_pieces(armex_piece *work, void *context, size_t n_pieces,
                             int threads, size_t scratch_size,
                             struct armex_error *error)
{
    struct armex_threads opened = {0};

    begin(&opened, threads);
    const armex_status status = armex_threads_do(&opened, work, context, n_pieces,
                                                 MOST_THREADS, scratch_size, error);
    end(&opened);
    return status;
}
