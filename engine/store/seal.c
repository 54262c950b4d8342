/** store/seal.c: the last lines of a file. */
#include "store/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/** Lines of fixed width, then blanks, then the end of the line. */
void armex_seal_write(char text[ARMEX_SEAL_SIZE + 1], const struct armex_seal *seal)
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
    armex_seal_write(again, seal);
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
