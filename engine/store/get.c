/** store/get.c: variables and attributes out of a file's image. */
#include "store/get.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "store/hdf5_get.h"
#include "store/plain_header.h"

static const struct {
    size_t size;
    long long least, most;
} forms[] = {
    [ARMEX_AS_DOUBLE] = {sizeof(double), 0, 0},
    [ARMEX_AS_INT] = {sizeof(int), INT_MIN, INT_MAX},
    [ARMEX_AS_LONG] = {sizeof(long), LONG_MIN, LONG_MAX},
    [ARMEX_AS_LONG_LONG] = {sizeof(long long), LLONG_MIN, LLONG_MAX},
    [ARMEX_AS_SIGNED_CHAR] = {1, SCHAR_MIN, SCHAR_MAX},
    [ARMEX_AS_UNSIGNED_CHAR] = {1, 0, UCHAR_MAX},
    [ARMEX_AS_SHORT] = {sizeof(short), SHRT_MIN, SHRT_MAX},
    [ARMEX_AS_UINT32] = {sizeof(uint32_t), 0, UINT32_MAX},
};

bool armex_get_fault(struct armex_get *get, const char *why)
{
    if (!get->why)
        get->why = why;
    return false;
}

bool armex_get_no_memory(struct armex_get *get)
{
    get->no_memory = true;
    return armex_get_fault(get, "no memory");
}

size_t armex_number_bytes(enum armex_number as)
{
    return forms[as].size;
}

void armex_get_repeat(void *out, size_t n, size_t size)
{
    char *bytes = out;

    for (size_t have = 1; have < n;) { // doubling what is there
        const size_t more = have < n - have ? have : n - have;

        memcpy(bytes + have * size, bytes, more * size);
        have += more;
    }
}

bool armex_get_has(struct armex_get *get, const char *name)
{
    if (get->why)
        return false;
    return get->by_hdf5 ? armex_hdf5_has(get, name)
                        : armex_plain_find(&get->plain, name) != NULL;
}

static bool find_variable(struct armex_get *get, const char *name,
                          struct armex_plain_array *out)
{
    const struct armex_plain_link *link = armex_plain_find(&get->plain, name);

    return (link && armex_plain_variable(out, &get->plain, link)) ||
           armex_get_fault(get, "a variable is missing or strange");
}

bool armex_get_shape(struct armex_get *get, const char *name, size_t size,
                     size_t shape[2])
{
    const uint64_t most = get->image->seal.body / size;
    struct armex_plain_array array;
    uint64_t found[2];

    if (get->why)
        return false;
    if (get->by_hdf5 ? !armex_hdf5_shape(get, name, found)
                     : !find_variable(get, name, &array))
        return false;
    if (!get->by_hdf5)
        memcpy(found, array.shape, sizeof found);
    if (found[0] > most || found[1] > most ||
        (found[1] > 0 && found[0] > most / found[1]))
        return armex_get_fault(get, "a variable is longer than it");
    shape[0] = (size_t)found[0];
    shape[1] = (size_t)found[1];
    return true;
}

/** Whether memory has the bytes that the file has. */
static bool is_as_is(const struct armex_plain_array *array, enum armex_number as)
{
    if (as == ARMEX_AS_DOUBLE)
        return array->type == ARMEX_PLAIN_DOUBLE;
    return array->size == forms[as].size &&
           array->type ==
               (forms[as].least == 0 ? ARMEX_PLAIN_UNSIGNED : ARMEX_PLAIN_SIGNED);
}

/** One whole number, widened, then narrowed to what was asked if it fits. */
static bool convert_one(void *out, enum armex_number as, const unsigned char *from,
                        const struct armex_plain_array *array)
{
    const unsigned unused = 64 - 8 * (unsigned)array->size;
    const uint64_t bits = armex_plain_number(from, array->size) << unused;
    const long long number = array->type == ARMEX_PLAIN_SIGNED
                                 ? (long long)bits >> unused
                                 : (long long)(bits >> unused);

    if (number < forms[as].least || number > forms[as].most)
        return false;
    memcpy(out, &number, forms[as].size); // little-endian, see armex_plain_open()
    return true;
}

