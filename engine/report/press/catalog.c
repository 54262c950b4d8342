/** report/press/catalog.c: what cairo does not say of a PDF. */
#include "report/press/catalog.h"

#include <stdlib.h>
#include <string.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                              "0123456789-";

/* Where things are in the bytes that cairo wrote. */
struct whole {
    const char *inside; /* of the catalogue, behind its type */
    size_t inside_bytes;
    unsigned long root, info, size, table;
};

/* The last `text` of the file, or NULL. */
static const char *find_last(const struct armex_text *pdf, const char *text)
{
    const char *found = NULL;
    const char *at = pdf->data, *end = pdf->data + pdf->length;

    while (at && (at = memmem(at, (size_t)(end - at), text, strlen(text))))
        found = at++;
    return found;
}

/* The number behind `name` in the trailer; 0: none. */
static unsigned long number_after(const char *trailer, const char *name)
{
    const char *at = strstr(trailer, name);
    return at ? strtoul(at + strlen(name), NULL, 10) : 0;
}

static bool read_whole(struct whole *out, const struct armex_text *pdf)
{
    static const char type[] = "<< /Type /Catalog";
    const char *trailer = find_last(pdf, "trailer"), *catalog = find_last(pdf, type);
    const char *close = catalog ? strstr(catalog, ">>\nendobj") : NULL;

    if (!trailer || !close)
        return false;
    *out = (struct whole){.inside = catalog + strlen(type),
                          .root = number_after(trailer, "/Root "),
                          .info = number_after(trailer, "/Info "),
                          .size = number_after(trailer, "/Size "),
                          .table = number_after(trailer, "startxref\n")};
    out->inside_bytes = (size_t)(close - out->inside);
    return out->root && out->info && out->size && out->table;
}

/* UTF-16, big-endian, in hexadecimal: right for any text. */
static void add_words(struct armex_text *out, const char *name, const char *words)
{
    const char *end = words + strlen(words);

    if (!*words)
        return;
    armex_text_printf(out, "   /%s <FEFF", name);
    while (words < end) {
        const unsigned c = armex_utf8_next(&words, end);
        if (c < 0x10000)
            armex_text_printf(out, "%04X", c);
        else
            armex_text_printf(out, "%04X%04X", 0xd800 + ((c - 0x10000) >> 10),
                              0xdc00 + ((c - 0x10000) & 0x3ff));
    }
    armex_text_add(out, ">\n");
}

/* "2026-02-12" as PDF writes it. */
static void add_day(struct armex_text *out, const char *date)
{
    armex_text_add(out, "   /CreationDate (D:");
    if (strlen(date) == 10 && strspn(date, "0123456789-") == 10)
        armex_text_printf(out, "%.4s%.2s%.2s", date, date + 5, date + 8);
    else
        armex_text_add(out, "20000101");
    armex_text_add(out, "000000Z)\n");
}

static void add_info(struct armex_text *out, const struct whole *whole,
                     const struct press_document *document)
{
    armex_text_printf(out, "%lu 0 obj\n<< /Producer (cairo, pango)\n", whole->info);
    add_words(out, "Creator", document->creator);
    add_words(out, "Title", document->title);
    add_words(out, "Subject", document->subject);
    add_words(out, "Keywords", document->keywords);
    add_words(out, "Comments", document->command);
    add_day(out, document->date);
    armex_text_add(out, ">>\nendobj\n");
}

static void add_catalog(struct armex_text *out, const struct whole *whole,
                        const char *language)
{
    armex_text_printf(out, "%lu 0 obj\n<< /Type /Catalog", whole->root);
    armex_text_add_bytes(out, whole->inside, whole->inside_bytes);
    armex_text_printf(out,
                      "   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                      "   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n",
                      language);
}

static void add_table(struct armex_text *out, const struct whole *whole, size_t info,
                      size_t root, size_t table)
{
    armex_text_add(out, "xref\n0 1\n0000000000 65535 f \n");
    armex_text_printf(out, "%lu 1\n%010zu 00000 n \n", whole->info, info);
    armex_text_printf(out, "%lu 1\n%010zu 00000 n \n", whole->root, root);
    armex_text_printf(out,
                      "trailer\n<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %lu >>\n"
                      "startxref\n%zu\n%%%%EOF\n",
                      whole->size, whole->root, whole->info, whole->table, table);
}

armex_status press_catalog(struct armex_text *pdf,
                           const struct press_document *document,
                           struct armex_error *error)
{
    const char *language = document->language;
    struct armex_text update = {0};
    struct whole whole;

    if (!pdf->data || !read_whole(&whole, pdf))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE, "cairo's pdf is not whole");
    if (strspn(language, letters) != strlen(language))
        language = "en";
    add_info(&update, &whole, document);
    const size_t root = update.length;
    add_catalog(&update, &whole, language);
    add_table(&update, &whole, pdf->length, pdf->length + root,
              pdf->length + update.length);
    armex_text_add_bytes(pdf, update.data ? update.data : "", update.length);
    const bool failed = update.failed || pdf->failed;
    armex_text_free(&update);
    return failed ? armex_fail_memory(error) : ARMEX_OK;
}
