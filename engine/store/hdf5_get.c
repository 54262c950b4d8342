/** store/hdf5_get.c: reading a file of which each length is checked before it is used.
 */
#include "store/hdf5_get.h"

#include <stdlib.h>
#include <string.h>

enum { TEXT_SIZE = 16 }; /* of a text in an array: length, and where it lies */

void armex_hdf5_open(struct armex_get *get, const char *path)
{
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);

    get->by_hdf5 = true;
    // Files never change once they are in place, so there is nothing to lock against.
    if (H5Pset_file_locking(access, 0, 1) >= 0)
        get->file = H5Fopen(path, H5F_ACC_RDONLY, access);
    H5Pclose(access);
    if (get->file < 0)
        armex_get_fault(get, "HDF5 cannot open it");
    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++)
        if (!get->why &&
            !armex_image_read_raw(get->image, &get->image->seal.raw[i], NULL))
            armex_get_fault(get, "its figures are not those that were sealed");
}

void armex_hdf5_close(struct armex_get *get)
{
    if (get->file >= 0)
        H5Fclose(get->file);
    get->file = H5I_INVALID_HID;
}

hid_t armex_hdf5_type(enum armex_number as)
{
    switch (as) {
    case ARMEX_AS_DOUBLE:
        return H5T_NATIVE_DOUBLE;
    case ARMEX_AS_INT:
        return H5T_NATIVE_INT;
    case ARMEX_AS_LONG:
        return H5T_NATIVE_LONG;
    case ARMEX_AS_LONG_LONG:
        return H5T_NATIVE_LLONG;
    case ARMEX_AS_SIGNED_CHAR:
        return H5T_NATIVE_SCHAR;
    case ARMEX_AS_UNSIGNED_CHAR:
        return H5T_NATIVE_UCHAR;
    case ARMEX_AS_SHORT:
        return H5T_NATIVE_SHORT;
    case ARMEX_AS_UINT32:
        return H5T_NATIVE_UINT32;
    }
    return H5I_INVALID_HID;
}

bool armex_hdf5_has(struct armex_get *get, const char *name)
{
    H5L_info_t link;

    return H5Lexists(get->file, name, H5P_DEFAULT) > 0 &&
           H5Lget_info(get->file, name, &link, H5P_DEFAULT) >= 0 &&
           link.type == H5L_TYPE_HARD;
}

/** Opens a variable; its shape is {1, 1} for one value, {n, 1} for rank 1. */
static hid_t open_variable(struct armex_get *get, const char *name, int *rank,
                           hsize_t shape[2])
{
    hid_t data = H5I_INVALID_HID;

    if (armex_hdf5_has(get, name))
        data = H5Dopen2(get->file, name, H5P_DEFAULT);
    if (data < 0) {
        armex_get_fault(get, "a variable is missing");
        return data;
    }
    const hid_t space = H5Dget_space(data);
    *rank = H5Sget_simple_extent_ndims(space);
    shape[0] = shape[1] = 1;
    if (*rank < 0 || *rank > 2 || H5Sget_simple_extent_dims(space, shape, NULL) < 0 ||
        H5Sget_simple_extent_type(space) == H5S_NULL) {
        armex_get_fault(get, "a variable has a strange shape");
        H5Dclose(data);
        data = H5I_INVALID_HID;
    }
    H5Sclose(space);
    return data;
}

bool armex_hdf5_shape(struct armex_get *get, const char *name, uint64_t shape[2])
{
    hsize_t found[2];
    int rank;
    const hid_t data = open_variable(get, name, &rank, found);

    if (data < 0)
        return false;
    H5Dclose(data);
    shape[0] = found[0];
    shape[1] = found[1];
    return true;
}

/** Whether the values lie in the file, in one piece and where they say: neither outside
 *  storage nor pieces that claim to be more than there are bytes. */
