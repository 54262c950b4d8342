/**
 * cli/coverage.h: how much a panel holds.
 */
#ifndef ARMEX_CLI_COVERAGE_H
#define ARMEX_CLI_COVERAGE_H

#include "model/panel.h"

struct armex_coverage {
    size_t series, entities, observations, nils;
    int first_year, last_year; /**< with any figure; 0: there is none */
};

/** Counts over the series for which `counts[s]` holds; `counts` NULL: all.
 *  Missing: only a figure counts as an observation, what is below the last digit
 *           included; nil, which is known to be none, counts apart. */
struct armex_coverage armex_coverage_of(const struct armex_panel *panel,
                                        const bool *counts);

#endif
