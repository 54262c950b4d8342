/** country/group.c: groups of states. */
#include "country/entity_table.h"

const struct armex_group *armex_groups(size_t *n)
{
    *n = armex_group_table_size;
    return armex_group_table;
}

const struct armex_group *armex_group_find(const char *name, size_t length)
{
    const struct armex_spelt *found =
        armex_spelt_find_text(armex_group_spelt, armex_group_spelt_size, name, length);
    return found ? &armex_group_table[found->target] : NULL;
}
