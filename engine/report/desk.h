/**
 * report/desk.h: what drawing needs, made ready while the questions are answered.
 */
#ifndef ARMEX_REPORT_DESK_H
#define ARMEX_REPORT_DESK_H

#include <pthread.h>

#include "chart/chart.h"
#include "report/spec.h"

/** Starts as {0}, which armex_desk_end() may have. */
struct armex_desk {
    pthread_t thread;
    bool started;
    struct armex_chart_tools tools;
    struct armex_chart_desk *chart_desk; /**< NULL: it could not be had yet */
};

/** Begins, where charts are sure to be drawn: not for `check` and `if_changed`. What
 *  goes wrong is found out again, and told, by armex_desk_wait(). */
void armex_desk_begin(struct armex_desk *desk, const struct armex_spec *spec,
                      const struct armex_report_request *request);

/** Whether it began: then charts may be ordered as soon as they are answered. */
bool armex_desk_begun(const struct armex_desk *desk);

/** Waits for it, or opens it now. Owner: the desk. Errors: as armex_chart_desk_open().
 */
armex_status armex_desk_wait(struct armex_chart_desk **out, struct armex_desk *desk,
                             struct armex_error *error);
void armex_desk_end(struct armex_desk *desk);

#endif
