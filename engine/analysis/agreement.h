/**
 * analysis/agreement.h: how well two measurements of the same things agree.
 *
 * Pure numerics: arrays in, numbers out. A statistic that its figures do not define is
 * NAN, never infinite.
 */
#ifndef ARMEX_ANALYSIS_AGREEMENT_H
#define ARMEX_ANALYSIS_AGREEMENT_H

#include <stddef.h>

#include "base/error.h"

/** Agreement of levels. */
struct armex_agreement {
    size_t n;      /**< pairs above zero on both sides */
    double ratio;  /**< median of a / b */
    double spread; /**< geometric standard deviation of a / b: exp(sd), at least 2 */
    double bias;   /**< mean of ln a - ln b */
    double lower, upper; /**< limits of agreement: bias -/+ 1.96 sd, at least 2 pairs */
    double concordance;  /**< Lin's coefficient of ln a and ln b, at least 3 pairs */
};

/** Pairs a[i], b[i] of which either is missing or not above zero are left out.
 *
 *  Formula: d = ln a - ln b; sd with n - 1; concordance = 2 s_ab / (s_a^2 + s_b^2 +
 *           (mean_a - mean_b)^2) with moments over n.
 *  Source:  Bland & Altman (1986), Lancet 327, and (1999), Statistical Methods in
 *           Medical Research 8, for the logarithmic scale; Lin (1989), Biometrics 45.
 *  Errors:  ARMEX_NO_MEMORY. */
armex_status armex_agreement_levels(struct armex_agreement *out, const double *a,
                                    const double *b, size_t n,
                                    struct armex_error *error);

/** Rank correlations over the pairs that are both there; `n` is how many. NAN below 3
 *  pairs, and where all of one side are equal.
 *
 *  Formula: Spearman's rho with mean ranks of ties; Kendall's tau-b = (C - D) /
 *           sqrt((C + D + T_a) (C + D + T_b)).
 *  Source:  Kendall (1945), Biometrika 33; R's cor(method = "spearman", "kendall").
 *  Errors:  ARMEX_NO_MEMORY. */
struct armex_rank_agreement {
    size_t n;
    double spearman, kendall;
};
armex_status armex_agreement_ranks(struct armex_rank_agreement *out, const double *a,
                                   const double *b, size_t n,
                                   struct armex_error *error);

/** How often ranks in no common order correlate as far from 0 as `spearman` of `n`
 * pairs does, or farther. NAN below 4 pairs and for NAN.
 *
 *  Formula: two tails of Student's t of r sqrt((n - 2) / (1 - r^2)) at n - 2 degrees.
 *  Source:  Kendall & Stuart (1973), The Advanced Theory of Statistics 2, 31.19; R's
 *           cor.test(method = "spearman", exact = FALSE). */
double armex_agreement_chance(double spearman, size_t n);

/** Of years that follow, all four figures there: how many there are, and in how many
 *  both went the same way (up, down, or stayed). */
struct armex_direction_agreement {
    size_t n, same;
};
struct armex_direction_agreement armex_agreement_directions(const double *a,
                                                            const double *b, size_t n);

/** By how many years b follows a. */
struct armex_lead {
    int lag;            /**< of -3 to 3 the one with the highest correlation; of equals
                             the nearest to 0. Above 0: b follows a */
    double correlation; /**< of ln changes of a with those of b `lag` years on; NAN
                           where none rests on at least 5 pairs of changes */
};
struct armex_lead armex_agreement_lead(const double *a, const double *b, size_t n);

#endif
