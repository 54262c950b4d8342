/**
 * country/entity.h: who exports and imports: states, former states, armed groups,
 * organisations, aggregates.
 *
 * One constant table, made at build time from the iso-codes package and from field.csv
 * beside this file; every pointer given out lives as long as the program.
 *
 * Codes: ISO 3166-1 alpha-3 ("KOR"); ISO 3166-3 four letters for states that are gone
 * (SUHH Soviet Union, YUCS Yugoslavia, CSHH Czechoslovakia, DDDE East Germany); a named
 * code of lower-case words for the rest ("unknown-supplier", "pkk"). WLD is the world.
 */
#ifndef ARMEX_COUNTRY_ENTITY_H
#define ARMEX_COUNTRY_ENTITY_H

#include <stdbool.h>

#include "base/error.h"

enum armex_entity_kind {
    ARMEX_STATE,
    ARMEX_FORMER_STATE,
    ARMEX_TERRITORY,
    ARMEX_ARMED_GROUP,  /**< SIPRI's names with one star */
    ARMEX_ORGANISATION, /**< SIPRI's names with two stars */
    ARMEX_UNKNOWN,      /**< "unknown supplier(s)" */
    ARMEX_AGGREGATE,    /**< World, Euro area: never ranked beside states */
};

struct armex_entity {
    const char *code;
    const char *name;   /**< short English name, as people write it: "South Korea" */
    const char *alpha2; /**< ISO 3166-1 alpha-2, or "" */
    enum armex_entity_kind kind;
    short m49;                       /**< UN M49 code, 0 where there is none */
    short first_year, last_year;     /**< of existence since 1945; 0: open */
    const char *const *predecessors; /**< codes of states that it continues,
                                          ends with NULL */
    const char *const *groups;       /**< "eu", "nato", ..., ends with NULL */
};

/** The entity with exactly this code, upper or lower case; NULL if there is none. */
const struct armex_entity *armex_entity_by_code(const char *code);

/** Whether the code is that of a sum of others, like the world. */
bool armex_entity_is_aggregate(const char *code);

/** Whether several states continue the one with this code: each of them would have all
 *  of its figures, so that they are joined to none. */
bool armex_entity_is_divided(const char *code);

/** Whether it is a code of the kind that ingest gives a name that means nobody known:
 *  "unlisted-" and lower-case letters, digits and hyphens. Nobody in the table has one;
 *  what it stands for is no state that could be ranked, and in nobody's sum. */
bool armex_entity_unlisted(const char *code, size_t length);

/** The entity that a code or a name in any common spelling or language means: "KOR",
 *  "kr", "South Korea", "Republic of Korea", "대한민국". Never guesses: NULL if none,
 * as for "Korea", for codes of other bodies (SIPRI's AST, Austria), for a name with a
 * star that is not a known armed group, and for what is not UTF-8. */
const struct armex_entity *armex_entity_find(const char *name, size_t length);

/** Whom a misspelt name probably meant, the nearest first: those that take at most one
 *  slip more than the first; of equals those with a nearer English name. Returns how
 *  many; 0: nothing is near. */
enum { ARMEX_NEAREST_ENTITIES = 3 };
size_t armex_entities_nearest(const struct armex_entity *out[ARMEX_NEAREST_ENTITIES],
                              const char *name);

/** The same in words for a message, by their plain English names, each between two of
 *  `quote` (which may be ""): "Niger, Nigeria or Algeria". false: "", nothing is near.
 */
enum { ARMEX_MEANT_SIZE = 256 };
bool armex_entity_meant(char out[ARMEX_MEANT_SIZE], const char *name,
                        const char *quote);

/** All entities, sorted by code. */
const struct armex_entity *armex_entities(size_t *n);

/** A group of states: members of today. */
struct armex_group {
    const char *code, *name; /**< "eu", "European Union" */
};

const struct armex_group *armex_groups(size_t *n);
const struct armex_group *armex_group_find(const char *name, size_t length);
bool armex_entity_in(const struct armex_entity *entity, const char *group);

/** Word for a kind: "state", "former state", "armed group", ... */
const char *armex_entity_kind_name(enum armex_entity_kind kind);

/** The entities a list names: codes, names and groups, set apart by commas; "all" gives
 *  every entity. Where a group and an entity share a name ("eu", "NATO") the group is
 *  meant. A name that holds a comma of its own ("Korea, Republic of") is found too, but
 *  "China,Taiwan" are two. An unlisted code is an entity of kind unknown, which is part
 *  of the list. In the order named, each once; the list has room for one more.
 *  Owner:  the caller, free().
 *  Errors: ARMEX_USAGE naming the word and the nearest right one, ARMEX_NO_MEMORY. */
armex_status armex_entities_named(const struct armex_entity ***out, size_t *n,
                                  const char *list, struct armex_error *error);

#endif
