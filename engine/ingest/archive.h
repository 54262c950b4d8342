/**
 * ingest/archive.h: a zip file in memory, and what it holds.
 *
 * Archives are hostile: what unpacks to more than `limit` bytes, or to more than
 * ARMEX_MOST_EXPANSION times its packed size once that is large, is refused before it
 * fills the memory.
 */
#ifndef ARMEX_INGEST_ARCHIVE_H
#define ARMEX_INGEST_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/** Tables of figures shrink to a tenth, at the very best to a hundredth. */
enum { ARMEX_MOST_EXPANSION = 250, ARMEX_ALWAYS_ALLOWED = 16 << 20 };

/** Whether so many bytes may come out of `packed` bytes. */
bool armex_expansion_is_sound(size_t unpacked, size_t packed);

/** Whether the bytes begin as a zip file does. */
bool armex_is_zip(const char *bytes, size_t length);

struct armex_archive;

/** Opens `length` bytes, which must outlive it; `file` is for messages.
 *  Owner:  the caller, armex_archive_close(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT for a damaged archive, ARMEX_NO_MEMORY. */
armex_status armex_archive_open(struct armex_archive **out, const char *file,
                                const char *bytes, size_t length,
                                struct armex_error *error);
void armex_archive_close(struct armex_archive *archive); /* NULL is fine */

size_t armex_archive_count(const struct armex_archive *archive);

/** The name of a member with its folders. */
const char *armex_archive_name(const struct armex_archive *archive, size_t i);

/** The member of exactly that name; the count if there is none. */
size_t armex_archive_find(const struct armex_archive *archive, const char *name);

/** Unpacks a member; `*bytes` ends with a NUL that `*length` does not count.
 *  Owner:  the caller, free(); `*bytes` is NULL on failure.
 *  Errors: ARMEX_BAD_INPUT: damaged, locked with a password, or too large;
 *          ARMEX_NO_MEMORY. */
armex_status armex_archive_read(char **bytes, size_t *length,
                                struct armex_archive *archive, size_t i, size_t limit,
                                struct armex_error *error);

#endif
