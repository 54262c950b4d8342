/** store/put.c: dimensions, variables and attributes of a new file. */
#include "store/put.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/put_parts.h"

enum {
    BLOCK = 256 * 1024,  // bytes summed at a time
    LARGE = 1024 * 1024, // bytes of an array that goes to the disk at once
    FEW = 4096,          // texts that share a heap with other arrays'
};

static struct armex_object *add_object(struct armex_put *put, const char *name)
{
    struct armex_object *object = armex_arena_new(put->arena, 1, sizeof *object);

    if (!object) {
        put->failed = true;
        return NULL;
    }
    object->name = name;
    if (put->newest)
        put->newest->next = object;
    put->newest = object;
    return object;
}

void armex_put_open(struct armex_put *put, int stream)
{
    static const char later[ARMEX_PUT_SUPERBLOCK] = {0};

    *put = (struct armex_put){.stream = stream, .arena = armex_arena_create()};
    put->failed = !put->arena;
    if (!put->failed)
        put->file = add_object(put, "");
    armex_text_add_bytes(&put->rest, later, ARMEX_PUT_SUPERBLOCK);
}

uint64_t armex_put_end(const struct armex_put *put)
{
    uint64_t end = put->rest.length;

    for (size_t i = 0; i < put->n_raw; i++)
        end += put->seal.raw[i].length;
    return end;
}

int armex_put_write(int stream, const char *from, size_t length, uint64_t at)
{
    while (length > 0) {
        const ssize_t wrote = pwrite(stream, from, length, (off_t)at);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return wrote < 0 ? errno : EIO;
        from += wrote;
        at += (uint64_t)wrote;
        length -= (size_t)wrote;
    }
    return 0;
}

static bool has_variable(const struct armex_put *put, const char *name)
{
    const struct armex_object *object = put->file;

    while (object && strcmp(object->name, name) != 0)
        object = object->next;
    return object != NULL;
}

static void add_zeros(struct armex_text *out, uint64_t length)
{
    static const char zeros[ARMEX_PUT_PAGE] = {0};

    for (; length > sizeof zeros; length -= sizeof zeros)
        armex_text_add_bytes(out, zeros, sizeof zeros);
    armex_text_add_bytes(out, zeros, (size_t)length);
}

static bool is_large(const struct armex_put *put, const struct armex_object *object)
{
    return put->n_raw < ARMEX_SEAL_RAW && object->length >= LARGE &&
           __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__;
}

/** Begins where a page does, which systems write soonest. */
static struct armex_extent *add_extent(struct armex_put *put,
                                       struct armex_object *object)
{
    struct armex_extent *extent = &put->seal.raw[put->n_raw];

    add_zeros(&put->rest, -armex_put_end(put) % ARMEX_PUT_PAGE);
    object->offset = extent->offset = armex_put_end(put);
    extent->length = object->length;
    put->n_raw++;
    return extent;
}

/** Writes block by block, each summed while the processor still has it at hand. */
static void write_large(struct armex_put *put, struct armex_object *object,
                        const char *values)
{
    struct armex_extent *extent = add_extent(put, object);
    struct armex_sum sum = {.n_left = 0};

    for (uint64_t at = 0; at < object->length; at += BLOCK) {
        const uint64_t left = object->length - at;
        const size_t length = left < BLOCK ? (size_t)left : BLOCK;

        if (!put->failed)
            put->reason =
                armex_put_write(put->stream, values + at, length, extent->offset + at);
        put->failed = put->failed || put->reason;
        armex_sum_add(&sum, values + at, length);
    }
    extent->digest = armex_sum_digest(&sum);
}

static void put_texts(struct armex_put *put, struct armex_object *object,
                      const char *const *texts, size_t n)
{
    struct armex_text references = {0};

    object->is_late = n <= FEW && put->n_heap + n <= ARMEX_PUT_THINGS;
    if (object->is_late) {
        object->offset = put->texts.length;
        armex_put_few_texts(put, texts, n);
        return;
    }
    armex_put_many_texts(put, &references, texts, n);
    object->offset = armex_put_end(put);
    armex_text_add_bytes(&put->rest, references.data, references.length);
    put->failed = put->failed || references.failed;
    armex_text_free(&references);
}

