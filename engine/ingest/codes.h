/**
 * ingest/codes.h: short codes to numbers: "FRA" to 7, found again in a few cycles.
 *
 * A code of at most seven bytes, none of them NUL, is one 64-bit word, and that word is
 * the key of an open hash table. Of anything longer the first eight bytes are looked
 * up, and no key is like them.
 * A code of at most six may be there a second time within quotes, as a csv has it: what
 * begins with a quote and has another one as its eighth byte ends there.
 */
#ifndef ARMEX_INGEST_CODES_H
#define ARMEX_INGEST_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/error.h"

enum { ARMEX_CODE_SIZE = 8, ARMEX_CODE_MOST = 7 };

/** The key of a free slot: that of a text with NUL bytes, which is none. An empty text
 *  has the key 0, and is not found where nothing is. */
#define ARMEX_CODE_FREE ((uint64_t)1 << 56)

struct armex_code {
    uint64_t key;   /**< ARMEX_CODE_FREE: the slot is */
    uint32_t value; /**< what was given for it, never 0 */
};

/** Starts as {0}. */
struct armex_codes {
    struct armex_code *slots;
    size_t mask, n; /**< the number of slots less one; codes held */
    unsigned shift;
    uint64_t factor;
};

/** Gives a code its value, which is not 0; the key must not be there yet.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_codes_add(struct armex_codes *codes, uint64_t key, uint32_t value,
                             struct armex_error *error);
void armex_codes_free(struct armex_codes *codes); /* leaves {0} */

/** The word of `length` bytes at `text`, of which eight can be read; `length` <= 8. */
static inline uint64_t armex_code_key(const char *text, size_t length)
{
    static const uint64_t masks[ARMEX_CODE_SIZE + 1] = {0,
                                                        0xff,
                                                        0xffff,
                                                        0xffffff,
                                                        0xffffffff,
                                                        0xffffffffff,
                                                        0xffffffffffff,
                                                        0xffffffffffffff,
                                                        0xffffffffffffffff};
    uint64_t word;

    memcpy(&word, text, sizeof word);
    if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
        word = __builtin_bswap64(word);
    return word & masks[length];
}

/** The text of a key, NUL-terminated. */
static inline void armex_code_text(char out[ARMEX_CODE_SIZE + 1], uint64_t key)
{
    for (size_t i = 0; i < ARMEX_CODE_SIZE; i++)
        out[i] = (char)(key >> (8 * i));
    out[ARMEX_CODE_SIZE] = '\0';
}

/** Whether the slot holds a code as it is, and not one with its quotes. */
static inline bool armex_code_is_plain(const struct armex_code *code)
{
    return code->key != ARMEX_CODE_FREE && (code->key & 0xff) != '"';
}

static inline size_t armex_code_slot(const struct armex_codes *codes, uint64_t key)
{
    return (size_t)(key * codes->factor >> codes->shift);
}

/** The same for codes of which one at least was added. */
static inline uint32_t armex_codes_look(const struct armex_codes *codes, uint64_t key)
{
    size_t at = armex_code_slot(codes, key);

    while (codes->slots[at].key != key && codes->slots[at].key != ARMEX_CODE_FREE)
        at = (at + 1) & codes->mask;
    return codes->slots[at].value;
}

/** The value, or 0 for a code that is not there. */
static inline uint32_t armex_codes_find(const struct armex_codes *codes, uint64_t key)
{
    return codes->slots ? armex_codes_look(codes, key) : 0;
}

#endif
