/** ingest/xlsx_strings.c: the texts that all sheets of a workbook share. */
#include "ingest/xlsx_book.h"

#include <string.h>

#include "base/text.h"

struct strings {
    struct armex_xlsx *book;
    struct armex_text text; /* of the item being read, all its runs */
    bool in_text;
    unsigned phonetic; /* how deep within hints on how to say it */
    const char *failed;
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct armex_xlsx_string armex_xlsx_copy(struct armex_arena *arena, const char *text,
                                         size_t length)
{
    static const char hard_blank[] = "\xc2\xa0"; // U+00A0, which pads cells too

    for (;; length--) {
        if (length >= 2 && memcmp(text + length - 2, hard_blank, 2) == 0)
            length--;
        else if (!length || !is_blank(text[length - 1]))
            break;
    }
    while (length &&
           (is_blank(*text) || (length >= 2 && memcmp(text, hard_blank, 2) == 0))) {
        const size_t n = is_blank(*text) ? 1 : 2;
        text += n;
        length -= n;
    }
    return (struct armex_xlsx_string){armex_arena_copy(arena, text, length), length};
}

static void start(void *context, const char *name, const char **attributes)
{
    struct strings *strings = context;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        strings->text.length = 0;
    else if (strcmp(name, "rPh") == 0)
        strings->phonetic++;
    else if (strcmp(name, "t") == 0)
        strings->in_text = !strings->phonetic;
}

static void add(struct strings *strings)
{
    struct armex_xlsx *book = strings->book;
    struct armex_xlsx_string *all = armex_xlsx_grow(book->strings, book->n_strings,
                                                    &book->most_strings, sizeof *all);
    const struct armex_xlsx_string one =
        armex_xlsx_copy(book->arena, strings->text.length ? strings->text.data : "",
                        strings->text.length);

    book->strings = all ? all : book->strings;
    if (!all || !one.text || strings->text.failed)
        strings->failed = armex_xml_no_memory;
    else
        all[book->n_strings++] = one;
}

static void end(void *context, const char *name)
{
    struct strings *strings = context;

    if (strcmp(name, "si") == 0)
        add(strings);
    else if (strcmp(name, "rPh") == 0 && strings->phonetic)
        strings->phonetic--;
    else if (strcmp(name, "t") == 0)
        strings->in_text = false;
}

static void text(void *context, const char *bytes, size_t length)
{
    struct strings *strings = context;

    if (strings->in_text)
        armex_text_add_bytes(&strings->text, bytes, length);
}

armex_status armex_xlsx_read_strings(struct armex_xlsx *book, struct armex_error *error)
{
    struct strings strings = {.book = book};
    const struct armex_xml_reader reader = {&strings, start, end, text,
                                            &strings.failed};
    const armex_status status =
        armex_xlsx_read_part(book, "xl/sharedStrings.xml", false, &reader, error);

    armex_text_free(&strings.text);
    return status;
}
