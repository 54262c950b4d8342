/** store/hdf5_put.c: dimensions, variables and attributes of a new file. */
#include "store/hdf5_put.h"

#include <hdf5_hl.h>
#include <stdlib.h>
#include <string.h>

#include "store/hdf5_blocks.h"
#include "store/hdf5_driver.h"

// More than any vintage has: beyond it HDF5 goes over to its indexed form, which takes
// longer to open, and in which netCDF 4.9 loses count of ordered attributes.
enum { MOST_LINKS = 1024, MOST_ATTRIBUTES = 255 };

void armex_put_open(struct armex_put *put, const char *path)
{
    const unsigned ordered = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    const hid_t access = H5Pcreate(H5P_FILE_ACCESS);
    const hid_t creation = H5Pcreate(H5P_FILE_CREATE);

    *put = (struct armex_put){.path = path, .file = H5I_INVALID_HID};
    put->new_variable = H5Pcreate(H5P_DATASET_CREATE);
    put->text = H5Tcopy(H5T_C_S1);
    put->driver = armex_hdf5_driver_use(access, &put->reason);
    put->failed = put->driver < 0 ||
                  H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V110) < 0 ||
                  H5Pset_link_creation_order(creation, ordered) < 0 ||
                  H5Pset_attr_creation_order(creation, ordered) < 0 ||
                  H5Pset_link_phase_change(creation, MOST_LINKS, 0) < 0 ||
                  H5Pset_attr_phase_change(creation, MOST_ATTRIBUTES, 0) < 0 ||
                  H5Pset_obj_track_times(creation, 0) < 0 ||
                  H5Pset_attr_creation_order(put->new_variable, ordered) < 0 ||
                  H5Pset_attr_phase_change(put->new_variable, MOST_ATTRIBUTES, 0) < 0 ||
                  H5Pset_obj_track_times(put->new_variable, 0) < 0 ||
                  H5Pset_fill_time(put->new_variable, H5D_FILL_TIME_NEVER) < 0 ||
                  H5Tset_size(put->text, H5T_VARIABLE) < 0 ||
                  H5Tset_cset(put->text, H5T_CSET_UTF8) < 0;
    if (!put->failed)
        put->file = H5Fcreate(path, H5F_ACC_TRUNC, creation, access);
    put->failed = put->failed || put->file < 0;
    H5Pclose(creation);
    H5Pclose(access);
}

static int compare_extents(const void *a, const void *b)
{
    const struct armex_extent *x = a, *y = b;

    return (x->offset > y->offset) - (x->offset < y->offset);
}

bool armex_put_close(struct armex_put *put)
{
    for (size_t i = 0; i < put->n_axes; i++)
        H5Dclose(put->axes[i].scale);
    H5Tclose(put->text);
    H5Pclose(put->new_variable);
    if (put->file >= 0 && H5Fclose(put->file) < 0)
        put->failed = true;
    if (put->driver >= 0)
        H5FDunregister(put->driver);
    if (put->n_raw > 1)
        qsort(put->raw, put->n_raw, sizeof *put->raw, compare_extents);
    return !put->failed && put->reason == 0;
}

static const struct armex_axis *keep_axis(struct armex_put *put, hid_t scale,
                                          size_t length, const char *name)
{
    static const struct armex_axis none = {H5I_INVALID_HID, 0};
    struct armex_axis *axis = &put->axes[put->n_axes];

    if (put->failed || scale < 0 || H5DSset_scale(scale, name) < 0) {
        if (scale >= 0)
            H5Dclose(scale);
        put->failed = true;
        return &none;
    }
    *axis = (struct armex_axis){scale, length};
    put->n_axes++;
    return axis;
}

static hid_t new_scale(struct armex_put *put, const char *name, hid_t type,
                       size_t length)
{
    const hsize_t extent = length;
    hid_t scale = H5I_INVALID_HID;

    if (!put->failed && put->n_axes < ARMEX_PUT_AXES) {
        const hid_t space = H5Screate_simple(1, &extent, NULL);
        scale = H5Dcreate2(put->file, name, type, space, H5P_DEFAULT, put->new_variable,
                           H5P_DEFAULT);
        H5Sclose(space);
    }
    return scale;
}

