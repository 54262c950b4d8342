/**
 * cli/plot_takes.h: which options of a query a kind of chart has a use for.
 */
#ifndef ARMEX_CLI_PLOT_TAKES_H
#define ARMEX_CLI_PLOT_TAKES_H

#include "analysis/query.h"
#include "chart/chart.h"

/** Holds every option given against the kind.
 *  Errors: ARMEX_USAGE naming the option and the kinds that take it; ARMEX_NO_MEMORY.
 */
armex_status armex_plot_takes(const struct armex_chart_kind *kind,
                              const struct armex_query *query,
                              struct armex_error *error);

#endif
