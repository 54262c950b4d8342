/**
 * report/words.h: words with slots, checked when read, filled from figures.
 */
#ifndef ARMEX_REPORT_WORDS_H
#define ARMEX_REPORT_WORDS_H

#include "report/figure.h"

/** A slot within words: "{NAME}" or "{NAME:STYLE}". */
struct armex_slot {
    const char *name;
    size_t name_length;
    const char *style; /**< "full" where none is given */
    size_t style_length;
};

/** Moves `*text` on to the next slot: before it stand `*length` bytes at `*plain`.
 *  false: none is left, and all the rest is plain. Call it with `*text` at the words
 *  until false. "{{" comes out as plain "{" of its own. A brace that is never closed
 *  gives a slot with name NULL. */
bool armex_report_words_next(const char **text, const char **plain, size_t *length,
                             struct armex_slot *slot);

/** The index of the figure of that name, or n_figures. */
size_t armex_spec_figure(const struct armex_spec *spec, const char *name,
                         size_t length);

/** Appends the words with their figures as plain text.
 *  false: a figure in them is missing, or there are no words; nothing is appended. */
bool armex_report_words_fill(struct armex_text *out,
                             const struct armex_report_words *words,
                             const struct armex_spec *spec,
                             const struct armex_report_figures *figures);

#endif
