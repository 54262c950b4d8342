/**
 * base/file.h: files that are read whole, and files that appear whole or not at all.
 */
#ifndef ARMEX_BASE_FILE_H
#define ARMEX_BASE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"

/** Reads all of `path`; "-" is standard input. `*out` ends with a NUL that `*length`
 *  does not count. Owner: the caller, free().
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO, ARMEX_BAD_INPUT (a folder, or more than `limit`
 *  bytes), ARMEX_NO_MEMORY; `*out` is then NULL. */
armex_status armex_file_read(char **out, size_t *length, const char *path, size_t limit,
                             struct armex_error *error);

/** A file being written beside its final place. */
struct armex_aside;

/** Opens one; `path`'s folder must exist.
 *  Errors: ARMEX_CANNOT_CREATE, ARMEX_NO_MEMORY. */
armex_status armex_aside_open(struct armex_aside **out, const char *path,
                              struct armex_error *error);
FILE *armex_aside_stream(struct armex_aside *aside);
const char *armex_aside_path(const struct armex_aside *aside); /* where it is for now */

/** Has all bytes of it on the disk, so that of several files that belong together none
 *  is put in place before every one is whole; nothing is written to it after that.
 *  Errors: ARMEX_IO. */
armex_status armex_aside_settle(struct armex_aside *aside, struct armex_error *error);

/** Flushes, syncs, renames into place and syncs the folder: after ARMEX_OK the file is
 *  there, whole, and survives a power cut. On failure nothing is left and what stood at
 *  `path` stands. Ends the aside either way. Errors: ARMEX_IO, ARMEX_CANNOT_CREATE. */
armex_status armex_aside_commit(struct armex_aside *aside, struct armex_error *error);
void armex_aside_abandon(struct armex_aside *aside); /* NULL is fine */

/** The above for bytes at hand; "-" is standard output.
 *  Errors: as armex_aside_open() and armex_aside_commit(). */
armex_status armex_file_write(const char *path, const char *bytes, size_t length,
                              struct armex_error *error);

/** Writes all bytes to an open file, however many at a time it takes. false: errno says
 *  why not. */
bool armex_write_all(int file, const char *bytes, size_t length);

/** Has what is in a file, or the names in a folder, survive a power cut, where the file
 *  system does that for folders. false: errno says why not. */
bool armex_path_sync(const char *path);

/** Makes `path` and the folders above it where they are missing.
 *  Errors: ARMEX_CANNOT_CREATE. */
armex_status armex_folder_make(const char *path, struct armex_error *error);

/** Names in a folder that end in `suffix` ("" for all), sorted by bytes, without "."
 * and
 *  ".."; a folder that does not exist has none. Owner: the caller: one free() for all.
 *  Errors: ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_folder_list(char ***out, size_t *n, const char *path,
                               const char *suffix, struct armex_error *error);

#endif