static bool lies_in_file(struct armex_get *get, hid_t data, hsize_t n, size_t size)
{
    const haddr_t offset = H5Dget_offset(data);
    const uint64_t body = get->image->seal.body;

    return offset != HADDR_UNDEF && offset <= body && size > 0 &&
           n <= (body - offset) / size && H5Dget_storage_size(data) == n * size;
}

static bool read_numbers(struct armex_get *get, hid_t data, hid_t memory, void *out)
{
    return H5Dread(data, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, out) >= 0 ||
           armex_get_fault(get, "its figures cannot be read");
}

/** A variable of rank 1, some thousands of values at a time. */
static bool visit_blocks(struct armex_get *get, hid_t data, enum armex_number as,
                         size_t n, armex_block_visitor *visit, void *context)
{
    const hsize_t some = ARMEX_GET_BLOCK;
    const hid_t there = H5Dget_space(data);
    void *values = malloc(ARMEX_GET_BLOCK * sizeof(uint64_t));
    bool visited = values || armex_get_no_memory(get);

    for (hsize_t at = 0; visited && at < n; at += some) {
        const hsize_t count = n - at < some ? n - at : some;
        const hid_t here = H5Screate_simple(1, &count, NULL);
        visited =
            H5Sselect_hyperslab(there, H5S_SELECT_SET, &at, NULL, &count, NULL) >= 0 &&
            H5Dread(data, armex_hdf5_type(as), here, there, H5P_DEFAULT, values) >= 0;
        H5Sclose(here);
        if (!visited)
            armex_get_fault(get, "its figures cannot be read");
        visited = visited && visit(context, values, at, count);
    }
    free(values);
    H5Sclose(there);
    return visited;
}

/** One value that stands for all is given as often as there are blocks. */
static bool visit_one(struct armex_get *get, const char *name, enum armex_number as,
                      size_t n, armex_block_visitor *visit, void *context)
{
    const size_t some = n < ARMEX_GET_BLOCK ? n : ARMEX_GET_BLOCK;
    void *values = malloc(ARMEX_GET_BLOCK * sizeof(uint64_t));
    bool visited = (values || armex_get_no_memory(get)) &&
                   armex_hdf5_values(get, name, as, some, values);

    for (size_t at = 0; visited && at < n; at += some)
        visited = visit(context, values, at, n - at < some ? n - at : some);
    free(values);
    return visited;
}

bool armex_hdf5_blocks(struct armex_get *get, const char *name, enum armex_number as,
                       size_t n, armex_block_visitor *visit, void *context)
{
    hsize_t shape[2];
    int rank;
    const hid_t data = open_variable(get, name, &rank, shape);
    bool visited = false;

    if (data < 0)
        return false;
    const hid_t type = H5Dget_type(data);
    const H5T_class_t kind = H5Tget_class(type);
    if ((kind != H5T_INTEGER && kind != H5T_FLOAT) || H5Tget_size(type) > 8 || rank > 1)
        armex_get_fault(get, "a variable has a strange type");
    else if (rank == 0 || n == 0)
        visited = n == 0 || visit_one(get, name, as, n, visit, context);
    else if (shape[0] != n)
        armex_get_fault(get, "its variables differ in length");
    else if (!lies_in_file(get, data, n, H5Tget_size(type)))
        armex_get_fault(get, "a variable lies outside of it");
    else
        visited = visit_blocks(get, data, as, n, visit, context);
    H5Tclose(type);
    H5Dclose(data);
    return visited;
}

