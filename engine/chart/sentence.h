/**
 * chart/sentence.h: the grammar that titles need: articles, possessives, ordinals.
 *
 * Texts live in the arena; NULL: no memory.
 */
#ifndef ARMEX_CHART_SENTENCE_H
#define ARMEX_CHART_SENTENCE_H

#include "base/arena.h"
#include "model/measure.h"

/** "the United States", "South Korea"; at the start of a sentence "The ...". */
const char *armex_with_article(struct armex_arena *arena, const char *name,
                               bool starts);

/** "an" before "index", "a" before "line". */
const char *armex_article(const char *word);

/** "South Korea’s", "the Netherlands’". */
const char *armex_possessive(struct armex_arena *arena, const char *name);

/** "first" to "tenth", "11th", "22nd", "103rd". */
const char *armex_ordinal(struct armex_arena *arena, long n);

/** "1st" to "10th", "11th": in one phrase with a place beyond the tenth. */
const char *armex_ordinal_digits(struct armex_arena *arena, long n);

/** "no" to "ten"; NULL beyond. */
const char *armex_count_word(size_t n);

/** What is counted, as the subject of a sentence about arms: "arms export orders",
 *  "deliveries of major arms"; `name` as in model/measure.h, "" gives "figures". */
const char *armex_subject(const char *name, enum armex_flow_direction flow);

/** The same of figures that are published as shares in per cent: "share of deliveries
 *  of major arms". Only volumes are. */
const char *armex_share_subject(const char *name, enum armex_flow_direction flow);

/** `text` with a capital, where it begins with an ASCII letter: "Arms export orders".
 */
const char *armex_capitalised(struct armex_arena *arena, const char *text);

#endif
