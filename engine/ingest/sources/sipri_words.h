/**
 * ingest/sources/sipri_words.h: whom and what SIPRI's names and categories mean.
 */
#ifndef ARMEX_INGEST_SOURCES_SIPRI_WORDS_H
#define ARMEX_INGEST_SOURCES_SIPRI_WORDS_H

#include "country/entity.h"
#include "ingest/page.h"
#include "ingest/words.h"

/** The number of the category that the cell names, with hyphens as blanks: "Air-defence
 *  systems" is "Air defence systems". Empty: "not stated". Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_category(uint32_t *number, struct armex_words *words,
                                  const struct armex_cell *cell,
                                  struct armex_error *error);

/** The number of the name in the cell, whose code is that of the entity it means. SIPRI
 *  prints armed groups with one star after the name and organisations with two, and so
 *  they are looked up: a starred name never means the state that it also names.
 *  Errors: ARMEX_BAD_INPUT at the cell for a name that is empty, unknown or means an
 *          aggregate such as the world; ARMEX_NO_MEMORY. */
armex_status armex_sipri_name(uint32_t *number, struct armex_words *words,
                              const struct armex_page *page,
                              const struct armex_cell *cell, struct armex_error *error);

/** The same without a number. */
armex_status armex_sipri_entity(const struct armex_entity **out,
                                const struct armex_page *page,
                                const struct armex_cell *cell,
                                struct armex_error *error);

#endif