static void put_values(struct armex_put *put, struct armex_object *object,
                       const void *values)
{
    const size_t size = armex_put_spelling(object->form)->size,
                 n = (size_t)object->length / size;

    if (n == 0 || object->form == ARMEX_FORM_BARE)
        return;
    if (object->form == ARMEX_FORM_TEXT)
        put_texts(put, object, values, n);
    else if (is_large(put, object))
        write_large(put, object, values);
    else {
        object->offset = armex_put_end(put);
        armex_put_array(&put->rest, values, n, size);
    }
}

/** One whose values lie nowhere yet. NULL: it failed. */
static struct armex_object *begin_variable(struct armex_put *put,
                                           const struct armex_variable *variable)
{
    size_t n = 1;

    put->failed = put->failed || has_variable(put, variable->name) ||
                  strlen(variable->name) > ARMEX_PUT_MESSAGE;
    struct armex_object *object = put->failed ? NULL : add_object(put, variable->name);

    if (!object)
        return NULL;
    object->form = variable->form;
    object->rank = variable->rank;
    for (int i = 0; i < variable->rank; i++) {
        object->axes[i] = variable->axes[i];
        n *= variable->axes[i]->length;
        if (variable->axes[i]->scale)
            variable->axes[i]->scale->n_attached++;
    }
    object->offset = ARMEX_PUT_NOWHERE;
    object->length = (uint64_t)n * armex_put_spelling(object->form)->size;
    return object;
}

static struct armex_object *name_variable(struct armex_put *put,
                                          struct armex_object *object,
                                          const struct armex_variable *variable)
{
    if (variable->long_name)
        armex_put_text(put, object, "long_name", variable->long_name);
    return object;
}

struct armex_object *armex_put_variable(struct armex_put *put,
                                        const struct armex_variable *variable,
                                        const void *values)
{
    struct armex_object *object = begin_variable(put, variable);

    if (!object)
        return NULL;
    put_values(put, object, values);
    return name_variable(put, object, variable);
}

struct armex_object *armex_put_room(struct armex_put *put,
                                    const struct armex_variable *variable,
                                    struct armex_room *room)
{
    struct armex_object *object = begin_variable(put, variable);

    *room = (struct armex_room){put->rest.length, ARMEX_SEAL_RAW};
    if (!object)
        return NULL;
    if (is_large(put, object)) {
        room->extent = put->n_raw;
        room->at = add_extent(put, object)->offset;
    } else if (object->length > 0) {
        object->offset = armex_put_end(put);
        add_zeros(&put->rest, object->length);
    }
    return name_variable(put, object, variable);
}

int armex_put_into(const struct armex_put *put, const struct armex_room *room,
                   const void *bytes, size_t length, uint64_t skip)
{
    const size_t much = (size_t)1 << 17;
    int reason = 0;

    if (room->extent == ARMEX_SEAL_RAW) {
        memcpy(put->rest.data + room->at + skip, bytes, length);
        return 0;
    }
    reason = armex_put_write(put->stream, bytes, length, room->at + skip);
    if (!reason && length >= much) // the disk may begin; all is synced in the end
        sync_file_range(put->stream, (off_t)(room->at + skip), (off_t)length,
                        SYNC_FILE_RANGE_WRITE);
    return reason;
}

void armex_put_summed(struct armex_put *put, const struct armex_room *room,
                      const struct armex_sum *sum)
{
    if (room->extent < ARMEX_SEAL_RAW)
        put->seal.raw[room->extent].digest = armex_sum_digest(sum);
}

void armex_put_texts(struct armex_put *put, const char *name, const char *long_name,
                     const struct armex_axis *axis, const char *const *texts)
{
    const struct armex_variable variable = {
        name, long_name, ARMEX_FORM_TEXT, axis ? 1 : 0, {axis, NULL}};
    armex_put_variable(put, &variable, texts);
}

