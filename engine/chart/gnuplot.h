/**
 * chart/gnuplot.h: a gnuplot that is fed scripts and draws pictures.
 */
#ifndef ARMEX_CHART_GNUPLOT_H
#define ARMEX_CHART_GNUPLOT_H

#include "chart/child.h"

/** Starts as {0}. */
struct armex_gnuplot {
    struct armex_child child;
    struct armex_text orders; /**< the scripts it is to run */
    size_t sent;              /**< bytes of them */
};

/** Starts one, which loads its libraries while the charts are still being laid out.
 *  `program` NULL: "gnuplot" on the PATH.
 *  Errors: ARMEX_UNAVAILABLE, saying what to install; ARMEX_IO. */
armex_status armex_gnuplot_start(struct armex_gnuplot *gnuplot, const char *program,
                                 struct armex_error *error);

/** Has it run a script, which it begins at once. A file, because gnuplot reads its
 *  input byte by byte. */
void armex_gnuplot_load(struct armex_gnuplot *gnuplot, const char *path);

/** Waits until all have drawn what they were told to, or ended. */
void armex_gnuplots_finish(struct armex_gnuplot *gnuplots, size_t n, int seconds);

/** Why it drew nothing: it took too long, or its own words. */
armex_status armex_gnuplot_blame(const struct armex_gnuplot *gnuplot, int seconds,
                                 struct armex_error *error);

void armex_gnuplot_end(struct armex_gnuplot *gnuplot);

#endif
