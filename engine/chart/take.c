/** chart/take.c: what gnuplots drew is checked and made into pictures. */
#include "base/threads.h"
#include "chart/desk.h"
#include "chart/picture.h"
#include "chart/scratch.h"

enum { SECONDS = 30, CHARTS_A_SECOND = 4, PICTURE_BYTES = 1 << 30 };

struct armex_picture armex_desk_picture(const struct armex_chart_desk *desk,
                                        const struct armex_desk_job *job, bool cut)
{
    const struct armex_chart *chart = &job->chart;
    const struct armex_plate *plate = &job->plate;
    return (struct armex_picture){
        .width = plate->width,
        .height = cut ? plate->cut.height : plate->height,
        .zoom = plate->zoom,
        .style =
            chart->style == ARMEX_WEB ? NULL : armex_chart_style_name(chart->style),
        .words = &plate->words,
        .notes = &chart->table->notes,
        .command = chart->command,
        .family = armex_font_family(desk->studio.font),
        .font_file = armex_font_file(desk->studio.font),
        .hovers = plate->hovers.data,
        .bare = cut,
        .top = cut ? plate->cut.top : 0.0,
    };
}

/** One picture of a drawing; what is to be painted is an svg so far. */
static armex_status finish(struct armex_text *out, const struct armex_chart_desk *desk,
                           const struct armex_desk_job *job,
                           const struct armex_text *drawn, bool cut,
                           struct armex_error *error)
{
    const struct armex_picture picture = armex_desk_picture(desk, job, cut);
    const enum armex_chart_format format =
        job->chart.format == ARMEX_PNG ? ARMEX_SVG : job->chart.format;
    armex_text_free(out);
    const armex_status status =
        armex_picture_finish(out, format, drawn->data, drawn->length, &picture, error);
    if (status)
        armex_text_free(out);
    return status;
}

armex_status armex_desk_make(const struct armex_chart_desk *desk,
                             struct armex_desk_job *job, struct armex_error *error)
{
    struct armex_text drawn = {0};
    armex_status status = armex_scratch_read(&drawn, job->canvas, PICTURE_BYTES, error);
    if (!status && !drawn.length)
        status = ARMEX_NOT_FOUND;
    if (!status)
        status = finish(&job->pictures[0], desk, job, &drawn, false, error);
    if (!status && job->bare_too)
        status = finish(&job->pictures[1], desk, job, &drawn, true, error);
    armex_text_free(&drawn);
    return status;
}

/** Draws a job alone, by a gnuplot with its own libraries: what went wrong in company
 * is now surely its own fault. */
static armex_status draw_alone(const struct armex_chart_desk *desk,
                               struct armex_desk_job *job, struct armex_error *error)
{
    struct armex_gnuplot gnuplot;
    armex_status status = armex_gnuplot_start(&gnuplot, desk->gnuplot, NULL, error);
    if (status)
        return status;
    status = armex_desk_tell(desk, job, &gnuplot, error);
    if (!status) {
        armex_gnuplots_finish(&gnuplot, 1, SECONDS, NULL, NULL);
        status = armex_child_succeeded(&gnuplot.child)
                     ? armex_desk_make(desk, job, error)
                     : ARMEX_NOT_FOUND;
        if (status == ARMEX_NOT_FOUND)
            status = armex_gnuplot_blame(&gnuplot, SECONDS, error);
    }
    armex_gnuplot_end(&gnuplot);
    return status;
}

/** The jobs of one wave. */
struct wave {
    struct armex_chart_desk *desk;
    size_t n;
    int seconds;
};

/** Takes one job's pictures, drawn anew when they are not there or not right. */
static void take(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct wave *wave = context;
    struct armex_desk_job *job = wave->desk->jobs[wave->desk->wave + i];
    const struct armex_gnuplot *gnuplot = &wave->desk->gnuplots[job->worker];
    if (job->status || job->made)
        return;
    job->status = armex_desk_make(wave->desk, job, &job->error);
    if (job->status && job->status != ARMEX_NO_MEMORY)
        job->status = gnuplot->child.late && wave->n == 1
                          ? armex_gnuplot_blame(gnuplot, wave->seconds, &job->error)
                          : draw_alone(wave->desk, job, &job->error);
    job->made = !job->status;
}

static void give(const struct armex_desk_delivery *delivery, struct armex_desk_job *job)
{
    job->given = true;
    for (size_t p = 0; p < 1 + (size_t)job->bare_too; p++) {
        armex_text_free(&delivery->out[job->order + p]);
        delivery->out[job->order + p] = job->pictures[p];
        job->pictures[p] = (struct armex_text){0};
        if (delivery->receiver)
            delivery->receiver->receive(delivery->receiver->context, job->order + p);
    }
}

void armex_desk_deliver(struct armex_chart_desk *desk)
{
    for (size_t i = 0; desk->delivery.out && i < desk->n; i++) {
        struct armex_desk_job *job = desk->jobs[i];
        const bool painted = job->chart.format != ARMEX_PNG || job->painted;
        if (job->made && !job->status && painted && !job->given)
            give(&desk->delivery, job);
    }
}

static void take_drawn(void *desk)
{
    armex_desk_take_drawn(desk);
    armex_desk_deliver(desk);
}

/** Pictures know nothing of each other: so threads share them, as gnuplots did. */
void armex_desk_take_wave(struct armex_chart_desk *desk)
{
    const size_t n = desk->n - desk->wave;
    armex_taker_stop(desk);
    armex_taker_allow(desk, desk->n);
    armex_desk_deliver(desk); // pictures that the taker made
    struct wave wave = {desk, n, SECONDS + (int)(n / CHARTS_A_SECOND)};
    armex_gnuplots_finish(desk->gnuplots, desk->workers, wave.seconds, take_drawn,
                          desk);
    armex_in_pieces(take, &wave, n, ARMEX_WORKERS, 0, NULL);
    armex_desk_deliver(desk);
    armex_desk_paint_wave(desk, wave.seconds);
    armex_desk_deliver(desk);
}