/** A text of fixed length, its end included, in letters of UTF-8 or ASCII. */
static void put_letters(struct armex_put *put, struct armex_object *object,
                        const char *name, const char *text, bool utf8)
{
    struct armex_text type = {0};
    const size_t size = strlen(text) + 1;

    armex_put_bits(&type, utf8 ? 0x1013 : 0x13, 4);
    armex_put_bits(&type, size, 4);
    const struct armex_attribute attribute = {name, type.data, type.length, 0, 0, size};
    if (!type.failed && !put->failed) {
        armex_put_attribute(&object->attributes, object->n_attributes++, &attribute);
        armex_text_add_bytes(&object->attributes, text, size);
    }
    put->failed = put->failed || type.failed;
    armex_text_free(&type);
}

/** One too long for a header: of variable length, in a heap of its own. */
static void put_long_text(struct armex_put *put, struct armex_object *object,
                          const char *name, const char *text)
{
    const struct armex_spelling *type = armex_put_spelling(ARMEX_FORM_TEXT);
    const struct armex_attribute attribute = {name, type->bytes, type->length,
                                              0,    0,           ARMEX_PUT_REFERENCE};

    armex_put_attribute(&object->attributes, object->n_attributes++, &attribute);
    armex_put_many_texts(put, &object->attributes, &text, 1);
}

void armex_put_text(struct armex_put *put, struct armex_object *object,
                    const char *name, const char *text)
{
    if (put->failed)
        return;
    if (strlen(text) < ARMEX_PUT_MESSAGE)
        put_letters(put, object, name, text, true);
    else
        put_long_text(put, object, name, text);
}

static void put_numbers(struct armex_put *put, struct armex_object *object,
                        const char *name, enum armex_form form, int rank, size_t n,
                        const void *numbers)
{
    const struct armex_spelling *type = armex_put_spelling(form);
    const struct armex_attribute attribute = {name, type->bytes, type->length,
                                              rank, n,           n * type->size};

    if (put->failed)
        return;
    armex_put_attribute(&object->attributes, object->n_attributes++, &attribute);
    armex_put_array(&object->attributes, numbers, n, type->size);
}

void armex_put_number(struct armex_put *put, struct armex_object *object,
                      const char *name, double number)
{
    put_numbers(put, object, name, ARMEX_FORM_DOUBLE, 0, 1, &number);
}

void armex_put_whole(struct armex_put *put, struct armex_object *object,
                     const char *name, long long number)
{
    put_numbers(put, object, name, ARMEX_FORM_INT64, 0, 1, &number);
}

void armex_put_octets(struct armex_put *put, struct armex_object *object,
                      const char *name, const uint8_t *octets, size_t n)
{
    put_numbers(put, object, name, ARMEX_FORM_UINT8, 1, n, octets);
}

static const struct armex_axis *add_axis(struct armex_put *put, enum armex_form form,
                                         const char *name, size_t length,
                                         const int *numbers)
{
    static const struct armex_axis none = {NULL, 0};
    static const char bare[] =
        "This is a netCDF dimension but not a netCDF variable.         0";

    if (put->failed || put->n_axes == ARMEX_PUT_AXES) {
        put->failed = true;
        return &none;
    }
    struct armex_axis *axis = &put->axes[put->n_axes++];
    *axis = (struct armex_axis){NULL, length};
    const struct armex_variable variable = {name, NULL, form, 1, {axis, NULL}};
    axis->scale = armex_put_variable(put, &variable, numbers);
    if (put->failed)
        return &none;
    put_letters(put, axis->scale, "CLASS", "DIMENSION_SCALE", false);
    // By that name netCDF knows that no figures belong to it.
    put_letters(put, axis->scale, "NAME", form == ARMEX_FORM_BARE ? bare : name, false);
    return axis;
}

const struct armex_axis *armex_put_dimension(struct armex_put *put, const char *name,
                                             size_t length)
{
    return add_axis(put, ARMEX_FORM_BARE, name, length, NULL);
}

const struct armex_axis *armex_put_coordinate(struct armex_put *put, const char *name,
                                              const int *numbers, size_t length)
{
    return add_axis(put, ARMEX_FORM_INT32, name, length, numbers);
}
