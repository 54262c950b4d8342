/** store/put_headers.c: the headers of the file and its variables. */
#include "store/put_parts.h"

enum { BEFORE = 14, CHECKSUM = 4, INFO = 28, GROUP = 6, LAYOUT = 18, FILL = 2 };

static const char scales[] = "DIMENSION_LIST", attached[] = "REFERENCE_LIST";

/* A text of variable length whose letters are addresses of headers. */
static const unsigned char addresses[16] = {0x19, 0, 0, 0, 16, 0, 0, 0,
                                            0x17, 0, 0, 0, 8,  0, 0, 0};

/* struct { address dataset; int32 dimension; } */
static const unsigned char address_and_axis[48] =
    "\x36\2\0\0\x10\0\0\0" // sixteen bytes
    "dataset\0\0\x17\0\0\0\x8\0\0\0"
    "dimension\0\x8\x10\x8\0\0\4\0\0\0\0\0\x20";

static struct armex_attribute scales_of(const struct armex_object *object)
{
    return (struct armex_attribute){scales,
                                    addresses,
                                    sizeof addresses,
                                    1,
                                    (uint64_t)object->rank,
                                    ARMEX_PUT_REFERENCE * (size_t)object->rank};
}

static struct armex_attribute attached_to(const struct armex_object *scale)
{
    return (struct armex_attribute){
        attached, address_and_axis,  sizeof address_and_axis,
        1,        scale->n_attached, 16 * (size_t)scale->n_attached};
}

/** It helps to walk from a scale to its variables; a list too long is left out. */
static bool has_list(const struct armex_object *scale)
{
    return scale->n_attached > 0 && attached_to(scale).size <= ARMEX_PUT_MESSAGE;
}

/** A scale has no scale, though it is as long as itself. */
static bool has_scales(const struct armex_object *object)
{
    return object->rank > 0 && object->axes[0] && object->axes[0]->scale != object;
}

static size_t link_size(const struct armex_object *object)
{
    const size_t length = strlen(object->name);

    return 10 + (length > UINT8_MAX ? 2 : 1) + length + 8;
}

static size_t file_size(const struct armex_object *file)
{
    size_t size = (size_t)2 * ARMEX_PUT_BEFORE_MESSAGE + 34 + GROUP;

    for (const struct armex_object *at = file->next; at; at = at->next)
        size += ARMEX_PUT_BEFORE_MESSAGE + link_size(at);
    return size;
}

static size_t variable_size(const struct armex_object *object)
{
    const struct armex_attribute own = scales_of(object), others = attached_to(object);

    return (size_t)4 * ARMEX_PUT_BEFORE_MESSAGE + armex_put_space_size(object->rank) +
           armex_put_spelling(object->form)->length + FILL + LAYOUT +
           (has_scales(object) ? armex_put_attribute_size(&own) : 0) +
           (has_list(object) ? armex_put_attribute_size(&others) : 0);
}

static size_t header_size(const struct armex_object *object)
{
    return BEFORE + ARMEX_PUT_BEFORE_MESSAGE + INFO + object->attributes.length +
           (object->name[0] ? variable_size(object) : file_size(object)) + CHECKSUM;
}

/** Links or attributes are ordered and indexed, and none lies outside of the header:
 *  version, flags, how many there ever were, three addresses that are not set. */
static void add_info(struct armex_text *out, uint64_t n, size_t size)
{
    armex_put_bits(out, 0x0300, 2);
    armex_put_bits(out, n, size);
    for (int i = 0; i < 3; i++)
        armex_put_bits(out, ARMEX_PUT_NOWHERE, 8);
}

/** Version, flags (ordered, letters of ASCII), order, name, address. */
static void add_link(struct armex_text *out, const struct armex_object *object,
                     uint64_t order)
{
    const size_t length = strlen(object->name);
    const bool is_long = length > UINT8_MAX;

    armex_put_message(out, ARMEX_MESSAGE_LINK, 0, 0, link_size(object));
    armex_put_bits(out, is_long ? 0x0501 : 0x0401, 2);
    armex_put_bits(out, order, 8);
    armex_put_bits(out, length, is_long ? 2 : 1);
    armex_text_add_bytes(out, object->name, length);
    armex_put_bits(out, object->at, 8);
}

static void add_links(struct armex_text *out, const struct armex_object *file)
{
    uint64_t n = 0;

    for (const struct armex_object *at = file->next; at; at = at->next)
        n++;
    armex_put_message(out, ARMEX_MESSAGE_LINKS, 0, 0, 34);
    add_info(out, n, 8);
    armex_put_message(out, ARMEX_MESSAGE_GROUP, 1, 0, GROUP);
    armex_put_bits(out, 0x0100, 2);     // version, flags: then how many links
    armex_put_bits(out, UINT16_MAX, 2); // a header may hold
    armex_put_bits(out, 0, 2);
    n = 0;
    for (const struct armex_object *at = file->next; at; at = at->next)
        add_link(out, at, n++);
}

/** A heap's things that each hold one address. */
static void add_scales(struct armex_text *out, struct armex_object *object,
                       uint64_t heap)
{
    const struct armex_attribute attribute = scales_of(object);

    armex_put_attribute(out, object->n_attributes++, &attribute);
    for (unsigned i = 0; i < (unsigned)object->rank; i++) {
        armex_put_bits(out, 1, 4);
        armex_put_bits(out, heap, 8);
        armex_put_bits(out, object->first_place + i, 4);
    }
}

