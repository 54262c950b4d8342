/**
 * store/hdf5_get.h: variables and attributes out of an HDF5 file, believing nothing.
 *
 * The first thing wrong sticks in `why`; later calls do nothing. Only what a vintage
 * file holds is read: hard links of the root group to arrays that lie whole within the
 * file, so that no length can ask for more memory than the file has bytes, and neither
 * links nor outside storage lead elsewhere.
 */
#ifndef ARMEX_STORE_HDF5_GET_H
#define ARMEX_STORE_HDF5_GET_H

#include <hdf5.h>

#include "base/arena.h"
#include "store/seal.h"

struct armex_get {
    hid_t file;
    const struct armex_seal *seal;
    const char *why; /* what is wrong, NULL as long as nothing is */
    bool no_memory;
};

/** `seal` is the file's own, checked, and outlives the reading. */
void armex_get_open(struct armex_get *get, const char *path,
                    const struct armex_seal *seal);
void armex_get_close(struct armex_get *get);

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

/** All `n` values as `memory`, of the variable's own rank; a variable of one value that
 *  all share is given `n` times. */
bool armex_get_values(struct armex_get *get, const char *name, hid_t memory, size_t n,
                      void *out);

/** The same for texts, which live in `arena`; none is NULL. */
bool armex_get_texts(struct armex_get *get, const char *name, size_t n,
                     struct armex_arena *arena, const char **out);

/** An attribute of the file (`variable` NULL) or of one of its variables. */
const char *armex_get_text(struct armex_get *get, const char *variable,
                           const char *name, struct armex_arena *arena);
bool armex_get_number(struct armex_get *get, const char *variable, const char *name,
                      hid_t memory, void *out);

/** Names of the root group's variables in order of creation. */
size_t armex_get_count(struct armex_get *get);
const char *armex_get_name(struct armex_get *get, size_t i, struct armex_arena *arena);

#endif
