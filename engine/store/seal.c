/** store/seal.c: sums, and the last 256 bytes of a file. */
#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STRIPE = ARMEX_SEAL_LANES * sizeof(uint64_t), BLOCK = 64 * 1024 };

/** Two adds a word; eight lanes so that the compiler can use whole vectors. */
static void add_stripes(struct armex_sum *sum, const unsigned char *bytes,
                        size_t stripes)
{
    uint64_t plain[ARMEX_SEAL_LANES], weighted[ARMEX_SEAL_LANES]; // kept in registers

    memcpy(plain, sum->plain, sizeof plain);
    memcpy(weighted, sum->weighted, sizeof weighted);
    for (size_t i = 0; i < stripes; i++) {
        uint64_t words[ARMEX_SEAL_LANES];

        memcpy(words, bytes + i * STRIPE, sizeof words);
        for (size_t lane = 0; lane < ARMEX_SEAL_LANES; lane++) {
            plain[lane] += words[lane];
            weighted[lane] += plain[lane];
        }
    }
    memcpy(sum->plain, plain, sizeof plain);
    memcpy(sum->weighted, weighted, sizeof weighted);
}

void armex_sum_add(struct armex_sum *sum, const void *bytes, size_t length)
{
    const unsigned char *from = bytes;

    if (sum->n_left > 0) {
        const size_t room = STRIPE - sum->n_left, take = length < room ? length : room;

        memcpy(sum->left + sum->n_left, from, take);
        sum->n_left += take;
        from += take;
        length -= take;
        if (sum->n_left < STRIPE)
            return;
        add_stripes(sum, sum->left, 1);
    }
    add_stripes(sum, from, length / STRIPE);
    sum->n_left = length % STRIPE;
    if (sum->n_left > 0)
        memcpy(sum->left, from + (length - sum->n_left), sum->n_left);
}

struct armex_digest armex_sum_digest(const struct armex_sum *sum)
{
    const uint64_t odd = 0x9e3779b97f4a7c15; // 2^64 / golden ratio: lanes stay apart
    struct armex_sum whole = *sum;
    struct armex_digest digest = {sum->n_left, 0};

    memset(whole.left + whole.n_left, 0, STRIPE - whole.n_left);
    add_stripes(&whole, whole.left, 1);
    for (size_t lane = 0; lane < ARMEX_SEAL_LANES; lane++) {
        digest.plain = digest.plain * odd + whole.plain[lane];
        digest.weighted = digest.weighted * odd + whole.weighted[lane];
    }
    return digest;
}

bool armex_digest_equal(struct armex_digest a, struct armex_digest b)
{
    return a.plain == b.plain && a.weighted == b.weighted;
}

/** Adds file bytes [from, to). false: a read failed, or the file is shorter. */
static bool add_range(struct armex_sum *sum, int file, uint64_t from, uint64_t to)
{
    unsigned char block[BLOCK];

    while (from < to) {
        const size_t ask = to - from < BLOCK ? (size_t)(to - from) : BLOCK;
        size_t have = 0;

        while (have < ask) {
            const ssize_t got =
                pread(file, block + have, ask - have, (off_t)(from + have));
            if (got < 0 && errno == EINTR)
                continue;
            if (got <= 0)
                return false;
            have += (size_t)got;
        }
        armex_sum_add(sum, block, ask);
        from += ask;
    }
    return true;
}

/** The sum of all that lies outside the raw extents. */
static bool sum_rest(struct armex_digest *out, const struct armex_seal *seal, int file)
{
    struct armex_sum sum = {.n_left = 0};
    uint64_t at = 0;

    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++) {
        const struct armex_extent *raw = &seal->raw[i];

        if (raw->length == 0)
            continue;
        if (!add_range(&sum, file, at, raw->offset))
            return false;
        at = raw->offset + raw->length;
    }
    if (!add_range(&sum, file, at, seal->body))
        return false;
    *out = armex_sum_digest(&sum);
    return true;
}

static void write_text(char text[ARMEX_SEAL_SIZE + 1], const struct armex_seal *seal)
{
    const struct armex_extent *a = &seal->raw[0], *b = &seal->raw[1];
    char lines[ARMEX_SEAL_SIZE];

    snprintf(lines, sizeof lines,
             "\narmex-seal 1 %016" PRIx64 "\nrest %016" PRIx64 "%016" PRIx64
             "\nraw %016" PRIx64 " %016" PRIx64 " %016" PRIx64 "%016" PRIx64
             "\nraw %016" PRIx64 " %016" PRIx64 " %016" PRIx64 "%016" PRIx64,
             seal->body, seal->rest.plain, seal->rest.weighted, a->offset, a->length,
             a->digest.plain, a->digest.weighted, b->offset, b->length, b->digest.plain,
             b->digest.weighted);
    snprintf(text, ARMEX_SEAL_SIZE + 1, "%-*s\n", ARMEX_SEAL_SIZE - 1, lines);
}

