/** base/thread_start.c: threads and programs that begin where nobody stands in their
 *  way. */
#include "base/threads.h"

#include <errno.h>
#include <sched.h>

int armex_processor(void)
{
    return sched_getcpu() + 1;
}

/** The processors that we may run on, and those of them but one. false: there are none,
 *  or nobody knows. */
static bool find_others(cpu_set_t *ours, cpu_set_t *others, int processor)
{
    if (processor < 1 || processor > CPU_SETSIZE ||
        sched_getaffinity(0, sizeof *ours, ours) != 0)
        return false;
    *others = *ours;
    CPU_CLR(processor - 1, others);
    return CPU_COUNT(others) > 0;
}

/** The thread does nothing before it is where it should be. Once it is there, it may go
 *  wherever we may. An error as pthread_create() has it; EINVAL where it cannot be
 *  said where a thread begins. */
static int start_on(const cpu_set_t *others, const cpu_set_t *ours, pthread_t *out,
                    void *(*work)(void *), void *context)
{
    pthread_attr_t wish;

    if (pthread_attr_init(&wish) != 0)
        return EINVAL;
    int failure = EINVAL;
    if (pthread_attr_setaffinity_np(&wish, sizeof *others, others) == 0)
        failure = pthread_create(out, &wish, work, context);
    pthread_attr_destroy(&wish);
    if (!failure)
        pthread_setaffinity_np(*out, sizeof *ours, ours);
    return failure;
}

bool armex_thread_start(pthread_t *out, void *(*work)(void *), void *context)
{
    cpu_set_t ours, others;
    int failure = EINVAL;

    if (find_others(&ours, &others, armex_processor()))
        failure = start_on(&others, &ours, out, work, context);
    if (failure == EINVAL) // else a machine without threads has none a second time
        failure = pthread_create(out, NULL, work, context);
    return failure == 0;
}

void armex_process_away(pid_t process, int processor)
{
    cpu_set_t ours, others;

    if (!find_others(&ours, &others, processor ? processor : armex_processor()))
        return;
    sched_setaffinity(process, sizeof others, &others);
    sched_setaffinity(process, sizeof ours, &ours);
}
