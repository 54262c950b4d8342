/**
 * store/hdf5_put.h: a new HDF5 file of dimensions, variables and attributes, as
 * netCDF-4 wants them and as every run writes them alike.
 *
 * The first failure sticks: later calls do nothing, armex_put_close() tells. Every
 * array is contiguous (as quick as a plain write; compression costs fifty times that
 * and wins little on figures), no object bears a time, all lie in order of creation.
 */
#ifndef ARMEX_STORE_HDF5_PUT_H
#define ARMEX_STORE_HDF5_PUT_H

#include <hdf5.h>

#include "store/seal.h"

enum { ARMEX_PUT_AXES = 8 };

/** A dimension: its scale and length. */
struct armex_axis {
    hid_t scale;
    hsize_t length;
};

struct armex_put {
    const char *path;
    hid_t file, driver, new_variable, text; /* text: variable-length UTF-8 */
    struct armex_axis axes[ARMEX_PUT_AXES];
    size_t n_axes, n_raw;
    struct armex_extent raw[ARMEX_SEAL_RAW]; /* large arrays, summed as written */
    bool failed;
    int reason; /* errno of what the system refused, 0 if it was none of that */
};

/** `put` stays where it is until the close, and `path` as long. */
void armex_put_open(struct armex_put *put, const char *path);

/** false when anything failed since the open. */
bool armex_put_close(struct armex_put *put);

/** A dimension without figures of its own. Good until the close. */
const struct armex_axis *armex_put_dimension(struct armex_put *put, const char *name,
                                             size_t length);

/** A dimension with a whole number at each place, and the variable that holds them,
 *  which the caller may add attributes to but not end. */
const struct armex_axis *armex_put_coordinate(struct armex_put *put, const char *name,
                                              const int *numbers, size_t length);

/** What a variable is. rank 0: one value, which all share. `stored` is the type in the
 *  file, `memory` that of the array at hand. */
struct armex_variable {
    const char *name, *long_name;
    hid_t stored, memory;
    int rank;
    const struct armex_axis *axes[2];
};

/** Writes one; the caller adds attributes, then ends it with armex_put_end(). */
hid_t armex_put_variable(struct armex_put *put, const struct armex_variable *variable,
                         const void *values);
void armex_put_end(struct armex_put *put, hid_t variable);

/** Makes room for one whose values the caller writes himself, `*offset` bytes from the
 *  beginning of the file at put->path, in the form of `stored`; 0 if it has none. */
hid_t armex_put_room(struct armex_put *put, const struct armex_variable *variable,
                     uint64_t *offset);

/** Says the sum of what was written there. */
void armex_put_summed(struct armex_put *put, uint64_t offset, uint64_t length,
                      const struct armex_sum *sum);

/** The same for one without further attributes. */
void armex_put_plain(struct armex_put *put, const struct armex_variable *variable,
                     const void *values);

/** Texts, along one axis, or one text (`axis` NULL). */
void armex_put_texts(struct armex_put *put, const char *name, const char *long_name,
                     const struct armex_axis *axis, const char *const *texts);

/** Attributes of a variable or of the file. */
void armex_put_text(struct armex_put *put, hid_t object, const char *name,
                    const char *text);
void armex_put_number(struct armex_put *put, hid_t object, const char *name,
                      double number);
void armex_put_whole(struct armex_put *put, hid_t object, const char *name,
                     long long number);
void armex_put_octets(struct armex_put *put, hid_t object, const char *name,
                      const uint8_t *octets, size_t n);

#endif
