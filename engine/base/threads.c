/** base/threads.c: things handed to two threads, one at a time. */
#include "base/threads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct pile {
    size_t n;
    atomic_size_t next;
    armex_threads_work *work;
    void *context;
};

static void *work_off(void *context)
{
    struct pile *pile = context;

    for (size_t i = atomic_fetch_add(&pile->next, 1); i < pile->n;
         i = atomic_fetch_add(&pile->next, 1))
        pile->work(pile->context, i);
    return NULL;
}

void armex_threads_do(size_t n, armex_threads_work *work, void *context)
{
    struct pile pile = {.n = n, .work = work, .context = context};
    pthread_t helper;
    const bool helped = n > 1 && pthread_create(&helper, NULL, work_off, &pile) == 0;

    work_off(&pile);
    if (helped)
        pthread_join(helper, NULL);
}