static bool copy_values(struct armex_get *get, const struct armex_plain_array *array,
                        enum armex_number as, size_t n, const unsigned char *from,
                        void *out)
{
    bool whole =
        array->type == ARMEX_PLAIN_SIGNED || array->type == ARMEX_PLAIN_UNSIGNED;

    if (from && is_as_is(array, as)) {
        memcpy(out, from, n * array->size);
        return true;
    }
    whole = whole && from && as != ARMEX_AS_DOUBLE;
    for (size_t i = 0; whole && i < n; i++)
        whole = convert_one((char *)out + i * forms[as].size, as,
                            from + i * array->size, array);
    return whole || armex_get_fault(get, "a variable has a strange type");
}

/** A variable being read block by block. */
struct blocks {
    struct armex_get *get;
    const struct armex_plain_array *array;
    enum armex_number as;
    size_t n;
    armex_block_visitor *visit;
    void *context;
    unsigned char *bytes; /* of one block, in the file */
    void *values;         /* and in memory */
};

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static bool visit_block(struct blocks *blocks, const unsigned char *bytes, size_t first,
                        size_t n)
{
    return copy_values(blocks->get, blocks->array, blocks->as, n, bytes,
                       blocks->values) &&
           blocks->visit(blocks->context, blocks->values, first, n);
}

/** What is read is summed on the way; what is visited before the sum is known to be
 *  right may be wrong, and is refused then. */
static bool visit_raw(struct blocks *blocks, const struct armex_extent *raw)
{
    const size_t size = blocks->array->size;
    struct armex_sum sum = {.n_left = 0};
    bool whole = true;

    for (size_t at = 0; whole && at < blocks->n; at += ARMEX_GET_BLOCK) {
        const size_t n = least(ARMEX_GET_BLOCK, blocks->n - at);
        whole =
            armex_image_read_piece(blocks->get->image, &sum, raw->offset + at * size,
                                   n * size, blocks->bytes) &&
            visit_block(blocks, blocks->bytes, at, n);
    }
    if (whole && armex_digest_equal(armex_sum_digest(&sum), raw->digest))
        return true;
    return armex_get_fault(blocks->get, "its figures are not those that were sealed");
}

/** One value that stands for all, or an array within the image. */
static bool visit_image(struct blocks *blocks)
{
    const struct armex_plain_array *array = blocks->array;
    const bool one = array->rank == 0;
    const unsigned char *bytes =
        armex_image_at(blocks->get->image, array->offset,
                       (one ? 1 : (uint64_t)blocks->n) * array->size);
    bool visited =
        bytes || armex_get_fault(blocks->get, "a variable lies outside of it");

    for (size_t i = 0; visited && one && i < least(ARMEX_GET_BLOCK, blocks->n); i++)
        memcpy(blocks->bytes + i * array->size, bytes, array->size);
    for (size_t at = 0; visited && at < blocks->n; at += ARMEX_GET_BLOCK)
        visited = visit_block(blocks, one ? blocks->bytes : bytes + at * array->size,
                              at, least(ARMEX_GET_BLOCK, blocks->n - at));
    return visited;
}

static bool read_values(struct armex_get *get, const struct armex_plain_array *array,
                        enum armex_number as, size_t n, void *out)
{
    const struct armex_extent *raw = armex_image_raw(get->image, array->offset);
    const uint64_t length = (uint64_t)n * array->size;

    if (raw && raw->length == length && is_as_is(array, as))
        return armex_image_read_raw(get->image, raw, out) ||
               armex_get_fault(get, "its figures are not those that were sealed");
    return copy_values(get, array, as, n,
                       armex_image_at(get->image, array->offset, length), out);
}

/** How many values or texts to read: one that stands for all, or `n`. */
static bool count_values(struct armex_get *get, const struct armex_plain_array *array,
                         size_t n, size_t *held)
{
    *held = array->rank == 0 && n > 0 ? 1 : n;
    return array->rank == 0 || array->shape[0] * array->shape[1] == n ||
           armex_get_fault(get, "its variables differ in length");
}

bool armex_get_values(struct armex_get *get, const char *name, enum armex_number as,
                      size_t n, void *out)
{
    struct armex_plain_array array;
    size_t held;

    if (get->why)
        return false;
    if (get->by_hdf5)
        return armex_hdf5_values(get, name, as, n, out);
    if (!find_variable(get, name, &array) || !count_values(get, &array, n, &held))
        return false;
    if (held > 0 && !read_values(get, &array, as, held, out))
        return false;
    if (held < n)
        armex_get_repeat(out, n, forms[as].size);
    return true;
}

