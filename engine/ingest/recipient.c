/** ingest/recipient.c: whom a licence is for, who may be several or hard to tell. */
#include <string.h>

#include "ingest/licences.h"
#include "ingest/map.h"

static bool is_list(const struct armex_cell *cell)
{
    static const char marks[] = ",;/+\n";

    for (size_t i = 0; i < cell->length; i++)
        if (memchr(marks, cell->text[i], sizeof marks - 1))
            return true;
    return false;
}

static const char *alias_of(const struct armex_cell *cell,
                            const struct armex_alias *aliases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (armex_cell_says(cell, aliases[i].name))
            return aliases[i].code;
    return NULL;
}

armex_status armex_recipient_code(const char **out, bool *known,
                                  struct armex_names *names,
                                  const struct armex_cell *cell,
                                  const struct armex_alias *aliases, size_t n,
                                  struct armex_error *error)
{
    const struct armex_map *map = armex_names_map(names);
    const struct armex_entity *entity =
        map ? armex_map_entity(map, cell->text, cell->length) : NULL;
    armex_status status = ARMEX_OK;

    *known = true;
    *out = entity ? NULL : alias_of(cell, aliases, n);
    if (*out)
        return ARMEX_OK;
    if (!entity && cell->length)
        entity = armex_entity_find(cell->text, cell->length);
    if (!entity && is_list(cell)) { // a name may hold a comma: "Congo, Republic"
        *out = "several-recipients";
        return ARMEX_OK;
    }
    if (!entity)
        status = armex_names_keep(&entity, names, cell, cell, error);
    *known = entity || !cell->length;
    *out = entity ? entity->code : "unknown-recipient";
    return status;
}
