/**
 * chart/desk.h: where charts are drawn: gnuplots that wait, and what they were told.
 *
 * A job is one drawing of gnuplot's; one or two pictures are made of it, a png by way
 * of its svg. A thread of the desk's makes the pictures of what is drawn while the
 * caller lays out the next. Jobs are given out in waves, because each holds two files
 * open until its pictures are taken.
 */
#ifndef ARMEX_CHART_DESK_H
#define ARMEX_CHART_DESK_H

#include <pthread.h>

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
    size_t turn;                   /**< after how many others of this wave */
    bool told;                     /**< that gnuplot was told to */
    bool tried, made;              /**< its pictures, but for the painter's work */
    bool given;                    /**< to whoever takes: they are theirs */
    size_t order;                  /**< which of the orders its first picture is */
    bool asked;                    /**< the painter was asked for its png */
    bool painted;                  /**< its png is there */
    int script, canvas;            /**< scratch files; -1: none, or no longer */
    struct armex_text pictures[2]; /**< as ordered, then the bare one */
    armex_status status;
    struct armex_error error;
};

/** The thread that makes pictures while the caller lays out. The lock guards the list
 *  of jobs and `sure`; a job that is sure is that thread's alone while it runs. */
struct armex_taker {
    pthread_t thread;
    pthread_mutex_t lock;
    bool runs;
    int bell;    /**< an eventfd that tells it to end; -1: none */
    size_t sure; /**< jobs to which nothing can be added any more */
};

/** Where pictures go as soon as they are made. */
struct armex_desk_delivery {
    struct armex_text *out; /**< by order; NULL: nobody takes yet */
    const struct armex_chart_receiver *receiver; /**< NULL: nobody is told */
};

struct armex_chart_desk {
    struct armex_gnuplot gnuplots[ARMEX_WORKERS];
    size_t told[ARMEX_WORKERS];  /**< bytes of script, of this wave */
    size_t turns[ARMEX_WORKERS]; /**< scripts, of this wave */
    size_t workers;
    bool single;   /**< one chart alone will be ordered */
    int processor; /**< on which no gnuplot is to begin, 0 being ours */
    struct armex_taker taker;
    struct armex_painter painter;
    bool painting;                                        /**< the painter runs */
    struct armex_desk_job *paintings[ARMEX_JOBS_AT_ONCE]; /**< asked for, in order */
    size_t n_paintings;
    const char *gnuplot, *stand_ins, *painter_program; /**< borrowed */
    struct armex_studio studio;
    struct armex_desk_job **jobs;
    size_t n, capacity;
    size_t wave;   /**< the first job that is still to be taken */
    size_t orders; /**< pictures that were ordered */
    struct armex_desk_delivery delivery;
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

/** Asks the painter for the png of a job whose pictures are made, if it is to be one
 * and was not asked for. */
void armex_desk_ask_painter(struct armex_chart_desk *desk, struct armex_desk_job *job);

/** Waits for the pngs of all jobs from `wave` on, asked for or not yet. */
void armex_desk_paint_wave(struct armex_chart_desk *desk, int seconds);

/** Starts the thread that makes pictures, where that is worth it. Without it all are
 *  made in the end. */
void armex_taker_start(struct armex_chart_desk *desk);

/** Lets it know that nothing more is added to the first `n` jobs. */
void armex_taker_allow(struct armex_chart_desk *desk, size_t n);

/** Ends it; the pictures that it has begun are made. */
void armex_taker_stop(struct armex_chart_desk *desk);

/** Makes the pictures of all jobs that are sure and that gnuplots have drawn; a picture
 *  that fails is left to armex_desk_take_wave(). */
void armex_desk_take_drawn(struct armex_chart_desk *desk);

/** Hands over what is made and was not. A png is made once it is painted. */
void armex_desk_deliver(struct armex_chart_desk *desk);

/** Lets go what a job needed until its pictures were made. */
void armex_desk_let_go(struct armex_desk_job *job);

/** Makes the pictures of a job. Errors: ARMEX_NOT_FOUND when gnuplot has drawn nothing;
 *  as armex_picture_finish(). */
armex_status armex_desk_make(const struct armex_chart_desk *desk,
                             struct armex_desk_job *job, struct armex_error *error);

/** Waits for the gnuplots and makes the pictures of all jobs from `wave` on. Each job's
 *  status says how it went; its plate and files are let go. */
void armex_desk_take_wave(struct armex_chart_desk *desk);

#endif
