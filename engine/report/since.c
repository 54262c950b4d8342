/** report/since.c: what changed since the report that stands in the folder. */
#include "report/since.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "report/contents.h"
#include "report/manifest.h"
#include "report/since_json.h"

static bool is_text(const json_t *object, const char *key, const char *text)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value && strcmp(value, text) == 0;
}

/* The same specification, set the same way. */
static bool is_same_report(const json_t *manifest, const struct armex_spec *spec)
{
    const json_t *was = json_object_get(manifest, "spec");
    const json_t *settings = json_object_get(was, "parameters");

    if (!is_text(was, "sha256", spec->sha256) ||
        json_object_size(settings) != spec->n_settings)
        return false;
    for (size_t i = 0; i < spec->n_settings; i++)
        if (!is_text(settings, spec->settings[i].name, spec->settings[i].value))
            return false;
    return true;
}

/* The vintage of a dataset in the manifest's inputs, or NULL. */
static const char *vintage_of(const json_t *inputs, const char *dataset)
{
    for (size_t i = 0; i < json_array_size(inputs); i++)
        if (is_text(json_array_get(inputs, i), "dataset", dataset))
            return json_string_value(
                json_object_get(json_array_get(inputs, i), "vintage"));
    return NULL;
}

static armex_status compare_data(struct armex_since *since,
                                 const struct armex_contents *contents,
                                 const json_t *inputs, struct armex_error *error)
{
    const struct armex_notes *sources = &contents->sources;
    char now[ARMEX_DATE_SIZE];

    since->changes =
        armex_arena_new(contents->arena, sources->n_sources, sizeof *since->changes);
    if (!since->changes)
        return armex_fail_memory(error);
    for (size_t i = 0; i < sources->n_sources; i++) {
        const struct armex_provenance *source = &sources->sources[i];
        const char *before = vintage_of(inputs, source->dataset);
        armex_date_write(now, source->vintage);
        if (!before || strcmp(before, now) == 0)
            continue;
        struct armex_since_change *change = &since->changes[since->n_changes++];
        *change = (struct armex_since_change){
            .kind = ARMEX_SINCE_VINTAGE,
            .name = source->title,
            .what = source->dataset,
            .when = armex_arena_text(contents->arena, now),
            .when_before = armex_arena_text(contents->arena, before),
            .unit = "",
            .before = NAN,
            .now = NAN};
        if (!change->when || !change->when_before)
            return armex_fail_memory(error);
    }
    return ARMEX_OK;
}

static armex_status compare(struct armex_contents *contents, const json_t *manifest,
                            const char *fingerprint, struct armex_error *error)
{
    const json_t *figures = json_object_get(manifest, "figures");
    struct armex_since *since = &contents->since;
    struct armex_since_figure *before;
    size_t n;

    if (!is_same_report(manifest, contents->spec))
        return ARMEX_OK;
    if (is_text(manifest, "fingerprint", fingerprint))
        return armex_since_changes_read(since, json_object_get(manifest, "changes"),
                                        contents->arena)
                   ? ARMEX_OK
                   : armex_fail_memory(error);
    if (!armex_since_figures_read(&before, &n, figures, contents->arena))
        return armex_fail_memory(error);
    if (!json_is_array(figures) || (!n && json_array_size(figures) > 0))
        return ARMEX_OK; // of another making: who knows what was known
    const armex_status status =
        compare_data(since, contents, json_object_get(manifest, "inputs"), error);
    return status ? status
                  : armex_since_compare(since, before, n, contents->arena, error);
}

armex_status armex_since_find(struct armex_contents *contents, const char *folder,
                              const char *fingerprint, struct armex_error *error)
{
    char *path, *bytes = NULL;
    size_t length = 0;
    armex_status status = armex_since_gather(&contents->since, contents, error);

    if (status)
        return status;
    if (asprintf(&path, "%s/manifest.json", folder) < 0)
        return armex_fail_memory(error);
    if (armex_file_read(&bytes, &length, path, ARMEX_LARGEST_MANIFEST, NULL) ==
        ARMEX_OK) {
        json_t *manifest = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
        status = compare(contents, manifest, fingerprint, error);
        json_decref(manifest);
    }
    free(bytes);
    free(path);
    return status;
}
