/**
 * analysis/mirror_pairs.h: both sides' reports of each pair and year, side by side.
 */
#ifndef ARMEX_ANALYSIS_MIRROR_PAIRS_H
#define ARMEX_ANALYSIS_MIRROR_PAIRS_H

#include "analysis/bilateral_parts.h"

enum { ARMEX_OWN, ARMEX_PARTNERS };

/** What went between two in a year, as each side has it. */
struct armex_mirrored {
    uint32_t entity, partner;
    short year;
    bool silent;      /**< the partner reports nothing at all that year */
    double values[2]; /**< ARMEX_OWN, ARMEX_PARTNERS; 0: not reported */
};

struct armex_mirror_pairs {
    const struct armex_flows *flows;
    struct armex_mirrored *items; /**< by entity, partner, year */
    size_t n;
    int from, to;
    size_t without_value; /**< rows that take no part */
};

/** Errors: as armex_mirror(). Ended by armex_mirror_pairs_end(), on failure too. */
armex_status armex_mirror_pairs(struct armex_mirror_pairs *out,
                                const struct armex_flows *flows,
                                const struct armex_bilateral_options *options,
                                struct armex_error *error);
void armex_mirror_pairs_end(struct armex_mirror_pairs *pairs);

/** ln(own / partner's); NAN where either is not reported. */
double armex_mirror_log_ratio(const struct armex_mirrored *pair);

#endif
