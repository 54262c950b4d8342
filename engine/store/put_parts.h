/**
 * store/put_parts.h: what the parts of store/put.h share: how HDF5's format spells
 * types, messages and heaps.
 *
 * Source: HDF5 File Format Specification 3.0: II.A superblock version 2, III.E global
 * heap, IV.A.1.b object headers version 2, IV.A.2 messages.
 */
#ifndef ARMEX_STORE_PUT_PARTS_H
#define ARMEX_STORE_PUT_PARTS_H

#include "store/plain_header.h"
#include "store/put.h"

#define ARMEX_PUT_NOWHERE UINT64_MAX /* an address that is not set */

enum {
    ARMEX_PUT_PAGE = 4096,      /* HDF5 reads a heap's first so many bytes at once */
    ARMEX_PUT_REFERENCE = 16,   /* a text's length, its heap's address, its number */
    ARMEX_PUT_MESSAGE = 60000,  /* bytes that fit a message, with room for its head */
    ARMEX_PUT_THINGS = 1 << 15, /* texts in one heap, with room for as many axes */
};

/** The file or a variable, until its header is written. */
struct armex_object {
    struct armex_object *next;
    const char *name; /* "": the file */
    enum armex_form form;
    int rank;
    const struct armex_axis *axes[2];
    uint64_t offset, length; /* of its values */
    bool is_late;            /* `offset` is one within the texts of short arrays */
    struct armex_text attributes;
    unsigned n_attributes;
    unsigned n_attached;  /* variables along this scale */
    unsigned first_place; /* in the heap, of what says which scales are its own */
    uint64_t at, size;    /* of its header in the file */
};

/** Writes the lowest `size` bytes of `number`, lowest first. */
static inline void armex_put_low(char *to, uint64_t number, size_t size)
{
    for (size_t i = 0; i < size; i++)
        to[i] = (char)(number >> 8 * i & 0xff);
}

/** Adds the lowest `size` bytes of `number`, lowest first. */
void armex_put_bits(struct armex_text *out, uint64_t number, size_t size);

/** Adds `n` values of `size` bytes each, lowest byte first. */
void armex_put_array(struct armex_text *out, const void *values, size_t n, size_t size);

/** How a type is spelt, and how large one of it is in the file. */
struct armex_spelling {
    unsigned char bytes[20];
    unsigned char length, size;
};
const struct armex_spelling *armex_put_spelling(enum armex_form form);

/** Adds the head of a message whose `size` bytes the caller adds. */
void armex_put_message(struct armex_text *out, enum armex_message_type type,
                       unsigned flags, unsigned order, size_t size);

enum { ARMEX_PUT_BEFORE_MESSAGE = 6 };

/** Adds a space. */
void armex_put_space(struct armex_text *out, int rank, const uint64_t *shape);
size_t armex_put_space_size(int rank);

/** An attribute but for its value. rank 0: one value, or 1: `n` of them. */
struct armex_attribute {
    const char *name;
    const void *type;
    size_t type_length;
    int rank;
    uint64_t n;
    size_t size; /* of all its values together */
};

/** Adds its message but for the values, which the caller adds. */
void armex_put_attribute(struct armex_text *out, unsigned order,
                         const struct armex_attribute *attribute);
size_t armex_put_attribute_size(const struct armex_attribute *attribute);

/** Bob Jenkins' lookup3, by which HDF5 finds damaged headers. */
uint32_t armex_put_checksum(const void *bytes, size_t length);

/** Adds a thing to a heap that begins as {0}, and counts it. Returns its number. */
unsigned armex_heap_add(struct armex_text *heap, unsigned *n, const void *bytes,
                        size_t length);

/** Makes a heap whole: its head, its length. */
void armex_heap_end(struct armex_text *heap);

/** Adds references to `n` texts; the texts go into heaps at the end of the file. */
void armex_put_many_texts(struct armex_put *put, struct armex_text *references,
                          const char *const *texts, size_t n);

/** Adds them to put->texts and put->heap, whose address is left open. */
void armex_put_few_texts(struct armex_put *put, const char *const *texts, size_t n);

/** Writes `length` bytes at `at`: 0, or the errno of what the system refused. */
int armex_put_write(int stream, const char *from, size_t length, uint64_t at);

enum { ARMEX_PUT_SUPERBLOCK = 48 };

/** Where the next byte of the file comes to lie. */
uint64_t armex_put_end(const struct armex_put *put);

/** Adds all headers to the file, then the texts of short arrays. Returns the address of
 *  the file's own header. */
uint64_t armex_put_headers(struct armex_put *put);

#endif
