/** report/origin_json.c: what JSON says of itself, and manifests of other files. */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/manifest.h"
#include "report/origin_parts.h"

static const char *text_in(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "";
}

/* `sources` of a table, `inputs` of a manifest: the same names in both. */
static bool take(struct armex_origin_words *out, const json_t *object)
{
    const json_t *sources = json_object_get(object, "sources");
    const json_t *inputs = sources ? sources : json_object_get(object, "inputs");

    for (size_t i = 0; i < json_array_size(inputs); i++) {
        const json_t *source = json_array_get(inputs, i);
        armex_text_printf(&out->sources, "%s%s %s sha256:%s", i ? "; " : "",
                          text_in(source, "dataset"), text_in(source, "vintage"),
                          text_in(source, "sha256"));
    }
    armex_text_add(&out->command, text_in(object, "command"));
    return json_is_array(inputs) && out->command.length;
}

bool armex_origin_json(struct armex_origin_words *out, const char *bytes, size_t length)
{
    if (length == 0 || bytes[strspn(bytes, " \r\n\t")] != '{')
        return false;
    json_t *object = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    const bool found = object && take(out, object);
    json_decref(object);
    return found;
}

static bool lists(const json_t *manifest, const char *sha256)
{
    const json_t *artefacts = json_object_get(manifest, "artefacts");

    for (size_t i = 0; i < json_array_size(artefacts); i++)
        if (strcmp(text_in(json_array_get(artefacts, i), "sha256"), sha256) == 0)
            return true;
    return false;
}

static bool find_in(struct armex_origin_words *out, const char *path,
                    const char *sha256)
{
    char *bytes = NULL;
    size_t length = 0;

    if (armex_file_read(&bytes, &length, path, ARMEX_LARGEST_MANIFEST, NULL))
        return false;
    json_t *manifest = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    const bool found = lists(manifest, sha256) && take(out, manifest);
    json_decref(manifest);
    free(bytes);
    return found;
}

bool armex_origin_manifest(struct armex_origin_words *out, const char *path,
                           const char *sha256)
{
    const char *slash = strrchr(path, '/');
    const int folder = slash ? (int)(slash - path) + 1 : 0;
    bool found = false;

    for (int up = 0; !found && up < 2; up++) {
        char *manifest;
        if (asprintf(&manifest, "%.*s%smanifest.json", folder, path, up ? "../" : "") <
            0)
            return false;
        found = find_in(out, manifest, sha256);
        free(manifest);
    }
    return found;
}
