/**
 * cli/plot_request.h: what the options of `armex plot` ask for.
 */
#ifndef ARMEX_CLI_PLOT_REQUEST_H
#define ARMEX_CLI_PLOT_REQUEST_H

#include "chart/chart.h"
#include "cli/session.h"

/** As typed; NULL: not given. */
struct armex_plot_options {
    const char *title, *subtitle, *note, *highlight, *width, *scale, *dark, *base,
        *style, *data, *script, *share, *list_kinds;
};

/** Fills `chart` but for its table. *draws is false when only --data or --script is
 *  asked for, and no picture.
 *  Owner:  texts are the session's.
 *  Errors: ARMEX_USAGE naming the nearest right word, ARMEX_NO_MEMORY. */
armex_status armex_plot_request(struct armex_chart *chart, bool *draws,
                                const struct armex_session *session,
                                const struct armex_plot_options *given,
                                struct armex_error *error);

#endif
