/**
 * store/hdf5_blocks.h: a large array of rank 1 or 2, block by block in its own order,
 * so that each block can be summed while it lies in the processor's cache.
 */
#ifndef ARMEX_STORE_HDF5_BLOCKS_H
#define ARMEX_STORE_HDF5_BLOCKS_H

#include <hdf5.h>
#include <stdbool.h>

struct armex_blocks {
    size_t offset, length; /**< in bytes, of the block at hand */
    hid_t here, there;     /**< its dataspaces in memory and in the file */
    int rank;
    hsize_t shape[2], at[2], most[2];
    size_t size; /**< of one value */
};

/** Whether an array of so many bytes is read and written in blocks. */
bool armex_is_large(unsigned long long bytes);

/** `size` is that of a value in memory. false: HDF5 refused, or a rank not known. */
bool armex_blocks_open(struct armex_blocks *blocks, hid_t data, size_t size);

/** Moves to the next block. false: there is none, or HDF5 refused. */
bool armex_blocks_next(struct armex_blocks *blocks);

/** false: the walk did not come to the end. */
bool armex_blocks_close(struct armex_blocks *blocks);

#endif
