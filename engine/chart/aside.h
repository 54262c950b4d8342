/**
 * chart/aside.h: who is not drawn beside states: sums of many, and those nobody knows.
 *
 * A ranking (analysis/rank.h) leaves out the same. Who is asked for by name is drawn,
 * save for a sum among the parts of a whole (chart/bands.h).
 */
#ifndef ARMEX_CHART_ASIDE_H
#define ARMEX_CHART_ASIDE_H

#include "base/text.h"
#include "chart/observations.h"

/** Whether that is an aggregate, an unknown party or a name that means nobody known,
 *  which is neither named by what the chart was asked for nor highlighted. */
bool armex_stands_aside(const struct armex_chart *chart, const char *code);

/** Leaves out those lines, unless there are no others: `lines->aside` then names them.
 *  The subject stays the subject. Errors: ARMEX_NO_MEMORY. */
armex_status armex_lines_set_aside(struct armex_lines *lines, struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   struct armex_error *error);

/** Adds a name to a list that names the first three: `n` is how many came before it. */
void armex_aside_name(struct armex_text *names, size_t n, const char *name);

/** "World, unknown supplier and 2 more"; NULL: no memory. `names` is freed. */
const char *armex_aside_names(struct armex_arena *arena, struct armex_text *names,
                              size_t n);

/** Adds who is not drawn beside states, where there is somebody. */
void armex_say_aside(struct armex_text *note, const char *aside);

#endif
