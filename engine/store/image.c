/** store/image.c: reading a sealed file, summing while the processor has it at hand. */
#include "store/image.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 256 * 1024 };

/** Reads [offset, offset + length) and adds it to `sum`. false: the file is shorter. */
static bool read_summed(struct armex_sum *sum, int file, uint64_t offset,
                        uint64_t length, unsigned char *out)
{
    uint64_t have = 0, summed = 0;

    while (have < length) {
        const size_t ask = length - have < BLOCK ? (size_t)(length - have) : BLOCK;
        const ssize_t got = pread(file, out + have, ask, (off_t)(offset + have));

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        have += (uint64_t)got;
        armex_sum_add(sum, out + summed, (size_t)(have - summed));
        summed = have;
    }
    return true;
}

/** What lies before the i-th raw extent, or behind them all, and since the last. */
static void find_piece(const struct armex_seal *seal, size_t i, uint64_t *from,
                       uint64_t *to)
{
    const struct armex_extent *raw = seal->raw;

    *from = i > 0 ? raw[i - 1].offset + raw[i - 1].length : 0;
    *to = i < ARMEX_SEAL_RAW ? raw[i].offset : seal->body;
    if (i < ARMEX_SEAL_RAW && raw[i].length == 0)
        *to = seal->body;
    if (i > 0 && raw[i - 1].length == 0)
        *from = *to; // all was in the piece before
}

static size_t rest_length(const struct armex_seal *seal)
{
    uint64_t length = seal->body;

    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++)
        length -= seal->raw[i].length;
    return (size_t)length;
}

static const char *read_rest(struct armex_image *image)
{
    struct armex_sum sum = {.n_left = 0};

    for (size_t i = 0; i <= ARMEX_SEAL_RAW; i++) {
        uint64_t from, to;

        find_piece(&image->seal, i, &from, &to);
        if (!read_summed(&sum, image->file, from, to - from,
                         image->bytes + image->length))
            return "it cannot be read to its end";
        image->length += (size_t)(to - from);
    }
    return armex_digest_equal(armex_sum_digest(&sum), image->seal.rest)
               ? NULL
               : "its bytes are not those that were sealed";
}

static const char *read_seal(struct armex_image *image, const struct stat *found)
{
    const uint64_t length = (uint64_t)found->st_size;
    char text[ARMEX_SEAL_SIZE];

    if (!S_ISREG(found->st_mode))
        return "it is no file";
    if (length == 0)
        return "it is empty";
    if (length < ARMEX_SEAL_SIZE ||
        pread(image->file, text, ARMEX_SEAL_SIZE, (off_t)(length - ARMEX_SEAL_SIZE)) !=
            ARMEX_SEAL_SIZE ||
        !armex_seal_parse(&image->seal, text))
        return "it does not end with a seal";
    if (image->seal.body != length - ARMEX_SEAL_SIZE)
        return "its length is not the one that was sealed";
    return NULL;
}

static armex_status say_unread(const char *path, struct armex_error *error)
{
    const struct armex_place place = {path, 0, 0};

    return errno == ENOENT || errno == ENOTDIR
               ? armex_fail(error, ARMEX_NOT_FOUND, place, "there is no such file")
               : armex_fail(error, ARMEX_IO, place, "cannot be opened: %s",
                            strerror(errno));
}

armex_status armex_image_open(struct armex_image *out, const char **why,
                              const char *path, struct armex_error *error)
{
    struct stat found;

    *out = (struct armex_image){.bytes = NULL};
    *why = NULL;
    // O_NONBLOCK: a pipe of that name must not hold us up
    out->file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (out->file < 0 || fstat(out->file, &found) != 0)
        return say_unread(path, error);
    *why = read_seal(out, &found);
    if (*why)
        return ARMEX_BAD_INPUT;
    out->bytes = malloc(rest_length(&out->seal) + 1);
    if (!out->bytes)
        return armex_fail_memory(error);
    *why = read_rest(out);
    return *why ? ARMEX_BAD_INPUT : ARMEX_OK;
}

void armex_image_close(struct armex_image *image)
{
    if (image->file >= 0)
        close(image->file);
    free(image->bytes);
}

const unsigned char *armex_image_at(const struct armex_image *image, uint64_t offset,
                                    uint64_t length)
{
    const unsigned char *piece = image->bytes;

    for (size_t i = 0; i <= ARMEX_SEAL_RAW; i++) {
        uint64_t from, to;

        find_piece(&image->seal, i, &from, &to);
        if (offset >= from && offset <= to && length <= to - offset)
            return piece + (offset - from);
        piece += to - from;
    }
    return NULL;
}

bool armex_image_read_raw(const struct armex_image *image,
                          const struct armex_extent *raw, void *out)
{
    const size_t some = BLOCK;
    unsigned char *nowhere = out ? NULL : malloc(some);
    struct armex_sum sum = {.n_left = 0};
    bool read = out || nowhere;

    if (out)
        read = read_summed(&sum, image->file, raw->offset, raw->length, out);
    for (uint64_t at = 0; read && !out && at < raw->length; at += some)
        read = read_summed(&sum, image->file, raw->offset + at,
                           raw->length - at < some ? raw->length - at : some, nowhere);
    free(nowhere);
    return read && armex_digest_equal(armex_sum_digest(&sum), raw->digest);
}

bool armex_image_read_piece(const struct armex_image *image, struct armex_sum *sum,
                            uint64_t offset, uint64_t length, void *out)
{
    return read_summed(sum, image->file, offset, length, out);
}

const struct armex_extent *armex_image_raw(const struct armex_image *image,
                                           uint64_t offset)
{
    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++)
        if (image->seal.raw[i].length > 0 && image->seal.raw[i].offset == offset)
            return &image->seal.raw[i];
    return NULL;
}
