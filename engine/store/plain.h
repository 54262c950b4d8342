/**
 * store/plain.h: HDF5's own format, as far as our files use it, read without HDF5.
 *
 * A file of ours is a small part of what HDF5 can be: one group whose links and
 * attributes stand in its header, contiguous arrays of six types, little-endian.
 * Reading that from memory takes a tenth of the time in which HDF5 merely starts, and
 * no length is believed that does not lie within the file. Anything else is foreign:
 * the caller then asks HDF5.
 *
 * Source: HDF5 File Format Specification 3.0: II.A superblock versions 2 and 3,
 * IV.A.1.b object headers version 2, IV.A.2 messages, III.E global heap.
 */
#ifndef ARMEX_STORE_PLAIN_H
#define ARMEX_STORE_PLAIN_H

#include "base/arena.h"
#include "store/image.h"

enum armex_plain_type {
    ARMEX_PLAIN_FOREIGN,
    ARMEX_PLAIN_DOUBLE,
    ARMEX_PLAIN_SIGNED, /**< whole numbers, `size` bytes each */
    ARMEX_PLAIN_UNSIGNED,
    ARMEX_PLAIN_LETTERS, /**< a text of fixed length, filled up with NULs */
    ARMEX_PLAIN_TEXT,    /**< a text of variable length, in a heap */
};

struct armex_plain_array {
    enum armex_plain_type type;
    size_t size;                /**< of one value, in bytes */
    int rank;                   /**< 0 to 2 */
    uint64_t shape[2];          /**< {1, 1} for rank 0, {n, 1} for rank 1 */
    uint64_t offset;            /**< of a variable's values in the file */
    const unsigned char *bytes; /**< of an attribute's */
};

struct armex_plain_link {
    const unsigned char *name;
    size_t length;
    uint64_t header;
};

struct armex_plain {
    const struct armex_image *image;
    uint64_t root;
    size_t n_links;
    struct armex_plain_link *links; /**< by creation */
};

/** `image` outlives it, links live in `arena`. false: foreign, or no memory. */
bool armex_plain_open(struct armex_plain *out, const struct armex_image *image,
                      struct armex_arena *arena);

/** The variable or dimension of that name; NULL if there is none. */
const struct armex_plain_link *armex_plain_find(const struct armex_plain *plain,
                                                const char *name);

/** false: foreign. */
bool armex_plain_variable(struct armex_plain_array *out,
                          const struct armex_plain *plain,
                          const struct armex_plain_link *link);

/** Of the file where `link` is NULL. false: foreign, or there is none. */
bool armex_plain_attribute(struct armex_plain_array *out,
                           const struct armex_plain *plain,
                           const struct armex_plain_link *link, const char *name);

/** The text of an attribute that is one of variable length, copied into `arena`. NULL:
 *  foreign, or no memory. */
const char *armex_plain_text(const struct armex_plain_array *attribute,
                             const struct armex_plain *plain,
                             struct armex_arena *arena);

/** The `n` texts of a variable, copied into `arena`. false: foreign, or no memory. */
bool armex_plain_texts(const char **out, size_t n,
                       const struct armex_plain_array *array,
                       const struct armex_plain *plain, struct armex_arena *arena);

#endif
