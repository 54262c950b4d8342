/** chart/taker.c: pictures are made of what is drawn while more is being drawn. */
#include <sys/eventfd.h>
#include <unistd.h>

#include "base/threads.h"
#include "chart/desk.h"

/** The first job that waits for nothing but to be made into pictures; `n`: none. */
static size_t find_drawn(const struct armex_chart_desk *desk, size_t n)
{
    size_t i = desk->wave;
    for (; i < n; i++) {
        const struct armex_desk_job *job = desk->jobs[i];
        if (job->told && !job->tried && job->turn < desk->gnuplots[job->worker].drawn)
            break;
    }
    return i;
}

static struct armex_desk_job *next_drawn(struct armex_chart_desk *desk)
{
    pthread_mutex_lock(&desk->taker.lock);
    const size_t n = desk->taker.sure;
    const size_t at = find_drawn(desk, n);
    struct armex_desk_job *job = at < n ? desk->jobs[at] : NULL;
    pthread_mutex_unlock(&desk->taker.lock);
    return job;
}

void armex_desk_take_drawn(struct armex_chart_desk *desk)
{
    struct armex_desk_job *job;
    while ((job = next_drawn(desk))) {
        struct armex_error untold;
        job->tried = true;
        job->made = armex_desk_make(desk, job, &untold) == ARMEX_OK;
        if (job->made)
            armex_desk_ask_painter(desk, job);
    }
}

static void *take_while_drawn(void *context)
{
    struct armex_chart_desk *desk = context;
    while (armex_gnuplots_watch(desk->gnuplots, desk->workers, desk->taker.bell))
        armex_desk_take_drawn(desk);
    return NULL;
}

void armex_taker_start(struct armex_chart_desk *desk)
{
    struct armex_taker *taker = &desk->taker;
    if (desk->single)
        return; // nothing is drawn while it is laid out
    taker->bell = eventfd(0, EFD_CLOEXEC);
    taker->runs =
        taker->bell >= 0 && armex_thread_start(&taker->thread, take_while_drawn, desk);
}

void armex_taker_allow(struct armex_chart_desk *desk, size_t n)
{
    pthread_mutex_lock(&desk->taker.lock);
    desk->taker.sure = n;
    pthread_mutex_unlock(&desk->taker.lock);
}

void armex_taker_stop(struct armex_chart_desk *desk)
{
    struct armex_taker *taker = &desk->taker;
    if (taker->runs && !eventfd_write(taker->bell, 1))
        pthread_join(taker->thread, NULL);
    if (taker->bell >= 0)
        close(taker->bell);
    taker->bell = -1;
    taker->runs = false;
}
