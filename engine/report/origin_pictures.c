/** report/origin_pictures.c: what PNG and PDF say of themselves. */
#include <string.h>

#include "report/origin_parts.h"

static size_t big_endian(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3];
}

/* iTXt: keyword NUL, not packed, language NUL, keyword in it NUL, UTF-8. */
static void take_text(struct armex_origin_words *out, const char *data, size_t length)
{
    const char *keyword = data, *end = data + length;
    const char *at = memchr(data, '\0', length);

    for (int skip = 0; at && skip < 2; skip++) {
        const char *from = at + (skip ? 1 : 3);
        at = from < end ? memchr(from, '\0', (size_t)(end - from)) : NULL;
    }
    if (!at)
        return;
    struct armex_text *field = strcmp(keyword, "Source") == 0    ? &out->sources
                               : strcmp(keyword, "Comment") == 0 ? &out->command
                                                                 : NULL;
    if (field && !field->length && armex_utf8_valid(at + 1, (size_t)(end - at - 1)))
        armex_text_add_bytes(field, at + 1, (size_t)(end - at - 1));
}

bool armex_origin_png(struct armex_origin_words *out, const char *bytes, size_t length)
{
    static const char signature[] = "\x89PNG\r\n\x1a\n";
    size_t at = sizeof signature - 1;

    if (length < at || memcmp(bytes, signature, at) != 0)
        return false;
    while (length - at >= 12) {
        const size_t size = big_endian(bytes + at);
        if (size > length - at - 12)
            break;
        if (memcmp(bytes + at + 4, "iTXt", 4) == 0)
            take_text(out, bytes + at + 8, size);
        at += size + 12;
    }
    return out->sources.length || out->command.length;
}

static int digit(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* Four hexadecimal digits, or 0. */
static unsigned unit_at(const char *text)
{
    unsigned unit = 0;
    for (int i = 0; i < 4; i++) {
        const int d = digit(text[i]);
        if (d < 0)
            return 0;
        unit = unit << 4 | (unsigned)d;
    }
    return unit;
}

/* A text of the information dictionary, UTF-16 in hexadecimal, up to its '>'. */
static void take_hex(struct armex_text *out, const char *bytes, size_t length,
                     const char *name)
{
    const char *found = memmem(bytes, length, name, strlen(name));
    char character[4];

    if (!found)
        return;
    for (const char *at = found + strlen(name); *at && *at != '>'; at += 4) {
        unsigned c = unit_at(at);
        if (c >= 0xd800 && c < 0xdc00) { // the first half of a pair
            const unsigned low = unit_at(at + 4);
            c = low >= 0xdc00 && low < 0xe000
                    ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00)
                    : 0;
            at += 4;
        }
        if (c < ' ' || (c >= 0xd800 && c < 0xe000))
            return;
        armex_text_add_bytes(out, character, armex_utf8_write(character, c));
    }
}

bool armex_origin_pdf(struct armex_origin_words *out, const char *bytes, size_t length)
{
    if (length < 5 || memcmp(bytes, "%PDF-", 5) != 0)
        return false;
    take_hex(&out->sources, bytes, length, "/Keywords <FEFF");
    take_hex(&out->command, bytes, length, "/Comments <FEFF");
    return out->sources.length || out->command.length;
}
