/** chart/draw.c: charts are laid out, drawn by gnuplot, painted where pixels are
 * wanted, checked and handed over. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "chart/desk.h"
#include "chart/picture.h"

enum { SECONDS = 30, CHARTS_A_SECOND = 4, PICTURE_BYTES = 1 << 30 };

/** One call's worth of drawing. */
struct session {
    struct armex_text *out;
    struct armex_error *errors;
    const struct armex_chart *const *charts;
    struct armex_chart_desk *desk;
    struct armex_plate *sheets;
    struct armex_text *pictures; /**< while they are made */
    armex_status *statuses;
};

/** Where the script of chart i is, or its picture. */
static void chart_path(char out[600], const struct session *session, size_t i,
                       bool script)
{
    snprintf(out, 600, "%s/%zu%s", session->desk->folder, i, script ? ".gp" : "");
}

/** Writes the script of chart i and has `gnuplot` run it. Written plainly: nobody else
 *  looks into the folder, and it need not outlive a power cut. */
static armex_status order(struct session *session, size_t i,
                          struct armex_gnuplot *gnuplot, struct armex_error *error)
{
    char path[600];
    struct armex_text script = {0};
    chart_path(path, session, i, false);
    armex_text_add(&script, "reset\n");
    armex_plate_script(&script, &session->sheets[i], &session->desk->studio,
                       session->charts[i], path);
    if (script.failed) {
        armex_text_free(&script);
        return armex_fail_memory(error);
    }
    chart_path(path, session, i, true);
    FILE *file = fopen(path, "w");
    const bool written =
        file && fwrite(script.data, 1, script.length, file) == script.length;
    const bool closed = file && fclose(file) == 0;
    armex_text_free(&script);
    if (!written || !closed)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE, "cannot write %s: %s", path,
                          strerror(errno));
    armex_gnuplot_load(gnuplot, path);
    return gnuplot->orders.failed ? armex_fail_memory(error) : ARMEX_OK;
}

/** Lays chart i out and has `gnuplot` draw it. */
static void prepare(struct session *session, size_t i, struct armex_gnuplot *gnuplot)
{
    session->statuses[i] = armex_plate_make(&session->sheets[i], &session->desk->studio,
                                            session->charts[i], &session->errors[i]);
    if (!session->statuses[i])
        session->statuses[i] = order(session, i, gnuplot, &session->errors[i]);
}

/** What picture i says of itself. */
static struct armex_picture picture_of(const struct session *session, size_t i)
{
    const struct armex_chart *chart = session->charts[i];
    const struct armex_plate *sheet = &session->sheets[i];
    return (struct armex_picture){
        .width = sheet->width,
        .height = sheet->height,
        .zoom = sheet->zoom,
        .style =
            chart->style == ARMEX_WEB ? NULL : armex_chart_style_name(chart->style),
        .words = &sheet->words,
        .notes = &chart->table->notes,
        .command = chart->command,
        .family = armex_font_family(session->desk->studio.font),
        .font_file = armex_font_file(session->desk->studio.font),
        .hovers = sheet->hovers.data,
    };
}

/** Takes picture i from the folder; NOT_FOUND when gnuplot has not got that far. What
 *  is to be painted is an svg so far. */
static armex_status collect(struct session *session, size_t i,
                            struct armex_error *error)
{
    char path[600], *bytes = NULL;
    size_t length = 0;
    const struct armex_picture picture = picture_of(session, i);
    const enum armex_chart_format format = session->charts[i]->format;
    chart_path(path, session, i, false);
    armex_status status = armex_file_read(&bytes, &length, path, PICTURE_BYTES, error);
    unlink(path);
    if (!status && !length)
        status = ARMEX_NOT_FOUND;
    armex_text_free(&session->pictures[i]); // of an attempt that failed
    if (!status)
        status = armex_picture_finish(&session->pictures[i],
                                      format == ARMEX_PNG ? ARMEX_SVG : format, bytes,
                                      length, &picture, error);
    free(bytes);
    return status;
}

/** Draws chart i alone: what went wrong in company is now surely its own fault. */
static armex_status draw_alone(struct session *session, size_t i)
{
    struct armex_gnuplot gnuplot;
    struct armex_error *error = &session->errors[i];
    armex_status status = armex_gnuplot_start(&gnuplot, session->desk->gnuplot, error);
    if (status)
        return status;
    status = order(session, i, &gnuplot, error);
    if (!status) {
        armex_gnuplots_finish(&gnuplot, 1, SECONDS);
        status = armex_child_succeeded(&gnuplot.child) ? collect(session, i, error)
                                                       : ARMEX_NOT_FOUND;
        if (status == ARMEX_NOT_FOUND)
            status = armex_gnuplot_blame(&gnuplot, SECONDS, error);
    }
    armex_gnuplot_end(&gnuplot);
    return status;
}

