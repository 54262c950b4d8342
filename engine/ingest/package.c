/** ingest/package.c: what a datapackage.json says. */
#include "ingest/package.h"

#include <string.h>

#include "base/text.h"

static const char *const parts[] = {"observations", "headlines", "breaks",
                                    "exceptions"};
enum { PARTS = sizeof parts / sizeof *parts };

/** The text of a member, kept. */
static armex_status read_text(const char **out, const struct armex_package *package,
                              const struct armex_node *node, const char *name,
                              bool required, struct armex_error *error)
{
    const struct armex_node member = armex_node_member(node, name);
    const char *text;
    const armex_status status = armex_node_text(&text, &member, required, error);

    if (status)
        return status;
    *out = armex_arena_text(package->arena, text);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}

/** A text of the first item of a list, "" if there is none. */
static armex_status read_first(const char **out, const struct armex_package *package,
                               const struct armex_node *node, const char *list,
                               const char *name, struct armex_error *error)
{
    const struct armex_node all = armex_node_member(node, list);
    const struct armex_node item = armex_node_item(&all, 0);

    return read_text(out, package, &item, name, false, error);
}

static armex_status read_words(struct armex_package *package,
                               const struct armex_node *top, struct armex_error *error)
{
    armex_status status = read_text(&package->name, package, top, "name", true, error);

    if (!status)
        status = read_text(&package->title, package, top, "title", false, error);
    if (!status)
        status =
            read_text(&package->description, package, top, "description", false, error);
    if (!status)
        status = read_text(&package->version, package, top, "version", false, error);
    if (!status)
        status = read_text(&package->url, package, top, "homepage", false, error);
    if (!status && !*package->url)
        status = read_first(&package->url, package, top, "sources", "path", error);
    if (!status)
        status = read_first(&package->licence, package, top, "licenses", "name", error);
    return status;
}

/** Whether `path` stays in its folder: relative, no "..", no address, no backslash. */
static bool stays_inside(const char *path)
{
    const char *part = path;

    if (!*path || *path == '/' || strchr(path, '\\') || strchr(path, ':'))
        return false;
    while (*part) {
        const size_t length = strcspn(part, "/");
        if (length == 0 || (length == 1 && part[0] == '.') ||
            (length == 2 && memcmp(part, "..", 2) == 0))
            return false;
        part += length;
        if (*part == '/' && !*++part)
            return false; // ends in a slash: a folder
    }
    return true;
}

static armex_status read_path(struct armex_resource *resource,
                              const struct armex_package *package,
                              struct armex_error *error)
{
    const struct armex_node node = armex_node_member(&resource->node, "path");
    const char *json = package->json.file, *slash = strrchr(json, '/');
    armex_status status =
        read_text(&resource->path, package, &resource->node, "path", true, error);

    if (status)
        return status;
    if (!stays_inside(resource->path))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                          "the path '%s' does not stay in the package's folder",
                          resource->path);
    resource->file =
        armex_arena_printf(package->arena, "%.*s%s",
                           slash ? (int)(slash - json) + 1 : 0, json, resource->path);
    return resource->file ? ARMEX_OK : armex_fail_memory(error);
}

static armex_status read_resources(struct armex_package *package,
                                   const struct armex_node *top,
                                   struct armex_error *error)
{
    const struct armex_node all = armex_node_member(top, "resources");
    const size_t n = armex_node_length(&all);
    armex_status status = ARMEX_OK;

    if (!n)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&all),
                          "the package names no resources");
    package->resources = armex_arena_new(package->arena, n, sizeof *package->resources);
    if (!package->resources)
        return armex_fail_memory(error);
    package->n_resources = n;
    for (size_t i = 0; !status && i < n; i++) {
        struct armex_resource *resource = &package->resources[i];
        resource->part = "";
        resource->node = armex_node_item(&all, i);
        status =
            read_text(&resource->name, package, &resource->node, "name", true, error);
        if (!status)
            status = read_text(&resource->title, package, &resource->node, "title",
                               false, error);
        if (!status)
            status = read_path(resource, package, error);
    }
    return status;
}

static armex_status read_kind(struct armex_package *package,
                              const struct armex_node *armex, struct armex_error *error)
{
    const struct armex_node node = armex_node_member(armex, "kind");
    const char *kind;
    const armex_status status = armex_node_text(&kind, &node, true, error);

    if (status)
        return status;
    package->records = strcmp(kind, "records") == 0;
    if (package->records || strcmp(kind, "observations") == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                      "the kind '%s' is not known; kinds are observations and records",
                      kind);
}

/** Columns of the tidy layout, for the names of defaults. */
static const char *const columns[] = {
    "entity",    "name",      "year",  "years",      "first_month", "flow",
    "measure",   "scope",     "unit",  "multiplier", "status",      "flag",
    "published", "publisher", "title", "url",        "note"};
enum { COLUMNS = sizeof columns / sizeof *columns };

