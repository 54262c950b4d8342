/** store/put.c: dimensions, variables and attributes of a new file. */
#include "store/put.h"

#include <errno.h>
#include <unistd.h>

#include "store/put_parts.h"

enum {
    SUPERBLOCK = 48,
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
    static const char later[SUPERBLOCK] = {0};

    *put = (struct armex_put){.stream = stream, .arena = armex_arena_create()};
    put->failed = !put->arena;
    if (!put->failed)
        put->file = add_object(put, "");
    armex_text_add_bytes(&put->rest, later, SUPERBLOCK);
}

uint64_t armex_put_end(const struct armex_put *put)
{
    uint64_t end = put->rest.length;

    for (size_t i = 0; i < put->n_raw; i++)
        end += put->seal.raw[i].length;
    return end;
}

static void write_at(struct armex_put *put, const char *from, size_t length,
                     uint64_t at)
{
    while (length > 0 && !put->failed) {
        const ssize_t wrote = pwrite(put->stream, from, length, (off_t)at);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0) {
            put->reason = wrote < 0 ? errno : EIO;
            put->failed = true;
            return;
        }
        from += wrote;
        at += (uint64_t)wrote;
        length -= (size_t)wrote;
    }
}

/** All that lies before, between and behind the large arrays. */
static void write_rest(struct armex_put *put)
{
    uint64_t at = 0;
    size_t written = 0;

    for (size_t i = 0; i <= put->n_raw; i++) {
        const struct armex_extent *raw = &put->seal.raw[i];
        const size_t length =
            i < put->n_raw ? (size_t)(raw->offset - at) : put->rest.length - written;

        write_at(put, put->rest.data + written, length, at);
        written += length;
        at = i < put->n_raw ? raw->offset + raw->length : at;
    }
}

/** Signature, version, sizes of addresses and lengths; where the file begins, what
 *  extends this (nothing), where it ends, where its header is. */
static void begin_with_superblock(struct armex_put *put, uint64_t root)
{
    struct armex_text block = {0};

    armex_text_add_bytes(&block, "\x89HDF\r\n\x1a\n\2\x8\x8\0\0\0\0\0\0\0\0", 20);
    armex_put_bits(&block, ARMEX_PUT_NOWHERE, 8);
    armex_put_bits(&block, armex_put_end(put), 8);
    armex_put_bits(&block, root, 8);
    if (!block.failed)
        armex_put_bits(&block, armex_put_checksum(block.data, block.length), 4);
    put->failed = put->failed || block.failed || put->rest.failed;
    if (!put->failed)
        memcpy(put->rest.data, block.data, SUPERBLOCK);
    armex_text_free(&block);
}

static void end_with_seal(struct armex_put *put)
{
    char text[ARMEX_SEAL_SIZE + 1];
    struct armex_sum sum = {.n_left = 0};

    armex_sum_add(&sum, put->rest.data, put->rest.length);
    put->seal.rest = armex_sum_digest(&sum);
    put->seal.body = armex_put_end(put);
    armex_seal_write(text, &put->seal);
    armex_text_add_bytes(&put->rest, text, ARMEX_SEAL_SIZE);
    put->failed = put->failed || put->rest.failed;
}

bool armex_put_close(struct armex_put *put)
{
    for (struct armex_object *object = put->file; object; object = object->next)
        put->failed = put->failed || object->attributes.failed;
    if (!put->failed)
        begin_with_superblock(put, armex_put_headers(put));
    if (!put->failed)
        end_with_seal(put);
    if (!put->failed)
        write_rest(put);
    for (struct armex_object *object = put->file; object; object = object->next)
        armex_text_free(&object->attributes);
    armex_text_free(&put->rest);
    armex_text_free(&put->heap);
    armex_text_free(&put->texts);
    armex_arena_free(put->arena);
    return !put->failed;
}

static bool has_variable(const struct armex_put *put, const char *name)
{
    const struct armex_object *object = put->file;

    while (object && strcmp(object->name, name) != 0)
        object = object->next;
    return object != NULL;
}

/** Writes block by block, each summed while the processor still has it at hand. Begins
 *  where a page does, which systems write soonest. */
static void write_large(struct armex_put *put, struct armex_object *object,
                        const char *values)
{
    static const char zeros[ARMEX_PUT_PAGE] = {0};
    struct armex_extent *extent = &put->seal.raw[put->n_raw];
    struct armex_sum sum = {.n_left = 0};

    armex_text_add_bytes(&put->rest, zeros, -armex_put_end(put) % ARMEX_PUT_PAGE);
    object->offset = extent->offset = armex_put_end(put);
    for (uint64_t at = 0; at < object->length; at += BLOCK) {
        const uint64_t left = object->length - at;
        const size_t length = left < BLOCK ? (size_t)left : BLOCK;

        write_at(put, values + at, length, extent->offset + at);
        armex_sum_add(&sum, values + at, length);
    }
    extent->length = object->length;
    extent->digest = armex_sum_digest(&sum);
    put->n_raw++;
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
    const size_t size = armex_put_spelling(object->form)->size;
    size_t n = 1;

    for (int i = 0; i < object->rank; i++)
        n *= object->axes[i]->length;
    object->offset = ARMEX_PUT_NOWHERE;
    object->length = (uint64_t)n * size;
    if (n == 0 || object->form == ARMEX_FORM_BARE)
        return;
    if (object->form == ARMEX_FORM_TEXT)
        put_texts(put, object, values, n);
    else if (put->n_raw < ARMEX_SEAL_RAW && object->length >= LARGE &&
             __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__)
        write_large(put, object, values);
    else {
        object->offset = armex_put_end(put);
        armex_put_array(&put->rest, values, n, size);
    }
}

struct armex_object *armex_put_variable(struct armex_put *put,
                                        const struct armex_variable *variable,
                                        const void *values)
{
    put->failed = put->failed || has_variable(put, variable->name) ||
                  strlen(variable->name) > ARMEX_PUT_MESSAGE;
    struct armex_object *object = put->failed ? NULL : add_object(put, variable->name);

    if (!object)
        return NULL;
    object->form = variable->form;
    object->rank = variable->rank;
    for (int i = 0; i < variable->rank; i++) {
        object->axes[i] = variable->axes[i];
        if (variable->axes[i]->scale)
            variable->axes[i]->scale->n_attached++;
    }
    put_values(put, object, values);
    if (variable->long_name)
        armex_put_text(put, object, "long_name", variable->long_name);
    return object;
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
