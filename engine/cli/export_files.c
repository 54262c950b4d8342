/** cli/export_files.c: exports that are a file or folder of their own making. */
#include "cli/export_files.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "render/package.h"
#include "render/render.h"
#include "render/tidy.h"

armex_status armex_export_vintage(const char *path, const struct armex_store *store,
                                  const char *dataset, struct armex_error *error)
{
    const struct armex_stored *stored;
    char *bytes = NULL;
    size_t length = 0;
    armex_status status = armex_store_find(&stored, store, dataset, 0, error);

    if (!status)
        status = armex_file_read(&bytes, &length, stored->path, SIZE_MAX, error);
    if (!status)
        status = armex_file_write(path, bytes, length, error);
    free(bytes);
    return status;
}

armex_status armex_export_netcdf(const char *path, const struct armex_panel *panel,
                                 struct armex_error *error)
{
    struct armex_panel copy = *panel; // the vintage only looks at it
    struct armex_vintage *vintage = NULL;
    armex_status status;

    if (!panel->notes.n_sources)
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE,
                          "the selection does not say where it came from");
    status = armex_vintage_create(&vintage, &panel->notes.sources[0], error);
    if (status)
        return status;
    vintage->panel = &copy;
    status = armex_vintage_write(vintage, path, error);
    vintage->panel = NULL; // it is the caller's
    armex_vintage_free(vintage);
    return status;
}

/** A file of a folder; what fails is said of `shown`, where the folder is to be. */
static armex_status write_into(const char *folder, const char *shown, const char *name,
                               const struct armex_text *bytes,
                               struct armex_error *error)
{
    struct armex_error found = {0};
    struct armex_text path = {0};
    armex_status status;

    armex_text_printf(&path, "%s/%s", folder, name);
    status = path.failed
                 ? armex_fail_memory(&found)
                 : armex_file_write(path.data, bytes->data, bytes->length, &found);
    if (status && !strncmp(found.message, folder, strlen(folder)))
        armex_fail(error, status, ARMEX_NOWHERE, "%s%s", shown,
                   found.message + strlen(folder));
    else if (status && error)
        *error = found;
    armex_text_free(&path);
    return status;
}

static armex_status write_package(const char *folder, const char *shown,
                                  const struct armex_panel *panel, const char *program,
                                  struct armex_error *error)
{
    const struct armex_render_options how = {0};
    struct armex_text csv = {0}, json = {0};
    struct armex_table *table = NULL;
    armex_status status = armex_tidy_table(&table, panel, error);

    if (!status)
        status = armex_render(&csv, table, ARMEX_FORMAT_CSV, &how, error);
    if (!status)
        status = armex_package_describe(&json, table, &csv, program, error);
    if (!status)
        status = write_into(folder, shown, "observations.csv", &csv, error);
    if (!status)
        status = write_into(folder, shown, "datapackage.json", &json, error);
    armex_text_free(&csv);
    armex_text_free(&json);
    armex_table_free(table);
    return status;
}

static void remove_package(const char *folder)
{
    static const char *const names[] = {"observations.csv", "datapackage.json"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct armex_text path = {0};
        armex_text_printf(&path, "%s/%s", folder, names[i]);
        if (!path.failed)
            unlink(path.data);
        armex_text_free(&path);
    }
    rmdir(folder);
}

/** A folder beside `folder`, of the permissions a new folder has. */
static armex_status make_aside(struct armex_text *aside, const char *folder,
                               struct armex_error *error)
{
    const mode_t mask = umask(0);
    size_t length = strlen(folder);

    umask(mask);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    armex_text_printf(aside, "%.*s.XXXXXX", (int)length, folder);
    if (aside->failed)
        return armex_fail_memory(error);
    if (mkdtemp(aside->data) && !chmod(aside->data, 0777 & ~mask))
        return ARMEX_OK;
    return armex_fail(error, errno == ENOSPC ? ARMEX_IO : ARMEX_CANNOT_CREATE,
                      (struct armex_place){folder, 0, 0}, "cannot be created: %s",
                      strerror(errno));
}

armex_status armex_export_package(const char *folder, const struct armex_panel *panel,
                                  const char *program, struct armex_error *error)
{
    struct armex_text aside = {0};
    armex_status status = make_aside(&aside, folder, error);

    if (status) {
        armex_text_free(&aside);
        return status;
    }
    status = write_package(aside.data, folder, panel, program, error);
    if (!status && rename(aside.data, folder))
        status = armex_fail(error, ARMEX_CANNOT_CREATE,
                            (struct armex_place){folder, 0, 0}, "cannot be created: %s",
                            errno == ENOTEMPTY || errno == EEXIST
                                ? "there is something already"
                                : strerror(errno));
    if (status)
        remove_package(aside.data);
    armex_text_free(&aside);
    return status;
}
