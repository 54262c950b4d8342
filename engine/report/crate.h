/**
 * report/crate.h: the files of a new folder, written one after another, and safe on the
 * disk in the end.
 *
 * The first failure is kept and makes every later call do nothing: check once, at the
 * end. The folder around it is aside, so the files need not be.
 */
#ifndef ARMEX_REPORT_CRATE_H
#define ARMEX_REPORT_CRATE_H

#include <stddef.h>

#include "base/error.h"
#include "base/hash.h"

/** A file that is written: its path within the folder, with at most one '/'. */
struct armex_artefact {
    const char *path;
    size_t length;
    char sha256[ARMEX_SHA256_SIZE];
};

struct armex_crate;

/** For a folder that is there and empty.
 *  Owner: the caller, armex_crate_close(). Errors: ARMEX_NO_MEMORY. */
armex_status armex_crate_open(struct armex_crate **out, const char *folder,
                              struct armex_error *error);
void armex_crate_close(struct armex_crate *crate); /* NULL is fine */

/** Writes a file; `path` and `bytes` are needed no longer. */
void armex_crate_put(struct armex_crate *crate, const char *path, const char *bytes,
                     size_t length);

/** One file may be written little by little, while others are put. */
void armex_crate_begin(struct armex_crate *crate, const char *path);
void armex_crate_add(struct armex_crate *crate, const char *bytes, size_t length);
void armex_crate_end(struct armex_crate *crate);

/** What was written so far, sorted by path. Owner: the crate, until the next is. */
const struct armex_artefact *armex_crate_files(struct armex_crate *crate, size_t *n);

/** Has all files, and the folders they are in, survive a power cut; then nothing more
 *  is put. Errors: the first of all: ARMEX_CANNOT_CREATE, ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_crate_sync(struct armex_crate *crate, struct armex_error *error);

#endif
