/**
 * store/hdf5_get.h: what store/get.h promises, kept by HDF5: for files in a form that
 * another release of HDF5 writes, and to verify that other tools see what we see.
 */
#ifndef ARMEX_STORE_HDF5_GET_H
#define ARMEX_STORE_HDF5_GET_H

#include "store/get.h"

/** Opens `path`, which get->image holds; faults stick in `get`. */
void armex_hdf5_open(struct armex_get *get, const char *path);
void armex_hdf5_close(struct armex_get *get);

bool armex_hdf5_has(struct armex_get *get, const char *name);
bool armex_hdf5_shape(struct armex_get *get, const char *name, uint64_t shape[2]);
bool armex_hdf5_values(struct armex_get *get, const char *name, enum armex_number as,
                       size_t n, void *out);
bool armex_hdf5_blocks(struct armex_get *get, const char *name, enum armex_number as,
                       size_t n, armex_block_visitor *visit, void *context);
bool armex_hdf5_texts(struct armex_get *get, const char *name, size_t n,
                      struct armex_arena *arena, const char **out);
const char *armex_hdf5_text(struct armex_get *get, const char *variable,
                            const char *name, struct armex_arena *arena);
bool armex_hdf5_number(struct armex_get *get, const char *variable, const char *name,
                       enum armex_number as, void *out);
size_t armex_hdf5_count(struct armex_get *get);
const char *armex_hdf5_name(struct armex_get *get, size_t i, struct armex_arena *arena);

/** The type of numbers in memory. */
hid_t armex_hdf5_type(enum armex_number as);

#endif
