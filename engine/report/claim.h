/**
 * report/claim.h: a stated figure against the one that was found.
 */
#ifndef ARMEX_REPORT_CLAIM_H
#define ARMEX_REPORT_CLAIM_H

#include "report/contents.h"

enum armex_claim_verdict {
    ARMEX_CLAIM_HOLDS,
    ARMEX_CLAIM_TOO_HIGH, /**< stated above what was found */
    ARMEX_CLAIM_TOO_LOW,
    ARMEX_CLAIM_UNKNOWN, /**< one of the two is missing */
};

/** Formula: equal when both read the same in words, or when the found figure, rounded
 * to the significant digits of the stated one, is the stated one: 7.25 holds for "7.3".
 *  `at_most`: a place such as "top ten" holds when the found one is not above it. */
enum armex_claim_verdict armex_claim_judge(const struct armex_report_figure *stated,
                                           const struct armex_report_figure *found,
                                           bool at_most);

/** "holds", "too high": a verdict in words. */
const char *armex_claim_says(enum armex_claim_verdict verdict);

/** "does not hold", "holds in part", "holds": all parts of a claim taken together. A
 *  part that cannot be judged is none that holds. */
const char *armex_claim_whole(const struct armex_contents *contents,
                              const struct armex_item *item);

#endif