bool armex_hdf5_values(struct armex_get *get, const char *name, enum armex_number as,
                       size_t n, void *out)
{
    hsize_t shape[2];
    int rank;
    const hid_t data = open_variable(get, name, &rank, shape);

    if (data < 0)
        return false;
    const hid_t type = H5Dget_type(data);
    const H5T_class_t kind = H5Tget_class(type);
    const size_t size = H5Tget_size(type);
    const hsize_t held =
        shape[1] > 0 && shape[0] > SIZE_MAX / shape[1] ? SIZE_MAX : shape[0] * shape[1];
    bool read = false;

    if ((kind != H5T_INTEGER && kind != H5T_FLOAT) || size > 8)
        armex_get_fault(get, "a variable has a strange type");
    else if (rank == 0 ? n == 0 : held != n)
        read = rank == 0 || armex_get_fault(get, "its variables differ in length");
    else if (n == 0)
        read = true;
    else if (!lies_in_file(get, data, held, size))
        armex_get_fault(get, "a variable lies outside of it");
    else
        read = read_numbers(get, data, armex_hdf5_type(as), out);
    if (read && rank == 0 && n > 1)
        armex_get_repeat(out, n, armex_number_bytes(as));
    H5Tclose(type);
    H5Dclose(data);
    return read;
}

/** Texts are handed out by an arena, and all together are no longer than the file. */
struct text_room {
    struct armex_arena *arena;
    uint64_t left;
    bool no_memory;
};

static void *take_room(size_t size, void *room_pointer)
{
    struct text_room *room = room_pointer;

    if (size > room->left)
        return NULL;
    room->left -= size;
    char *text = armex_arena_new(room->arena, size + 1, 1);
    room->no_memory = room->no_memory || !text;
    return text;
}

static void keep_room(void *text, void *room)
{
    (void)text; // the arena ends them all at once
    (void)room;
}

/** Sizes `transfer`'s buffer for `n` texts. HDF5 clears a megabyte for each array of
 *  texts otherwise, which is half the time of opening a small file. */
static bool size_buffer(hid_t transfer, hsize_t n)
{
    const hsize_t most = 65536, some = n < most ? n : most;

    return H5Pset_buffer(transfer, (size_t)(some > 0 ? some : 1) * TEXT_SIZE, NULL,
                         NULL) >= 0;
}

static bool read_texts(struct armex_get *get, hid_t data, hsize_t n,
                       struct armex_arena *arena, const char **out)
{
    // Each text takes a byte more in memory than in the file.
    struct text_room room = {arena, get->image->seal.body + n, false};
    const hid_t transfer = H5Pcreate(H5P_DATASET_XFER);
    const hid_t type = H5Tcopy(H5T_C_S1);
    const bool read =
        H5Tset_size(type, H5T_VARIABLE) >= 0 && H5Tset_cset(type, H5T_CSET_UTF8) >= 0 &&
        size_buffer(transfer, n) &&
        H5Pset_vlen_mem_manager(transfer, take_room, &room, keep_room, &room) >= 0 &&
        H5Dread(data, type, H5S_ALL, H5S_ALL, transfer, out) >= 0;

    H5Tclose(type);
    H5Pclose(transfer);
    for (hsize_t i = 0; read && i < n; i++)
        if (!out[i])
            out[i] = "";
    get->no_memory = get->no_memory || room.no_memory;
    return read || armex_get_fault(get, "its texts cannot be read");
}

bool armex_hdf5_texts(struct armex_get *get, const char *name, size_t n,
                      struct armex_arena *arena, const char **out)
{
    hsize_t shape[2];
    int rank;
    const hid_t data = open_variable(get, name, &rank, shape);

    if (data < 0)
        return false;
    const hid_t type = H5Dget_type(data);
    bool read = false;

    if (H5Tis_variable_str(type) <= 0)
        armex_get_fault(get, "a variable has a strange type");
    else if (rank > 1 || (rank == 1 && shape[0] != n))
        armex_get_fault(get, "its variables differ in length");
    else if (n == 0)
        read = true;
    else if (!lies_in_file(get, data, shape[0], TEXT_SIZE))
        armex_get_fault(get, "a variable lies outside of it");
    else
        read = read_texts(get, data, shape[0], arena, out);
    if (read && rank == 0 && n > 1)
        armex_get_repeat((void *)out, n, sizeof *out);
    H5Tclose(type);
    H5Dclose(data);
    return read;
}
