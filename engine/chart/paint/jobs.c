/** chart/paint/jobs.c: pictures asked for in a stream, painted and handed back as PNG.
 */
#include "chart/paint/jobs.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "chart/paint/raster.h"

enum { LARGEST = 1 << 30, FIELDS = 4, MOST_PIXELS = 20000, MOST_ZOOM = 100000000 };
enum { PAINTERS = 2, LINE_BYTES = 64, READ_BYTES = 1 << 16 };

struct job {
    struct paint_raster raster;
    struct armex_text svg, png;
    struct armex_error error;
};

/** What the threads share. A job is its painter's alone from when it is taken. */
struct shop {
    pthread_mutex_t lock;
    pthread_cond_t came;
    bool closed; /**< no job comes any more */
    struct job **jobs;
    size_t n, next, bytes;
};

/* The numbers of a job's line. */
static bool read_numbers(long numbers[FIELDS], const char *line)
{
    static const long most[FIELDS] = {MOST_PIXELS, MOST_PIXELS, MOST_ZOOM, LARGEST};

    for (size_t i = 0; i < FIELDS; i++) {
        const char *stop = strchr(line, i + 1 < FIELDS ? ' ' : '\n');
        if (!stop ||
            !armex_whole_parse(&numbers[i], line, (size_t)(stop - line), 1, most[i]))
            return false;
        line = stop + 1;
    }
    return true;
}

/* Piece by piece: what is announced may never come. */
static bool read_svg(struct armex_text *svg, size_t length)
{
    char piece[READ_BYTES];
    size_t n = 1;

    while (n && svg->length < length) {
        const size_t left = length - svg->length;
        n = fread(piece, 1, left < sizeof piece ? left : sizeof piece, stdin);
        armex_text_add_bytes(svg, piece, n);
    }
    return svg->failed || svg->length == length;
}

static armex_status read_job(struct job *job, struct shop *shop, const char *line,
                             struct armex_error *error)
{
    long numbers[FIELDS];
    const bool right = read_numbers(numbers, line) &&
                       (size_t)numbers[3] <= LARGEST - shop->bytes &&
                       read_svg(&job->svg, (size_t)numbers[3]);

    if (job->svg.failed)
        return armex_fail_memory(error);
    if (!right)
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "job %zu is none",
                          shop->n + 1);
    shop->bytes += job->svg.length;
    job->raster = (struct paint_raster){.width = (int)numbers[0],
                                        .height = (int)numbers[1],
                                        .zoom = (double)numbers[2] / 1e6,
                                        .svg = job->svg.data,
                                        .length = job->svg.length};
    return ARMEX_OK;
}

static void end_job(struct job *job)
{
    if (!job)
        return;
    armex_text_free(&job->svg);
    armex_text_free(&job->png);
    free(job);
}

/* false: no memory. */
static bool add_job(struct shop *shop, struct job *job)
{
    pthread_mutex_lock(&shop->lock);
    struct job **jobs = reallocarray(shop->jobs, shop->n + 1, sizeof(struct job *));
    if (jobs) {
        shop->jobs = jobs;
        jobs[shop->n++] = job;
        pthread_cond_signal(&shop->came);
    }
    pthread_mutex_unlock(&shop->lock);
    return jobs != NULL;
}

/* Every job of standard input, up for painting as soon as it is there. */
static armex_status read_jobs(struct shop *shop, struct armex_error *error)
{
    char line[LINE_BYTES];
    armex_status status = ARMEX_OK;

    while (!status && fgets(line, sizeof line, stdin)) {
        struct job *job = calloc(1, sizeof *job);
        status = job ? read_job(job, shop, line, error) : armex_fail_memory(error);
        if (!status && !add_job(shop, job))
            status = armex_fail_memory(error);
        if (status)
            end_job(job);
    }
    if (!status && ferror(stdin))
        status = armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "the jobs cannot be read");
    return status;
}

/* Also after a failure: with no jobs, so that the painters end. */
static void close_shop(struct shop *shop, bool right)
{
    pthread_mutex_lock(&shop->lock);
    shop->closed = true;
    shop->next = right ? shop->next : shop->n;
    pthread_cond_broadcast(&shop->came);
    pthread_mutex_unlock(&shop->lock);
}

/* The next job that nobody has taken; NULL: there will be none. */
static struct job *take(struct shop *shop)
{
    struct job *job = NULL;

    pthread_mutex_lock(&shop->lock);
    while (!shop->closed && shop->next == shop->n)
        pthread_cond_wait(&shop->came, &shop->lock);
    if (shop->next < shop->n)
        job = shop->jobs[shop->next++];
    pthread_mutex_unlock(&shop->lock);
    return job;
}

static void *work(void *context)
{
    struct job *job;

    paint_raster_prepare();
    while ((job = take(context)))
        paint_raster(&job->png, &job->raster, &job->error);
    return NULL;
}

/* All pictures, or the first failure in order. */
static armex_status hand_over(struct armex_text *out, const struct shop *shop,
                              struct armex_error *error)
{
    for (size_t i = 0; i < shop->n; i++) {
        const struct job *job = shop->jobs[i];
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
                        .came = PTHREAD_COND_INITIALIZER};
    pthread_t painters[PAINTERS];
    size_t n = 0;

    while (n < (several ? PAINTERS : 1) &&
           !pthread_create(&painters[n], NULL, work, &shop))
        n++;
    armex_status status = read_jobs(&shop, error);
    close_shop(&shop, !status);
    if (!n) // no thread could be had
        work(&shop);
    while (n > 0)
        pthread_join(painters[--n], NULL);
    if (!status)
        status = hand_over(out, &shop, error);
    for (size_t i = 0; i < shop.n; i++)
        end_job(shop.jobs[i]);
    free(shop.jobs);
    return status;
}
