/**
 * ingest/sources/sipri_words.h: names and categories of a file, each met once and
 * numbered, then put in the order that flows want.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_WORDS_H
#define ARMEX_INGEST_SOURCES_SIPRI_WORDS_H

#include "country/entity.h"
#include "ingest/sources/sipri_page.h"

struct armex_sipri_words {
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

/** Owner: the caller, armex_sipri_words_free(). NULL: no memory. */
struct armex_sipri_words *armex_sipri_words_create(void);
void armex_sipri_words_free(struct armex_sipri_words *words); /* NULL is fine */

/** The number of the category that the cell names, with hyphens as blanks: "Air-defence
 *  systems" is "Air defence systems". Empty: "not stated". Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_category(uint32_t *number, struct armex_sipri_words *words,
                                  const struct armex_cell *cell,
                                  struct armex_error *error);

/** The number of the name in the cell, whose code is that of the entity it means. SIPRI
 *  prints armed groups with one star after the name and organisations with two, and so
 *  they are looked up: a starred name never means the state that it also names.
 *  Errors: ARMEX_BAD_INPUT at the cell for a name that is empty, unknown or means an
 *          aggregate such as the world; ARMEX_NO_MEMORY. */
armex_status armex_sipri_name(uint32_t *number, struct armex_sipri_words *words,
                              const char *file, const struct armex_cell *cell,
                              struct armex_error *error);

/** The same without a number. */
armex_status armex_sipri_entity(const struct armex_entity **out, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error);

/** Fills list and place. Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_words_sort(struct armex_sipri_words *words,
                                    struct armex_error *error);

#endif
