/** store/put_close.c: the file's first bytes and last, and all that was gathered. */
#include "store/put_parts.h"

static void write_at(struct armex_put *put, const char *from, size_t length,
                     uint64_t at)
{
    if (!put->failed)
        put->reason = armex_put_write(put->stream, from, length, at);
    put->failed = put->failed || put->reason;
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
        memcpy(put->rest.data, block.data, ARMEX_PUT_SUPERBLOCK);
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