/** Written again from what was read, a true seal gives the same bytes. */
static bool read_text(struct armex_seal *seal, const char text[ARMEX_SEAL_SIZE + 1])
{
    struct armex_extent *a = &seal->raw[0], *b = &seal->raw[1];
    char again[ARMEX_SEAL_SIZE + 1];
    const int found =
        sscanf(text,
               " armex-seal 1 %16" SCNx64 " rest %16" SCNx64 "%16" SCNx64
               " raw %16" SCNx64 " %16" SCNx64 " %16" SCNx64 "%16" SCNx64
               " raw %16" SCNx64 " %16" SCNx64 " %16" SCNx64 "%16" SCNx64,
               &seal->body, &seal->rest.plain, &seal->rest.weighted, &a->offset,
               &a->length, &a->digest.plain, &a->digest.weighted, &b->offset,
               &b->length, &b->digest.plain, &b->digest.weighted);

    if (found != 11)
        return false;
    write_text(again, seal);
    return memcmp(again, text, ARMEX_SEAL_SIZE) == 0;
}

static bool is_none(const struct armex_extent *raw)
{
    const struct armex_extent none = {0, 0, {0, 0}};

    return raw->offset == 0 && armex_digest_equal(raw->digest, none.digest);
}

/** Extents within the body, in order and apart; one without length says nothing. */
static bool is_plausible(const struct armex_seal *seal)
{
    uint64_t at = 0;

    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++) {
        const struct armex_extent *raw = &seal->raw[i];

        if (raw->length == 0 && is_none(raw))
            continue;
        if (raw->length == 0 || raw->offset < at || raw->offset > seal->body ||
            raw->length > seal->body - raw->offset)
            return false;
        at = raw->offset + raw->length;
    }
    return true;
}

#define NO_FILE UINT64_MAX /* the length of a folder, a pipe, a device */

static armex_status open_file(int *file, uint64_t *length, const char *path,
                              struct armex_error *error)
{
    const struct armex_place place = {path, 0, 0};
    struct stat found;

    // O_NONBLOCK: a pipe of that name must not hold us up
    *file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*file < 0)
        return errno == ENOENT || errno == ENOTDIR
                   ? armex_fail(error, ARMEX_NOT_FOUND, place, "there is no such file")
                   : armex_fail(error, ARMEX_IO, place, "cannot be opened: %s",
                                strerror(errno));
    if (fstat(*file, &found) != 0) {
        close(*file);
        return armex_fail(error, ARMEX_IO, place, "cannot be read: %s",
                          strerror(errno));
    }
    *length = S_ISREG(found.st_mode) ? (uint64_t)found.st_size : NO_FILE;
    return ARMEX_OK;
}

armex_status armex_seal_append(FILE *stream, const char *path, const char *called,
                               const struct armex_extent raw[ARMEX_SEAL_RAW],
                               struct armex_error *error)
{
    char text[ARMEX_SEAL_SIZE + 1];
    struct armex_seal seal = {0};
    int file = -1;
    bool done = false;
    armex_status status = open_file(&file, &seal.body, path, error);

    if (status)
        return status;
    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++)
        seal.raw[i] = raw[i];
    if (seal.body != NO_FILE && is_plausible(&seal) &&
        sum_rest(&seal.rest, &seal, file)) {
        write_text(text, &seal);
        done = fseeko(stream, (off_t)seal.body, SEEK_SET) == 0 &&
               fwrite(text, 1, ARMEX_SEAL_SIZE, stream) == ARMEX_SEAL_SIZE &&
               fflush(stream) == 0;
    }
    close(file);
    return done ? ARMEX_OK
                : armex_fail(error, ARMEX_IO, ((struct armex_place){called, 0, 0}),
                             "cannot be written: %s", strerror(errno ? errno : EIO));
}

/** What is wrong with the open file, or NULL. */
static const char *find_fault(struct armex_seal *seal, int file, uint64_t length)
{
    char text[ARMEX_SEAL_SIZE + 1] = "";
    struct armex_digest rest;

    if (length == NO_FILE)
        return "it is no file";
    if (length == 0)
        return "it is empty";
    if (length < ARMEX_SEAL_SIZE ||
        pread(file, text, ARMEX_SEAL_SIZE, (off_t)(length - ARMEX_SEAL_SIZE)) !=
            ARMEX_SEAL_SIZE ||
        !read_text(seal, text) || !is_plausible(seal))
        return "it does not end with a seal";
    if (seal->body != length - ARMEX_SEAL_SIZE)
        return "its length is not the one that was sealed";
    if (!sum_rest(&rest, seal, file) || !armex_digest_equal(rest, seal->rest))
        return "its bytes are not those that were sealed";
    return NULL;
}

armex_status armex_seal_check(struct armex_seal *out, const char **why,
                              const char *path, struct armex_error *error)
{
    uint64_t length = 0;
    int file = -1;
    armex_status status = open_file(&file, &length, path, error);

    if (status)
        return status;
    *out = (struct armex_seal){0};
    *why = find_fault(out, file, length);
    close(file);
    return *why ? ARMEX_BAD_INPUT : ARMEX_OK;
}

armex_status armex_seal_check_raw(const struct armex_seal *seal, const char **why,
                                  const char *path, struct armex_error *error)
{
    uint64_t length = 0;
    int file = -1;
    armex_status status = open_file(&file, &length, path, error);

    for (size_t i = 0; !status && i < ARMEX_SEAL_RAW; i++) {
        const struct armex_extent *raw = &seal->raw[i];
        struct armex_sum sum = {.n_left = 0};

        if (!add_range(&sum, file, raw->offset, raw->offset + raw->length) ||
            !armex_digest_equal(armex_sum_digest(&sum), raw->digest)) {
            *why = "its figures are not those that were sealed";
            status = ARMEX_BAD_INPUT;
        }
    }
    if (file >= 0)
        close(file);
    return status;
}
