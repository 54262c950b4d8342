/** store/plain.c: superblock, links, variables and attributes. */
#include "store/plain.h"

#include <string.h>

#include "store/plain_header.h"

#define NOWHERE UINT64_MAX /* an address that is not set */

/** Where the root group's header is; NOWHERE: foreign. */
static uint64_t find_root(const struct armex_image *image)
{
    static const unsigned char signature[] = "\x89HDF\r\n\x1a\n";
    const unsigned char *block = armex_image_at(image, 0, 48);

    if (!block || memcmp(block, signature, 8) != 0 || (block[8] != 2 && block[8] != 3))
        return NOWHERE;
    const bool usual = block[9] == 8 && block[10] == 8 && // sizes of addresses, lengths
                       armex_plain_number(block + 12, 8) == 0;
    return usual ? armex_plain_number(block + 36, 8) : NOWHERE;
}

/** Version, flags; type of link, order and letters if the flags say so; name, place. */
static bool parse_link(struct armex_plain_link *out,
                       const struct armex_message *message)
{
    const unsigned char *at = message->data, *end = at + message->size;

    if (message->size < 2 || at[0] != 1)
        return false;
    const unsigned flags = at[1];
    const size_t width = (size_t)1 << (flags & 3);
    const size_t before =
        2 + (flags & 0x08 ? 1 : 0) + (flags & 0x04 ? 8 : 0) + (flags & 0x10 ? 1 : 0);
    if (message->size < before + width || (flags & 0x08 && at[2] != 0)) // not hard
        return false;
    const uint64_t length = armex_plain_number(at + before, width);
    at += before + width;
    if (length > (size_t)(end - at) || (size_t)(end - at) - length < 8)
        return false;
    *out = (struct armex_plain_link){at, (size_t)length,
                                     armex_plain_number(at + length, 8)};
    return true;
}

/** Whether links or attributes lie outside of the header, by the message on them. */
static bool lies_outside(const struct armex_message *message, size_t most_size)
{
    if (message->size < 2 || message->data[0] != 0)
        return true;
    const size_t before = 2 + (message->data[1] & 0x01 ? most_size : 0);
    return message->size < before + 8 ||
           armex_plain_number(message->data + before, 8) != NOWHERE;
}

static bool count_links(struct armex_plain *plain)
{
    struct armex_header header;
    struct armex_message message;

    plain->n_links = 0;
    armex_header_open(&header, plain->image, plain->root);
    while (armex_header_next(&header, &message)) {
        plain->n_links += message.type == ARMEX_MESSAGE_LINK;
        if ((message.type == ARMEX_MESSAGE_LINKS && lies_outside(&message, 8)) ||
            (message.type == ARMEX_MESSAGE_ATTRIBUTES && lies_outside(&message, 2)))
            return false;
    }
    return !header.foreign;
}

bool armex_plain_open(struct armex_plain *out, const struct armex_image *image,
                      struct armex_arena *arena)
{
    struct armex_header header;
    struct armex_message message;
    size_t n = 0;

    *out = (struct armex_plain){.image = image, .root = find_root(image)};
    if (__BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__ || out->root == NOWHERE ||
        !count_links(out))
        return false;
    out->links = armex_arena_new(arena, out->n_links, sizeof *out->links);
    if (!out->links)
        return false;
    armex_header_open(&header, image, out->root);
    while (n < out->n_links && armex_header_next(&header, &message))
        if (message.type == ARMEX_MESSAGE_LINK &&
            !parse_link(&out->links[n++], &message))
            return false;
    return true;
}

const struct armex_plain_link *armex_plain_find(const struct armex_plain *plain,
                                                const char *name)
{
    const size_t length = strlen(name);

    for (size_t i = 0; i < plain->n_links; i++)
        if (plain->links[i].length == length &&
            memcmp(plain->links[i].name, name, length) == 0)
            return &plain->links[i];
    return NULL;
}

/** The types that occur, by the bytes that describe them. */
static void parse_type(struct armex_plain_array *out, const unsigned char *data,
                       size_t size)
{
    static const unsigned char real[20] = {0x11, 0x20, 0x3f, 0,  8, 0,  0,    0, 0, 0,
                                           0x40, 0,    52,   11, 0, 52, 0xff, 3, 0, 0};

    out->type = ARMEX_PLAIN_FOREIGN;
    if (size < 8)
        return;
    const unsigned kind = data[0] & 0x0f, bits = data[1];
    out->size = (size_t)armex_plain_number(data + 4, 4);
    if (size >= sizeof real && memcmp(data, real, sizeof real) == 0)
        out->type = ARMEX_PLAIN_DOUBLE;
    else if (kind == 0 && size >= 12 && (bits & ~0x08u) == 0 && out->size > 0 &&
             out->size <= 8 && armex_plain_number(data + 8, 2) == 0 &&
             armex_plain_number(data + 10, 2) == 8 * out->size)
        out->type = bits & 0x08 ? ARMEX_PLAIN_SIGNED : ARMEX_PLAIN_UNSIGNED;
    else if (kind == 3 && out->size > 0)
        out->type = ARMEX_PLAIN_LETTERS;
    else if (kind == 9 && (bits & 0x0f) == 1 && out->size == 16)
        out->type = ARMEX_PLAIN_TEXT;
}

