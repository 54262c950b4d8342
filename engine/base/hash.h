/**
 * base/hash.h: SHA-256 (FIPS 180-4), by which every file is known again.
 */
#ifndef ARMEX_BASE_HASH_H
#define ARMEX_BASE_HASH_H

#include "base/error.h"

#define ARMEX_SHA256_SIZE 65 /* 64 lower-case hex digits and a NUL */

void armex_sha256(char out[ARMEX_SHA256_SIZE], const void *bytes, size_t length);

/** Errors: ARMEX_NOT_FOUND, ARMEX_IO, naming the file. */
armex_status armex_sha256_file(char out[ARMEX_SHA256_SIZE], const char *path,
                               struct armex_error *error);

#endif
