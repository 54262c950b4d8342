/**
 * base/hash.h: SHA-256 (FIPS 180-4), by which every file is known again.
 */
#ifndef ARMEX_BASE_HASH_H
#define ARMEX_BASE_HASH_H

#include <stddef.h>

#include "base/error.h"

#define ARMEX_SHA256_SIZE 65 /* 64 lower-case hex digits and a NUL */

/** A hash of bytes that come one after another. Starts with armex_hashing_begin(). */
struct armex_hashing {
    _Alignas(16) unsigned char state[128]; /**< hash.c knows what is in it */
};

void armex_hashing_begin(struct armex_hashing *hashing);
void armex_hashing_add(struct armex_hashing *hashing, const void *bytes, size_t length);

/** The hash of all that was added; it may begin anew. */
void armex_hashing_end(char out[ARMEX_SHA256_SIZE], struct armex_hashing *hashing);

/** The hash of bytes at hand. */
void armex_sha256(char out[ARMEX_SHA256_SIZE], const void *bytes, size_t length);

/** Errors: ARMEX_NOT_FOUND, ARMEX_IO, naming the file. */
armex_status armex_sha256_file(char out[ARMEX_SHA256_SIZE], const char *path,
                               struct armex_error *error);

#endif
