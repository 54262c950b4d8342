/** base/text.c: growing text, and UTF-8 one character at a time. */
#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

bool armex_text_make_room(struct armex_text *text, size_t more)
{
    size_t capacity = text->capacity ? text->capacity : 256;

    if (text->failed || more >= SIZE_MAX / 2 - text->length) {
        text->failed = true;
        return false;
    }
    while (capacity <= text->length + more)
        capacity *= 2;
    if (capacity > text->capacity) {
        char *data = realloc(text->data, capacity);
        if (!data) {
            text->failed = true;
            return false;
        }
        text->data = data;
        text->capacity = capacity;
    }
    return true;
}

void armex_text_printf(struct armex_text *text, const char *format, ...)
{
    enum { USUAL = 64 };
    va_list arguments, again;

    if (!armex_text_make_room(text, USUAL))
        return;
    va_start(arguments, format);
    va_copy(again, arguments);
    const size_t room = text->capacity - text->length;
    const int length = vsnprintf(text->data + text->length, room, format, arguments);
    if (length < 0 || (size_t)length >= room)
        text->data[text->length] = '\0';
    if (length < 0)
        text->failed = true;
    else if ((size_t)length < room)
        text->length += (size_t)length;
    else if (armex_text_make_room(text, (size_t)length)) {
        vsnprintf(text->data + text->length, (size_t)length + 1, format, again);
        text->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}

void armex_text_free(struct armex_text *text)
{
    free(text->data);
    *text = (struct armex_text){0};
}

size_t armex_utf8_write(char *out, unsigned c)
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

unsigned armex_utf8_next(const char **text, const char *end)
{
    utf8proc_int32_t c = -1;

    if (*text < end && (unsigned char)**text < 0x80)
        return (unsigned char)*(*text)++;
    const utf8proc_ssize_t length =
        utf8proc_iterate((const utf8proc_uint8_t *)*text, end - *text, &c);

    if (length < 1 || c < 0) {
        *text += 1;
        return 0xfffd;
    }
    *text += length;
    return (unsigned)c;
}

/* Whether eight bytes are all ASCII and none of them NUL. */
static bool is_plain(const char *bytes)
{
    const uint64_t ones = 0x0101010101010101, tops = 0x8080808080808080;
    uint64_t word;

    memcpy(&word, bytes, sizeof word);
    return ((word | (word - ones)) & tops) == 0; // a NUL borrows its top bit
}

bool armex_utf8_valid(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    while (bytes < end) {
        if (end - bytes >= 8 && is_plain(bytes)) {
            bytes += 8;
            continue;
        }
        const char *start = bytes;
        const unsigned c = armex_utf8_next(&bytes, end);
        if (c == 0 || (c == 0xfffd && bytes - start == 1))
            return false;
    }
    return true;
}

size_t armex_text_columns(const char *text)
{
    const char *end = text + strlen(text);
    size_t columns = 0;
    while (text < end) {
        const unsigned c = armex_utf8_next(&text, end);
        const bool plain = c >= ' ' && c <= '~';
        const int width = plain ? 1 : utf8proc_charwidth((int)c);
        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}

size_t armex_word_index(const char *const *words, size_t n, const char *text,
                        size_t length)
{
    size_t i = 0;
    while (i < n && (strlen(words[i]) != length || memcmp(words[i], text, length) != 0))
        i++;
    return i;
}
