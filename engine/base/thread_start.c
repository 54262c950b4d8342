/** base/thread_start.c: a thread that begins where nobody stands in its way. */
#include "base/threads.h"

#include <sched.h>

/** The processors that we may run on, and those of them that we are not on. false:
 *  there are none, or nobody knows. */
static bool find_others(cpu_set_t *ours, cpu_set_t *others)
{
    const int here = sched_getcpu();

    if (here < 0 || here >= CPU_SETSIZE ||
        sched_getaffinity(0, sizeof *ours, ours) != 0)
        return false;
    *others = *ours;
    CPU_CLR(here, others);
    return CPU_COUNT(others) > 0;
}

/** The thread does nothing before it is where it should be. Once it is there, it may go
 *  wherever we may. */
static bool start_on(const cpu_set_t *others, const cpu_set_t *ours, pthread_t *out,
                     void *(*work)(void *), void *context)
{
    pthread_attr_t wish;

    if (pthread_attr_init(&wish) != 0)
        return false;
    const bool started = !pthread_attr_setaffinity_np(&wish, sizeof *others, others) &&
                         !pthread_create(out, &wish, work, context);
    pthread_attr_destroy(&wish);
    if (started)
        pthread_setaffinity_np(*out, sizeof *ours, ours);
    return started;
}

bool armex_thread_start(pthread_t *out, void *(*work)(void *), void *context)
{
    cpu_set_t ours, others;

    return (find_others(&ours, &others) &&
            start_on(&others, &ours, out, work, context)) ||
           pthread_create(out, NULL, work, context) == 0;
}
