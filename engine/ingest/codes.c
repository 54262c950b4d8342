/** ingest/codes.c: a hash table that is never more than an eighth full: a second look
 * is a branch that no processor foresees. */
#include "ingest/codes.h"

#include <stdlib.h>

static void put(struct armex_codes *codes, struct armex_code code)
{
    size_t at = armex_code_slot(codes, code.key);

    while (codes->slots[at].key)
        at = (at + 1) & codes->mask;
    codes->slots[at] = code;
}

/** false: no memory. */
static bool grow(struct armex_codes *codes)
{
    const size_t first = 64, n = codes->slots ? 2 * (codes->mask + 1) : first;
    struct armex_codes wider = {calloc(n, sizeof *wider.slots), n - 1, codes->n, 64};

    if (!wider.slots)
        return false;
    for (size_t slots = n; slots > 1; slots /= 2)
        wider.shift--;
    for (size_t i = 0; codes->slots && i <= codes->mask; i++)
        if (codes->slots[i].key)
            put(&wider, codes->slots[i]);
    free(codes->slots);
    *codes = wider;
    return true;
}

armex_status armex_codes_add(struct armex_codes *codes, uint64_t key, uint32_t value,
                             struct armex_error *error)
{
    const bool room = codes->slots && 8 * (codes->n + 1) <= codes->mask + 1;

    if (!room && !grow(codes))
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
