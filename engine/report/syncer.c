/** report/syncer.c: files made to survive a power cut while others are being written.
 */
#include "report/syncer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/threads.h"

/* One commit of the disk's journal does for all files written before it: so the thread
 * waits until there are a few. In the end there are as many askers as that. */
enum { AT_ONCE = 8 };

/* The next that nobody has begun with; NULL: none, or, for the thread, none to wait
 * for. */
static const char *take_next(struct armex_syncer *syncer, bool waits)
{
    const char *path = NULL;

    pthread_mutex_lock(&syncer->lock);
    while (waits && !syncer->ending && syncer->next == syncer->n)
        pthread_cond_wait(&syncer->added, &syncer->lock);
    if (syncer->next < syncer->n)
        path = syncer->paths[syncer->next++];
    pthread_mutex_unlock(&syncer->lock);
    return path;
}

static void sync_path(struct armex_syncer *syncer, const char *path)
{
    if (armex_path_sync(path))
        return;
    const int reason = errno;
    pthread_mutex_lock(&syncer->lock);
    if (!syncer->first.status)
        armex_fail(&syncer->first, ARMEX_IO, (struct armex_place){path, 0, 0},
                   "cannot be written: %s", strerror(reason));
    pthread_mutex_unlock(&syncer->lock);
}

static void *sync_as_they_come(void *context)
{
    struct armex_syncer *syncer = context;
    const char *path;

    while ((path = take_next(syncer, true)))
        sync_path(syncer, path);
    return NULL;
}

void armex_syncer_start(struct armex_syncer *syncer)
{
    *syncer = (struct armex_syncer){0};
    pthread_mutex_init(&syncer->lock, NULL);
    pthread_cond_init(&syncer->added, NULL);
    syncer->runs = armex_thread_start(&syncer->thread, sync_as_they_come, syncer);
}

/* Under the lock. false: no memory. */
static bool make_room(struct armex_syncer *syncer)
{
    if (syncer->n < syncer->capacity)
        return true;
    const size_t capacity = 2 * syncer->capacity + 64;
    const char **paths = reallocarray(syncer->paths, capacity, sizeof(const char *));
    if (!paths)
        return false;
    syncer->paths = paths;
    syncer->capacity = capacity;
    return true;
}

void armex_syncer_add(struct armex_syncer *syncer, const char *path)
{
    pthread_mutex_lock(&syncer->lock);
    if (make_room(syncer))
        syncer->paths[syncer->n++] = path;
    else if (!syncer->first.status)
        armex_fail_memory(&syncer->first);
    if (syncer->n - syncer->next >= AT_ONCE)
        pthread_cond_signal(&syncer->added);
    pthread_mutex_unlock(&syncer->lock);
}

/* From here on the thread waits for nothing more. */
static void let_end(struct armex_syncer *syncer)
{
    pthread_mutex_lock(&syncer->lock);
    syncer->ending = true;
    pthread_cond_signal(&syncer->added);
    pthread_mutex_unlock(&syncer->lock);
}

static void join(struct armex_syncer *syncer)
{
    if (syncer->runs)
        pthread_join(syncer->thread, NULL);
    syncer->runs = false;
}

static void sync_next(void *context, size_t i, void *scratch)
{
    (void)i;
    (void)scratch;
    const char *path = take_next(context, false);
    if (path)
        sync_path(context, path);
}

armex_status armex_syncer_finish(struct armex_syncer *syncer, struct armex_error *error)
{
    pthread_mutex_lock(&syncer->lock);
    const size_t left = syncer->n - syncer->next;
    pthread_mutex_unlock(&syncer->lock);
    let_end(syncer);
    armex_in_pieces(sync_next, syncer, left, AT_ONCE, 0, NULL);
    join(syncer);
    if (syncer->first.status && error)
        *error = syncer->first;
    return syncer->first.status;
}

void armex_syncer_end(struct armex_syncer *syncer)
{
    pthread_mutex_lock(&syncer->lock);
    syncer->next = syncer->n; // nobody needs them any more
    pthread_mutex_unlock(&syncer->lock);
    let_end(syncer);
    join(syncer);
    pthread_cond_destroy(&syncer->added);
    pthread_mutex_destroy(&syncer->lock);
    free(syncer->paths);
}
