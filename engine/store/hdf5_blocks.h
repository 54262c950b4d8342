/**
 * store/hdf5_blocks.h: how much of an array is moved at a time.
 *
 * A large array of rank 1 or 2 goes block by block in its own order, so that each block
 * can be summed while it lies in the processor's cache.
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

enum { ARMEX_TEXT_SIZE = 16 }; /* of a text in an array: length, and where it lies */

/** Sizes `transfer`'s buffer for `n` texts. HDF5 clears a megabyte for each array of
 *  texts otherwise, which is half the time of opening a small file. */
bool armex_text_buffer(hid_t transfer, hsize_t n);

#endif
