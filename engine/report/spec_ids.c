/** report/spec_ids.c: the names by which parts of a page are linked and filed. */
#include <string.h>

#include "report/spec_check.h"

/* Ids of the page itself. */
static const char *const taken[] = {"main", "findings", "since", "sources",
                                    "provenance"};

struct ids {
    struct armex_yaml *yaml;
    const char **items;
    size_t n;
};

static bool well_formed(const char *id)
{
    return *id && strlen(id) <= 64 &&
           strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(id) &&
           *id != '-';
}

/* Checks an id that was given, or makes one: KIND-N. */
static armex_status settle(struct ids *ids, const char **id, const char *kind,
                           size_t number, struct armex_place place)
{
    if (!*id && !(*id = armex_arena_printf(ids->yaml->arena, "%s-%zu", kind, number)))
        return armex_fail_memory(ids->yaml->error);
    if (!well_formed(*id))
        return armex_yaml_fail(ids->yaml, place,
                               "'%s' is no id; use a-z, 0-9 and -, at most 64", *id);
    for (size_t i = 0; i < ids->n; i++)
        if (strcmp(ids->items[i], *id) == 0)
            return armex_yaml_fail(ids->yaml, place, "the id '%s' is taken", *id);
    ids->items[ids->n++] = *id;
    return ARMEX_OK;
}

armex_status armex_spec_check_ids(struct armex_spec *spec, struct armex_yaml *yaml)
{
    static const char *const kinds[] = {"chart", "table", "changes", "claim"};
    size_t numbers[] = {0, 0, 0, 0};
    size_t most = sizeof taken / sizeof *taken + spec->n_sections;
    armex_status status = ARMEX_OK;

    for (size_t s = 0; s < spec->n_sections; s++)
        most += spec->sections[s].n_items;
    struct ids ids = {yaml, armex_arena_new(yaml->arena, most, sizeof *ids.items),
                      sizeof taken / sizeof *taken};
    if (!ids.items)
        return armex_fail_memory(yaml->error);
    memcpy(ids.items, taken, sizeof taken);
    for (size_t s = 0; !status && s < spec->n_sections; s++) {
        struct armex_section *section = &spec->sections[s];
        status = settle(&ids, &section->id, "section", s + 1, section->place);
        for (size_t i = 0; !status && i < section->n_items; i++) {
            struct armex_item *item = &section->items[i];
            status = settle(&ids, &item->id, kinds[item->kind], ++numbers[item->kind],
                            item->place);
        }
    }
    return status;
}
