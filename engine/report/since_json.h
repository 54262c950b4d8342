/**
 * report/since_json.h: figures and changes as a manifest keeps them.
 *
 *     figures   a series a line: kind (figure, growth, rank), key, name, what, unit,
 *               and beside each other when: [...] and value: [...]
 *     changes   a change a line: change (data, rank, new, revised, growth, gone), name,
 *               what, when, when_before, unit, before, now; null where there was none
 */
#ifndef ARMEX_REPORT_SINCE_JSON_H
#define ARMEX_REPORT_SINCE_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "base/text.h"
#include "report/since.h"

extern const char *const armex_since_figure_words[ARMEX_SINCE_FIGURE_KINDS];
extern const char *const armex_since_change_words[ARMEX_SINCE_KINDS];

/** Append the arrays. */
void armex_since_figures_write(struct armex_text *out, const struct armex_since *since);
void armex_since_changes_write(struct armex_text *out, const struct armex_since *since);

/** Read them back; a manifest may have been anybody's. Figures are read all or, where
 *  one is written in no such way, none; `*out` is in order. Of changes, what is none is
 *  left out. false: no memory. */
bool armex_since_figures_read(struct armex_since_figure **out, size_t *n,
                              const json_t *array, struct armex_arena *arena);
bool armex_since_changes_read(struct armex_since *since, const json_t *array,
                              struct armex_arena *arena);

#endif
