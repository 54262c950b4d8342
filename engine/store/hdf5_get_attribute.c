/** store/hdf5_get_attribute.c: attributes and names out of a vintage file. */
#include "store/hdf5_get.h"

static hid_t open_attribute(struct armex_get *get, const char *variable,
                            const char *name)
{
    hid_t attribute = H5I_INVALID_HID;

    if (!variable)
        attribute = H5Aopen(get->file, name, H5P_DEFAULT);
    else if (armex_hdf5_has(get, variable))
        attribute =
            H5Aopen_by_name(get->file, variable, name, H5P_DEFAULT, H5P_DEFAULT);
    if (attribute < 0)
        armex_get_fault(get, "an attribute is missing");
    return attribute;
}

/** A text too long for a header is of variable length. */
static bool read_long(hid_t attribute, hid_t type, struct armex_arena *arena,
                      char **out)
{
    char *text = NULL;

    if (H5Aread(attribute, type, (void *)&text) < 0)
        return false;
    *out = armex_arena_text(arena, text);
    H5free_memory(text);
    return true;
}

static bool read_letters(hid_t attribute, hid_t type, struct armex_arena *arena,
                         char **out)
{
    *out = armex_arena_new(arena, H5Tget_size(type) + 1, 1);
    return !*out || H5Aread(attribute, type, *out) >= 0;
}

const char *armex_hdf5_text(struct armex_get *get, const char *variable,
                            const char *name, struct armex_arena *arena)
{
    const hid_t attribute = open_attribute(get, variable, name);
    char *text = NULL;

    if (attribute < 0)
        return NULL;
    const hid_t type = H5Aget_type(attribute);
    const hid_t space = H5Aget_space(attribute);

    if (H5Tget_class(type) != H5T_STRING ||
        H5Sget_simple_extent_type(space) != H5S_SCALAR ||
        H5Tget_size(type) > get->image->seal.body)
        armex_get_fault(get, "an attribute has a strange type");
    else if (H5Tis_variable_str(type) > 0
                 ? !read_long(attribute, type, arena, &text)
                 : !read_letters(attribute, type, arena, &text))
        armex_get_fault(get, "an attribute cannot be read");
    else if (!text)
        armex_get_no_memory(get);
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(attribute);
    return get->why ? NULL : text;
}

bool armex_hdf5_number(struct armex_get *get, const char *variable, const char *name,
                       enum armex_number as, void *out)
{
    const hid_t attribute = open_attribute(get, variable, name);
    bool read = false;

    if (attribute < 0)
        return false;
    const hid_t type = H5Aget_type(attribute);
    const hid_t space = H5Aget_space(attribute);
    const H5T_class_t kind = H5Tget_class(type);

    if ((kind != H5T_INTEGER && kind != H5T_FLOAT) ||
        H5Sget_simple_extent_type(space) != H5S_SCALAR)
        armex_get_fault(get, "an attribute has a strange type");
    else
        read = H5Aread(attribute, armex_hdf5_type(as), out) >= 0 ||
               armex_get_fault(get, "an attribute cannot be read");
    H5Sclose(space);
    H5Tclose(type);
    H5Aclose(attribute);
    return read;
}

size_t armex_hdf5_count(struct armex_get *get)
{
    H5G_info_t group;

    if (H5Gget_info(get->file, &group) < 0)
        return 0;
    return (size_t)group.nlinks;
}

const char *armex_hdf5_name(struct armex_get *get, size_t i, struct armex_arena *arena)
{
    const ssize_t length = H5Lget_name_by_idx(get->file, ".", H5_INDEX_CRT_ORDER,
                                              H5_ITER_INC, i, NULL, 0, H5P_DEFAULT);
    char *name = NULL;

    if (length < 0)
        armex_get_fault(get, "a variable has no name");
    else if (!(name = armex_arena_new(arena, (size_t)length + 1, 1)))
        armex_get_no_memory(get);
    else
        H5Lget_name_by_idx(get->file, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, name,
                           (size_t)length + 1, H5P_DEFAULT);
    return name;
}
