/** ingest/codes.c: a hash table in which, if it is small, each code stands where it is
 * looked for first: a second look is a branch that no processor foresees. So it is
 * almost empty, and another factor is drawn when two codes want the same slot. */
#include "ingest/codes.h"

#include <stdlib.h>

enum { SMALL = 256, FIRST = 64, TRIES = 1000, SPARSE = 16, DENSE = 8 };

static void put(struct armex_codes *codes, struct armex_code code)
{
    size_t at = armex_code_slot(codes, code.key);

    while (codes->slots[at].key != ARMEX_CODE_FREE)
        at = (at + 1) & codes->mask;
    codes->slots[at] = code;
}

/** Whether each of the keys has a slot of its own in a small table like `codes`. */
static bool fit(const struct armex_codes *codes, const uint64_t *keys, size_t n)
{
    enum { WORD = 64 };
    uint64_t taken[2 * SMALL * SPARSE / WORD] = {0};

    for (size_t i = 0; i < n; i++) {
        const size_t at = armex_code_slot(codes, keys[i]);
        const uint64_t bit = (uint64_t)1 << (at % WORD);
        if (taken[at / WORD] & bit)
            return false;
        taken[at / WORD] |= bit;
    }
    return true;
}

/** Draws factors until the codes and one more fit, or for long enough. */
static void draw_factor(struct armex_codes *to, const struct armex_codes *from,
                        uint64_t key)
{
    uint64_t keys[SMALL + 1];
    size_t n = 0;

    if (from->n >= SMALL)
        return;
    for (size_t i = 0; from->slots && i <= from->mask; i++)
        if (from->slots[i].key != ARMEX_CODE_FREE)
            keys[n++] = from->slots[i].key;
    keys[n++] = key;
    for (int i = 0; i < TRIES && !fit(to, keys, n); i++)
        to->factor = to->factor * 0xd1342543de82ef95u + 2; // odd ones stay odd
}

/** Moves the codes to a table of `n` slots, with room for `key`. false: no memory. */
static bool move(struct armex_codes *codes, size_t n, uint64_t key)
{
    const size_t line = 64; // of the cache: a slot lies within one
    struct armex_codes to = {aligned_alloc(line, n * sizeof *to.slots), n - 1, codes->n,
                             64, codes->factor};

    if (!to.slots)
        return false;
    for (size_t i = 0; i < n; i++)
        to.slots[i] = (struct armex_code){ARMEX_CODE_FREE, 0};
    for (size_t slots = n; slots > 1; slots /= 2)
        to.shift--;
    draw_factor(&to, codes, key);
    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (codes->slots[i].key != ARMEX_CODE_FREE)
            put(&to, codes->slots[i]);
    free(codes->slots);
    *codes = to;
    return true;
}

/** How many slots there should be for one more code: as many as there are, or twice. */
static size_t slots_wanted(const struct armex_codes *codes)
{
    const size_t slots = codes->mask + 1, sparse = codes->n < SMALL ? SPARSE : DENSE;

    if (!codes->slots)
        return FIRST;
    return sparse * (codes->n + 1) > slots ? 2 * slots : slots;
}

/** Whether the key would stand behind another in a small table. */
static bool collides(const struct armex_codes *codes, uint64_t key)
{
    return codes->n < SMALL &&
           codes->slots[armex_code_slot(codes, key)].key != ARMEX_CODE_FREE;
}

armex_status armex_codes_add(struct armex_codes *codes, uint64_t key, uint32_t value,
                             struct armex_error *error)
{
    const size_t slots = slots_wanted(codes);

    if (!codes->slots)
        codes->factor = 0x9e3779b97f4a7c15u;
    if ((!codes->slots || slots > codes->mask + 1 || collides(codes, key)) &&
        !move(codes, slots, key))
        return armex_fail_memory(error);
    put(codes, (struct armex_code){key, value});
    codes->n++;
    return ARMEX_OK;
}

void armex_codes_free(struct armex_codes *codes)
{
    free(codes->slots);
    *codes = (struct armex_codes){0};
}