/** Version 2: rank, flags, kind, lengths. */
static bool parse_space(struct armex_plain_array *out, const unsigned char *data,
                        size_t size)
{
    out->shape[0] = out->shape[1] = 1;
    if (size < 4 || data[0] != 2 || data[1] > 2 || data[3] > 1 ||
        size < 4 + 8 * (size_t)data[1])
        return false;
    out->rank = data[1];
    for (int i = 0; i < out->rank; i++)
        out->shape[i] = armex_plain_number(data + 4 + 8 * (size_t)i, 8);
    return data[3] == (out->rank > 0); // kind 0 is one value, kind 1 an array
}

/** Versions 3 and 4 of a contiguous layout: where, how long. */
static bool parse_layout(struct armex_plain_array *out, uint64_t *length,
                         const struct armex_message *message)
{
    const unsigned char *data = message->data;

    if (message->size < 18 || (data[0] != 3 && data[0] != 4) || data[1] != 1)
        return false;
    out->offset = armex_plain_number(data + 2, 8);
    *length = armex_plain_number(data + 10, 8);
    return true;
}

/** Whether the values are as many as the shape says and all lie in the file; an array
 *  without values lies nowhere, nor does a dimension without figures. */
static bool is_whole(const struct armex_plain_array *array, uint64_t length,
                     uint64_t body)
{
    const uint64_t most = body / array->size;
    const uint64_t *shape = array->shape;

    if (array->offset == NOWHERE || shape[0] == 0 || shape[1] == 0)
        return shape[0] <= body && shape[1] <= body;
    return shape[0] <= most && shape[1] <= most / shape[0] &&
           length == shape[0] * shape[1] * array->size && array->offset <= body &&
           length <= body - array->offset;
}

bool armex_plain_variable(struct armex_plain_array *out,
                          const struct armex_plain *plain,
                          const struct armex_plain_link *link)
{
    struct armex_header header;
    struct armex_message message;
    unsigned found = 0;
    uint64_t length = 0;

    *out = (struct armex_plain_array){.size = 1};
    armex_header_open(&header, plain->image, link->header);
    while (armex_header_next(&header, &message)) {
        bool known = true;

        if (message.type == ARMEX_MESSAGE_SPACE)
            known = parse_space(out, message.data, message.size);
        else if (message.type == ARMEX_MESSAGE_TYPE)
            parse_type(out, message.data, message.size);
        else if (message.type == ARMEX_MESSAGE_LAYOUT)
            known = parse_layout(out, &length, &message);
        else if (message.type == ARMEX_MESSAGE_FILTER ||
                 message.type == ARMEX_MESSAGE_OUTSIDE)
            known = false;
        else
            continue;
        if (!known)
            return false;
        found++;
    }
    return !header.foreign && found == 3 && out->size > 0 &&
           is_whole(out, length, plain->image->seal.body);
}

/** Version 3: flags, lengths of name, type and space, letters; then these three, and
 *  the value. */
static bool parse_attribute(struct armex_plain_array *out,
                            const struct armex_message *message, const char *name)
{
    const unsigned char *data = message->data;
    const size_t length = strlen(name) + 1; // with its NUL, as in the file

    if (message->size < 9 || data[0] != 3 || data[1] != 0 ||
        armex_plain_number(data + 2, 2) != length || message->size < 9 + length ||
        memcmp(data + 9, name, length) != 0)
        return false;
    const size_t type = (size_t)armex_plain_number(data + 4, 2);
    const size_t space = (size_t)armex_plain_number(data + 6, 2);
    const size_t before = 9 + length + type + space;
    if (message->size < before)
        return false;
    parse_type(out, data + 9 + length, type);
    out->bytes = data + before;
    return out->type != ARMEX_PLAIN_FOREIGN &&
           parse_space(out, data + 9 + length + type, space) && out->rank == 0 &&
           out->size <= message->size - before;
}

bool armex_plain_attribute(struct armex_plain_array *out,
                           const struct armex_plain *plain,
                           const struct armex_plain_link *link, const char *name)
{
    struct armex_header header;
    struct armex_message message;

    *out = (struct armex_plain_array){.size = 0};
    armex_header_open(&header, plain->image, link ? link->header : plain->root);
    while (armex_header_next(&header, &message))
        if (message.type == ARMEX_MESSAGE_ATTRIBUTE &&
            parse_attribute(out, &message, name))
            return true;
    return false;
}
