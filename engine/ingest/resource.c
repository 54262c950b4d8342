/** ingest/resource.c: the files of a data package, held against what it says of them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "ingest/package.h"

static armex_status check_bytes(const struct armex_resource *resource,
                                struct armex_error *error)
{
    const struct armex_node node = armex_node_member(&resource->node, "bytes");
    double stated = (double)resource->length;
    const armex_status status = armex_node_number(&stated, &node, error);

    if (status || stated == (double)resource->length)
        return status;
    return armex_fail(error, ARMEX_BAD_INPUT,
                      (struct armex_place){resource->file, 0, 0},
                      "the file has %zu bytes, its data package says %.0f: one of them "
                      "was changed without the other",
                      resource->length, stated);
}

static armex_status check_hash(const struct armex_resource *resource,
                               struct armex_error *error)
{
    const char prefix[] = "sha256:";
    const struct armex_node node = armex_node_member(&resource->node, "hash");
    const char *stated;
    const armex_status status = armex_node_text(&stated, &node, false, error);

    if (status || !*stated)
        return status;
    if (strncmp(stated, prefix, sizeof prefix - 1) != 0)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                          "the hash '%s' is not read; write sha256: and 64 hex digits",
                          stated);
    stated += sizeof prefix - 1;
    if (strcmp(stated, resource->sha256) == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT,
                      (struct armex_place){resource->file, 0, 0},
                      "the file's SHA-256 is %s, its data package says %s: one of them "
                      "was changed without the other",
                      resource->sha256, stated);
}

/** What the package says of the form must be the one form that is read. */
static armex_status check_form(const struct armex_resource *resource,
                               struct armex_error *error)
{
    static const char *const forms[][3] = {{"format", "csv", "csv"},
                                           {"encoding", "utf-8", "UTF-8"}};
    const struct armex_node dialect = armex_node_member(&resource->node, "dialect");

    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        const struct armex_node node = armex_node_member(&resource->node, forms[i][0]);
        const char *stated;
        const armex_status status = armex_node_text(&stated, &node, false, error);
        if (status)
            return status;
        if (*stated && strcmp(stated, forms[i][1]) != 0 &&
            strcmp(stated, forms[i][2]) != 0)
            return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                              "the %s '%s' is not read, only %s", forms[i][0], stated,
                              forms[i][1]);
    }
    if (dialect.value)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&dialect),
                          "a dialect is not read; write the file with commas and "
                          "double quotes");
    return ARMEX_OK;
}

static armex_status load(struct armex_resource *resource, struct armex_error *error)
{
    const size_t limit = (size_t)1 << 30;
    const struct armex_node schema = armex_node_member(&resource->node, "schema");
    armex_status status = check_form(resource, error);

    if (!status)
        status = armex_file_read(&resource->bytes, &resource->length, resource->file,
                                 limit, error);
    if (!status) {
        armex_sha256(resource->sha256, resource->bytes, resource->length);
        status = check_bytes(resource, error);
    }
    if (!status)
        status = check_hash(resource, error);
    if (!status)
        status = armex_schema_read(&resource->schema, &schema, error);
    if (!status)
        status = armex_sheet_read(&resource->sheet, resource->file, resource->bytes,
                                  resource->length, ',', error);
    if (!status)
        status = armex_schema_check(resource->schema, resource->sheet, error);
    return status;
}

armex_status armex_package_load(struct armex_package *package,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < package->n_resources; i++)
        status = load(&package->resources[i], error);
    return status;
}

const struct armex_resource *armex_package_part(const struct armex_package *package,
                                                const char *part)
{
    for (size_t i = 0; i < package->n_resources; i++)
        if (strcmp(package->resources[i].part, part) == 0)
            return &package->resources[i];
    return NULL;
}

const struct armex_resource *armex_package_main(const struct armex_package *package)
{
    size_t i = 0;

    if (!package->records)
        return armex_package_part(package, "observations");
    while (!*package->resources[i].part ||
           strcmp(package->resources[i].part, "exceptions") == 0)
        i++; // armex_package_open() made sure that there is one
    return &package->resources[i];
}

void armex_package_close(struct armex_package *package)
{
    if (!package)
        return;
    for (size_t i = 0; i < package->n_resources; i++) {
        armex_sheet_free(package->resources[i].sheet);
        armex_schema_free(package->resources[i].schema);
        free(package->resources[i].bytes);
    }
    armex_json_free(&package->json);
    armex_arena_free(package->arena);
}
