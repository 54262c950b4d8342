/**
 * ingest/package.h: a Frictionless data package: datapackage.json and the files beside
 * it.
 *
 * Its object "armex" says what it holds: "kind" (observations or records), "publisher",
 * "defaults" (values of columns left out), "resources" (which resource plays which
 * part: observations, headlines, breaks, exceptions; for records any one name,
 * exceptions). Source: Data Package v1, https://specs.frictionlessdata.io/data-package/
 */
#ifndef ARMEX_INGEST_PACKAGE_H
#define ARMEX_INGEST_PACKAGE_H

#include "ingest/ingest.h"
#include "ingest/json.h"
#include "ingest/layout.h"
#include "ingest/schema.h"

struct armex_resource {
    const char *name, *title;
    const char *part; /**< that it plays, or "" */
    const char *path; /**< as the package says, below its folder */
    const char *file; /**< to open, and for messages */
    struct armex_node node;
    char *bytes;
    size_t length;
    char sha256[ARMEX_SHA256_SIZE];
    struct armex_schema *schema;
    struct armex_sheet *sheet;
};

struct armex_package {
    struct armex_arena *arena; /**< owns the texts, and the package */
    struct armex_json json;
    const char *name, *title, *description, *version;
    const char *publisher, *url, *licence;
    bool records; /**< else observations */
    struct armex_defaults defaults;
    struct armex_resource *resources;
    size_t n_resources;
};

/** Reads the package's own json; `document` must outlive it.
 *  Owner:  the caller, armex_package_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT at the place in the json: no "armex" object, an unknown word
 *          in it, a path that leads out of the package's folder; ARMEX_NO_MEMORY. */
armex_status armex_package_open(struct armex_package **out,
                                const struct armex_document *document,
                                struct armex_error *error);
void armex_package_close(struct armex_package *package); /* NULL is fine */

/** Reads every resource, holds its bytes and SHA-256 against what the package says of
 *  them, and its rows against its schema.
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO; ARMEX_BAD_INPUT naming the file that differs, or
 *          the cell; ARMEX_NO_MEMORY. */
armex_status armex_package_load(struct armex_package *package,
                                struct armex_error *error);

/** The resource that plays that part, or NULL. */
const struct armex_resource *armex_package_part(const struct armex_package *package,
                                                const char *part);

/** The main table: the observations, or the records. Never NULL. */
const struct armex_resource *armex_package_main(const struct armex_package *package);

#endif
