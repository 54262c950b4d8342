/** report/html.c: text into markup. */
#include "report/html.h"

#include <stdarg.h>
#include <string.h>

static const char *entity_of(unsigned c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static bool is_control(unsigned c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
}

/* Bytes at the start of `text` that stand for themselves. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;

    while (text[n] >= ' ' && text[n] <= '~' && !entity_of((unsigned char)text[n]))
        n++;
    return n;
}

void armex_html_text(struct armex_text *out, const char *text)
{
    const char *end = text + strlen(text);

    while (text < end) {
        const size_t plain = plain_bytes(text);
        if (plain) {
            armex_text_add_bytes(out, text, plain);
            text += plain;
            continue;
        }
        const char *start = text;
        const unsigned c = armex_utf8_next(&text, end);
        const char *entity = entity_of(c);
        if (is_control(c))
            continue;
        if (entity)
            armex_text_add(out, entity);
        else if (c == 0xfffd)
            armex_text_add(out, "\ufffd");
        else
            armex_text_add_bytes(out, start, (size_t)(text - start));
    }
}

void armex_html(struct armex_text *out, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    while (*format) {
        const size_t plain = strcspn(format, "%");
        armex_text_add_bytes(out, format, plain);
        format += plain;
        if (strncmp(format, "%zu", 3) == 0) {
            armex_text_printf(out, "%zu", va_arg(arguments, size_t));
            format += 3;
        } else if (strncmp(format, "%s", 2) == 0) {
            armex_html_text(out, va_arg(arguments, const char *));
            format += 2;
        } else if (strncmp(format, "%d", 2) == 0) {
            armex_text_printf(out, "%d", va_arg(arguments, int));
            format += 2;
        } else if (strncmp(format, "%%", 2) == 0) {
            armex_text_add(out, "%");
            format += 2;
        } else if (*format) {
            out->failed = true; // a conversion that is not known here
            break;
        }
    }
    va_end(arguments);
}

/* Letters and digits, commas and points are nearly all of a csv: asked first. */
static bool is_plain_in_url(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '*' && c <= ';') || (c >= '?' && c <= 'Z') ||
           c == '_' || c == '~' || c == '!' || c == '$' || c == '(' || c == ')' ||
           c == '=';
}

void armex_html_url(struct armex_text *out, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";

    for (size_t i = 0, plain; i < length; i += plain) {
        for (plain = 0; i + plain < length && is_plain_in_url(bytes[i + plain]);)
            plain++;
        armex_text_add_bytes(out, bytes + i, plain);
        if (i + plain == length)
            break;
        const unsigned char c = (unsigned char)bytes[i + plain++];
        armex_text_add_bytes(out, (const char[]){'%', digits[c >> 4], digits[c & 15U]},
                             3);
    }
}

void armex_base64(struct armex_text *out, const void *bytes, size_t length)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const unsigned char *in = bytes;
    char ready[4 * 256];
    size_t filled = 0;

    for (size_t i = 0; i < length; i += 3) {
        const size_t n = length - i < 3 ? length - i : 3;
        const unsigned three = (unsigned)in[i] << 16 |
                               (n > 1 ? (unsigned)in[i + 1] << 8 : 0U) |
                               (n > 2 ? in[i + 2] : 0U);
        ready[filled++] = digits[three >> 18];
        ready[filled++] = digits[three >> 12 & 63U];
        ready[filled++] = '=';
        ready[filled++] = '=';
        if (n > 1)
            ready[filled - 2] = digits[three >> 6 & 63U];
        if (n > 2)
            ready[filled - 1] = digits[three & 63U];
        if (filled == sizeof ready || i + 3 >= length) {
            armex_text_add_bytes(out, ready, filled);
            filled = 0;
        }
    }
}
