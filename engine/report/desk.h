/**
 * report/desk.h: what drawing needs, made ready while the questions are answered.
 */
#ifndef ARMEX_REPORT_DESK_H
#define ARMEX_REPORT_DESK_H

#include <pthread.h>

#include "report/spec.h"

/** Starts as {0}, which armex_desk_end() may have. */
struct armex_desk {
    pthread_t thread;
    bool started;
    struct armex_chart_tools tools;
    struct armex_chart_desk *chart_desk; /**< NULL: it could not be had */
};

/** Begins, where charts are sure to be drawn: not for `check` and `if_changed`. What
 *  goes wrong is found out again, and told, by the drawing itself. */
void armex_desk_begin(struct armex_desk *desk, const struct armex_spec *spec,
                      const struct armex_report_request *request);

/** Waits for it. Returns the desk, or NULL: then drawing makes one of its own. */
struct armex_chart_desk *armex_desk_wait(struct armex_desk *desk);
void armex_desk_end(struct armex_desk *desk);

#endif
