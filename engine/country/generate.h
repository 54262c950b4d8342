/**
 * country/generate.h: what the parts of generate_entities share. A tool of the build,
 * never of the library.
 */
#ifndef ARMEX_COUNTRY_GENERATE_H
#define ARMEX_COUNTRY_GENERATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "country/entity_table.h"

/** Texts that end with NULL. */
typedef const char *const *generate_list;

/** One row of field.csv. Texts are never NULL. */
struct generate_row {
    const char *kind, *code, *name;
    generate_list predecessors, members, names;
    short m49, first_year, last_year;
    size_t line;
};

struct generate_field {
    struct generate_row *rows;
    size_t n;
};

/** Reads field.csv (RFC 4180; lists within a cell are set apart by semicolons).
 *  Errors: ARMEX_BAD_INPUT at the row, and as armex_file_read(). */
armex_status generate_read_field(struct generate_field *out, struct armex_arena *arena,
                                 const char *path, struct armex_error *error);

/** One country of ISO 3166, part 1 or 3. Texts are never NULL. */
struct generate_iso {
    const char *code; /**< alpha-3 of part 1, alpha-4 of part 3 */
    const char *alpha2;
    const char *names[3]; /**< short, common, official; "" where there is none */
    short m49;
    bool current; /**< part 1 */
};

struct generate_isos {
    struct generate_iso *items;
    size_t n;
};

/** Reads iso_3166-1.json and iso_3166-3.json of `folder`. Errors: ARMEX_BAD_INPUT. */
armex_status generate_read_iso(struct generate_isos *out, struct armex_arena *arena,
                               const char *folder, struct armex_error *error);

/** Entities and groups, sorted by code. */
struct generate_world {
    struct armex_entity *entities;
    size_t n_entities;
    struct armex_group *groups;
    size_t n_groups;
};

/** Puts rows and ISO countries together: a row adds to the country of its code; a
 *  country of part 1 without a row is a territory; one of part 3 without a row has
 *  only changed its name, and is left out.
 *  Errors: ARMEX_BAD_INPUT at the row: a code twice, or one that nobody has. */
armex_status generate_world(struct generate_world *out, struct armex_arena *arena,
                            const struct generate_field *field, const char *path,
                            const struct generate_isos *isos,
                            struct armex_error *error);

size_t generate_entity_index(const struct generate_world *world, const char *code);
size_t generate_group_index(const struct generate_world *world, const char *code);

/** One folded name, and whose it is. */
struct generate_name {
    const char *text;
    size_t target;
    enum armex_spelling spelling;
};

struct generate_names {
    struct armex_arena *arena;
    struct generate_name *items;
    size_t n, capacity;
};

/** Adds `text`, folded; "" and what folds to nothing is passed over. A translation that
 *  folds to three Latin letters or fewer is too: it would be taken for a code.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status generate_name_add(struct generate_names *names, const char *text,
                               size_t target, enum armex_spelling spelling,
                               struct armex_error *error);

/** Sorts by bytes and leaves each text once. English names and codes win over
 *  translations; a translation that means two entities is left out.
 *  Errors: ARMEX_BAD_INPUT: an English name or code that means two. */
armex_status generate_names_settle(struct generate_names *names,
                                   struct armex_error *error);

/** Adds the names of the ISO countries in every language that has a catalogue
 *  iso_3166-1.mo under `folder`; `*n_languages` says how many had one. A catalogue that
 *  is not well formed is an error.
 *  Errors: ARMEX_BAD_INPUT naming the file, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status generate_translations(struct generate_names *names, size_t *n_languages,
                                   const struct generate_isos *isos,
                                   const struct generate_world *world,
                                   const char *folder, struct armex_error *error);

/** Writes the tables of entity_table.h as C. */
void generate_write(struct armex_text *out, const struct generate_world *world,
                    const struct generate_names *entity_names,
                    const struct generate_names *group_names);

#endif
