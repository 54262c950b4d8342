/**
 * report/folder_write.h: the files of a new folder, safe on the disk.
 */
#ifndef ARMEX_REPORT_FOLDER_WRITE_H
#define ARMEX_REPORT_FOLDER_WRITE_H

#include "report/folder.h"

/** Writes files, sorted by path, into a folder that is there and empty, and syncs them
 *  and all folders. Of several failures that of the first file is told.
 *  Errors: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_folder_write(const char *folder, const struct armex_artefact *files,
                                size_t n, struct armex_error *error);

#endif
