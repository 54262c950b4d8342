/** ingest/sources.c: the table of sources, and which of them reads a file. */
#include "ingest/sources.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "ingest/sheet.h"
#include "ingest/sources/comtrade_bulk.h"

static const struct armex_source *const sources[] = {
    &armex_source_package,   &armex_source_sipri_register, &armex_source_sipri_deals,
    &armex_source_sipri_tiv, &armex_source_sipri_refused,  &armex_source_tidy,
};
enum { SOURCES = sizeof sources / sizeof sources[0] };

const struct armex_source *const *armex_sources(size_t *n)
{
    *n = SOURCES;
    return sources;
}

bool armex_dataset_name_valid(const char *name)
{
    const size_t longest = 63, length = strlen(name);

    if (!length || length > longest || name[0] == '-' || name[length - 1] == '-')
        return false;
    for (size_t i = 0; i < length; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", name[i]) ||
            (name[i] == '-' && name[i + 1] == '-'))
            return false;
    return true;
}

armex_status armex_dataset_name(const char **out,
                                const struct armex_ingest_options *options,
                                const char *own, struct armex_place place,
                                struct armex_error *error)
{
    *out = options->dataset ? options->dataset : own;
    if (armex_dataset_name_valid(*out))
        return ARMEX_OK;
    if (options->dataset)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "'%s' cannot name a dataset: names are lower-case letters, "
                          "digits and single hyphens between them",
                          *out);
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "'%s' cannot name a dataset; give --dataset ID, of lower-case "
                      "letters, digits and single hyphens between them",
                      *out);
}

const char *armex_file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static armex_status find_named(const struct armex_source **out, const char *name,
                               struct armex_error *error)
{
    const char *names[SOURCES];
    const char *nearest;

    for (size_t i = 0; i < SOURCES; i++) {
        names[i] = sources[i]->name;
        if (strcmp(name, names[i]) == 0) {
            *out = sources[i];
            return ARMEX_OK;
        }
    }
    nearest = armex_nearest(name, names, SOURCES);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      nearest ? "no source is called '%s'; did you mean %s?"
                              : "no source is called '%s'; --list-sources names them",
                      name, nearest);
}

static armex_status fail_columns(const struct armex_document *document,
                                 const struct armex_cell *header, size_t n,
                                 struct armex_error *error)
{
    struct armex_text known = {0};
    armex_status status;

    for (size_t i = 0; i < SOURCES; i++)
        armex_text_printf(&known, "%s%s", i ? ", " : "", sources[i]->name);
    if (known.failed)
        status = armex_fail_memory(error);
    else
        status = armex_fail(
            error, ARMEX_BAD_INPUT, armex_cell_place(document->path, header),
            "the columns '%s' are of no known layout; known: %s; or give a tidy csv "
            "with columns entity, year, value",
            armex_header_words(header, n).text, known.data);
    armex_text_free(&known);
    return status;
}

/** Says what the file is, since nobody knows it. */
static armex_status fail_unknown(const struct armex_document *document,
                                 struct armex_error *error)
{
    const struct armex_place top = {document->path, 1, 1};
    const struct armex_cell *header = NULL;
    struct armex_csv *csv = NULL;
    size_t n = 0;
    armex_status status;

    if (document->length && (document->bytes[0] == '{' || document->bytes[0] == '['))
        return armex_fail(error, ARMEX_BAD_INPUT, top,
                          "this json is no data package: it names no \"resources\"");
    status = armex_csv_open(&csv, document->path, document->bytes, document->length, 0,
                            error);
    if (!status)
        status = armex_csv_next(csv, &header, &n, error);
    if (!status)
        status = n ? fail_columns(document, header, n, error)
                   : armex_fail(error, ARMEX_BAD_INPUT, top, "the file is empty");
    armex_csv_close(csv);
    return status;
}

static armex_status find_source(const struct armex_source **out,
                                const struct armex_document *document,
                                const struct armex_ingest_options *options,
                                struct armex_error *error)
{
    if (options->source)
        return find_named(out, options->source, error);
    for (size_t i = 0; i < SOURCES; i++)
        if (sources[i]->recognise(document)) {
            *out = sources[i];
            return ARMEX_OK;
        }
    return fail_unknown(document, error);
}

/** Reads the file whole. */
static armex_status ingest_whole(struct armex_vintage **out, const char *path,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const size_t limit = (size_t)1 << 30;
    struct armex_document document = {.path = path};
    const struct armex_source *source = NULL;
    char *bytes = NULL;
    armex_status status = armex_file_read(&bytes, &document.length, path, limit, error);

    *out = NULL;
    if (!status) {
        document.bytes = bytes;
        armex_sha256(document.sha256, bytes, document.length);
        status = find_source(&source, &document, options, error);
    }
    if (!status && source)
        status = source->read(out, &document, options, error);
    free(bytes);
    return status;
}

armex_status armex_ingest(struct armex_vintage **out, const char *path,
                          const struct armex_ingest_options *options,
                          struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (options->totals && !options->source)
        status = armex_comtrade_totals(out, path, options, error);
    if (!status && !*out)
        status = ingest_whole(out, path, options, error);
    if (!status && options->totals) {
        armex_flows_free((*out)->flows);
        (*out)->flows = NULL;
    }
    return status;
}
