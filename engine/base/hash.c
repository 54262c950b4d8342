/** base/hash.c: SHA-256 by nettle, a small library that loads nothing else. */
#include "base/hash.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include <nettle/sha2.h>

static void finish(char out[ARMEX_SHA256_SIZE], struct sha256_ctx *context)
{
    static const char hex[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_digest(context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = hex[digest[i] >> 4];
        out[2 * i + 1] = hex[digest[i] & 15];
    }
    out[ARMEX_SHA256_SIZE - 1] = '\0';
}

void armex_sha256(char out[ARMEX_SHA256_SIZE], const void *bytes, size_t length)
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, length, bytes);
    finish(out, &context);
}

armex_status armex_sha256_file(char out[ARMEX_SHA256_SIZE], const char *path,
                               struct armex_error *error)
{
    unsigned char block[1 << 16];
    struct sha256_ctx context;
    FILE *file = fopen(path, "rb");
    size_t n;

    if (!file)
        return armex_fail(error, errno == ENOENT ? ARMEX_NOT_FOUND : ARMEX_IO,
                          (struct armex_place){path, 0, 0}, "cannot be opened: %s",
                          strerror(errno));
    sha256_init(&context);
    while ((n = fread(block, 1, sizeof block, file)) > 0)
        sha256_update(&context, n, block);
    const int failed = ferror(file);
    fclose(file);
    if (failed)
        return armex_fail(error, ARMEX_IO, (struct armex_place){path, 0, 0},
                          "cannot be read to its end");
    finish(out, &context);
    return ARMEX_OK;
}
