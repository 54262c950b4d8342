/** store/plain_header.c: object headers of version 2, with their continuations. */
#include "store/plain_header.h"

#include <string.h>

enum { CHECKSUM = 4 };

/** Signature, version, flags; times and limits that the flags announce; length. */
void armex_header_open(struct armex_header *out, const struct armex_image *image,
                       uint64_t offset)
{
    const unsigned char *start = armex_image_at(image, offset, 6);

    *out = (struct armex_header){.image = image, .foreign = true};
    if (!start || memcmp(start, "OHDR\2", 5) != 0)
        return;
    const unsigned flags = start[5];
    const size_t width = (size_t)1 << (flags & 3);
    const size_t before = 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
    const unsigned char *length = armex_image_at(image, offset + before, width);
    if (!length)
        return;
    const uint64_t size = armex_plain_number(length, width);
    const uint64_t first = offset + before + width;
    out->at = armex_image_at(image, first, size);
    if (!out->at)
        return;
    out->end = out->at + size;
    out->ordered = flags & 0x04;
    out->foreign = false;
}

static bool open_more(struct armex_header *header)
{
    if (header->n_read == header->n_more)
        return false;
    const uint64_t offset = header->more[header->n_read].offset;
    const uint64_t length = header->more[header->n_read++].length;
    const unsigned char *piece = armex_image_at(header->image, offset, length);

    if (!piece || length < 4 + CHECKSUM || memcmp(piece, "OCHK", 4) != 0) {
        header->foreign = true;
        return false;
    }
    header->at = piece + 4;
    header->end = piece + length - CHECKSUM;
    return true;
}

/** Each piece is read once, so a header that leads back to itself comes to an end. */
static void note_more(struct armex_header *header, const struct armex_message *message)
{
    if (message->size < 16 || header->n_more == ARMEX_HEADER_PIECES) {
        header->foreign = true;
        return;
    }
    header->more[header->n_more].offset = armex_plain_number(message->data, 8);
    header->more[header->n_more++].length = armex_plain_number(message->data + 8, 8);
}

bool armex_header_next(struct armex_header *header, struct armex_message *out)
{
    const size_t before = header->ordered ? 6 : 4;

    while (!header->foreign) {
        if ((size_t)(header->end - header->at) < before) { // the rest is a gap
            if (!open_more(header))
                return false;
            continue;
        }
        out->type = header->at[0];
        out->size = (size_t)armex_plain_number(header->at + 1, 2);
        out->data = header->at + before;
        const bool shared = header->at[3] & 0x02; // it stands elsewhere
        if (shared || out->size > (size_t)(header->end - out->data)) {
            header->foreign = true;
            return false;
        }
        header->at = out->data + out->size;
        if (out->type != ARMEX_MESSAGE_MORE)
            return true;
        note_more(header, out);
    }
    return false;
}
