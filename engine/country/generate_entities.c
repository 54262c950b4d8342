/** country/generate_entities.c: writes the tables of entity_table.h, once a build.
 *
 *  generate_entities ISO_JSON_FOLDER LOCALE_FOLDER FIELD_CSV OUT.c
 */
#include "country/generate.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"

enum { SELF, ISO_FOLDER, LOCALE_FOLDER, FIELD_CSV, OUT, ARGUMENTS };

struct maker {
    struct generate_field field;
    struct generate_isos isos;
    struct generate_world world;
    struct generate_names entity_names, group_names;
};

static bool is_upper_code(const char *code)
{
    return *code >= 'A' && *code <= 'Z';
}

/* SIPRI marks an armed group with a star; people leave it out. Organisations have two:
   their bare names may mean something else, and field.csv says which. */
static armex_status add_without_star(struct generate_names *names, const char *text,
                                     size_t target, struct armex_error *error)
{
    const size_t length = strcspn(text, "*");
    if (strcmp(text + length, "*") != 0)
        return ARMEX_OK;
    const char *copy = armex_arena_copy(names->arena, text, length);
    return copy ? generate_name_add(names, copy, target, ARMEX_SPELT_ENGLISH, error)
                : armex_fail_memory(error);
}

/* "PKK*" is the PKK, however SIPRI's brackets read in a given year. */
static armex_status add_with_star(struct generate_names *names, const char *text,
                                  size_t target, struct armex_error *error)
{
    const char *starred = armex_arena_printf(names->arena, "%s*", text);
    return starred
               ? generate_name_add(names, starred, target, ARMEX_SPELT_ENGLISH, error)
               : armex_fail_memory(error);
}

static armex_status add_own_names(struct generate_names *names,
                                  const struct armex_entity *entity, size_t target,
                                  struct armex_error *error)
{
    const enum armex_spelling code =
        is_upper_code(entity->code) ? ARMEX_SPELT_CODE : ARMEX_SPELT_ENGLISH;
    const bool armed = entity->kind == ARMEX_ARMED_GROUP;
    armex_status status = generate_name_add(names, entity->code, target, code, error);

    if (!status)
        status =
            generate_name_add(names, entity->alpha2, target, ARMEX_SPELT_CODE, error);
    if (!status)
        status =
            generate_name_add(names, entity->name, target, ARMEX_SPELT_ENGLISH, error);
    if (!status && armed)
        status = add_with_star(names, entity->code, target, error);
    if (!status && armed)
        status = add_with_star(names, entity->name, target, error);
    return status;
}

static armex_status add_entities(struct generate_names *names,
                                 const struct generate_world *world,
                                 struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < world->n_entities; i++)
        status = add_own_names(names, &world->entities[i], i, error);
    return status;
}

static armex_status add_iso_names(struct generate_names *names,
                                  const struct generate_isos *isos,
                                  const struct generate_world *world,
                                  struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < isos->n; i++) {
        const size_t target = generate_entity_index(world, isos->items[i].code);
        for (size_t j = 0; !status && target < world->n_entities && j < 3; j++)
            status = generate_name_add(names, isos->items[i].names[j], target,
                                       ARMEX_SPELT_ENGLISH, error);
    }
    return status;
}

static armex_status add_field_names(struct maker *maker, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < maker->field.n; i++) {
        const struct generate_row *row = &maker->field.rows[i];
        const bool is_group = strcmp(row->kind, "group") == 0;
        struct generate_names *names =
            is_group ? &maker->group_names : &maker->entity_names;
        const size_t target = is_group
                                  ? generate_group_index(&maker->world, row->code)
                                  : generate_entity_index(&maker->world, row->code);
        if (is_group)
            status =
                generate_name_add(names, row->code, target, ARMEX_SPELT_ENGLISH, error);
        if (!status)
            status =
                generate_name_add(names, row->name, target, ARMEX_SPELT_ENGLISH, error);
        for (size_t j = 0; !status && row->names[j]; j++) {
            status = generate_name_add(names, row->names[j], target,
                                       ARMEX_SPELT_ENGLISH, error);
            if (!status)
                status = add_without_star(names, row->names[j], target, error);
        }
    }
    return status;
}

static armex_status make(struct maker *maker, struct armex_arena *arena,
                         char **arguments, struct armex_error *error)
{
    size_t n_languages = 0;
    maker->entity_names.arena = maker->group_names.arena = arena;
    armex_status status =
        generate_read_field(&maker->field, arena, arguments[FIELD_CSV], error);

    if (!status)
        status = generate_read_iso(&maker->isos, arena, arguments[ISO_FOLDER], error);
    if (!status)
        status = generate_world(&maker->world, arena, &maker->field,
                                arguments[FIELD_CSV], &maker->isos, error);
    if (!status)
        status = add_entities(&maker->entity_names, &maker->world, error);
    if (!status)
        status =
            add_iso_names(&maker->entity_names, &maker->isos, &maker->world, error);
    if (!status)
        status = add_field_names(maker, error);
    if (!status)
        status = generate_translations(&maker->entity_names, &n_languages, &maker->isos,
                                       &maker->world, arguments[LOCALE_FOLDER], error);
    if (!status && !n_languages)
        fprintf(stderr,
                "generate_entities: no catalogues of country names under %s; names in "
                "other languages will not be understood\n",
                arguments[LOCALE_FOLDER]);
    if (!status)
        status = generate_names_settle(&maker->entity_names, error);
    if (!status)
        status = generate_names_settle(&maker->group_names, error);
    return status;
}

int main(int n, char **arguments)
{
    struct maker maker = {0};
    struct armex_text text = {0};
    struct armex_error error = {0};

    if (n != ARGUMENTS) {
        fputs(
            "usage: generate_entities ISO_JSON_FOLDER LOCALE_FOLDER FIELD_CSV OUT.c\n",
            stderr);
        return 64;
    }
    struct armex_arena *arena = armex_arena_create();
    armex_status status =
        arena ? make(&maker, arena, arguments, &error) : armex_fail_memory(&error);
    if (!status) {
        generate_write(&text, &maker.world, &maker.entity_names, &maker.group_names);
        status = text.failed
                     ? armex_fail_memory(&error)
                     : armex_file_write(arguments[OUT], text.data, text.length, &error);
    }
    if (status)
        fprintf(stderr, "generate_entities: %s\n", error.message);
    armex_text_free(&text);
    armex_arena_free(arena);
    return status ? 1 : 0;
}
