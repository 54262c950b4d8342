/**
 * chart/desk.h: where charts are drawn: gnuplots that wait, and what they were told.
 *
 * A job is one drawing of gnuplot's; one or two pictures are made of it, a png by way
 * of its svg. Jobs are given
 * out in waves, because each holds two files open until its pictures are taken.
 */
#ifndef ARMEX_CHART_DESK_H
#define ARMEX_CHART_DESK_H

#include "chart/gnuplot.h"
#include "chart/painter.h"
#include "chart/picture.h"
#include "chart/studio.h"

enum { ARMEX_WORKERS = 2, ARMEX_JOBS_AT_ONCE = 128 };

struct armex_desk_job {
    struct armex_chart chart; /**< what it points to is the caller's */
    struct armex_plate plate;
    bool bare_too;                 /**< a second picture is cut from the drawing */
    size_t worker;                 /**< which gnuplot draws it */
    int script, canvas;            /**< scratch files; -1: none, or no longer */
    struct armex_text pictures[2]; /**< as ordered, then the bare one */
    armex_status status;
    struct armex_error error;
};

struct armex_chart_desk {
    struct armex_gnuplot gnuplots[ARMEX_WORKERS];
    size_t told[ARMEX_WORKERS]; /**< bytes of script, of this wave */
    size_t workers;
    struct armex_painter painter;
    bool painting;                         /**< the painter runs */
    const char *gnuplot, *painter_program; /**< borrowed */
    struct armex_studio studio;
    struct armex_desk_job *jobs;
    size_t n, capacity;
    size_t wave; /**< the first job that is still to be taken */
};

/** Has `gnuplot` draw a job that is laid out onto its canvas.
 *  Errors: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_desk_tell(const struct armex_chart_desk *desk,
                             struct armex_desk_job *job, struct armex_gnuplot *gnuplot,
                             struct armex_error *error);

/** Starts the painter unless it runs. Errors: as armex_painter_start(). */
armex_status armex_desk_need_painter(struct armex_chart_desk *desk,
                                     struct armex_error *error);

/** What a picture of a job says of itself: the whole drawing, or what is left without
 *  its frame. */
struct armex_picture armex_desk_picture(const struct armex_chart_desk *desk,
                                        const struct armex_desk_job *job, bool cut);

/** Has the svgs of all jobs from `wave` on painted whose picture is to be a png. */
void armex_desk_paint_wave(struct armex_chart_desk *desk, int seconds);

/** Waits for the gnuplots and makes the pictures of all jobs from `wave` on. Each job's
 *  status says how it went; its plate and files are let go. */
void armex_desk_take_wave(struct armex_chart_desk *desk);

#endif
