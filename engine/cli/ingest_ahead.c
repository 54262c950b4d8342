/** cli/ingest_ahead.c: one thread that helps. */
#include "cli/ingest_ahead.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/threads.h"

enum { MOST_AHEAD = 8 /* files done or begun that nobody took yet */ };

enum stage { WAITING, BEGUN, READ, DONE };

struct work {
    enum stage stage;
    struct armex_ahead_file file;
};

struct armex_ahead {
    struct armex_ahead_plan plan;
    struct armex_store *store; /* of the thread that takes */
    pthread_t helper;
    bool is_helped;
    pthread_mutex_t lock; /* of all that follows */
    pthread_cond_t change;
    struct work *work;
    size_t begun, taken;
    bool is_stopped;
};

static void set_stage(struct armex_ahead *ahead, size_t i, enum stage stage)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->work[i].stage = stage;
    pthread_cond_broadcast(&ahead->change);
    pthread_mutex_unlock(&ahead->lock);
}

/** Whether a file before the i-th is still to be stored in the same dataset, or may be.
 */
static bool has_elder(const struct armex_ahead *ahead, size_t i)
{
    const struct armex_vintage *own = ahead->work[i].file.vintage;

    for (size_t j = ahead->taken; j < i; j++) {
        const struct work *other = &ahead->work[j];

        if (other->stage < READ || (other->stage == READ && other->file.vintage &&
                                    strcmp(other->file.vintage->provenance.dataset,
                                           own->provenance.dataset) == 0))
            return true;
    }
    return false;
}

/** Never waits in a circle: only for files that were begun before. */
static void wait_for_elders(struct armex_ahead *ahead, size_t i)
{
    pthread_mutex_lock(&ahead->lock);
    while (has_elder(ahead, i))
        pthread_cond_wait(&ahead->change, &ahead->lock);
    pthread_mutex_unlock(&ahead->lock);
}

static void do_work(struct armex_ahead *ahead, size_t i, struct armex_store *store)
{
    struct armex_ahead_file *file = &ahead->work[i].file;

    file->status = armex_ingest(&file->vintage, ahead->plan.files[i],
                                ahead->plan.options, &file->error);
    if (!file->status && ahead->plan.once_read)
        file->status = ahead->plan.once_read(ahead->plan.context, &file->error);
    set_stage(ahead, i, READ);
    if (!file->status && store) {
        wait_for_elders(ahead, i);
        file->status =
            armex_store_add(&file->added, store, file->vintage, &file->error);
    }
    set_stage(ahead, i, DONE);
}

/** Takes the lock for granted. */
static bool may_begin(const struct armex_ahead *ahead)
{
    return !ahead->is_stopped && ahead->begun < ahead->plan.n &&
           ahead->begun - ahead->taken < MOST_AHEAD;
}

static bool is_over(const struct armex_ahead *ahead)
{
    return ahead->is_stopped || ahead->begun == ahead->plan.n;
}

static void *help(void *argument)
{
    struct armex_ahead *ahead = argument;
    const struct armex_ahead_plan *plan = &ahead->plan;
    struct armex_store *store = NULL;

    // Where the other thread opened it, this one can; if not, it leaves all to that.
    if (plan->store && armex_store_open(&store, plan->store, NULL, NULL))
        return NULL;
    pthread_mutex_lock(&ahead->lock);
    while (!is_over(ahead)) {
        if (!may_begin(ahead)) {
            pthread_cond_wait(&ahead->change, &ahead->lock);
            continue;
        }
        const size_t i = ahead->begun++;
        ahead->work[i].stage = BEGUN;
        pthread_mutex_unlock(&ahead->lock);
        do_work(ahead, i, store);
        pthread_mutex_lock(&ahead->lock);
    }
    pthread_mutex_unlock(&ahead->lock);
    armex_store_close(store);
    return NULL;
}

/** The bytes of the first files, SIZE_MAX where one is large or no file: two such at
 *  once might not fit the memory that one does. */
