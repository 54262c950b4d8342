/**
 * store/plain_header.h: the messages of one object header, in their order.
 */
#ifndef ARMEX_STORE_PLAIN_HEADER_H
#define ARMEX_STORE_PLAIN_HEADER_H

#include <string.h>

#include "store/plain.h"

enum armex_message_type {
    ARMEX_MESSAGE_SPACE = 0x01,
    ARMEX_MESSAGE_LINKS = 0x02, /* says whether links lie outside of the header */
    ARMEX_MESSAGE_TYPE = 0x03,
    ARMEX_MESSAGE_FILL = 0x05, /* what HDF5 writes where nothing was written */
    ARMEX_MESSAGE_LINK = 0x06,
    ARMEX_MESSAGE_OUTSIDE = 0x07, /* values in other files */
    ARMEX_MESSAGE_LAYOUT = 0x08,
    ARMEX_MESSAGE_GROUP = 0x0a, /* how many links the header may hold */
    ARMEX_MESSAGE_FILTER = 0x0b,
    ARMEX_MESSAGE_ATTRIBUTE = 0x0c,
    ARMEX_MESSAGE_MORE = 0x10,
    ARMEX_MESSAGE_ATTRIBUTES = 0x15, /* says whether they lie outside of the header */
};

struct armex_message {
    unsigned type;
    const unsigned char *data;
    size_t size;
};

enum { ARMEX_HEADER_PIECES = 64 };

struct armex_header {
    const struct armex_image *image;
    const unsigned char *at, *end; /* of the piece at hand */
    bool ordered, foreign;
    struct {
        uint64_t offset, length;
    } more[ARMEX_HEADER_PIECES];
    size_t n_more, n_read;
};

void armex_header_open(struct armex_header *out, const struct armex_image *image,
                       uint64_t offset);

/** false: there is no more, or `foreign` is set now. */
bool armex_header_next(struct armex_header *header, struct armex_message *out);

/** Whole numbers of 1 to 8 bytes as they lie in memory: armex_plain_open() refuses all
 *  files on a machine that is not little-endian itself. */
static inline uint64_t armex_plain_number(const unsigned char *bytes, size_t size)
{
    uint64_t number = 0;

    memcpy(&number, bytes, size);
    return number;
}

#endif
