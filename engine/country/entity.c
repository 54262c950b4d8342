/** country/entity.c: entities by code and by name. */
#include "country/entity_table.h"

#include <string.h>

enum { LONGEST_CODE = 47 };

/* The first whose key is not less. */
static size_t first_with(uint64_t key)
{
    size_t first = 0, left = armex_entity_table_size;

    while (left > 0) {
        const size_t half = left / 2;
        const bool behind = armex_entity_keys[first + half] < key;
        first += behind ? half + 1 : 0;
        left = behind ? left - half - 1 : half;
    }
    return first;
}

static const struct armex_entity *find_code(const char *code)
{
    const uint64_t key = armex_entity_key(code);

    for (size_t i = first_with(key);
         i < armex_entity_table_size && armex_entity_keys[i] == key; i++)
        if (strcmp(armex_entity_table[i].code, code) == 0)
            return &armex_entity_table[i];
    return NULL;
}

/* Shifts the letters between `first` and `last` by `by`; false: there are none, or it
 * is too long for a code. */
static bool change_case(char out[LONGEST_CODE + 1], const char *code, char first,
                        char last, int by)
{
    bool any = false;
    size_t i = 0;

    for (; i < LONGEST_CODE && code[i]; i++) {
        const bool is_one = code[i] >= first && code[i] <= last;
        out[i] = (char)(is_one ? code[i] + by : code[i]);
        any |= is_one;
    }
    out[i] = '\0';
    return any && !code[i];
}

const struct armex_entity *armex_entity_by_code(const char *code)
{
    char other[LONGEST_CODE + 1]; // a code is all capitals or has none
    const struct armex_entity *found = find_code(code);

    if (!found && change_case(other, code, 'a', 'z', 'A' - 'a'))
        found = find_code(other);
    if (!found && change_case(other, code, 'A', 'Z', 'a' - 'A'))
        found = find_code(other);
    return found;
}

const struct armex_entity *armex_entity_find(const char *name, size_t length)
{
    const struct armex_spelt *found = armex_spelt_find_text(
        armex_entity_spelt, armex_entity_spelt_size, name, length);
    return found ? &armex_entity_table[found->target] : NULL;
}

bool armex_entity_is_aggregate(const char *code)
{
    const struct armex_entity *entity = armex_entity_by_code(code);

    return entity && entity->kind == ARMEX_AGGREGATE;
}

bool armex_entity_is_divided(const char *code)
{
    size_t successors = 0;

    for (size_t e = 0; e < armex_entity_table_size; e++)
        for (const char *const *p = armex_entity_table[e].predecessors; *p; p++)
            successors += strcmp(*p, code) == 0;
    return successors > 1;
}

bool armex_entity_unlisted(const char *code, size_t length)
{
    static const char beginning[] = "unlisted-",
                      letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const size_t least = sizeof beginning - 1;

    if (length <= least || length > LONGEST_CODE || memcmp(code, beginning, least) != 0)
        return false;
    for (size_t i = least; i < length; i++)
        if (!memchr(letters, code[i], sizeof letters - 1))
            return false;
    return true;
}

const struct armex_entity *armex_entities(size_t *n)
{
    *n = armex_entity_table_size;
    return armex_entity_table;
}

bool armex_entity_in(const struct armex_entity *entity, const char *group)
{
    for (size_t i = 0; entity->groups[i]; i++)
        if (strcmp(entity->groups[i], group) == 0)
            return true;
    return false;
}
