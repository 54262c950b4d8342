/** base/format.c: the conversions that are asked for ten thousand times. */
#include "base/format.h"

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What is written, and what would be if there were room. */
struct sink {
    char *out;
    size_t size, length;
};

static void put(struct sink *sink, const char *bytes, size_t n)
{
    if (sink->length < sink->size) {
        const size_t room = sink->size - sink->length;
        memcpy(sink->out + sink->length, bytes, n < room ? n : room);
    }
    sink->length += n;
}

/* One conversion: %[0WIDTH][l|z]LETTER, %.*s or %.MOSTs. */
struct conversion {
    size_t width, most;
    bool is_long, is_size, cut, cut_as_told;
    char letter;
};

static const char *read_whole(size_t *out, const char *at)
{
    const size_t widest = 20;

    for (*out = 0; *at >= '0' && *at <= '9' && *out <= widest; at++)
        *out = 10 * *out + (size_t)(*at - '0');
    return *out <= widest ? at : "";
}

static const char *read_conversion(struct conversion *out, const char *at)
{
    *out = (struct conversion){.width = 0};
    if (*at == '0')
        at = read_whole(&out->width, at);
    else if (*at == '.') {
        out->cut = true;
        out->cut_as_told = at[1] == '*';
        at = out->cut_as_told ? at + 2 : read_whole(&out->most, at + 1);
    }
    out->is_long = *at == 'l';
    out->is_size = *at == 'z';
    at += out->is_long || out->is_size;
    out->letter = *at;
    return *at ? at + 1 : at;
}

static void put_number(struct sink *sink, uint64_t number, bool negative, size_t width,
                       unsigned base, const char *figures)
{
    char digits[24];
    size_t at = sizeof digits;

    do
        digits[--at] = figures[number % base];
    while ((number /= base) > 0);
    while (sizeof digits - at + negative < width)
        digits[--at] = '0';
    if (negative)
        digits[--at] = '-';
    put(sink, digits + at, sizeof digits - at);
}

/* The argument list, which no function can take by its address but in a struct. */
struct arguments {
    va_list list;
};

static void put_signed(struct sink *sink, const struct conversion *as,
                       struct arguments *arguments)
{
    const int64_t number =
        as->is_long ? va_arg(arguments->list, long) : va_arg(arguments->list, int);
    const uint64_t size = number < 0 ? -(uint64_t)number : (uint64_t)number;

    put_number(sink, size, number < 0, as->width, 10, "0123456789");
}

static void put_unsigned(struct sink *sink, const struct conversion *as,
                         struct arguments *arguments)
{
    const uint64_t number = as->is_size   ? va_arg(arguments->list, size_t)
                            : as->is_long ? va_arg(arguments->list, unsigned long)
                                          : va_arg(arguments->list, unsigned);

    put_number(sink, number, false, as->width, as->letter == 'u' ? 10 : 16,
               as->letter == 'X' ? "0123456789ABCDEF" : "0123456789abcdef");
}

static bool put_text(struct sink *sink, const struct conversion *as,
                     struct arguments *arguments)
{
    const int told = as->cut_as_told ? va_arg(arguments->list, int) : (int)as->most;
    const char *text = va_arg(arguments->list, const char *);

    if (!text)
        return false; // printf has its own word for it
    put(sink, text, as->cut && told >= 0 ? strnlen(text, (size_t)told) : strlen(text));
    return true;
}

static void put_character(struct sink *sink, int character)
{
    const char byte = (char)character;

    put(sink, &byte, 1);
}

/* false: it is none of those above. */
static bool put_argument(struct sink *sink, const struct conversion *as,
                         struct arguments *arguments)
{
    const bool plain = !as->is_long && !as->is_size && !as->width;

    if (as->cut || as->letter == 's')
        return plain && as->letter == 's' && put_text(sink, as, arguments);
    if (as->letter == 'd' && !as->is_size)
        put_signed(sink, as, arguments);
    else if (as->letter == 'u' || as->letter == 'x' || as->letter == 'X')
        put_unsigned(sink, as, arguments);
    else if (as->letter == 'c' && plain)
        put_character(sink, va_arg(arguments->list, int));
    else if (as->letter == '%' && plain)
        put(sink, "%", 1);
    else
        return false;
    return true;
}

static bool put_all(struct sink *sink, const char *format, struct arguments *arguments)
{
    for (;;) {
        struct conversion as;
        const char *percent = strchrnul(format, '%');

        if (percent > format)
            put(sink, format, (size_t)(percent - format));
        if (!*percent)
            return true;
        if (percent[1] == 's') { // most are, so they go straight
            const char *text = va_arg(arguments->list, const char *);
            if (!text)
                return false;
            put(sink, text, strlen(text));
            format = percent + 2;
            continue;
        }
        format = read_conversion(&as, percent + 1);
        if (!put_argument(sink, &as, arguments))
            return false;
    }
}

int armex_format(char *out, size_t size, const char *format, va_list arguments)
{
    struct sink sink = {out, size, 0};
    struct arguments own;

    va_copy(own.list, arguments);
    const bool done = put_all(&sink, format, &own) && sink.length <= INT_MAX;
    va_end(own.list);
    if (!done)
        return vsnprintf(out, size, format, arguments);
    if (size > 0)
        out[sink.length < size ? sink.length : size - 1] = '\0';
    return (int)sink.length;
}

int armex_print(char *out, size_t size, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const int length = armex_format(out, size, format, arguments);
    va_end(arguments);
    return length;
}
