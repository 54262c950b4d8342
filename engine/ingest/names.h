/**
 * ingest/names.h: whom a name in a file means: what the user's map says first, then the
 * table of entities; and, where the user wants it, an entity of its own for a name that
 * means nobody.
 *
 * Such an entity's code is "unlisted-" and its code or name in plain letters:
 * "Ruritania (S.)" is unlisted-ruritania-s, in every file and vintage, and no code of
 * the table begins so. Names that fold alike (base/text.h) are one. Where letters were
 * lost, or the name is long, a hash of the name ends the code.
 */
#ifndef ARMEX_INGEST_NAMES_H
#define ARMEX_INGEST_NAMES_H

#include "base/text.h"
#include "country/entity.h"
#include "ingest/csv.h"

struct armex_map;
struct armex_names;

/** `map` may be NULL and must outlive the names. `keep`: names that mean nobody become
 *  entities.
 *  Owner:  the caller, armex_names_free(); entities it made live until then, or until
 *          armex_names_restart().
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_names_create(struct armex_names **out, const struct armex_map *map,
                                bool keep, struct armex_error *error);
void armex_names_free(struct armex_names *names); /* NULL is fine */

/** The user's map, or NULL. `names` NULL is fine. */
const struct armex_map *armex_names_map(const struct armex_names *names);

/** The entity that the name means, or NULL. `names` NULL: by the table alone. */
const struct armex_entity *armex_names_find(const struct armex_names *names,
                                            const char *text, size_t length);

/** The same, or one of its own where names are kept. A name that is empty, or too long
 *  to be one (1,000 bytes), is never kept.
 *  Errors: ARMEX_BAD_INPUT at the cell, naming the nearest; ARMEX_NO_MEMORY. */
armex_status armex_names_entity(const struct armex_entity **out,
                                struct armex_names *names, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error);

/** One of its own for a code or name, if such are kept; else NULL. `name` is what it is
 *  called in print. Errors: none but ARMEX_NO_MEMORY. */
armex_status armex_names_keep(const struct armex_entity **out,
                              struct armex_names *names, const struct armex_cell *code,
                              const struct armex_cell *name, struct armex_error *error);

/** The entity of the table, or the kept one, with exactly that code; or NULL. */
const struct armex_entity *armex_names_by_code(const struct armex_names *names,
                                               const char *code);

/** Forgets the names that were kept so far, and ends their entities: a file is read
 * from its start. NULL is fine. Errors: ARMEX_NO_MEMORY. */
armex_status armex_names_restart(struct armex_names *names, struct armex_error *error);

/** "2 names that mean nobody known stand for themselves: 'Ruritania'
 *  (unlisted-ruritania), ..."; nothing where there are none. `names` NULL is fine. */
void armex_names_words(struct armex_text *out, const struct armex_names *names);

#endif
