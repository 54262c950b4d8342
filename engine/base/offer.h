/**
 * base/offer.h: what who wrote a word that is none is told of those there are.
 */
#ifndef ARMEX_BASE_OFFER_H
#define ARMEX_BASE_OFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/text.h"

/** Appends the question after the words that `word` may have meant, "did you mean 'a'?"
 *  or "did you mean 'a', 'b' or 'c'?", case not minded: the nearest (armex_nearest()),
 *  else the up to three that begin with it ("heatmap" with "heat" too), or that have a
 *  part near to it between hyphens or blanks ("register" of "sipri-register").
 *  false: none is near, or too many are, and nothing was added. */
bool armex_did_you_mean(struct armex_text *out, const char *word,
                        const char *const *words, size_t n);

/** Fails with "PHRASE 'WORD'; did you mean 'a'?", or where none is near, with
 *  "PHRASE 'WORD'; there are: a, b, c"; without words with "PHRASE 'WORD'".
 *  Returns `status`, or ARMEX_NO_MEMORY. armex_fail_word_at() does so at a place in a
 *  file. */
armex_status armex_fail_word(struct armex_error *error, armex_status status,
                             const char *phrase, const char *word,
                             const char *const *words, size_t n);
armex_status armex_fail_word_at(struct armex_error *error, armex_status status,
                                struct armex_place place, const char *phrase,
                                const char *word, const char *const *words, size_t n);

#endif
