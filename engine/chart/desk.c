/** chart/desk.c: charts are laid out and given to gnuplots that already run. */
#include "chart/desk.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/threads.h"
#include "chart/scratch.h"

static armex_status start_gnuplots(struct armex_chart_desk *desk,
                                   struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < desk->workers; i++) {
        desk->told[i] = desk->turns[i] = 0;
        status = armex_gnuplot_start(&desk->gnuplots[i], desk->gnuplot, desk->stand_ins,
                                     error);
        if (!status)
            armex_process_away(desk->gnuplots[i].child.pid, desk->processor);
    }
    if (!status)
        armex_taker_start(desk);
    return status;
}

static void end_gnuplots(struct armex_chart_desk *desk)
{
    armex_taker_stop(desk);
    for (size_t i = 0; i < desk->workers; i++)
        armex_gnuplot_end(&desk->gnuplots[i]);
}

/** A second gnuplot pays where it has a processor of its own: of two, one lays out and
 *  takes pictures while the other draws. */
static size_t how_many(const struct armex_chart_tools *tools)
{
    if (tools->single || tools->gnuplots == 1)
        return 1;
    return tools->gnuplots || sysconf(_SC_NPROCESSORS_ONLN) > 2 ? ARMEX_WORKERS : 1;
}

armex_status armex_chart_desk_open(struct armex_chart_desk **out,
                                   const struct armex_chart_tools *tools,
                                   struct armex_error *error)
{
    struct armex_chart_desk *desk = *out = calloc(1, sizeof *desk);
    if (!desk)
        return armex_fail_memory(error);
    desk->gnuplot = tools->gnuplot;
    desk->stand_ins = tools->pdfs ? NULL : tools->stand_ins;
    desk->painter_program = tools->painter;
    desk->single = tools->single;
    desk->workers = how_many(tools);
    desk->taker.bell = -1;
    pthread_mutex_init(&desk->taker.lock, NULL);
    desk->processor = tools->processor;
    armex_status status = start_gnuplots(desk, error);
    desk->processor = 0; // whoever has more started is the one who lays out
    if (!status && tools->paints)
        status = armex_desk_need_painter(desk, error);
    if (!status)
        status = armex_studio_open(&desk->studio, tools, error);
    if (status) {
        armex_chart_desk_close(desk);
        *out = NULL;
    }
    return status;
}

static void close_file(int *file)
{
    if (*file >= 0)
        close(*file);
    *file = -1;
}

void armex_desk_let_go(struct armex_desk_job *job)
{
    armex_plate_free(&job->plate);
    close_file(&job->script);
    close_file(&job->canvas);
}

static void end_job(struct armex_desk_job *job)
{
    armex_desk_let_go(job);
    armex_text_free(&job->pictures[0]);
    armex_text_free(&job->pictures[1]);
    free(job);
}

void armex_chart_desk_close(struct armex_chart_desk *desk)
{
    if (!desk)
        return;
    end_gnuplots(desk);
    armex_painter_end(&desk->painter);
    for (size_t i = 0; i < desk->n; i++)
        end_job(desk->jobs[i]);
    free(desk->jobs);
    pthread_mutex_destroy(&desk->taker.lock);
    armex_studio_close(&desk->studio);
    free(desk);
}

/** Gives the script to gnuplot as a file: its input it reads byte by byte. */
armex_status armex_desk_tell(const struct armex_chart_desk *desk,
                             struct armex_desk_job *job, struct armex_gnuplot *gnuplot,
                             struct armex_error *error)
{
    char name[ARMEX_SCRATCH_NAME];
    struct armex_text script = {0};
    close_file(&job->script);
    close_file(&job->canvas);
    armex_status status = armex_scratch_create(&job->canvas, error);
    if (!status)
        status = armex_scratch_create(&job->script, error);
    if (status)
        return status;
    armex_scratch_name(name, job->canvas);
    armex_text_add(&script, "reset\n");
    const int look = armex_chart_look(&job->chart);
    armex_plate_script(&script, &job->plate, &desk->studio, &job->chart, name,
                       gnuplot->look == look);
    status = script.failed
                 ? armex_fail_memory(error)
                 : armex_scratch_write(job->script, script.data, script.length, error);
    armex_text_free(&script);
    armex_scratch_name(name, job->script);
    if (!status) {
        armex_gnuplot_load(gnuplot, name);
        gnuplot->look = look;
    }
    return !status && gnuplot->orders.failed ? armex_fail_memory(error) : status;
}