bool armex_get_blocks(struct armex_get *get, const char *name, enum armex_number as,
                      size_t n, armex_block_visitor *visit, void *context)
{
    struct armex_plain_array array;
    struct blocks blocks = {get, &array, as, n, visit, context, NULL, NULL};
    const size_t room = ARMEX_GET_BLOCK * sizeof(uint64_t);
    size_t held;
    bool visited = false;

    if (get->why)
        return false;
    if (get->by_hdf5)
        return armex_hdf5_blocks(get, name, as, n, visit, context);
    if (!find_variable(get, name, &array) || !count_values(get, &array, n, &held))
        return false;
    if (array.size > sizeof(uint64_t))
        return armex_get_fault(get, "a variable has a strange type");
    blocks.bytes = malloc(room);
    blocks.values = malloc(room);
    const struct armex_extent *raw = armex_image_raw(get->image, array.offset);
    if (!blocks.bytes || !blocks.values)
        armex_get_no_memory(get);
    else if (n > 0 && raw && raw->length == (uint64_t)held * array.size)
        visited = visit_raw(&blocks, raw);
    else
        visited = n == 0 || visit_image(&blocks);
    free(blocks.bytes);
    free(blocks.values);
    return visited;
}

bool armex_get_texts(struct armex_get *get, const char *name, size_t n,
                     struct armex_arena *arena, const char **out)
{
    struct armex_plain_array array;
    size_t held;

    if (get->why)
        return false;
    if (get->by_hdf5)
        return armex_hdf5_texts(get, name, n, arena, out);
    if (!find_variable(get, name, &array) || !count_values(get, &array, n, &held))
        return false;
    if (held > 0 && !armex_plain_texts(out, held, &array, &get->plain, arena))
        return armex_get_fault(get, "its texts cannot be read");
    if (held < n)
        armex_get_repeat((void *)out, n, sizeof *out);
    return true;
}

static bool find_attribute(struct armex_get *get, const char *variable,
                           const char *name, struct armex_plain_array *out)
{
    const struct armex_plain_link *link =
        variable ? armex_plain_find(&get->plain, variable) : NULL;

    return ((link || !variable) &&
            armex_plain_attribute(out, &get->plain, link, name)) ||
           armex_get_fault(get, "an attribute is missing or strange");
}

static const char *long_text(struct armex_get *get,
                             const struct armex_plain_array *array,
                             struct armex_arena *arena)
{
    const char *text = armex_plain_text(array, &get->plain, arena);

    if (!text)
        armex_get_fault(get, "its texts cannot be read");
    return text;
}

const char *armex_get_text(struct armex_get *get, const char *variable,
                           const char *name, struct armex_arena *arena)
{
    struct armex_plain_array array;
    char *text;

    if (get->why)
        return NULL;
    if (get->by_hdf5)
        return armex_hdf5_text(get, variable, name, arena);
    if (!find_attribute(get, variable, name, &array))
        return NULL;
    if (array.type == ARMEX_PLAIN_TEXT)
        return long_text(get, &array, arena);
    if (array.type != ARMEX_PLAIN_LETTERS) {
        armex_get_fault(get, "an attribute has a strange type");
        return NULL;
    }
    text = armex_arena_copy(arena, (const char *)array.bytes, array.size);
    if (!text)
        armex_get_no_memory(get);
    return text;
}

bool armex_get_number(struct armex_get *get, const char *variable, const char *name,
                      enum armex_number as, void *out)
{
    struct armex_plain_array array;

    if (get->why)
        return false;
    if (get->by_hdf5)
        return armex_hdf5_number(get, variable, name, as, out);
    return find_attribute(get, variable, name, &array) &&
           copy_values(get, &array, as, 1, array.bytes, out);
}

size_t armex_get_count(struct armex_get *get)
{
    return get->why ? 0 : get->by_hdf5 ? armex_hdf5_count(get) : get->plain.n_links;
}

const char *armex_get_name(struct armex_get *get, size_t i, struct armex_arena *arena)
{
    char *name;

    if (get->why)
        return NULL;
    if (get->by_hdf5)
        return armex_hdf5_name(get, i, arena);
    name = armex_arena_copy(arena, (const char *)get->plain.links[i].name,
                            get->plain.links[i].length);
    if (!name)
        armex_get_no_memory(get);
    return name;
}
