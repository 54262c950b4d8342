/** chart/painting.c: what gnuplot drew is painted where a png is wanted. */
#include "chart/desk.h"

armex_status armex_desk_need_painter(struct armex_chart_desk *desk,
                                     struct armex_error *error)
{
    if (desk->painting)
        return ARMEX_OK;
    const armex_status status = armex_painter_start(
        &desk->painter, desk->painter_program, !desk->single, error);
    desk->painting = !status;
    return status;
}

static bool is_painted(const struct armex_desk_job *job)
{
    return job->chart.format == ARMEX_PNG && !job->status;
}

static struct armex_canvas canvas_of(const struct armex_desk_job *job)
{
    const struct armex_plate *plate = &job->plate;
    const double scale = job->chart.scale,
                 zoom = plate->zoom * (scale != 0.0 ? scale : 1.0);
    return (struct armex_canvas){(int)(plate->width * zoom + 0.5),
                                 (int)(plate->height * zoom + 0.5), zoom};
}

void armex_desk_ask_painter(struct armex_chart_desk *desk, struct armex_desk_job *job)
{
    const struct armex_text *svg = &job->pictures[0];
    if (!is_painted(job) || job->asked)
        return;
    const struct armex_canvas canvas = canvas_of(job);
    armex_painter_order(&desk->painter, &canvas, svg->data, svg->length);
    desk->paintings[desk->n_paintings++] = job;
    job->asked = true;
}

/** Takes the painted picture in its svg's place. */
static armex_status take_painted(struct armex_chart_desk *desk,
                                 struct armex_desk_job *job, struct armex_error *error)
{
    const struct armex_picture picture = armex_desk_picture(desk, job, false);
    const struct armex_canvas canvas = canvas_of(job);
    const char *png;
    size_t length;
    armex_status status =
        armex_painter_take(&png, &length, &desk->painter, &canvas, error);
    armex_text_free(&job->pictures[0]);
    if (!status)
        status = armex_picture_finish(&job->pictures[0], ARMEX_PNG, png, length,
                                      &picture, error);
    if (status)
        armex_text_free(&job->pictures[0]);
    return status;
}

static void take_all(struct armex_chart_desk *desk, armex_status failed,
                     const struct armex_error *error)
{
    for (size_t i = 0; i < desk->n_paintings; i++) {
        struct armex_desk_job *job = desk->paintings[i];
        if (failed) {
            armex_text_free(&job->pictures[0]);
            job->error = *error;
        }
        job->status = failed ? failed : take_painted(desk, job, &job->error);
        job->painted = !job->status;
    }
}

void armex_desk_paint_wave(struct armex_chart_desk *desk, int seconds)
{
    struct armex_error error = {0};
    if (!desk->painting)
        return; // nobody ordered a png
    for (size_t i = desk->wave; i < desk->n; i++)
        armex_desk_ask_painter(desk, desk->jobs[i]);
    if (desk->n_paintings)
        take_all(desk, armex_painter_finish(&desk->painter, seconds, &error), &error);
    armex_painter_end(&desk->painter);
    desk->n_paintings = 0;
    desk->painting = false; // the next wave starts another
}
