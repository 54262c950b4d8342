/** report/manifest.c: what a report was made from, and what was made. */
#include "report/manifest.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/threads.h"
#include "report/since_json.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

/* jansson refuses broken UTF-8 with NULL, and every function of it passes NULL on as
 * failure; a text that is broken is said to be so. */
static json_t *text_of(const char *text)
{
    json_t *string = json_string(or_empty(text));
    return string ? string : json_string("(not UTF-8)");
}

static json_t *input_of(const struct armex_provenance *source)
{
    char vintage[ARMEX_DATE_SIZE];

    armex_date_write(vintage, source->vintage);
    return json_pack("{so so so so so so so so}", "dataset", text_of(source->dataset),
                     "vintage", text_of(vintage), "publisher",
                     text_of(source->publisher), "title", text_of(source->title), "url",
                     text_of(source->url), "licence", text_of(source->licence), "file",
                     text_of(source->file), "sha256", text_of(source->sha256));
}

static json_t *inputs_of(const struct armex_notes *sources)
{
    json_t *inputs = json_array();
    for (size_t i = 0; i < sources->n_sources; i++)
        json_array_append_new(inputs, input_of(&sources->sources[i]));
    return inputs;
}

static json_t *settings_of(const struct armex_spec *spec)
{
    json_t *settings = json_object();
    for (size_t i = 0; i < spec->n_settings; i++)
        json_object_set_new(settings, spec->settings[i].name,
                            text_of(spec->settings[i].value));
    return settings;
}

static json_t *left_out_of(const struct armex_notes *notes)
{
    json_t *left_out = json_array();
    for (size_t i = 0; i < notes->n_notes; i++)
        json_array_append_new(left_out, text_of(notes->notes[i]));
    return left_out;
}

struct hashes {
    const struct armex_artefact *files;
    char (*items)[ARMEX_SHA256_SIZE]; // as the files
};

static void hash_one(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct hashes *hashes = context;
    armex_sha256(hashes->items[i], hashes->files[i].bytes, hashes->files[i].length);
}

/* NULL: no memory. */
static json_t *artefacts_of(const struct armex_artefact *files, size_t n)
{
    struct hashes hashes = {files, calloc(n + 1, sizeof *hashes.items)};
    json_t *artefacts = hashes.items ? json_array() : NULL;

    if (hashes.items)
        armex_in_pieces(hash_one, &hashes, n, ARMEX_FEW_THREADS, 0, NULL);
    for (size_t i = 0; artefacts && i < n; i++)
        json_array_append_new(artefacts,
                              json_pack("{so sI so}", "path", text_of(files[i].path),
                                        "bytes", (json_int_t)files[i].length, "sha256",
                                        text_of(hashes.items[i])));
    free(hashes.items);
    return artefacts;
}

armex_status armex_manifest_write(struct armex_text *out,
                                  const struct armex_contents *contents,
                                  const struct armex_report_request *request,
                                  const char *fingerprint,
                                  const struct armex_artefact *files, size_t n,
                                  struct armex_error *error)
{
    const struct armex_spec *spec = contents->spec;
    json_t *manifest = json_pack(
        "{so so so so so s{so so so} so so so so so}", "armex",
        text_of(request->version), "command", text_of(request->command), "title",
        text_of(contents->title), "as_of", text_of(spec->as_of), "fingerprint",
        text_of(fingerprint), "spec", "file", text_of(spec->name), "sha256",
        text_of(spec->sha256), "parameters", settings_of(spec), "inputs",
        inputs_of(&contents->sources), "changes",
        armex_since_changes_json(&contents->since), "figures",
        armex_since_figures_json(&contents->since), "left_out",
        left_out_of(&contents->left_out), "artefacts", artefacts_of(files, n));
    char *text = manifest
                     ? json_dumps(manifest, JSON_INDENT(2) | JSON_REAL_PRECISION(17))
                     : NULL;

    if (text) {
        armex_text_add(out, text);
        armex_text_add(out, "\n");
    }
    free(text);
    json_decref(manifest);
    return text && !out->failed ? ARMEX_OK : armex_fail_memory(error);
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
