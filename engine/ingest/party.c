/** ingest/party.c: a code or a name of a row becomes an entity. */
#include "ingest/party.h"

#include <string.h>

static bool same(const struct armex_cell *a, const struct armex_cell *b)
{
    return armex_cell_compare(a, b) == 0;
}

armex_status armex_party_find(struct armex_party *party, const char *file,
                              const struct armex_cell *code,
                              const struct armex_cell *name, struct armex_error *error)
{
    const struct armex_entity *entity = NULL;
    armex_status status = ARMEX_OK;

    if (party->entity && same(&party->code, code) && same(&party->name, name))
        return ARMEX_OK;
    if (code->length)
        entity = armex_names_find(party->names, code->text, code->length);
    if (!entity && name->length)
        entity = armex_names_find(party->names, name->text, name->length);
    if (!entity)
        status = armex_names_keep(&entity, party->names, code->length ? code : name,
                                  name->length ? name : code, error);
    if (!status && !entity)
        status =
            armex_names_entity(&entity, NULL, file, name->length ? name : code, error);
    if (!status)
        *party = (struct armex_party){party->names, *code, *name, entity};
    return status;
}
