/** country/generate_world.c: entities and groups out of field.csv and ISO 3166. */
#include "country/generate.h"

#include <stdlib.h>
#include <string.h>

static int compare_entities(const void *a, const void *b)
{
    return strcmp(((const struct armex_entity *)a)->code,
                  ((const struct armex_entity *)b)->code);
}

static int compare_groups(const void *a, const void *b)
{
    return strcmp(((const struct armex_group *)a)->code,
                  ((const struct armex_group *)b)->code);
}

size_t generate_entity_index(const struct generate_world *world, const char *code)
{
    size_t i = 0;
    while (i < world->n_entities && strcmp(world->entities[i].code, code) != 0)
        i++;
    return i;
}

size_t generate_group_index(const struct generate_world *world, const char *code)
{
    size_t i = 0;
    while (i < world->n_groups && strcmp(world->groups[i].code, code) != 0)
        i++;
    return i;
}

static bool parse_kind(enum armex_entity_kind *out, const char *kind)
{
    for (int i = ARMEX_STATE; i <= ARMEX_AGGREGATE; i++)
        if (strcmp(kind, armex_entity_kind_name((enum armex_entity_kind)i)) == 0) {
            *out = (enum armex_entity_kind)i;
            return true;
        }
    return false;
}

static const struct generate_iso *iso_of(const struct generate_isos *isos,
                                         const char *code)
{
    for (size_t i = 0; i < isos->n; i++)
        if (strcmp(isos->items[i].code, code) == 0)
            return &isos->items[i];
    return NULL;
}

static bool has_row(const struct generate_field *field, const char *code)
{
    for (size_t i = 0; i < field->n; i++)
        if (strcmp(field->rows[i].code, code) == 0)
            return true;
    return false;
}

static bool add_row(struct generate_world *world, const struct generate_row *row,
                    const struct generate_iso *iso)
{
    struct armex_entity entity = {.code = row->code,
                                  .name = row->name,
                                  .alpha2 = iso ? iso->alpha2 : "",
                                  .m49 = row->m49,
                                  .first_year = row->first_year,
                                  .last_year = row->last_year,
                                  .predecessors = row->predecessors};

    if (iso && !entity.m49)
        entity.m49 = iso->m49;
    if (strcmp(row->kind, "group") == 0) {
        if (generate_group_index(world, row->code) < world->n_groups)
            return false;
        world->groups[world->n_groups++] = (struct armex_group){row->code, row->name};
        return true;
    }
    if (!parse_kind(&entity.kind, row->kind) ||
        generate_entity_index(world, row->code) < world->n_entities)
        return false;
    world->entities[world->n_entities++] = entity;
    return true;
}

static void add_territories(struct generate_world *world,
                            const struct generate_isos *isos,
                            const struct generate_field *field)
{
    static const char *const none[] = {NULL};
    for (size_t i = 0; i < isos->n; i++) {
        const struct generate_iso *iso = &isos->items[i];
        if (iso->current && !has_row(field, iso->code))
            world->entities[world->n_entities++] =
                (struct armex_entity){.code = iso->code,
                                      .name = iso->names[0],
                                      .alpha2 = iso->alpha2,
                                      .kind = ARMEX_TERRITORY,
                                      .m49 = iso->m49,
                                      .predecessors = none};
    }
}

static bool all_known(const struct generate_world *world, generate_list codes)
{
    while (*codes && generate_entity_index(world, *codes) < world->n_entities)
        codes++;
    return !*codes;
}

static bool is_member(const struct generate_row *row, const char *code)
{
    for (size_t i = 0; row->members[i]; i++)
        if (strcmp(row->members[i], code) == 0)
            return true;
    return false;
}

static bool add_groups_of(struct generate_world *world, struct armex_arena *arena,
                          const struct generate_field *field,
                          struct armex_entity *entity)
{
    const char **groups = armex_arena_new(arena, world->n_groups + 1, sizeof *groups);
    size_t n = 0;
    for (size_t i = 0; groups && i < world->n_groups; i++)
        for (size_t j = 0; j < field->n; j++)
            if (strcmp(field->rows[j].kind, "group") == 0 &&
                strcmp(field->rows[j].code, world->groups[i].code) == 0 &&
                is_member(&field->rows[j], entity->code))
                groups[n++] = world->groups[i].code;
    entity->groups = groups;
    return groups != NULL;
}

static armex_status fail_at(const struct generate_row *row, const char *path,
                            const char *what, struct armex_error *error)
{
    const struct armex_place place = {path, row->line, 1};
    return armex_fail(error, ARMEX_BAD_INPUT, place, "%s: %s", row->code, what);
}

armex_status generate_world(struct generate_world *out, struct armex_arena *arena,
                            const struct generate_field *field, const char *path,
                            const struct generate_isos *isos, struct armex_error *error)
{
    const size_t most = field->n + isos->n;
    out->entities = armex_arena_new(arena, most, sizeof *out->entities);
    out->groups = armex_arena_new(arena, field->n, sizeof *out->groups);
    if (!out->entities || !out->groups)
        return armex_fail_memory(error);

    for (size_t i = 0; i < field->n; i++)
        if (!add_row(out, &field->rows[i], iso_of(isos, field->rows[i].code)))
            return fail_at(&field->rows[i], path, "a code twice, or no such kind",
                           error);
    add_territories(out, isos, field);
    qsort(out->entities, out->n_entities, sizeof *out->entities, compare_entities);
    qsort(out->groups, out->n_groups, sizeof *out->groups, compare_groups);

    for (size_t i = 0; i < field->n; i++)
        if (!all_known(out, field->rows[i].predecessors) ||
            !all_known(out, field->rows[i].members))
            return fail_at(&field->rows[i], path, "names a code that nobody has",
                           error);
    for (size_t i = 0; i < out->n_entities; i++)
        if (!add_groups_of(out, arena, field, &out->entities[i]))
            return armex_fail_memory(error);
    return ARMEX_OK;
}
