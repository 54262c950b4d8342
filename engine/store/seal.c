/** store/seal.c: the last lines of a file. */
#include "store/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCK = 64 * 1024 };

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

/** Lines of fixed width, then blanks, then the end of the line. */
static void write_text(char text[ARMEX_SEAL_SIZE + 1], const struct armex_seal *seal)
{
    const size_t room = ARMEX_SEAL_SIZE;
    int at = snprintf(text, room,
                      "\narmex-seal 1 %016" PRIx64 "\nrest %016" PRIx64 "%016" PRIx64,
                      seal->body, seal->rest.plain, seal->rest.weighted);

    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++) {
        const struct armex_extent *raw = &seal->raw[i];

        at +=
            snprintf(text + at, room - (size_t)at,
                     "\nraw %016" PRIx64 " %016" PRIx64 " %016" PRIx64 "%016" PRIx64,
                     raw->offset, raw->length, raw->digest.plain, raw->digest.weighted);
    }
    memset(text + at, ' ', room - (size_t)at);
    text[ARMEX_SEAL_SIZE - 1] = '\n';
    text[ARMEX_SEAL_SIZE] = '\0';
}

/** Reads the sixteen digits that come `skip` characters on; `*at` moves behind them. */
static bool take(const char **at, size_t skip, uint64_t *out)
{
    static const char digits[] = "0123456789abcdef";

    *out = 0;
    *at += skip;
    for (int i = 0; i < 16; i++) {
        const char *digit = strchr(digits, *(*at)++);

        if (!digit || !*digit)
            return false;
        *out = *out << 4 | (uint64_t)(digit - digits);
    }
    return true;
}

/** Written again from what was read, a true seal gives the same bytes: so only the
 *  digits need to be looked at. */
static bool read_text(struct armex_seal *seal, const char text[ARMEX_SEAL_SIZE + 1])
{
    char again[ARMEX_SEAL_SIZE + 1];
    const char *at = text;
    bool read = take(&at, strlen("\narmex-seal 1 "), &seal->body) &&
                take(&at, strlen("\nrest "), &seal->rest.plain) &&
                take(&at, 0, &seal->rest.weighted);

    for (size_t i = 0; read && i < ARMEX_SEAL_RAW; i++) {
        struct armex_extent *raw = &seal->raw[i];

        read = take(&at, strlen("\nraw "), &raw->offset) &&
               take(&at, 1, &raw->length) && take(&at, 1, &raw->digest.plain) &&
               take(&at, 0, &raw->digest.weighted);
    }
    if (!read)
        return false;
    write_text(again, seal);
    return memcmp(again, text, ARMEX_SEAL_SIZE) == 0;
}

static bool is_none(const struct armex_extent *raw)
{
    const struct armex_extent none = {0, 0, {0, 0}};

    return raw->offset == 0 && armex_digest_equal(raw->digest, none.digest);
}

/** Extents within the body, in order and apart; one without length says nothing, and
 *  none comes after it. */
static bool is_plausible(const struct armex_seal *seal)
{
    uint64_t at = 0;
    bool ended = false;

    for (size_t i = 0; i < ARMEX_SEAL_RAW; i++) {
        const struct armex_extent *raw = &seal->raw[i];

        ended = ended || raw->length == 0;
        if (ended ? raw->length != 0 || !is_none(raw)
                  : raw->offset < at || raw->offset > seal->body ||
                        raw->length > seal->body - raw->offset)
            return false;
        at = raw->offset + raw->length;
    }
    return true;
}

bool armex_seal_parse(struct armex_seal *out, const char text[ARMEX_SEAL_SIZE])
{
    char ended[ARMEX_SEAL_SIZE + 1];

    memcpy(ended, text, ARMEX_SEAL_SIZE);
    ended[ARMEX_SEAL_SIZE] = '\0';
    *out = (struct armex_seal){0};
    return read_text(out, ended) && is_plausible(out);
}

armex_status armex_seal_append(FILE *stream, const char *path, const char *called,
                               const struct armex_extent raw[ARMEX_SEAL_RAW],
                               struct armex_error *error)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    char text[ARMEX_SEAL_SIZE + 1];
    struct armex_seal seal = {.body = 0};
    struct stat found;
    bool done = false;

    memcpy(seal.raw, raw, sizeof seal.raw);
    if (file >= 0 && fstat(file, &found) == 0) {
        seal.body = (uint64_t)found.st_size;
        if (is_plausible(&seal) && sum_rest(&seal.rest, &seal, file)) {
            write_text(text, &seal);
            done = fseeko(stream, found.st_size, SEEK_SET) == 0 &&
                   fwrite(text, 1, ARMEX_SEAL_SIZE, stream) == ARMEX_SEAL_SIZE &&
                   fflush(stream) == 0;
        }
    }
    const int reason = errno;
    if (file >= 0)
        close(file);
    return done ? ARMEX_OK
                : armex_fail(error, ARMEX_IO, ((struct armex_place){called, 0, 0}),
                             "cannot be written: %s", strerror(reason ? reason : EIO));
}
