/**
 * chart/existence.h: years in which a state did not exist are no years at zero.
 *
 * Publishers print Russia for 1950 to 1991 as they print any state that delivered
 * nothing, and count those years under the Soviet Union.
 */
#ifndef ARMEX_CHART_EXISTENCE_H
#define ARMEX_CHART_EXISTENCE_H

#include "base/text.h"
#include "chart/observations.h"

/** Where nothing is identified in the years before a state was founded, or in those
 *  after it ended (country/entity.h), their figures become NAN, their marks
 *  ARMEX_NO_STATE, and `founded` or `ended` says since or until when it existed.
 *  A line stays as published where one of those years has a figure that says more than
 *  "none identified", and where it continues another state's: it has an entity break.
 *  Errors: ARMEX_BAD_INPUT when nobody existed in any of the years, saying whom to ask
 *          for instead. */
armex_status armex_lines_exist(struct armex_lines *lines, struct armex_error *error);

/** "No such state before: Russia 1992 (until then Soviet Union); --entities successor
 *  joins the two. ": of the subject, then of others that continue another state, three
 *  in all; and of the subject when it ended. Only of years that are shown. */
void armex_lines_say_existence(struct armex_text *note,
                               const struct armex_lines *lines);

#endif