static armex_status read_default(struct armex_package *package,
                                 const struct armex_node *all, const char *name,
                                 struct armex_error *error)
{
    const struct armex_node node = armex_node_member(all, name);
    struct armex_default *item = &package->defaults.items[package->defaults.n];
    armex_status status;

    if (armex_word_index(columns, COLUMNS, name, strlen(name)) == COLUMNS)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                          "a default for '%s', which is no column that can have one",
                          name);
    item->place = armex_node_place(&node);
    item->column = armex_arena_text(package->arena, name);
    status = armex_node_spelling(&item->text, &node, package->arena, error);
    if (!status && !item->column)
        status = armex_fail_memory(error);
    package->defaults.n += !status;
    return status;
}

static armex_status read_defaults(struct armex_package *package,
                                  const struct armex_node *armex,
                                  struct armex_error *error)
{
    const struct armex_node all = armex_node_member(armex, "defaults");
    armex_status status = ARMEX_OK;
    const char *name;

    // Members have different names, all among the columns: there are not more of them.
    package->defaults.items =
        armex_arena_new(package->arena, COLUMNS + 1, sizeof *package->defaults.items);
    if (!package->defaults.items)
        return armex_fail_memory(error);
    for (size_t i = 0; !status && (name = armex_node_name(&all, i)); i++)
        status = read_default(package, &all, name, error);
    return status;
}

static armex_status give_part(struct armex_package *package,
                              const struct armex_node *node, const char *part,
                              struct armex_error *error)
{
    const char *name;
    const armex_status status = armex_node_text(&name, node, true, error);

    if (status)
        return status;
    if (!package->records &&
        armex_word_index(parts, PARTS, part, strlen(part)) == PARTS)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                          "no part is called '%s'; parts are observations, headlines, "
                          "breaks and exceptions",
                          part);
    for (size_t i = 0; i < package->n_resources; i++) {
        struct armex_resource *resource = &package->resources[i];
        if (strcmp(resource->name, name) != 0 || *resource->part)
            continue;
        resource->part = armex_arena_text(package->arena, part);
        return resource->part ? ARMEX_OK : armex_fail_memory(error);
    }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(node),
                      "no other resource is called '%s'", name);
}

static armex_status read_parts(struct armex_package *package,
                               const struct armex_node *armex,
                               struct armex_error *error)
{
    const struct armex_node all = armex_node_member(armex, "resources");
    size_t n_main = 0;
    armex_status status = ARMEX_OK;
    const char *part;

    for (size_t i = 0;
         !status && i <= package->n_resources && (part = armex_node_name(&all, i));
         i++) {
        const struct armex_node node = armex_node_member(&all, part);
        n_main += package->records ? strcmp(part, "exceptions") != 0
                                   : strcmp(part, "observations") == 0;
        status = give_part(package, &node, part, error);
    }
    if (!status && n_main != 1)
        status = armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&all),
                            package->records
                                ? "one resource must be the records, and only one"
                                : "no resource is said to be the observations");
    return status;
}

static armex_status read_armex(struct armex_package *package,
                               const struct armex_node *top, struct armex_error *error)
{
    static const char *const known[] = {"kind", "publisher", "defaults", "resources"};
    const size_t n_known = sizeof known / sizeof *known;
    const struct armex_node armex = armex_node_member(top, "armex");
    const char *name;
    armex_status status;

    if (!armex_node_is_object(&armex))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&armex),
                          "no object \"armex\" says what the package holds: "
                          "{\"kind\": \"observations\", \"resources\": "
                          "{\"observations\": \"NAME\"}}");
    for (size_t i = 0; i <= n_known && (name = armex_node_name(&armex, i)); i++)
        if (armex_word_index(known, n_known, name, strlen(name)) == n_known) {
            const struct armex_node node = armex_node_member(&armex, name);
            return armex_fail(error, ARMEX_BAD_INPUT, armex_node_place(&node),
                              "'%s' is not known here; known are kind, publisher, "
                              "defaults and resources",
                              name);
        }
    status = read_kind(package, &armex, error);
    if (!status)
        status =
            read_text(&package->publisher, package, &armex, "publisher", false, error);
    if (!status)
        status = read_defaults(package, &armex, error);
    if (!status)
        status = read_parts(package, &armex, error);
    return status;
}

armex_status armex_package_open(struct armex_package **out,
                                const struct armex_document *document,
                                struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_package *package =
        arena ? armex_arena_new(arena, 1, sizeof *package) : NULL;
    struct armex_node top;
    armex_status status;

    *out = NULL;
    if (!package) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    package->arena = arena;
    status = armex_json_read(&package->json, document->path, document->bytes,
                             document->length, error);
    top = armex_json_top(&package->json);
    if (!status)
        status = read_words(package, &top, error);
    if (!status)
        status = read_resources(package, &top, error);
    if (!status)
        status = read_armex(package, &top, error);
    if (!status)
        *out = package;
    else
        armex_package_close(package);
    return status;
}