/** Takes picture i, drawn anew when it is not there or not right. */
static void take(struct session *session, size_t i, size_t n, int seconds)
{
    const struct armex_gnuplot *gnuplot =
        &session->desk->gnuplots[i % session->desk->workers];
    struct armex_error *error = &session->errors[i];
    armex_status status = collect(session, i, error);
    if (status && status != ARMEX_NO_MEMORY)
        status = gnuplot->child.late && n == 1
                     ? armex_gnuplot_blame(gnuplot, seconds, error)
                     : draw_alone(session, i);
    session->statuses[i] = status;
}

/** Every ARMEX_WORKERS-th picture from `first` on is one thread's. */
struct share {
    struct session *session;
    size_t first, n;
    int seconds;
};

static void *take_share(void *context)
{
    const struct share *share = context;
    for (size_t i = share->first; i < share->n; i += ARMEX_WORKERS)
        if (!share->session->statuses[i])
            take(share->session, i, share->n, share->seconds);
    return NULL;
}

/** Pictures know nothing of each other: so threads share them, as gnuplots did. */
static void take_all(struct session *session, size_t n, int seconds)
{
    struct share shares[ARMEX_WORKERS];
    pthread_t threads[ARMEX_WORKERS];
    bool started[ARMEX_WORKERS] = {false};
    for (size_t i = 0; i < ARMEX_WORKERS; i++)
        shares[i] = (struct share){session, i, n, seconds};
    for (size_t i = 1; i < ARMEX_WORKERS && i < n; i++)
        started[i] = !pthread_create(&threads[i], NULL, take_share, &shares[i]);
    for (size_t i = 0; i < ARMEX_WORKERS; i++)
        if (!started[i])
            take_share(&shares[i]);
    for (size_t i = 1; i < ARMEX_WORKERS; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
}

static bool is_painted(const struct session *session, size_t i)
{
    return session->charts[i]->format == ARMEX_PNG && !session->statuses[i];
}

static struct armex_canvas canvas_of(const struct session *session, size_t i)
{
    const struct armex_plate *sheet = &session->sheets[i];
    const double scale = session->charts[i]->scale,
                 zoom = sheet->zoom * (scale != 0.0 ? scale : 1.0);
    return (struct armex_canvas){(int)(sheet->width * zoom + 0.5),
                                 (int)(sheet->height * zoom + 0.5), zoom};
}

/** Takes the painted picture i in its svg's place. */
static armex_status take_painted(struct session *session, size_t i,
                                 struct armex_error *error)
{
    const struct armex_picture picture = picture_of(session, i);
    const struct armex_canvas canvas = canvas_of(session, i);
    const char *png;
    size_t length;
    struct armex_text finished = {0};
    armex_status status =
        armex_painter_take(&png, &length, &session->desk->painter, &canvas, error);
    if (!status)
        status =
            armex_picture_finish(&finished, ARMEX_PNG, png, length, &picture, error);
    armex_text_free(&session->pictures[i]);
    session->pictures[i] = finished;
    return status;
}

/** Orders all that is to be painted; whether there is any. */
static bool order_paintings(struct session *session, size_t n)
{
    bool any = false;
    for (size_t i = 0; i < n; i++) {
        if (!is_painted(session, i))
            continue;
        const struct armex_canvas canvas = canvas_of(session, i);
        armex_painter_order(&session->desk->painter, &canvas, session->pictures[i].data,
                            session->pictures[i].length);
        any = true;
    }
    return any;
}

/** Has what gnuplot drew painted where pixels are wanted. */
static void paint_all(struct session *session, size_t n, int seconds)
{
    struct armex_painter *painter = &session->desk->painter;
    struct armex_error met = {0};
    if (!order_paintings(session, n))
        return;
    const armex_status failed = armex_painter_finish(painter, seconds, &met);
    for (size_t i = 0; i < n; i++) {
        if (!is_painted(session, i))
            continue;
        if (failed)
            session->errors[i] = met;
        session->statuses[i] =
            failed ? failed : take_painted(session, i, &session->errors[i]);
    }
}

/** Draws all charts of the session with the programs that run. */
static void draw_all(struct session *session, size_t n)
{
    struct armex_gnuplot *gnuplots = session->desk->gnuplots;
    const size_t workers = session->desk->workers;
    const int seconds = SECONDS + (int)(n / CHARTS_A_SECOND);
    for (size_t i = 0; i < n; i++)
        prepare(session, i, &gnuplots[i % workers]);
    armex_gnuplots_finish(gnuplots, workers, seconds);
    take_all(session, n, seconds);
    paint_all(session, n, seconds);
}

/** A failure that concerns all charts is told of each. */
static void tell_all(struct armex_error *errors, size_t n,
                     const struct armex_error *error)
{
    for (size_t i = 0; i < n; i++)
        errors[i] = *error;
}

static void close_session(struct session *session, size_t n)
{
    char path[600];
    for (size_t i = 0; session->sheets && i < n; i++) {
        armex_plate_free(&session->sheets[i]);
        armex_text_free(&session->pictures[i]);
        for (int script = 0; script < 2; script++) {
            chart_path(path, session, i, script);
            unlink(path);
        }
    }
    free(session->sheets);
    free(session->pictures);
    free(session->statuses);
}

/** Starts the painter where there is work for one and none is there. */
static armex_status need_painter(const struct session *session, size_t n,
                                 struct armex_error *error)
{
    size_t wanted = 0;
    for (size_t i = 0; i < n; i++)
        wanted += session->charts[i]->format == ARMEX_PNG;
    return wanted ? armex_chart_desk_paint(session->desk, wanted > 1, error) : ARMEX_OK;
}

/** Hands over what has succeeded; the first failure in order. */
static armex_status deliver(struct session *session, size_t n)
{
    armex_status first = ARMEX_OK;
    for (size_t i = 0; i < n; i++) {
        armex_status *status = &session->statuses[i];
        const struct armex_text *picture = &session->pictures[i];
        if (!*status)
            armex_text_add_bytes(&session->out[i], picture->data, picture->length);
        if (!*status && session->out[i].failed)
            *status = armex_fail_memory(&session->errors[i]);
        first = first ? first : *status;
    }
    return first;
}

armex_status armex_charts_draw_at(struct armex_chart_desk *desk, struct armex_text *out,
                                  struct armex_error *errors,
                                  const struct armex_chart *const *charts, size_t n)
{
    struct session session = {
        .out = out, .errors = errors, .charts = charts, .desk = desk};
    struct armex_error error = {0};
    armex_status status = need_painter(&session, n, &error);
    session.sheets = calloc(n + 1, sizeof *session.sheets);
    session.pictures = calloc(n + 1, sizeof *session.pictures);
    session.statuses = calloc(n + 1, sizeof *session.statuses);
    if (!status && (!session.sheets || !session.pictures || !session.statuses))
        status = armex_fail_memory(&error);
    if (status) {
        tell_all(errors, n, &error);
        close_session(&session, 0);
        return status;
    }
    draw_all(&session, n);
    status = deliver(&session, n);
    close_session(&session, n);
    return status;
}

armex_status armex_charts_draw(struct armex_text *out, struct armex_error *errors,
                               const struct armex_chart *const *charts, size_t n,
                               const struct armex_chart_tools *tools)
{
    struct armex_chart_desk *desk = NULL;
    struct armex_error error = {0};
    if (!n)
        return ARMEX_OK;
    armex_status status =
        armex_chart_desk_start(&desk, n > 1 ? ARMEX_WORKERS : 1, tools, &error);
    if (status)
        tell_all(errors, n, &error);
    else
        status = armex_charts_draw_at(desk, out, errors, charts, n);
    armex_chart_desk_close(desk);
    return status;
}

armex_status armex_chart_draw(struct armex_text *out, const struct armex_chart *chart,
                              const struct armex_chart_tools *tools,
                              struct armex_error *error)
{
    struct armex_error its = {0};
    const armex_status status = armex_charts_draw(out, &its, &chart, 1, tools);
    if (status && error)
        *error = its;
    return status;
}

armex_status armex_chart_script(struct armex_text *out, const struct armex_chart *chart,
                                const struct armex_chart_tools *tools,
                                struct armex_error *error)
{
    struct armex_studio studio;
    struct armex_plate sheet = {0};
    armex_status status = armex_studio_open(&studio, tools, error);
    if (!status)
        status = armex_plate_make(&sheet, &studio, chart, error);
    if (!status)
        armex_plate_script(out, &sheet, &studio, chart, NULL);
    armex_plate_free(&sheet);
    armex_studio_close(&studio);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