/** All that were ordered so far are taken, and new gnuplots started for the rest. */
static armex_status next_wave(struct armex_chart_desk *desk, struct armex_error *error)
{
    armex_desk_take_wave(desk);
    for (; desk->wave < desk->n; desk->wave++)
        armex_desk_let_go(desk->jobs[desk->wave]);
    end_gnuplots(desk);
    return start_gnuplots(desk, error);
}

static bool make_room(struct armex_chart_desk *desk)
{
    if (desk->n < desk->capacity)
        return true;
    const size_t capacity = desk->capacity ? 2 * desk->capacity : 32;
    struct armex_desk_job **jobs =
        reallocarray(desk->jobs, capacity, sizeof(struct armex_desk_job *));
    if (!jobs)
        return false;
    desk->jobs = jobs;
    desk->capacity = capacity;
    return true;
}

/** A job that stands in the list; NULL: no memory. */
static struct armex_desk_job *add_job(struct armex_chart_desk *desk)
{
    struct armex_desk_job *job = calloc(1, sizeof *job);
    pthread_mutex_lock(&desk->taker.lock);
    const bool room = job && make_room(desk);
    if (room)
        desk->jobs[desk->n++] = job;
    pthread_mutex_unlock(&desk->taker.lock);
    if (!room) {
        free(job);
        return NULL;
    }
    job->script = job->canvas = -1;
    return job;
}

/** The gnuplot that was told least. */
static size_t idlest(const struct armex_chart_desk *desk)
{
    size_t found = 0;
    for (size_t i = 1; i < desk->workers; i++)
        if (desk->told[i] < desk->told[found])
            found = i;
    return found;
}

/** Lays a job out and has a gnuplot draw it that can; its status says how far that
 *  went. A pdf that nobody foretold may have to wait, to be drawn alone. */
static void draw(struct armex_chart_desk *desk, struct armex_desk_job *job)
{
    job->worker = idlest(desk);
    struct armex_gnuplot *gnuplot = &desk->gnuplots[job->worker];
    job->status =
        armex_plate_make(&job->plate, &desk->studio, &job->chart, &job->error);
    if (job->status ||
        (job->chart.format == ARMEX_PDF && armex_gnuplot_is_light(gnuplot)))
        return;
    job->status = armex_desk_tell(desk, job, gnuplot, &job->error);
    desk->told[job->worker] += job->plate.script.length;
    job->told = !job->status;
    if (job->told)
        job->turn = desk->turns[job->worker]++;
}

armex_status armex_chart_desk_order(struct armex_chart_desk *desk,
                                    const struct armex_chart *chart,
                                    struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    if (desk->n - desk->wave == ARMEX_JOBS_AT_ONCE)
        status = next_wave(desk, error);
    if (!status && chart->format == ARMEX_PNG)
        status = armex_desk_need_painter(desk, error);
    if (status)
        return status;
    armex_taker_allow(desk, desk->n); // whatever was ordered before stands as it is
    struct armex_desk_job *job = add_job(desk);
    if (!job)
        return armex_fail_memory(error);
    job->chart = *chart;
    job->order = desk->orders++;
    draw(desk, job);
    return ARMEX_OK;
}

armex_status armex_chart_desk_order_bare(struct armex_chart_desk *desk,
                                         struct armex_error *error)
{
    struct armex_desk_job *job = desk->n ? desk->jobs[desk->n - 1] : NULL;
    if (!job || job->bare_too || job->chart.bare || job->chart.format != ARMEX_SVG ||
        job->chart.style != ARMEX_WEB)
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "a bare chart is cut from an svg of the web");
    job->bare_too = true;
    desk->orders++;
    armex_taker_allow(desk, desk->n);
    return ARMEX_OK;
}

armex_status armex_chart_desk_take(struct armex_chart_desk *desk,
                                   struct armex_text *out, struct armex_error *errors)
{
    return armex_chart_desk_take_each(desk, out, errors, NULL);
}

armex_status armex_chart_desk_take_each(struct armex_chart_desk *desk,
                                        struct armex_text *out,
                                        struct armex_error *errors,
                                        const struct armex_chart_receiver *receiver)
{
    armex_status status = ARMEX_OK;
    desk->delivery = (struct armex_desk_delivery){out, receiver};
    armex_desk_take_wave(desk);
    desk->delivery = (struct armex_desk_delivery){0};
    for (size_t i = 0; i < desk->n; i++) {
        struct armex_desk_job *job = desk->jobs[i];
        status = status ? status : job->status;
        for (size_t p = 0; job->status && p < 1 + (size_t)job->bare_too; p++) {
            armex_text_free(&out[job->order + p]); // what it held before
            errors[job->order + p] = job->error;
        }
        end_job(job);
    }
    desk->n = desk->wave = desk->orders = 0;
    return status;
}