const struct armex_axis *armex_put_dimension(struct armex_put *put, const char *name,
                                             size_t length)
{
    // By this name netCDF knows that no figures belong to it; its type is never used.
    static const char bare[] =
        "This is a netCDF dimension but not a netCDF variable.         0";

    return keep_axis(put, new_scale(put, name, H5T_IEEE_F32BE, length), length, bare);
}

const struct armex_axis *armex_put_coordinate(struct armex_put *put, const char *name,
                                              const int *numbers, size_t length)
{
    const hid_t scale = new_scale(put, name, H5T_STD_I32LE, length);

    if (length > 0 &&
        H5Dwrite(scale, H5T_NATIVE_INT, H5S_ALL, H5S_ALL, H5P_DEFAULT, numbers) < 0)
        put->failed = true;
    return keep_axis(put, scale, length, name);
}

static bool attach(hid_t variable, const struct armex_variable *shape)
{
    bool attached = true;

    for (int i = 0; attached && i < shape->rank; i++)
        attached = H5DSattach_scale(variable, shape->axes[i]->scale, (unsigned)i) >= 0;
    return attached;
}

/** Writes block by block, each summed while the processor still has it at hand. */
static bool write_large(struct armex_put *put, hid_t data, hid_t memory,
                        const void *values)
{
    struct armex_extent *extent = &put->raw[put->n_raw++];
    struct armex_sum sum = {.n_left = 0};
    struct armex_blocks blocks;
    bool written = armex_blocks_open(&blocks, data, H5Tget_size(memory));

    while (written && armex_blocks_next(&blocks)) {
        const char *from = (const char *)values + blocks.offset;

        written =
            H5Dwrite(data, memory, blocks.here, blocks.there, H5P_DEFAULT, from) >= 0;
        armex_sum_add(&sum, from, blocks.length);
    }
    written = armex_blocks_close(&blocks) && written;
    extent->offset = H5Dget_offset(data);
    extent->length = H5Dget_storage_size(data);
    extent->digest = armex_sum_digest(&sum);
    return written;
}

/** A sum taken in memory holds for the file only where both have the same form. */
static bool is_summed(const struct armex_put *put,
                      const struct armex_variable *variable, hsize_t n)
{
    return put->n_raw < ARMEX_SEAL_RAW &&
           H5Tget_class(variable->stored) != H5T_STRING &&
           H5Tequal(variable->stored, variable->memory) > 0 &&
           armex_is_large(n * H5Tget_size(variable->stored));
}

static bool write_texts(hid_t data, hid_t memory, hsize_t n, const void *values)
{
    const hid_t transfer = H5Pcreate(H5P_DATASET_XFER);
    const bool written =
        armex_text_buffer(transfer, n) &&
        H5Dwrite(data, memory, H5S_ALL, H5S_ALL, transfer, values) >= 0;

    H5Pclose(transfer);
    return written;
}

static bool write_values(struct armex_put *put, hid_t data,
                         const struct armex_variable *variable, hsize_t n,
                         const void *values)
{
    if (n == 0)
        return true;
    if (is_summed(put, variable, n))
        return write_large(put, data, variable->memory, values);
    if (H5Tget_class(variable->stored) == H5T_STRING)
        return write_texts(data, variable->memory, n, values);
    return H5Dwrite(data, variable->memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values) >= 0;
}

/** `*n` is how many values it holds; none of them is written yet. */
static hid_t create_variable(struct armex_put *put,
                             const struct armex_variable *variable, hsize_t *n)
{
    hsize_t shape[2] = {0, 0};

    *n = 1;
    for (int i = 0; i < variable->rank; i++)
        *n *= shape[i] = variable->axes[i]->length;
    const hid_t space = variable->rank ? H5Screate_simple(variable->rank, shape, NULL)
                                       : H5Screate(H5S_SCALAR);
    // HDF5 wants texts filled before they are written; figures need not be.
    H5Pset_fill_time(put->new_variable, H5Tget_class(variable->stored) == H5T_STRING
                                            ? H5D_FILL_TIME_IFSET
                                            : H5D_FILL_TIME_NEVER);
    const hid_t data = H5Dcreate2(put->file, variable->name, variable->stored, space,
                                  H5P_DEFAULT, put->new_variable, H5P_DEFAULT);
    H5Sclose(space);
    return data;
}

