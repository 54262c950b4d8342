/**
 * chart/pairs.h: what the ranked were before and are now.
 */
#ifndef ARMEX_CHART_PAIRS_H
#define ARMEX_CHART_PAIRS_H

#include "chart/standings.h"

/** As many are shown. */
enum { ARMEX_DUMBBELLS = 20, ARMEX_SLOPES = 14 };

struct armex_pair {
    const struct armex_standing *item;
    double before, now; /**< per cents where `share`; NAN: not known */
};

struct armex_pairs {
    size_t n, left_out; /**< ranked, but beyond the most that are shown */
    struct armex_pair *items;
    bool share; /**< shares rather than figures */
    int scale;  /**< the power of ten that figures are shown in */
    double low, high;
    char label_now[16], label_before[16]; /**< "2019–23", "2014–18" */
};

/** What the figure of the rank was before; the change is of exactly that figure.
 *  Formula: value / (1 + change). NAN: not known, or gone from all to nothing. */
double armex_standing_before(const struct armex_standing *item);

/** The first `most` of the last year, and the subject in the last place when it stands
 *  further down. Order: the greatest difference first, those without one last, equals
 *  as they are ranked. Everything lives in `arena`. Errors: ARMEX_NO_MEMORY. */
armex_status armex_pairs_read(struct armex_pairs *out, struct armex_arena *arena,
                              const struct armex_standings *standings, size_t most,
                              struct armex_error *error);

/** Whether only a log scale shows them all: every figure is above 0, and the greatest
 *  more than 20 times the least. */
bool armex_pairs_need_log(const struct armex_pairs *pairs);

/** The least figure of all. */
double armex_pairs_least(const struct armex_pairs *pairs);

/** The pair of the subject, or NULL. */
const struct armex_pair *armex_pairs_subject(const struct armex_pairs *pairs,
                                             const struct armex_standings *standings);

#endif
