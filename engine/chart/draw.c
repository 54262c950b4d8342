/** chart/draw.c: charts are laid out, drawn by gnuplot, checked and handed over. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "chart/gnuplot.h"
#include "chart/picture.h"
#include "chart/studio.h"

enum { WORKERS = 2, SECONDS = 30, CHARTS_A_SECOND = 4, PICTURE_BYTES = 1 << 30 };

struct armex_chart_desk {
    struct armex_gnuplot gnuplots[WORKERS];
    size_t workers;
    struct armex_studio studio;
    const char *gnuplot; /**< program; borrowed */
    char folder[512];    /**< private; "" until it is made */
};

/** One call's worth of drawing. */
struct session {
    struct armex_text *out;
    struct armex_error *errors;
    const struct armex_chart *const *charts;
    struct armex_chart_desk *desk;
    struct armex_plate *sheets;
    armex_status *statuses;
};

static armex_status make_folder(struct armex_chart_desk *desk,
                                struct armex_error *error)
{
    const char *base = getenv("TMPDIR");
    base = base && base[0] == '/' && strlen(base) < 400 ? base : "/tmp";
    snprintf(desk->folder, sizeof desk->folder, "%s/armex-chart-XXXXXX", base);
    if (mkdtemp(desk->folder))
        return ARMEX_OK;
    desk->folder[0] = '\0';
    return armex_fail(error, ARMEX_CANNOT_CREATE, ARMEX_NOWHERE,
                      "cannot make a folder in %s: %s", base, strerror(errno));
}

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

/** Takes picture i from the folder; NOT_FOUND when gnuplot has not got that far. */
static armex_status collect(struct session *session, size_t i,
                            struct armex_error *error)
{
    char path[600], *bytes = NULL;
    size_t length = 0;
    const struct armex_chart *chart = session->charts[i];
    const struct armex_plate *sheet = &session->sheets[i];
    const struct armex_picture picture = {
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
    chart_path(path, session, i, false);
    armex_status status = armex_file_read(&bytes, &length, path, PICTURE_BYTES, error);
    unlink(path);
    if (!status && !length)
        status = ARMEX_NOT_FOUND;
    struct armex_text finished = {0};
    if (!status)
        status = armex_picture_finish(&finished, chart->format, bytes, length, &picture,
                                      error);
    if (!status)
        armex_text_add_bytes(&session->out[i], finished.data, finished.length);
    if (!status && session->out[i].failed)
        status = armex_fail_memory(error);
    armex_text_free(&finished);
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

/** Every WORKERS-th picture from `first` on is one thread's. */
struct share {
    struct session *session;
    size_t first, n;
    int seconds;
};

static void *take_share(void *context)
{
    const struct share *share = context;
    for (size_t i = share->first; i < share->n; i += WORKERS)
        if (!share->session->statuses[i])
            take(share->session, i, share->n, share->seconds);
    return NULL;
}

/** Pictures know nothing of each other: so threads share them, as gnuplots did. */
static void take_all(struct session *session, size_t n, int seconds)
{
    struct share shares[WORKERS];
    pthread_t threads[WORKERS];
    bool started[WORKERS] = {false};
    for (size_t i = 0; i < WORKERS; i++)
        shares[i] = (struct share){session, i, n, seconds};
    for (size_t i = 1; i < WORKERS && i < n; i++)
        started[i] = !pthread_create(&threads[i], NULL, take_share, &shares[i]);
    for (size_t i = 0; i < WORKERS; i++)
        if (!started[i])
            take_share(&shares[i]);
    for (size_t i = 1; i < WORKERS; i++)
        if (started[i])
            pthread_join(threads[i], NULL);
}

/** Draws all charts of the session with the gnuplots that run. */
static void draw_all(struct session *session, size_t n)
{
    struct armex_gnuplot *gnuplots = session->desk->gnuplots;
    const size_t workers = session->desk->workers;
    const int seconds = SECONDS + (int)(n / CHARTS_A_SECOND);
    for (size_t i = 0; i < n; i++)
        prepare(session, i, &gnuplots[i % workers]);
    armex_gnuplots_finish(gnuplots, workers, seconds);
    take_all(session, n, seconds);
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
        for (int script = 0; script < 2; script++) {
            chart_path(path, session, i, script);
            unlink(path);
        }
    }
    free(session->sheets);
    free(session->statuses);
}

static armex_status open_desk(struct armex_chart_desk **out, size_t workers,
                              const struct armex_chart_tools *tools,
                              struct armex_error *error)
{
    struct armex_chart_desk *desk = *out = calloc(1, sizeof *desk);
    armex_status status = ARMEX_OK;
    if (!desk)
        return armex_fail_memory(error);
    desk->gnuplot = tools->gnuplot;
    while (!status && desk->workers < workers)
        status =
            armex_gnuplot_start(&desk->gnuplots[desk->workers++], desk->gnuplot, error);
    if (!status)
        status = armex_studio_open(&desk->studio, tools, error);
    if (!status)
        status = make_folder(desk, error);
    if (status) {
        armex_chart_desk_close(desk);
        *out = NULL;
    }
    return status;
}

armex_status armex_chart_desk_open(struct armex_chart_desk **out,
                                   const struct armex_chart_tools *tools,
                                   struct armex_error *error)
{
    return open_desk(out, WORKERS, tools, error);
}

void armex_chart_desk_close(struct armex_chart_desk *desk)
{
    if (!desk)
        return;
    for (size_t i = 0; i < desk->workers; i++)
        armex_gnuplot_end(&desk->gnuplots[i]);
    armex_studio_close(&desk->studio);
    if (*desk->folder)
        rmdir(desk->folder);
    free(desk);
}

armex_status armex_charts_draw_at(struct armex_chart_desk *desk, struct armex_text *out,
                                  struct armex_error *errors,
                                  const struct armex_chart *const *charts, size_t n)
{
    struct session session = {
        .out = out, .errors = errors, .charts = charts, .desk = desk};
    armex_status status = ARMEX_OK;
    session.sheets = calloc(n + 1, sizeof *session.sheets);
    session.statuses = calloc(n + 1, sizeof *session.statuses);
    if (!session.sheets || !session.statuses) {
        close_session(&session, 0);
        return n ? armex_fail_memory(&errors[0]) : ARMEX_NO_MEMORY;
    }
    draw_all(&session, n);
    for (size_t i = 0; !status && i < n; i++)
        status = session.statuses[i];
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
    armex_status status = open_desk(&desk, n > 1 ? WORKERS : 1, tools, &error);
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
