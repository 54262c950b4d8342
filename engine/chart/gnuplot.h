/**
 * chart/gnuplot.h: a gnuplot that is fed scripts and draws pictures.
 */
#ifndef ARMEX_CHART_GNUPLOT_H
#define ARMEX_CHART_GNUPLOT_H

#include "chart/child.h"

/** Starts as {0}. */
struct armex_gnuplot {
    struct armex_child child;
    const char *program;      /**< borrowed */
    char *stand_ins;          /**< the variable that leads to them; NULL: to none */
    struct armex_text orders; /**< the scripts it is to run */
    size_t sent;              /**< bytes of them */
    size_t drawn;             /**< scripts that it said it has run */
    size_t read;              /**< bytes of what it said that were looked at */
    int look;                 /**< of its last chart, armex_chart_look(); 0: none */
};

/** Starts one, which loads its libraries while the charts are still being laid out.
 *  `program` NULL: "gnuplot" on the PATH. `stand_ins`, a folder or NULL, has libraries
 *  in place of those of which an svg needs nothing; with them it starts in a fifth of
 *  the time and draws svg only. They serve a gnuplot without windows, as Debian names
 *  it: gnuplot-nox; any other has its own libraries.
 *  Errors: ARMEX_UNAVAILABLE, saying what to install; ARMEX_IO. */
armex_status armex_gnuplot_start(struct armex_gnuplot *gnuplot, const char *program,
                                 const char *stand_ins, struct armex_error *error);

/** Whether it draws svg only. */
bool armex_gnuplot_is_light(const struct armex_gnuplot *gnuplot);

/** Has it run a script, which it begins at once. A file, because gnuplot reads its
 *  input byte by byte. */
void armex_gnuplot_load(struct armex_gnuplot *gnuplot, const char *path);

/** Waits until one has run a script; `drawn` of each then tells how many it has.
 *  Another thread may load scripts meanwhile. false: a byte came from `bell`, or all
 *  have ended. */
bool armex_gnuplots_watch(struct armex_gnuplot *gnuplots, size_t n, int bell);

/** Waits until all have drawn what they were told to, or ended; `heard` is called with
 *  `drawn` up to date when one may have run a script. One that stand-ins did not let
 *  start is started without and told all of it again. */
void armex_gnuplots_finish(struct armex_gnuplot *gnuplots, size_t n, int seconds,
                           void (*heard)(void *context), void *context);

/** Why it drew nothing: it took too long, or its own words. */
armex_status armex_gnuplot_blame(const struct armex_gnuplot *gnuplot, int seconds,
                                 struct armex_error *error);

void armex_gnuplot_end(struct armex_gnuplot *gnuplot);

#endif
