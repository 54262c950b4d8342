/** base/fold.c: the form in which names are compared. */
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>

#include <utf8proc.h>

enum { LONGEST_DECOMPOSITION = 32 };

static bool is_dropped(utf8proc_int32_t c)
{
    return c == '.' || c == '\'' || c == '`' || c == 0x2018 || c == 0x2019 ||
           c == 0x02bc || c == 0x00ad || c == 0x200b || c == 0xfeff;
}

static bool is_kept(utf8proc_int32_t c)
{
    const utf8proc_category_t kind = utf8proc_category(c);
    return c == '*' || (kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO) ||
           (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

static void add_character(struct armex_text *out, utf8proc_int32_t c, bool *blank)
{
    char bytes[4];

    if (*blank && out->length)
        armex_text_add(out, " ");
    *blank = false;
    armex_text_add_bytes(out, bytes, armex_utf8_write(bytes, (unsigned)c));
}

static void fold_character(struct armex_text *out, unsigned character, bool *blank)
{
    const utf8proc_option_t how = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                  UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                  UTF8PROC_IGNORE;
    utf8proc_int32_t parts[LONGEST_DECOMPOSITION];
    int boundary = UTF8PROC_BOUNDCLASS_START;
    const utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)character, parts, LONGEST_DECOMPOSITION, how, &boundary);

    for (utf8proc_ssize_t i = 0; i < n && i < LONGEST_DECOMPOSITION; i++) {
        if (is_dropped(parts[i]))
            continue;
        if (is_kept(parts[i]))
            add_character(out, parts[i], blank);
        else
            *blank = true;
    }
}

char *armex_fold(const char *text, size_t length)
{
    const char *end = text + length;
    struct armex_text out = {0};
    bool blank = false;

    armex_text_add(&out, "");
    while (text < end) {
        const unsigned c = armex_utf8_next(&text, end);
        if (c == '&') {
            blank = true;
            for (const char *word = "and"; *word; word++)
                add_character(&out, *word, &blank);
            blank = true;
        } else if (!is_dropped((utf8proc_int32_t)c)) {
            fold_character(&out, c, &blank);
        }
    }
    if (out.failed)
        armex_text_free(&out);
    return out.data;
}
