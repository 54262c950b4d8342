/**
 * country/entity_table.h: the tables that generate_entities writes during the build.
 *
 * They hold no pointers where they are long: thousands of names cost a program nothing
 * when it starts. Names are folded as armex_fold() folds, and sorted by bytes.
 */
#ifndef ARMEX_COUNTRY_ENTITY_TABLE_H
#define ARMEX_COUNTRY_ENTITY_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "country/entity.h"

enum armex_spelling {
    ARMEX_SPELT_ENGLISH,    /**< a name from the field, or the English of ISO 3166 */
    ARMEX_SPELT_CODE,       /**< means something only when written exactly so */
    ARMEX_SPELT_TRANSLATED, /**< a name in another language */
};

struct armex_spelt {
    uint32_t text;   /**< where in armex_spelt_texts it begins */
    uint16_t target; /**< index of the entity or group */
    uint16_t spelling;
};

extern const struct armex_entity armex_entity_table[]; /* sorted by code */
extern const size_t armex_entity_table_size;

/* The key of each of their codes: numbers are compared faster than texts. */
extern const uint64_t armex_entity_keys[];

/** The first eight bytes of a code as one number, zeros behind its end: numbers are
 *  ordered as the codes are, and those of at most eight letters differ if these do. */
static inline uint64_t armex_entity_key(const char *code)
{
    uint64_t key = 0;
    int bits = 64;

    while (*code && bits > 0)
        key |= (uint64_t)(unsigned char)*code++ << (bits -= 8);
    return key;
}

extern const struct armex_group armex_group_table[]; /* sorted by code */
extern const size_t armex_group_table_size;

extern const char armex_spelt_texts[];
extern const struct armex_spelt armex_entity_spelt[];
extern const size_t armex_entity_spelt_size;
extern const struct armex_spelt armex_group_spelt[];
extern const size_t armex_group_spelt_size;

/** The entry of `names` whose text is `folded`, or NULL. */
const struct armex_spelt *armex_spelt_find(const struct armex_spelt *names, size_t n,
                                           const char *folded);

/** The same for text as it came: UTF-8 without NUL, folded here. The words "the" and
 *  "(the)" around a name do not matter, and a code counts only if it is written
 *  exactly. NULL: none. */
const struct armex_spelt *armex_spelt_find_text(const struct armex_spelt *names,
                                                size_t n, const char *text,
                                                size_t length);

#endif
