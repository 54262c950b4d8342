/** base/error.c: messages made where the facts are, safe to print anywhere. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* Data end up in messages: nothing in them may move a terminal's cursor. */
static void make_printable(char *message)
{
    const char *read = message, *end = message + strlen(message);
    char *write = message;

    while (read < end) {
        const char *start = read;
        const unsigned c = armex_utf8_next(&read, end);
        const size_t length = (size_t)(read - start);
        if (c < 0x20 || c == 0x7f || (c >= 0x80 && c < 0xa0) ||
            (c == 0xfffd && length == 1)) {
            *write++ = '?';
        } else {
            memmove(write, start, length);
            write += length;
        }
    }
    *write = '\0';
}

/* Cuts at a character's edge and says that something was cut. */
static void shorten(char *message, size_t size)
{
    size_t end = size - 4;
    while (end > 0 && ((unsigned char)message[end] & 0xc0) == 0x80)
        end--;
    memcpy(message + end, "...", 4);
}

armex_status armex_fail(struct armex_error *error, armex_status status,
                        struct armex_place place, const char *format, ...)
{
    if (!error)
        return status;
    const size_t size = sizeof error->message;
    int used = 0, more = 0;
    va_list arguments;

    error->status = status;
    error->line = place.file ? place.line : 0;
    error->column = place.file ? place.column : 0;
    error->words = 0;
    error->message[0] = '\0';
    if (place.file && place.line)
        used = snprintf(error->message, size, "%s:%zu:%zu: ", place.file, place.line,
                        place.column);
    else if (place.file)
        used = snprintf(error->message, size, "%s: ", place.file);
    if (used >= 0 && (size_t)used < size) {
        make_printable(error->message);
        error->words = strlen(error->message);
        used = (int)error->words;
        va_start(arguments, format);
        more = vsnprintf(error->message + used, size - (size_t)used, format, arguments);
        va_end(arguments);
    }
    if (used < 0 || more < 0 || (size_t)used + (size_t)more >= size)
        shorten(error->message, size);
    make_printable(error->message);
    return status;
}