static void add_list(struct armex_text *out, const struct armex_object *file,
                     struct armex_object *scale)
{
    const struct armex_attribute attribute = attached_to(scale);

    armex_put_attribute(out, scale->n_attributes++, &attribute);
    for (const struct armex_object *at = file->next; at; at = at->next)
        for (int i = 0; has_scales(at) && i < at->rank; i++)
            if (at->axes[i]->scale == scale) {
                armex_put_bits(out, at->at, 8);
                armex_put_bits(out, (uint64_t)i, 8);
            }
}

static void add_variable(struct armex_text *out, const struct armex_put *put,
                         struct armex_object *object, uint64_t heap)
{
    const struct armex_spelling *type = armex_put_spelling(object->form);
    const bool fill =
        object->form == ARMEX_FORM_TEXT || object->form == ARMEX_FORM_BARE;
    const uint64_t late = object->is_late ? heap + put->heap.length : 0;
    uint64_t shape[2] = {0, 0};

    for (int i = 0; i < object->rank; i++)
        shape[i] = object->axes[i]->length;
    armex_put_message(out, ARMEX_MESSAGE_SPACE, 0, 0,
                      armex_put_space_size(object->rank));
    armex_put_space(out, object->rank, shape);
    armex_put_message(out, ARMEX_MESSAGE_TYPE, 1, 0, type->length);
    armex_text_add_bytes(out, (const char *)type->bytes, type->length);
    // Version 3: room is made late; figures are never filled before they are written,
    // but what is never written reads as zeros.
    armex_put_message(out, ARMEX_MESSAGE_FILL, 1, 0, FILL);
    armex_put_bits(out, fill ? 0x0203 : 0x0603, 2);
    armex_put_message(out, ARMEX_MESSAGE_LAYOUT, 0, 0, LAYOUT);
    armex_put_bits(out, 0x0103, 2); // version, contiguous
    armex_put_bits(out, object->offset + late, 8);
    armex_put_bits(out, object->length, 8);
    if (has_scales(object))
        add_scales(out, object, heap);
    if (has_list(object))
        add_list(out, put->file, object);
}

/** Signature, version, flags (a size of four bytes, attributes ordered and indexed, how
 *  many the header holds: 255), size, messages, checksum. */
static void add_header(struct armex_put *put, struct armex_object *object,
                       uint64_t heap)
{
    struct armex_text *out = &put->rest;
    const size_t from = out->length;

    armex_text_add_bytes(out, "OHDR\2\x1e\xff\0\0", 10);
    armex_put_bits(out, object->size - BEFORE - CHECKSUM, 4);
    if (object->name[0])
        add_variable(out, put, object, heap);
    else
        add_links(out, object);
    armex_put_message(out, ARMEX_MESSAGE_ATTRIBUTES, 4, 0, INFO);
    add_info(out, object->n_attributes, 2);
    armex_text_add_bytes(out, object->attributes.data, object->attributes.length);
    if (!out->failed)
        armex_put_bits(out, armex_put_checksum(out->data + from, out->length - from),
                       CHECKSUM);
    put->failed = put->failed || out->length - from != object->size;
}

/** The heap's things that lead from a variable to its scales. */
static void add_places(struct armex_put *put, struct armex_object *object)
{
    object->first_place = put->n_heap + 1;
    for (int i = 0; i < object->rank; i++) {
        struct armex_text address = {0};

        armex_put_bits(&address, object->axes[i]->scale->at, 8);
        put->failed = put->failed || address.failed || put->n_heap == UINT16_MAX;
        if (!put->failed)
            armex_heap_add(&put->heap, &put->n_heap, address.data, 8);
        armex_text_free(&address);
    }
}

/** Now that it is known where the heap lies, its texts are told. */
static void add_texts(struct armex_put *put, uint64_t heap)
{
    struct armex_text address = {0};

    armex_put_bits(&address, heap, 8);
    put->failed = put->failed || address.failed || put->texts.failed;
    for (size_t at = 0; !put->failed && at < put->texts.length;
         at += ARMEX_PUT_REFERENCE)
        if (memcmp(put->texts.data + at, "\0\0\0", 4) != 0) // not the empty text
            memcpy(put->texts.data + at + 4, address.data, 8);
    armex_text_add_bytes(&put->rest, put->heap.data, put->heap.length);
    armex_text_add_bytes(&put->rest, put->texts.data, put->texts.length);
    armex_text_free(&address);
}

uint64_t armex_put_headers(struct armex_put *put)
{
    uint64_t at = armex_put_end(put);

    for (struct armex_object *object = put->file; object; object = object->next) {
        object->at = at;
        object->size = header_size(object);
        at += object->size;
    }
    for (struct armex_object *object = put->file; object; object = object->next)
        if (has_scales(object))
            add_places(put, object);
    if (put->n_heap > 0)
        armex_heap_end(&put->heap);
    put->failed = put->failed || put->heap.failed;
    for (struct armex_object *object = put->file; object; object = object->next)
        add_header(put, object, at);
    add_texts(put, at);
    return put->file ? put->file->at : at;
}
