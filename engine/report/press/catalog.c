/** report/press/catalog.c: what cairo does not say of a PDF: its language. */
#include "report/press/catalog.h"

#include <stdlib.h>
#include <string.h>

/* The last `text` of the file, or NULL. */
static const char *find_last(const struct armex_text *pdf, const char *text)
{
    const char *found = NULL;
    const char *at = pdf->data, *end = pdf->data + pdf->length;

    while ((at = memmem(at, (size_t)(end - at), text, strlen(text)))) {
        found = at;
        at++;
    }
    return found;
}

/* The number behind `name` in the trailer; 0: none. */
static unsigned long number_after(const char *trailer, const char *name)
{
    const char *at = strstr(trailer, name);
    return at ? strtoul(at + strlen(name), NULL, 10) : 0;
}

static void add_catalog(struct armex_text *out, const char *inside, size_t length,
                        unsigned long root, const char *language)
{
    armex_text_printf(out, "%lu 0 obj\n<< /Type /Catalog", root);
    armex_text_add_bytes(out, inside, length);
    armex_text_printf(out,
                      "   /MarkInfo << /Marked true >>\n   /Lang (%s)\n"
                      "   /ViewerPreferences << /DisplayDocTitle true "
                      ">>\n>>\nendobj\n",
                      language);
}

armex_status press_catalog(struct armex_text *pdf, const char *language,
                           struct armex_error *error)
{
    static const char type[] = "<< /Type /Catalog";
    const char *trailer = pdf->data ? find_last(pdf, "trailer") : NULL;
    const char *catalog = trailer ? find_last(pdf, type) : NULL;
    const char *close = catalog ? strstr(catalog, ">>\nendobj") : NULL;
    const unsigned long root = trailer ? number_after(trailer, "/Root ") : 0;
    const unsigned long before = trailer ? number_after(trailer, "startxref\n") : 0;
    struct armex_text update = {0};

    if (!close || !root || !before ||
        strspn(language, "abcdefghijklmnopqrstuvwxyz"
                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789-") != strlen(language))
        return armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE, "cairo's pdf is not whole");
    catalog += strlen(type);
    add_catalog(&update, catalog, (size_t)(close - catalog), root, language);
    const size_t table = pdf->length + update.length;
    armex_text_printf(&update,
                      "xref\n0 1\n0000000000 65535 f \n%lu 1\n%010zu 00000 n \n", root,
                      pdf->length);
    armex_text_printf(&update,
                      "trailer\n<< /Size %lu /Root %lu 0 R /Info %lu 0 R /Prev %lu >>\n"
                      "startxref\n%zu\n%%%%EOF\n",
                      number_after(trailer, "/Size "), root,
                      number_after(trailer, "/Info "), before, table);
    armex_text_add_bytes(pdf, update.data ? update.data : "", update.length);
    const bool failed = update.failed || pdf->failed;
    armex_text_free(&update);
    return failed ? armex_fail_memory(error) : ARMEX_OK;
}
