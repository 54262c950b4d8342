/**
 * store/get.h: variables and attributes out of a stored file, believing nothing.
 *
 * The first thing wrong sticks in `why`; later calls do nothing. A file as this program
 * writes it is read from its image (store/plain.h); one in another form of HDF5 by HDF5
 * (store/hdf5_get.h). Either way only arrays are read that lie whole within the file,
 * so that no length can ask for more memory than the file has bytes, and neither links
 * nor outside storage lead elsewhere.
 */
#ifndef ARMEX_STORE_GET_H
#define ARMEX_STORE_GET_H

#include <hdf5.h>

#include "store/plain.h"

struct armex_get {
    const struct armex_image *image;
    struct armex_arena *scratch; /* lives as long as the reading */
    struct armex_plain plain;
    hid_t file; /* open where HDF5 reads, else H5I_INVALID_HID */
    bool by_hdf5;
    const char *why; /* what is wrong, NULL as long as nothing is */
    bool no_memory;
};

/** What numbers become in memory. */
enum armex_number {
    ARMEX_AS_DOUBLE,
    ARMEX_AS_INT,
    ARMEX_AS_LONG,
    ARMEX_AS_LONG_LONG,
    ARMEX_AS_SIGNED_CHAR,
    ARMEX_AS_UNSIGNED_CHAR,
    ARMEX_AS_SHORT,
    ARMEX_AS_UINT32,
};

/** Says what is wrong, unless something was wrong before. Returns false. */
bool armex_get_fault(struct armex_get *get, const char *why);

/** Says that memory ran out. Returns false. */
bool armex_get_no_memory(struct armex_get *get);

/** Whether the file holds a variable of that name. */
bool armex_get_has(struct armex_get *get, const char *name);

/** The shape of a variable; {n, 1} for rank 1. false also where values of `size` bytes
 *  could not be that many within the file: memory for them may be asked for then. */
bool armex_get_shape(struct armex_get *get, const char *name, size_t size,
                     size_t shape[2]);

/** All `n` values; a variable of one value that all share is given `n` times. */
bool armex_get_values(struct armex_get *get, const char *name, enum armex_number as,
                      size_t n, void *out);

/** Told values [first, first + n) of a variable; false, with the fault said: no more.
 */
typedef bool armex_block_visitor(void *context, const void *values, size_t first,
                                 size_t n);

/** All `n` values as above, some thousands at a time. */
bool armex_get_blocks(struct armex_get *get, const char *name, enum armex_number as,
                      size_t n, armex_block_visitor *visit, void *context);

/** The same for texts, which live in `arena`; none is NULL. */
bool armex_get_texts(struct armex_get *get, const char *name, size_t n,
                     struct armex_arena *arena, const char **out);

/** An attribute of the file (`variable` NULL) or of one of its variables. */
const char *armex_get_text(struct armex_get *get, const char *variable,
                           const char *name, struct armex_arena *arena);
bool armex_get_number(struct armex_get *get, const char *variable, const char *name,
                      enum armex_number as, void *out);

/** Names of all variables in order of creation. */
size_t armex_get_count(struct armex_get *get);
const char *armex_get_name(struct armex_get *get, size_t i, struct armex_arena *arena);

enum { ARMEX_GET_BLOCK = 32 * 1024 }; /* values in a block */

/** Bytes of one number in memory. */
size_t armex_number_bytes(enum armex_number as);

/** The first of `n` things of `size` bytes stands for all of them. */
void armex_get_repeat(void *out, size_t n, size_t size);

#endif
