/** chart/paint/jobs.c: pictures asked for in a stream, painted and handed back as PNG.
 */
#include "chart/paint/jobs.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "chart/paint/raster.h"

enum { LARGEST = 1 << 30, FIELDS = 4, MOST_PIXELS = 20000, MOST_ZOOM = 100000000 };

struct job {
    struct paint_raster raster;
    struct armex_text png;
    struct armex_error error;
};

/** What the threads share. */
struct shop {
    pthread_mutex_t lock;
    pthread_cond_t opened;
    bool open; /**< the jobs are there */
    struct job *jobs;
    size_t n, next;
};

/* The numbers of a job's line, which moves on behind it. */
static bool read_line(long numbers[FIELDS], const char **at, const char *end)
{
    static const long most[FIELDS] = {MOST_PIXELS, MOST_PIXELS, MOST_ZOOM, LARGEST};

    for (size_t i = 0; i < FIELDS; i++) {
        const char *stop =
            memchr(*at, i + 1 < FIELDS ? ' ' : '\n', (size_t)(end - *at));
        if (!stop ||
            !armex_whole_parse(&numbers[i], *at, (size_t)(stop - *at), 1, most[i]))
            return false;
        *at = stop + 1;
    }
    return numbers[FIELDS - 1] <= end - *at;
}

static armex_status read_jobs(struct shop *shop, const char *bytes, size_t length,
                              struct armex_error *error)
{
    const char *at = bytes, *end = bytes + length;

    while (at < end) {
        long numbers[FIELDS];
        if (!read_line(numbers, &at, end))
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "job %zu is none",
                              shop->n + 1);
        struct job *jobs = realloc(shop->jobs, (shop->n + 1) * sizeof *jobs);
        if (!jobs)
            return armex_fail_memory(error);
        shop->jobs = jobs;
        jobs[shop->n++] = (struct job){.raster = {.width = (int)numbers[0],
                                                  .height = (int)numbers[1],
                                                  .zoom = (double)numbers[2] / 1e6,
                                                  .svg = at,
                                                  .length = (size_t)numbers[3]}};
        at += numbers[FIELDS - 1];
    }
    return ARMEX_OK;
}

/* The next job that nobody has taken; NULL: there is none. */
static struct job *take(struct shop *shop)
{
    struct job *job = NULL;

    pthread_mutex_lock(&shop->lock);
    while (!shop->open)
        pthread_cond_wait(&shop->opened, &shop->lock);
    if (shop->next < shop->n)
        job = &shop->jobs[shop->next++];
    pthread_mutex_unlock(&shop->lock);
    return job;
}

static void *work(void *context)
{
    struct job *job;

    while ((job = take(context)))
        paint_raster(&job->png, &job->raster, &job->error);
    return NULL;
}

static void *prepare_and_work(void *context)
{
    paint_raster_prepare();
    return work(context);
}

/* Also after a failure: with no jobs, so that the other thread ends. */
static void open_shop(struct shop *shop, bool right)
{
    pthread_mutex_lock(&shop->lock);
    shop->open = true;
    shop->next = right ? 0 : shop->n;
    pthread_cond_broadcast(&shop->opened);
    pthread_mutex_unlock(&shop->lock);
}

/* All pictures, or the first failure in order. */
static armex_status hand_over(struct armex_text *out, const struct shop *shop,
                              struct armex_error *error)
{
    for (size_t i = 0; i < shop->n; i++) {
        const struct job *job = &shop->jobs[i];
        if (job->error.status) {
            *error = job->error;
            return error->status;
        }
        armex_text_printf(out, "%zu\n", job->png.length);
        armex_text_add_bytes(out, job->png.data, job->png.length);
    }
    return out->failed ? armex_fail_memory(error) : ARMEX_OK;
}

armex_status paint_jobs(struct armex_text *out, bool several, struct armex_error *error)
{
    struct shop shop = {.lock = PTHREAD_MUTEX_INITIALIZER,
                        .opened = PTHREAD_COND_INITIALIZER};
    pthread_t thread;
    char *bytes = NULL;
    size_t length = 0;
    const bool second =
        several && !pthread_create(&thread, NULL, prepare_and_work, &shop);

    paint_raster_prepare();
    armex_status status = armex_file_read(&bytes, &length, "-", LARGEST, error);
    if (!status)
        status = read_jobs(&shop, bytes, length, error);
    open_shop(&shop, !status);
    work(&shop);
    if (second)
        pthread_join(thread, NULL);
    if (!status)
        status = hand_over(out, &shop, error);
    for (size_t i = 0; i < shop.n; i++)
        armex_text_free(&shop.jobs[i].png);
    free(shop.jobs);
    free(bytes);
    return status;
}
