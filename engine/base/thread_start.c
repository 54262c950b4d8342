/** base/thread_start.c: a thread that begins where nobody stands in its way. */
#include "base/threads.h"

#include <sched.h>

/** Moves a thread away from the processor that runs us, and then lets it go anywhere
 *  that we may. Whatever fails, it stays where it is: that is slower, and no error. */
static void move_aside(pthread_t thread)
{
    const int here = sched_getcpu();
    cpu_set_t ours, others;

    if (here < 0 || here >= CPU_SETSIZE ||
        sched_getaffinity(0, sizeof ours, &ours) != 0)
        return;
    others = ours;
    CPU_CLR(here, &others);
    if (CPU_COUNT(&others) == 0)
        return;
    pthread_setaffinity_np(thread, sizeof others, &others);
    pthread_setaffinity_np(thread, sizeof ours, &ours);
}

bool armex_thread_start(pthread_t *out, void *(*work)(void *), void *context)
{
    const bool started = pthread_create(out, NULL, work, context) == 0;

    if (started)
        move_aside(*out);
    return started;
}
