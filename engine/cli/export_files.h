/**
 * cli/export_files.h: exports that are a file or folder of their own making.
 */
#ifndef ARMEX_CLI_EXPORT_FILES_H
#define ARMEX_CLI_EXPORT_FILES_H

#include "store/store.h"

/** The stored file of a dataset, byte by byte.
 *  Errors: as armex_store_find(), armex_file_read(), armex_file_write(). */
armex_status armex_export_vintage(const char *path, const struct armex_store *store,
                                  const char *dataset, struct armex_error *error);

/** The panel as a vintage file, with the provenance of its first source.
 *  Errors: as armex_vintage_write(); ARMEX_BUG for a panel without source. */
armex_status armex_export_netcdf(const char *path, const struct armex_panel *panel,
                                 struct armex_error *error);

/** The panel as a data package in a new folder, which appears whole or not at all.
 *  `program` is the version of armex.
 *  Errors: ARMEX_CANNOT_CREATE when there is something at `folder` that is no empty
 *  folder; ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_export_package(const char *folder, const struct armex_panel *panel,
                                  const char *program, struct armex_error *error);

#endif
