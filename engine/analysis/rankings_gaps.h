/**
 * analysis/rankings_gaps.h: years without a ranking, and why, in few notes.
 */
#ifndef ARMEX_ANALYSIS_RANKINGS_GAPS_H
#define ARMEX_ANALYSIS_RANKINGS_GAPS_H

#include "base/text.h"
#include "model/notes.h"

/** Years that follow each other with the same reason become one note. Starts as {0}. */
struct armex_rankings_gaps {
    struct armex_notes notes;
    struct armex_text reason; /**< of the years at hand, without their number */
    struct armex_text years;  /**< "1985 to 1994, 1996", but the last stretch */
    int from, to;             /**< the last stretch */
    size_t n;                 /**< years at hand */
};

/** Adds a year, later than those before and `step` after the last of its stretch, and
 *  the message that says why, which may hold " for YEAR". Notes live in `arena`.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_rankings_gap(struct armex_rankings_gaps *gaps,
                                struct armex_arena *arena, int year, int step,
                                const char *message, struct armex_error *error);

/** Makes the last note: "no ranking for 1985 to 1994, 1996: nobody has a figure here".
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_rankings_gaps_end(struct armex_rankings_gaps *gaps,
                                     struct armex_arena *arena,
                                     struct armex_error *error);

void armex_rankings_gaps_free(struct armex_rankings_gaps *gaps); /* but not the notes */

#endif
