/**
 * analysis/growth_contribution.h: what part of the whole's growth is one entity's.
 *
 * Formula: contribution = (last - first) / base of the whole; growth of the whole =
 * (its last - its first) / its first. The whole is the world (WLD) where the panel has
 * it, else the sum of those that have figures at both ends, so that no growth comes of
 * figures that are there from figures that are not. The contributions of all who are in
 * such a sum add up to its growth. Source:  IMF, Quarterly National Accounts Manual
 * (2017), contributions to percent change. Unit:    fractions: 0.01 is one percentage
 * point of the whole's growth. Missing: none identified counts as 0, and so does a
 * printed 0, which is off by less than half its last digit. NAN where either end is
 * missing, where a break lies between, and where the whole's base is not above zero.
 */
#ifndef ARMEX_ANALYSIS_GROWTH_CONTRIBUTION_H
#define ARMEX_ANALYSIS_GROWTH_CONTRIBUTION_H

#include "model/panel.h"

/** The whole between two years. */
struct armex_growth_whole {
    int from, to;
    double base, growth; /**< NAN: none */
    size_t n;            /**< figures in the sum; 0: the world's own figure */
};

/** Refuses a panel whose series do not add up to a whole.
 *  Errors: ARMEX_BAD_INPUT for unlike measures, flows, units or periods, for per cents
 *          and indices, for several series of one entity. */
armex_status armex_growth_check_whole(const struct armex_panel *panel,
                                      struct armex_error *error);

struct armex_growth_whole armex_growth_whole(const struct armex_panel *panel, int from,
                                             int to);

double armex_growth_contribution(const struct armex_panel *panel, size_t s,
                                 const struct armex_growth_whole *whole);

#endif
