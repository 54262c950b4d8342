/**
 * ingest/sources/package.c: Frictionless data packages that say in an object "armex"
 * what they hold.
 *
 * The vintage is the package's `version`. The provenance names datapackage.json, and
 * its SHA-256 is that of the descriptor and every resource after it, as one.
 */
#include "ingest/package.h"

#include <string.h>

#include "base/text.h"
#include "ingest/check.h"
#include "ingest/headline.h"
#include "ingest/map.h"
#include "ingest/records.h"
#include "ingest/sources.h"

static bool recognise(const struct armex_document *document)
{
    static const char key[] = "\"resources\"";

    return armex_is_json(document->bytes, document->length) &&
           memmem(document->bytes, document->length, key, sizeof key - 1);
}

static armex_status find_vintage(struct armex_date *out,
                                 const struct armex_package *package,
                                 const struct armex_ingest_options *options,
                                 struct armex_error *error)
{
    const struct armex_node top = armex_json_top(&package->json);
    const struct armex_node node = armex_node_member(&top, "version");

    *out = options->vintage;
    if (out->year || armex_date_parse(out, package->version, strlen(package->version)))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                      "the package's version '%s' is no date that could name the "
                      "vintage; give --vintage DATE",
                      package->version);
}

/** What a package is known by: a changed headline makes it another one as a changed
 * figure does. The same as `cat datapackage.json FILE... | sha256sum`, files as listed
 * there. */
static armex_status hash_all(char out[ARMEX_SHA256_SIZE],
                             const struct armex_package *package,
                             const struct armex_document *document,
                             struct armex_error *error)
{
    struct armex_text all = {0};

    armex_text_add_bytes(&all, document->bytes, document->length);
    for (size_t i = 0; i < package->n_resources; i++)
        armex_text_add_bytes(&all, package->resources[i].bytes,
                             package->resources[i].length);
    if (!all.failed)
        armex_sha256(out, all.data, all.length);
    const bool failed = all.failed;
    armex_text_free(&all);
    return failed ? armex_fail_memory(error) : ARMEX_OK;
}

static armex_status create_vintage(struct armex_vintage **out,
                                   const struct armex_package *package,
                                   const struct armex_document *document,
                                   const struct armex_ingest_options *options,
                                   struct armex_error *error)
{
    char sha256[ARMEX_SHA256_SIZE];
    const struct armex_node top = armex_json_top(&package->json);
    const struct armex_node name = armex_node_member(&top, "name");
    struct armex_provenance provenance = {
        .title = package->title,
        .description = package->description,
        .publisher = package->publisher,
        .url = package->url,
        .licence = package->licence,
        .file = armex_file_name(document->path),
        .sha256 = sha256,
        .retrieved = "",
        .version = options->version ? options->version : "",
    };
    armex_status status = armex_dataset_name(
        &provenance.dataset, options, package->name, armex_node_place(&name), error);

    if (!status)
        status = find_vintage(&provenance.vintage, package, options, error);
    if (!status)
        status = hash_all(sha256, package, document, error);
    if (!status)
        status = armex_vintage_create(out, &provenance, error);
    return status;
}

/** The sheet of a part, or NULL. */
static const struct armex_sheet *sheet_of(const struct armex_package *package,
                                          const char *part)
{
    const struct armex_resource *resource = armex_package_part(package, part);
    return resource ? resource->sheet : NULL;
}

static armex_status read_observations(struct armex_vintage *vintage,
                                      const struct armex_package *package,
                                      struct armex_error *error)
{
    const struct armex_sheet *sheet = armex_package_main(package)->sheet;
    struct armex_observations *rows = NULL;
    armex_status status =
        armex_layout_observations(&rows, sheet, &package->defaults, error);

    if (!status)
        status = armex_package_check(sheet, &package->defaults, rows,
                                     sheet_of(package, "exceptions"), error);
    if (!status)
        status = armex_observations_build(&vintage->panel, &vintage->publications, rows,
                                          sheet->file, error);
    if (!status)
        status = armex_headlines_mark(vintage->panel, sheet_of(package, "headlines"),
                                      &package->defaults, error);
    if (!status)
        status = armex_breaks_mark(vintage->panel, sheet_of(package, "breaks"),
                                   &package->defaults, error);
    armex_observations_free(rows);
    return status;
}

static armex_status read_records(struct armex_vintage *vintage,
                                 const struct armex_package *package,
                                 struct armex_error *error)
{
    const struct armex_resource *main = armex_package_main(package);
    const armex_status status = armex_package_check(
        main->sheet, &package->defaults, NULL, sheet_of(package, "exceptions"), error);

    return status ? status
                  : armex_records_read(&vintage->records, main->name, main->title,
                                       main->sheet, main->schema, error);
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_package *package = NULL;
    armex_status status = ARMEX_OK;

    *out = NULL;
    if (options->measure || options->unit)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--measure and --unit are for a tidy csv that does not say; a "
            "data package says its own");
    status = armex_package_open(&package, document, error);
    if (!status)
        status = armex_package_load(package, error);
    for (size_t i = 0; !status && i < package->n_resources; i++) {
        struct armex_sheet *sheet = package->resources[i].sheet;
        sheet->names = document->names;
        sheet->comma = armex_map_comma(options->map);
    }
    if (!status)
        status = create_vintage(out, package, document, options, error);
    if (!status)
        status = package->records ? read_records(*out, package, error)
                                  : read_observations(*out, package, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_package_close(package);
    return status;
}

const struct armex_source armex_source_package = {
    .name = "package",
    .credit = "Frictionless data package: datapackage.json and the csv files beside it",
    .recognise = recognise,
    .read = read,
};
