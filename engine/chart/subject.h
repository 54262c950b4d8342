/**
 * chart/subject.h: the subject of a table of lines, alone.
 */
#ifndef ARMEX_CHART_SUBJECT_H
#define ARMEX_CHART_SUBJECT_H

#include "chart/observations.h"

/** The highlighted line alone: `years` years from its first figure on, the axes as high
 *  as its figures. Everything lives in `arena` or is borrowed from `lines`.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_lines_subject(struct armex_lines *out, struct armex_arena *arena,
                                 const struct armex_lines *lines, size_t years,
                                 struct armex_error *error);

/** Whether a row of the table speaks of the line. */
bool armex_subject_row(const struct armex_table *table, size_t row,
                       const struct armex_line *line);

/** Why a row of `trend` has no answer, as a sentence's end: "a year is missing". */
const char *armex_subject_reason(const char *reason);

#endif
