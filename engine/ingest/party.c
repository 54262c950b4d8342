/** ingest/party.c: a code or a name of a row becomes an entity. */
#include "ingest/party.h"

#include <string.h>

static bool same(const struct armex_cell *a, const struct armex_cell *b)
{
    return armex_cell_compare(a, b) == 0;
}

static armex_status fail_unknown(const char *file, const struct armex_cell *cell,
                                 struct armex_error *error)
{
    const struct armex_clip clip = armex_cell_clip(cell);
    const char *spelling = NULL;

    if (!cell->length)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                          "this row names no country");
    armex_entity_nearest(clip.text, &spelling);
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      spelling ? "no entity is called '%s'; did you mean %s?"
                               : "no entity is called '%s'; armex entities lists them",
                      clip.text, spelling);
}

armex_status armex_party_find(struct armex_party *party, const char *file,
                              const struct armex_cell *code,
                              const struct armex_cell *name, struct armex_error *error)
{
    const struct armex_entity *entity = NULL;

    if (party->entity && same(&party->code, code) && same(&party->name, name))
        return ARMEX_OK;
    if (code->length)
        entity = armex_entity_find(code->text, code->length);
    if (!entity && name->length)
        entity = armex_entity_find(name->text, name->length);
    if (!entity)
        return fail_unknown(file, name->length ? name : code, error);
    *party = (struct armex_party){*code, *name, entity};
    return ARMEX_OK;
}
