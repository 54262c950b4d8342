/** render/clean.c: text that came with data, made fit to be shown. */
#include "render/view.h"

#include <string.h>

/* Unicode 15, section 23.2: characters that turn the direction of writing. */
static bool turns_writing(unsigned c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f || c == 0x061c;
}

static bool is_control(unsigned c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

/* Bytes at the start of `text` that stand for themselves. */
static size_t plain_bytes(const char *text)
{
    size_t n = 0;

    while (text[n] >= ' ' && text[n] <= '~')
        n++;
    return n;
}

void armex_view_clean(struct armex_text *out, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end) {
        const char *start = text;
        const size_t plain = plain_bytes(text);
        if (plain) {
            armex_text_add_bytes(out, text, plain);
            text += plain;
            continue;
        }
        const unsigned c = armex_utf8_next(&text, end);
        if (is_control(c))
            armex_text_add(out, " ");
        else if (turns_writing(c) || c == 0xfffd)
            armex_text_add(out, "\ufffd");
        else
            armex_text_add_bytes(out, start, (size_t)(text - start));
    }
}
