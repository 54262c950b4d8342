/** ingest/recipient.c: whom a licence is for, who may be several or hard to tell. */
#include <string.h>
#include <strings.h>

#include "ingest/licences.h"

static bool is_list(const struct armex_cell *cell)
{
    static const char marks[] = ",;/+\n";

    for (size_t i = 0; i < cell->length; i++)
        if (memchr(marks, cell->text[i], sizeof marks - 1))
            return true;
    return false;
}

const char *armex_recipient_code(bool *known, const struct armex_cell *cell,
                                 const struct armex_alias *aliases, size_t n)
{
    const struct armex_entity *entity = NULL;

    *known = true;
    for (size_t i = 0; i < n; i++)
        if (strlen(aliases[i].name) == cell->length &&
            strncasecmp(aliases[i].name, cell->text, cell->length) == 0)
            return aliases[i].code;
    if (cell->length)
        entity = armex_entity_find(cell->text, cell->length);
    if (entity) // a name may hold a comma: "Congo, Republic"
        return entity->code;
    if (is_list(cell))
        return "several-recipients";
    *known = cell->length == 0;
    return "unknown-recipient";
}
