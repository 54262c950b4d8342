/**
 * chart/steps.h: who moved a sum, and by how much.
 */
#ifndef ARMEX_CHART_STEPS_H
#define ARMEX_CHART_STEPS_H

#include "chart/standings.h"

enum { ARMEX_STEPS = 12 }; /**< as many are named; the others are one step */

struct armex_step {
    const struct armex_standing *item; /**< NULL: all others */
    double change;
    double from; /**< the sum before this step; from + change after it */
};

struct armex_steps {
    size_t n; /**< all others included */
    struct armex_step items[ARMEX_STEPS + 1];
    double before, now;           /**< the sums */
    size_t subject;               /**< the step a title speaks of */
    size_t summed, others, alone; /**< with both figures; in the last step; with one */
    double low, high;             /**< of all sums on the way, 0 included */
    int scale;                    /**< the power of ten that figures are shown in */
    char label_now[16], label_before[16]; /**< "2019–23", "2014–18" */
};

/** The change of a sum from one year or window to the next, entity by entity: rises
 *  first, the greatest first, then falls, the greatest last, then all others.
 *
 *  Formula: change = now - before; sum over those with a figure in both, so that
 *           nobody who is missing in one counts as a rise or a fall.
 *  Subject: chart->highlight where it has a step of its own, else who moved the sum
 *           most in the direction in which it went.
 *  Errors:  ARMEX_BAD_INPUT for published shares, which always sum to 100, for figures
 *           of several units, and when nobody has both figures; ARMEX_NO_MEMORY. */
armex_status armex_steps_read(struct armex_steps *out, struct armex_arena *arena,
                              const struct armex_chart *chart,
                              const struct armex_standings *standings,
                              struct armex_error *error);

/** Whether the steps are small beside the sums: then the scale begins above zero. */
bool armex_steps_cut(const struct armex_steps *steps);

#endif
