/**
 * store/image.h: a stored file in memory, its seal checked: all but the raw extents,
 * which are read into their place when they are wanted.
 */
#ifndef ARMEX_STORE_IMAGE_H
#define ARMEX_STORE_IMAGE_H

#include "base/error.h"
#include "store/seal.h"

struct armex_image {
    struct armex_seal seal;
    int file;             /* open for the raw extents */
    unsigned char *bytes; /* the pieces between them, one after another */
    size_t length;
};

/** Owner:  the caller, armex_image_close(), also after a failure.
 *  Errors: ARMEX_NOT_FOUND, ARMEX_IO, ARMEX_NO_MEMORY; ARMEX_BAD_INPUT with `*why` set
 *          to what is wrong and no message: the caller knows what it was to be. */
armex_status armex_image_open(struct armex_image *out, const char **why,
                              const char *path, struct armex_error *error);
void armex_image_close(struct armex_image *image);

/** Bytes [offset, offset + length) of the file; NULL where they are not all there. */
const unsigned char *armex_image_at(const struct armex_image *image, uint64_t offset,
                                    uint64_t length);

/** Reads a raw extent into `out` (NULL: nowhere) and sums it on the way. false: it
 *  cannot be read, or its sum is another one. */
bool armex_image_read_raw(const struct armex_image *image,
                          const struct armex_extent *raw, void *out);

/** Reads `length` bytes at `offset` into `out` and adds them to `sum`. false: they
 *  cannot be read. */
bool armex_image_read_piece(const struct armex_image *image, struct armex_sum *sum,
                            uint64_t offset, uint64_t length, void *out);

/** The raw extent that begins at `offset`; NULL if none does. */
const struct armex_extent *armex_image_raw(const struct armex_image *image,
                                           uint64_t offset);

#endif
