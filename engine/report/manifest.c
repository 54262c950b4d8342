/** report/manifest.c: what a report was made from, and what was made. */
#include "report/manifest.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "render/formats.h"
#include "report/since_json.h"

static void add_member(struct armex_text *out, const char *before, const char *key,
                       const char *value)
{
    armex_json_member(out, before, key, value ? value : "");
}

static void add_spec(struct armex_text *out, const struct armex_spec *spec)
{
    add_member(out, ",\n  \"spec\": {", "file", spec->name);
    add_member(out, ", ", "sha256", spec->sha256);
    armex_text_add(out, ", \"parameters\": {");
    for (size_t i = 0; i < spec->n_settings; i++)
        add_member(out, i ? ", " : "", spec->settings[i].name, spec->settings[i].value);
    armex_text_add(out, "}}");
}

static void add_inputs(struct armex_text *out, const struct armex_notes *sources)
{
    char vintage[ARMEX_DATE_SIZE];

    armex_text_add(out, ",\n  \"inputs\": [");
    for (size_t i = 0; i < sources->n_sources; i++) {
        const struct armex_provenance *source = &sources->sources[i];
        armex_date_write(vintage, source->vintage);
        add_member(out, i ? ",\n    {" : "\n    {", "dataset", source->dataset);
        add_member(out, ", ", "vintage", vintage);
        add_member(out, ", ", "publisher", source->publisher);
        add_member(out, ", ", "title", source->title);
        add_member(out, ", ", "url", source->url);
        add_member(out, ", ", "licence", source->licence);
        add_member(out, ", ", "file", source->file);
        add_member(out, ", ", "sha256", source->sha256);
        armex_text_add(out, "}");
    }
    armex_text_add(out, sources->n_sources ? "\n  ]" : "]");
}

static void add_left_out(struct armex_text *out, const struct armex_notes *notes)
{
    armex_text_add(out, ",\n  \"left_out\": [");
    for (size_t i = 0; i < notes->n_notes; i++) {
        armex_text_add(out, i ? ",\n    " : "\n    ");
        armex_json_text(out, notes->notes[i]);
    }
    armex_text_add(out, notes->n_notes ? "\n  ]" : "]");
}

static void add_artefacts(struct armex_text *out, const struct armex_artefact *files,
                          size_t n)
{
    armex_text_add(out, ",\n  \"artefacts\": [");
    for (size_t i = 0; i < n; i++) {
        add_member(out, i ? ",\n    {" : "\n    {", "path", files[i].path);
        armex_text_printf(out, ", \"bytes\": %zu", files[i].length);
        add_member(out, ", ", "sha256", files[i].sha256);
        armex_text_add(out, "}");
    }
    armex_text_add(out, n ? "\n  ]" : "]");
}

void armex_manifest_begin(struct armex_text *out, const struct armex_contents *contents,
                          const struct armex_report_request *request,
                          const char *fingerprint)
{
    const struct armex_spec *spec = contents->spec;

    add_member(out, "{\n  ", "armex", request->version);
    add_member(out, ",\n  ", "command", request->command);
    add_member(out, ",\n  ", "title", contents->title);
    add_member(out, ",\n  ", "as_of", spec->as_of);
    add_member(out, ",\n  ", "fingerprint", fingerprint);
    add_spec(out, spec);
    add_inputs(out, &contents->sources);
    armex_text_add(out, ",\n  \"changes\": ");
    armex_since_changes_write(out, &contents->since);
    armex_text_add(out, ",\n  \"figures\": ");
    armex_since_figures_write(out, &contents->since);
}

void armex_manifest_end(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_artefact *files, size_t n)
{
    add_left_out(out, &contents->left_out);
    add_artefacts(out, files, n);
    armex_text_add(out, "\n}\n");
}

static armex_status out_of_date(const char *folder, struct armex_error *error,
                                const char *why)
{
    return armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){folder, 0, 0},
                      "is out of date: %s", why);
}

/* A path out of a manifest may be anybody's: it stays within the folder. */
static bool is_within(const char *path)
{
    return path && *path && *path != '/' && !strstr(path, "..");
}

static armex_status check_artefact(const char *folder, const json_t *artefact,
                                   struct armex_error *error)
{
    const char *path = json_string_value(json_object_get(artefact, "path"));
    const char *sha256 = json_string_value(json_object_get(artefact, "sha256"));
    char is[ARMEX_SHA256_SIZE], *file;

    if (!is_within(path) || !sha256)
        return out_of_date(folder, error, "its manifest cannot be read");
    if (asprintf(&file, "%s/%s", folder, path) < 0)
        return armex_fail_memory(error);
    const armex_status status = armex_sha256_file(is, file, NULL);
    free(file);
    if (!status && strcmp(is, sha256) == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_ANSWER_NO, (struct armex_place){folder, 0, 0},
                      "is out of date: '%s' %s", path,
                      status ? "is missing" : "was altered");
}

static armex_status check_loaded(const char *folder, const json_t *manifest,
                                 const char *fingerprint, struct armex_error *error)
{
    const char *was = json_string_value(json_object_get(manifest, "fingerprint"));
    const json_t *artefacts = json_object_get(manifest, "artefacts");
    armex_status status = ARMEX_OK;

    if (!was || !json_is_array(artefacts) || json_array_size(artefacts) == 0)
        return out_of_date(folder, error, "its manifest cannot be read");
    if (strcmp(was, fingerprint) != 0)
        return out_of_date(folder, error,
                           "the data, the specification or the program have changed");
    for (size_t i = 0; !status && i < json_array_size(artefacts); i++)
        status = check_artefact(folder, json_array_get(artefacts, i), error);
    return status;
}

armex_status armex_manifest_check(const char *folder, const char *fingerprint,
                                  struct armex_error *error)
{
    char *path, *bytes = NULL;
    size_t length = 0;

    if (asprintf(&path, "%s/manifest.json", folder) < 0)
        return armex_fail_memory(error);
    armex_status status =
        armex_file_read(&bytes, &length, path, ARMEX_LARGEST_MANIFEST, error);
    free(path);
    if (status == ARMEX_NOT_FOUND)
        return out_of_date(folder, error, "there is no report yet");
    if (status)
        return status;
    json_t *manifest = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    status = check_loaded(folder, manifest, fingerprint, error);
    json_decref(manifest);
    free(bytes);
    return status;
}
