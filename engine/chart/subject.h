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

/** Whether the table has a figure of that entity, or with it as the partner: a rank,
 *  else a value; of a table with neither column, any row. */
bool armex_subject_is_in(const struct armex_table *table, const char *code);

/** Whom a chart speaks of where nobody is named: the first of `asked` (a list as it was
 *  typed, or NULL) if the table has a figure of it; else, of what `show` answers about
 *  a group or all, the state whose figures sum up to most. NULL: neither, the chart
 *  decides. */
const char *armex_subject_default(const struct armex_table *table, const char *analysis,
                                  const char *asked);

#endif
