/**
 * ingest/words.h: the names in a file, each met once and numbered, then put in the
 * order that flows want. Sixty thousand cells name three hundred parties.
 */
#ifndef ARMEX_INGEST_WORDS_H
#define ARMEX_INGEST_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

struct armex_words {
    struct armex_arena *arena; /**< owns all that follows, and this */
    size_t n, capacity;
    const char **words; /**< as printed, in the order met */
    const char **codes; /**< what each stands for; several may stand for one */
    uint32_t *slots;    /**< hash table of numbers + 1 */
    size_t n_slots;
    const char **list; /**< after sorting: every code once, by bytes */
    size_t n_list;
    uint32_t *place; /**< after sorting: of word i in the list */
};

/** Owner: the caller, armex_words_free(). NULL: no memory. */
struct armex_words *armex_words_create(void);
void armex_words_free(struct armex_words *words); /* NULL is fine */

/** The number of a word; `*new` says that it was not met before: it then stands for
 *  itself until the caller gives it a code (a text that outlives the words, or from
 *  their arena). Errors: ARMEX_NO_MEMORY. */
armex_status armex_words_number(uint32_t *number, bool *new, struct armex_words *words,
                                const char *text, size_t length,
                                struct armex_error *error);

/** The code of a word that was met, or NULL. */
const char *armex_words_code(const struct armex_words *words, const char *text);

/** Fills list and place. Errors: ARMEX_NO_MEMORY. */
armex_status armex_words_sort(struct armex_words *words, struct armex_error *error);

#endif
