/** base/hash.c: SHA-256 by nettle, a small library that loads nothing else. */
#include "base/hash.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <nettle/sha2.h>

static struct sha256_ctx *context_of(struct armex_hashing *hashing)
{
    static_assert(sizeof(struct sha256_ctx) <= sizeof hashing->state, "it has room");
    return (struct sha256_ctx *)(void *)hashing->state;
}

void armex_hashing_begin(struct armex_hashing *hashing)
{
    sha256_init(context_of(hashing));
}

void armex_hashing_add(struct armex_hashing *hashing, const void *bytes, size_t length)
{
    sha256_update(context_of(hashing), length, bytes);
}

void armex_hashing_end(char out[ARMEX_SHA256_SIZE], struct armex_hashing *hashing)
{
    static const char hex[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];

    sha256_digest(context_of(hashing), sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[2 * i] = hex[bytes[i] >> 4];
        out[2 * i + 1] = hex[bytes[i] & 15];
    }
    out[ARMEX_SHA256_SIZE - 1] = '\0';
}

void armex_sha256(char out[ARMEX_SHA256_SIZE], const void *bytes, size_t length)
{
    struct armex_hashing hashing;
    armex_hashing_begin(&hashing);
    armex_hashing_add(&hashing, bytes, length);
    armex_hashing_end(out, &hashing);
}

armex_status armex_sha256_file(char out[ARMEX_SHA256_SIZE], const char *path,
                               struct armex_error *error)
{
    unsigned char block[1 << 16];
    struct armex_hashing hashing;
    FILE *file = fopen(path, "rb");
    size_t n;

    if (!file)
        return armex_fail(error, errno == ENOENT ? ARMEX_NOT_FOUND : ARMEX_IO,
                          (struct armex_place){path, 0, 0}, "cannot be opened: %s",
                          strerror(errno));
    armex_hashing_begin(&hashing);
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        armex_hashing_add(&hashing, block, n);
    const int failed = ferror(file);
    fclose(file);
    if (failed)
        return armex_fail(error, ARMEX_IO, (struct armex_place){path, 0, 0},
                          "cannot be read to its end");
    armex_hashing_end(out, &hashing);
    return ARMEX_OK;
}