static size_t sum_small(const struct armex_ahead_plan *plan)
{
    const off_t most = (off_t)16 << 20;
    struct stat facts;
    size_t sum = 0;

    for (size_t i = 0; i < plan->n; i++) {
        if (stat(plan->files[i], &facts) != 0 || !S_ISREG(facts.st_mode) ||
            facts.st_size > most)
            return SIZE_MAX;
        sum += i < MOST_AHEAD ? (size_t)facts.st_size : 0;
    }
    return sum;
}

/** Memory that reading so many bytes will need, asked for at once: page by page, each
 *  costs a trap. Freed, it stays with the program. */
static void warm(size_t bytes)
{
    const size_t times = 3, most = (size_t)3 << 20;
    const size_t size = bytes < most / times ? times * bytes : most;
    const size_t page = 4096;
    char *room = malloc(size + page);

    if (room)
        madvise(room + page - (uintptr_t)room % page, size, MADV_POPULATE_WRITE);
    free(room);
}

armex_status armex_ahead_open(struct armex_ahead **out,
                              const struct armex_ahead_plan *plan,
                              struct armex_error *error)
{
    struct armex_ahead *ahead = calloc(1, sizeof *ahead);

    *out = NULL;
    if (ahead)
        ahead->work = calloc(plan->n + 1, sizeof *ahead->work);
    if (!ahead || !ahead->work) {
        free(ahead);
        return armex_fail_memory(error);
    }
    ahead->plan = *plan;
    pthread_mutex_init(&ahead->lock, NULL);
    pthread_cond_init(&ahead->change, NULL);
    const size_t small = plan->options->totals ? SIZE_MAX : sum_small(plan);
    if (small != SIZE_MAX)
        warm(small);
    if (small != SIZE_MAX && plan->n > 1 && plan->options->threads != 1)
        ahead->is_helped = armex_thread_start(&ahead->helper, help, ahead);
    const armex_status status =
        plan->store ? armex_store_open(&ahead->store, plan->store, NULL, error)
                    : ARMEX_OK;
    if (status)
        armex_ahead_close(ahead);
    else
        *out = ahead;
    return status;
}

bool armex_ahead_next(struct armex_ahead *ahead, struct armex_ahead_file *out)
{
    const size_t i = ahead->taken;
    bool is_there = i < ahead->plan.n;

    pthread_mutex_lock(&ahead->lock);
    while (is_there && ahead->work[i].stage != DONE) {
        if (may_begin(ahead)) {
            const size_t next = ahead->begun++;

            ahead->work[next].stage = BEGUN;
            pthread_mutex_unlock(&ahead->lock);
            do_work(ahead, next, ahead->store);
            pthread_mutex_lock(&ahead->lock);
        } else if (i < ahead->begun)
            pthread_cond_wait(&ahead->change, &ahead->lock);
        else
            is_there = false;
    }
    if (is_there) {
        *out = ahead->work[i].file;
        ahead->work[i].file.vintage = NULL;
        ahead->taken++;
        pthread_cond_broadcast(&ahead->change);
    }
    pthread_mutex_unlock(&ahead->lock);
    return is_there;
}

void armex_ahead_stop(struct armex_ahead *ahead)
{
    pthread_mutex_lock(&ahead->lock);
    ahead->is_stopped = true;
    pthread_cond_broadcast(&ahead->change);
    pthread_mutex_unlock(&ahead->lock);
}

void armex_ahead_close(struct armex_ahead *ahead)
{
    if (!ahead)
        return;
    armex_ahead_stop(ahead);
    if (ahead->is_helped)
        pthread_join(ahead->helper, NULL);
    for (size_t i = ahead->taken; i < ahead->begun; i++)
        armex_vintage_free(ahead->work[i].file.vintage);
    armex_store_close(ahead->store);
    pthread_cond_destroy(&ahead->change);
    pthread_mutex_destroy(&ahead->lock);
    free(ahead->work);
    free(ahead);
}
