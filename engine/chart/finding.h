/**
 * chart/finding.h: titles that say what the data show, where that is clear and true.
 *
 * A finding is a sentence; where none holds it is NULL and the caller names the subject
 * instead. `*out` lives in the arena. Errors: ARMEX_NO_MEMORY.
 */
#ifndef ARMEX_CHART_FINDING_H
#define ARMEX_CHART_FINDING_H

#include "chart/observations.h"
#include "chart/standings.h"

/** Of the highlighted line. The greatest figure must stand alone and be above 0,
 *  and no break lie between the years:
 *  at the end         "... reached a high of $15.4 billion in 2025"
 *  inside, no gap     "... peaked at $17.3 billion in 2022"
 *  with a gap         "South Korea’s highest known ...: $17.3 billion in 2022"
 *  at the beginning, and never up since: "... fell from ... in 2015 to ... in 2020"
 *  A figure that is not firm is called preliminary or estimated. */
armex_status armex_finding_line(const char **out, struct armex_arena *arena,
                                const struct armex_lines *lines,
                                struct armex_error *error);

/** Who leads and with how much; or where the subject stands, or has moved to:
 *  "South Korea rose from 12th to tenth by arms export orders". A shared rank is no
 *  finding, nor is a leader who is shown no share of and no unit. */
armex_status armex_finding_rank(const char **out, struct armex_arena *arena,
                                const struct armex_standings *standings,
                                struct armex_error *error);

/** "South Korea climbed from 16th to tenth", when the last rank is its best of all
 *  shown and the first its worst; "fell" the other way; "led throughout". */
armex_status armex_finding_bump(const char **out, struct armex_arena *arena,
                                const struct armex_standings *standings,
                                struct armex_error *error);

#endif
