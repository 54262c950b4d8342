/** country/generate_iso.c: ISO 3166 as the iso-codes package has it. */
#include "country/generate.h"

#include <jansson.h>
#include <string.h>

#include "base/number.h"

static const char *text_of(struct armex_arena *arena, const json_t *country,
                           const char *key)
{
    const char *text = json_string_value(json_object_get(country, key));
    return armex_arena_text(arena, text);
}

static armex_status read_country(struct generate_iso *out, struct armex_arena *arena,
                                 const json_t *country, bool current,
                                 struct armex_error *error)
{
    const char *numeric = text_of(arena, country, "numeric");
    long m49 = 0;

    out->current = current;
    out->code = text_of(arena, country, current ? "alpha_3" : "alpha_4");
    out->alpha2 = current ? text_of(arena, country, "alpha_2") : "";
    out->names[0] = text_of(arena, country, "name");
    out->names[1] = text_of(arena, country, "common_name");
    out->names[2] = text_of(arena, country, "official_name");
    if (!numeric || !out->code || !out->alpha2 || !out->names[0] || !out->names[1] ||
        !out->names[2])
        return armex_fail_memory(error);
    while (*numeric == '0')
        numeric++;
    if (!*out->code || !*out->names[0] ||
        (*numeric && !armex_whole_parse(&m49, numeric, strlen(numeric), 1, 999)))
        return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                          "a country of ISO 3166 lacks its code, name or number");
    out->m49 = (short)m49;
    return ARMEX_OK;
}

static json_t *load_part(struct armex_arena *arena, const char *folder,
                         const char *part, struct armex_error *error)
{
    const char *path = armex_arena_printf(arena, "%s/iso_%s.json", folder, part);
    json_error_t wrong;
    json_t *root = path ? json_load_file(path, JSON_REJECT_DUPLICATES, &wrong) : NULL;

    if (!path)
        armex_fail_memory(error);
    else if (!root)
        armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "%s: %s", path, wrong.text);
    else if (!json_is_array(json_object_get(root, part))) {
        armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE, "%s holds no '%s'", path,
                   part);
        json_decref(root);
        root = NULL;
    }
    return root;
}

armex_status generate_read_iso(struct generate_isos *out, struct armex_arena *arena,
                               const char *folder, struct armex_error *error)
{
    static const char *const names[] = {"3166-1", "3166-3"};
    json_t *parts[2] = {NULL, NULL};
    armex_status status = ARMEX_OK;
    size_t n = 0;

    for (size_t i = 0; !status && i < 2; i++) {
        parts[i] = load_part(arena, folder, names[i], error);
        if (!parts[i])
            status = error->status;
        n += json_array_size(json_object_get(parts[i], names[i]));
    }
    out->items = armex_arena_new(arena, n, sizeof *out->items);
    if (!status && !out->items)
        status = armex_fail_memory(error);
    for (size_t i = 0; !status && i < 2; i++) {
        const json_t *countries = json_object_get(parts[i], names[i]);
        for (size_t j = 0; !status && j < json_array_size(countries); j++)
            status = read_country(&out->items[out->n++], arena,
                                  json_array_get(countries, j), i == 0, error);
    }
    json_decref(parts[0]);
    json_decref(parts[1]);
    return status;
}
