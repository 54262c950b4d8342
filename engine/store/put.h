/**
 * store/put.h: a new HDF5 file of dimensions, variables and attributes, as netCDF-4
 * wants them and as every run writes them alike, written without HDF5.
 *
 * What a vintage needs is a small part of what HDF5 can be (store/plain.h reads the
 * same part): writing that down takes less time than HDF5 takes to start. One group,
 * every link and attribute in its object's header, every array contiguous (as quick as
 * a plain write; compression costs fifty times that and wins little on figures), no
 * object bears a time, all lie in order of creation. Texts are of variable length.
 *
 * The file is gathered in memory but for large arrays, which go to the disk at once.
 * The first failure sticks: later calls do nothing, armex_put_close() tells. What is
 * passed in may go as soon as the call returns, but for names.
 */
#ifndef ARMEX_STORE_PUT_H
#define ARMEX_STORE_PUT_H

#include "base/arena.h"
#include "base/text.h"
#include "store/seal.h"

enum { ARMEX_PUT_AXES = 8 };

struct armex_object; /* the file, or a variable of it */

/** A dimension: its scale and length. */
struct armex_axis {
    struct armex_object *scale;
    size_t length;
};

/** What an array holds, in memory and, little-endian, in the file. */
enum armex_form {
    ARMEX_FORM_DOUBLE,
    ARMEX_FORM_INT8,
    ARMEX_FORM_UINT8,
    ARMEX_FORM_INT16,
    ARMEX_FORM_UINT16,
    ARMEX_FORM_INT32,
    ARMEX_FORM_UINT32,
    ARMEX_FORM_INT64,
    ARMEX_FORM_TEXT, /* const char *, in UTF-8 */
    ARMEX_FORM_BARE, /* no values: a dimension without figures */
    ARMEX_FORMS
};

struct armex_put {
    int stream; /* the file descriptor */
    struct armex_arena *arena;
    struct armex_object *file, *newest;
    struct armex_axis axes[ARMEX_PUT_AXES];
    size_t n_axes, n_raw;
    struct armex_seal seal;  /* its raw extents: large arrays, summed as written */
    struct armex_text rest;  /* all other bytes of the file, in their order */
    struct armex_text heap;  /* texts of all short arrays */
    struct armex_text texts; /* those arrays: places in `heap` */
    unsigned n_heap;
    bool failed;
    int reason; /* errno of what the system refused, 0 if it was none of that */
};

/** Begins the file open for writing as `stream`, which is empty and stays open. */
void armex_put_open(struct armex_put *put, int stream);

/** Writes what is not written yet, and the seal. false when anything failed since the
 *  open. */
bool armex_put_close(struct armex_put *put);

/** A dimension without figures of its own. Good until the close. */
const struct armex_axis *armex_put_dimension(struct armex_put *put, const char *name,
                                             size_t length);

/** A dimension with a whole number at each place; its scale is the variable that holds
 *  them. */
const struct armex_axis *armex_put_coordinate(struct armex_put *put, const char *name,
                                              const int *numbers, size_t length);

/** What a variable is. rank 0: one value, which all share. */
struct armex_variable {
    const char *name, *long_name;
    enum armex_form form;
    int rank;
    const struct armex_axis *axes[2];
};

/** Writes one, to which attributes may be added until the close. */
struct armex_object *armex_put_variable(struct armex_put *put,
                                        const struct armex_variable *variable,
                                        const void *values);

/** Where the values of a variable come to lie. */
struct armex_room {
    uint64_t at;   /**< in the file, or in put->rest */
    size_t extent; /**< number of a large array, summed apart; else ARMEX_SEAL_RAW */
};

/** Makes room for one whose values the caller writes, in the form that the file has
 *  them in: by armex_put_into(), when the room of all such variables is made. */
struct armex_object *armex_put_room(struct armex_put *put,
                                    const struct armex_variable *variable,
                                    struct armex_room *room);

/** Writes `length` bytes from `skip` on into the room; several threads may, each into
 *  places of its own. 0, or the errno of what the system refused. */
int armex_put_into(const struct armex_put *put, const struct armex_room *room,
                   const void *bytes, size_t length, uint64_t skip);

/** Says the sum of all that was written into the room. */
void armex_put_summed(struct armex_put *put, const struct armex_room *room,
                      const struct armex_sum *sum);

/** Texts, along one axis, or one text (`axis` NULL). */
void armex_put_texts(struct armex_put *put, const char *name, const char *long_name,
                     const struct armex_axis *axis, const char *const *texts);

/** Attributes of a variable or of the file. */
void armex_put_text(struct armex_put *put, struct armex_object *object,
                    const char *name, const char *text);
void armex_put_number(struct armex_put *put, struct armex_object *object,
                      const char *name, double number);
void armex_put_whole(struct armex_put *put, struct armex_object *object,
                     const char *name, long long number);
void armex_put_octets(struct armex_put *put, struct armex_object *object,
                      const char *name, const uint8_t *octets, size_t n);

#endif
