/** store/put_format.c: numbers, types, messages and checksums as HDF5 spells them. */
#include "store/put_parts.h"

void armex_put_bits(struct armex_text *out, uint64_t number, size_t size)
{
    char bytes[8];

    armex_put_low(bytes, number, size);
    armex_text_add_bytes(out, bytes, size);
}

void armex_put_array(struct armex_text *out, const void *values, size_t n, size_t size)
{
    const char *from = values;
    char turned[8];

    if (__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ || size == 1) {
        armex_text_add_bytes(out, from, n * size);
        return;
    }
    for (size_t i = 0; i < n; i++, from += size) {
        for (size_t byte = 0; byte < size; byte++)
            turned[byte] = from[size - 1 - byte];
        armex_text_add_bytes(out, turned, size);
    }
}

/* Class and version, flags, size; then for whole numbers the first bit and how many,
 * for IEEE ones those, where exponent and mantissa begin and how long they are, and the
 * bias; for texts of variable length, what they consist of. */
const struct armex_spelling *armex_put_spelling(enum armex_form form)
{
    static const struct armex_spelling spellings[ARMEX_FORMS] = {
        [ARMEX_FORM_DOUBLE] = {{0x11, 0x20, 63, 0,  8, 0,  0,    0, 0, 0,
                                64,   0,    52, 11, 0, 52, 0xff, 3, 0, 0},
                               20,
                               8},
        [ARMEX_FORM_INT8] = {{0x10, 8, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0}, 12, 1},
        [ARMEX_FORM_UINT8] = {{0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0}, 12, 1},
        [ARMEX_FORM_INT16] = {{0x10, 8, 0, 0, 2, 0, 0, 0, 0, 0, 16, 0}, 12, 2},
        [ARMEX_FORM_UINT16] = {{0x10, 0, 0, 0, 2, 0, 0, 0, 0, 0, 16, 0}, 12, 2},
        [ARMEX_FORM_INT32] = {{0x10, 8, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0}, 12, 4},
        [ARMEX_FORM_UINT32] = {{0x10, 0, 0, 0, 4, 0, 0, 0, 0, 0, 32, 0}, 12, 4},
        [ARMEX_FORM_INT64] = {{0x10, 8, 0, 0, 8, 0, 0, 0, 0, 0, 64, 0}, 12, 8},
        [ARMEX_FORM_TEXT] = {{0x19, 1, 1, 0, 16, 0, 0, 0, 0x10, 0,
                              0,    0, 1, 0, 0,  0, 0, 0, 8,    0},
                             20,
                             ARMEX_PUT_REFERENCE},
        // big-endian, 32 bits: what netCDF gives a dimension that is no variable
        [ARMEX_FORM_BARE] = {{0x11, 0x21, 31, 0, 4, 0,  0,    0, 0, 0,
                              32,   0,    23, 8, 0, 23, 0x7f, 0, 0, 0},
                             20,
                             4},
    };
    return &spellings[form];
}

void armex_put_message(struct armex_text *out, enum armex_message_type type,
                       unsigned flags, unsigned order, size_t size)
{
    armex_put_bits(out, type, 1);
    armex_put_bits(out, size, 2);
    armex_put_bits(out, flags, 1);
    armex_put_bits(out, order, 2);
}

size_t armex_put_space_size(int rank)
{
    return 4 + 16 * (size_t)rank;
}

/** Version 2: rank, whether the most it may be is given, kind; lengths, and these. */
void armex_put_space(struct armex_text *out, int rank, const uint64_t *shape)
{
    const char is_array = rank > 0 ? 1 : 0;
    const char before[4] = {2, (char)rank, is_array, is_array};

    armex_text_add_bytes(out, before, sizeof before);
    for (int most = 0; most < 2; most++)
        for (int i = 0; i < rank; i++)
            armex_put_bits(out, shape[i], 8);
}

/** Version 3: flags, three lengths, letters; name, type, space, value. */
static size_t size_of(const struct armex_attribute *attribute)
{
    return 9 + strlen(attribute->name) + 1 + attribute->type_length +
           armex_put_space_size(attribute->rank) + attribute->size;
}

size_t armex_put_attribute_size(const struct armex_attribute *attribute)
{
    return ARMEX_PUT_BEFORE_MESSAGE + size_of(attribute);
}

void armex_put_attribute(struct armex_text *out, unsigned order,
                         const struct armex_attribute *attribute)
{
    const size_t name = strlen(attribute->name) + 1;

    armex_put_message(out, ARMEX_MESSAGE_ATTRIBUTE, 0, order, size_of(attribute));
    armex_put_bits(out, 3, 2);
    armex_put_bits(out, name, 2);
    armex_put_bits(out, attribute->type_length, 2);
    armex_put_bits(out, armex_put_space_size(attribute->rank), 2);
    armex_put_bits(out, 0, 1);
    armex_text_add_bytes(out, attribute->name, name);
    armex_text_add_bytes(out, attribute->type, attribute->type_length);
    armex_put_space(out, attribute->rank, &attribute->n);
}

static uint32_t turn(uint32_t bits, unsigned left)
{
    return bits << left | bits >> (32 - left);
}

static void add_words(uint32_t sum[3], const unsigned char *from, size_t length)
{
    unsigned char block[12] = {0};

    memcpy(block, from, length);
    for (int word = 0; word < 3; word++)
        for (int byte = 0; byte < 4; byte++)
            sum[word] += (uint32_t)block[4 * word + byte] << 8 * byte;
}

static void mix(uint32_t sum[3])
{
    static const unsigned char turns[6] = {4, 6, 8, 16, 19, 4};

    for (int i = 0; i < 6; i++) {
        uint32_t *a = &sum[i % 3], *b = &sum[(i + 1) % 3], *c = &sum[(i + 2) % 3];

        *a -= *c;
        *a ^= turn(*c, turns[i]);
        *c += *b;
    }
}

static uint32_t finish(uint32_t sum[3])
{
    static const unsigned char turns[7] = {14, 11, 25, 16, 4, 14, 24};

    for (int i = 0; i < 7; i++) {
        uint32_t *to = &sum[(i + 2) % 3];
        const uint32_t from = sum[(i + 1) % 3];

        *to ^= from;
        *to -= turn(from, turns[i]);
    }
    return sum[2];
}

uint32_t armex_put_checksum(const void *bytes, size_t length)
{
    const uint32_t start = 0xdeadbeef + (uint32_t)length;
    const unsigned char *from = bytes;
    uint32_t sum[3] = {start, start, start};

    for (; length > 12; length -= 12, from += 12) {
        add_words(sum, from, 12);
        mix(sum);
    }
    add_words(sum, from, length);
    return finish(sum);
}