static hid_t name_variable(struct armex_put *put, hid_t data,
                           const struct armex_variable *variable)
{
    if (data < 0 || put->failed || !attach(data, variable))
        put->failed = true;
    if (variable->long_name)
        armex_put_text(put, data, "long_name", variable->long_name);
    return data;
}

hid_t armex_put_variable(struct armex_put *put, const struct armex_variable *variable,
                         const void *values)
{
    hsize_t n = 0;

    if (put->failed)
        return H5I_INVALID_HID;
    const hid_t data = create_variable(put, variable, &n);
    if (data >= 0 && !write_values(put, data, variable, n, values))
        put->failed = true;
    return name_variable(put, data, variable);
}

hid_t armex_put_room(struct armex_put *put, const struct armex_variable *variable,
                     uint64_t *offset)
{
    hsize_t n = 0;

    *offset = 0;
    if (put->failed)
        return H5I_INVALID_HID;
    H5Pset_alloc_time(put->new_variable, H5D_ALLOC_TIME_EARLY);
    const hid_t data = create_variable(put, variable, &n);
    H5Pset_alloc_time(put->new_variable, H5D_ALLOC_TIME_DEFAULT);
    if (data >= 0 && n > 0) {
        const haddr_t at = H5Dget_offset(data);
        put->failed = put->failed || at == HADDR_UNDEF;
        *offset = at;
    }
    return name_variable(put, data, variable);
}

void armex_put_summed(struct armex_put *put, uint64_t offset, uint64_t length,
                      const struct armex_sum *sum)
{
    if (armex_is_large(length) && put->n_raw < ARMEX_SEAL_RAW)
        put->raw[put->n_raw++] =
            (struct armex_extent){offset, length, armex_sum_digest(sum)};
}

void armex_put_end(struct armex_put *put, hid_t variable)
{
    if (variable >= 0 && H5Dclose(variable) < 0)
        put->failed = true;
}

void armex_put_plain(struct armex_put *put, const struct armex_variable *variable,
                     const void *values)
{
    armex_put_end(put, armex_put_variable(put, variable, values));
}

void armex_put_texts(struct armex_put *put, const char *name, const char *long_name,
                     const struct armex_axis *axis, const char *const *texts)
{
    const struct armex_variable variable = {name,      long_name,    put->text,
                                            put->text, axis ? 1 : 0, {axis, NULL}};
    armex_put_plain(put, &variable, texts);
}

static void put_attribute(struct armex_put *put, hid_t object, const char *name,
                          hid_t space, hid_t stored, hid_t memory, const void *value)
{
    const hid_t attribute =
        put->failed ? H5I_INVALID_HID
                    : H5Acreate2(object, name, stored, space, H5P_DEFAULT, H5P_DEFAULT);

    if (attribute < 0 || H5Awrite(attribute, memory, value) < 0)
        put->failed = true;
    if (attribute >= 0)
        H5Aclose(attribute);
    H5Sclose(space);
}

void armex_put_text(struct armex_put *put, hid_t object, const char *name,
                    const char *text)
{
    const hid_t type = H5Tcopy(H5T_C_S1);

    if (H5Tset_size(type, strlen(text) + 1) < 0 || H5Tset_cset(type, H5T_CSET_UTF8) < 0)
        put->failed = true;
    put_attribute(put, object, name, H5Screate(H5S_SCALAR), type, type, text);
    H5Tclose(type);
}

void armex_put_number(struct armex_put *put, hid_t object, const char *name,
                      double number)
{
    put_attribute(put, object, name, H5Screate(H5S_SCALAR), H5T_IEEE_F64LE,
                  H5T_NATIVE_DOUBLE, &number);
}

void armex_put_whole(struct armex_put *put, hid_t object, const char *name,
                     long long number)
{
    put_attribute(put, object, name, H5Screate(H5S_SCALAR), H5T_STD_I64LE,
                  H5T_NATIVE_LLONG, &number);
}

void armex_put_octets(struct armex_put *put, hid_t object, const char *name,
                      const uint8_t *octets, size_t n)
{
    const hsize_t length = n;

    put_attribute(put, object, name, H5Screate_simple(1, &length, NULL), H5T_STD_U8LE,
                  H5T_NATIVE_UCHAR, octets);
}
