/**
 * report/since_json.h: figures and changes as a manifest keeps them.
 */
#ifndef ARMEX_REPORT_SINCE_JSON_H
#define ARMEX_REPORT_SINCE_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "report/since.h"

/** Arrays of objects. NULL: no memory. Owner: the caller. */
json_t *armex_since_figures_json(const struct armex_since *since);
json_t *armex_since_changes_json(const struct armex_since *since);

/** Reads them back; what is not as written above is left out, for a manifest may have
 *  been anybody's. `*out` is sorted by key. false: no memory. */
bool armex_since_figures_read(struct armex_since_figure **out, size_t *n,
                              const json_t *array, struct armex_arena *arena);
bool armex_since_changes_read(struct armex_since *since, const json_t *array,
                              struct armex_arena *arena);

#endif
