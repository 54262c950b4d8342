/** store/hdf5_blocks.c: whole rows as many as fit a block, or parts of one row. */
#include "store/hdf5_blocks.h"

enum { BLOCK = 256 * 1024, LARGE = 1024 * 1024 };

bool armex_is_large(unsigned long long bytes)
{
    return bytes >= LARGE;
}

static hsize_t least(hsize_t a, hsize_t b)
{
    return a < b ? a : b;
}

bool armex_blocks_open(struct armex_blocks *blocks, hid_t data, size_t size)
{
    *blocks = (struct armex_blocks){.size = size, .here = H5I_INVALID_HID};
    blocks->there = H5Dget_space(data);
    blocks->rank = H5Sget_simple_extent_ndims(blocks->there);
    if (blocks->rank < 1 || blocks->rank > 2 ||
        H5Sget_simple_extent_dims(blocks->there, blocks->shape, NULL) < 0 || size == 0)
        return false;
    if (blocks->rank == 1)
        blocks->shape[1] = 1;
    const hsize_t fit = BLOCK / size; // values in a block
    blocks->most[1] = least(blocks->shape[1], fit);
    blocks->most[0] = blocks->most[1] < blocks->shape[1] ? 1 : fit / blocks->most[1];
    return blocks->most[1] > 0;
}

bool armex_blocks_next(struct armex_blocks *blocks)
{
    const hsize_t count[2] = {least(blocks->most[0], blocks->shape[0] - blocks->at[0]),
                              least(blocks->most[1], blocks->shape[1] - blocks->at[1])};
    const hsize_t n = count[0] * count[1];

    if (n == 0)
        return false;
    if (blocks->here >= 0)
        H5Sclose(blocks->here);
    blocks->here = H5Screate_simple(1, &n, NULL);
    if (blocks->here < 0 || H5Sselect_hyperslab(blocks->there, H5S_SELECT_SET,
                                                blocks->at, NULL, count, NULL) < 0)
        return false;
    blocks->offset += blocks->length;
    blocks->length = (size_t)n * blocks->size;
    blocks->at[1] += count[1];
    if (blocks->at[1] == blocks->shape[1]) {
        blocks->at[1] = 0;
        blocks->at[0] += count[0];
    }
    return true;
}

bool armex_blocks_close(struct armex_blocks *blocks)
{
    if (blocks->here >= 0)
        H5Sclose(blocks->here);
    if (blocks->there >= 0)
        H5Sclose(blocks->there);
    return blocks->at[0] == blocks->shape[0];
}

bool armex_text_buffer(hid_t transfer, hsize_t n)
{
    const hsize_t some = least(n > 0 ? n : 1, LARGE / ARMEX_TEXT_SIZE);

    return H5Pset_buffer(transfer, (size_t)some * ARMEX_TEXT_SIZE, NULL, NULL) >= 0;
}
